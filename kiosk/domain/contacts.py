"""How a patron is told that a reservation is ready."""

from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum


class NoticeMethod(StrEnum):
    """The five of rule R3, in the guide's order."""

    EMAIL = "email"  # eメール
    TELEPHONE = "telephone"  # 電話
    MISSED_CALL = "missed_call"  # 着信履歴
    FAX = "fax"  # FAX
    NONE = "none"  # 不要


class WhyNot(StrEnum):
    """Why something that stands on the screen cannot be chosen."""

    NO_EMAIL = "no_email"
    NO_TELEPHONE = "no_telephone"
    NO_FAX = "no_fax"
    NOT_AT_THIS_CHANNEL = "not_at_this_channel"
    BRANCH_TAKES_NO_AUDIOVISUAL = "branch_takes_no_audiovisual"


@dataclass(frozen=True, slots=True)
class NoticeOption:
    method: NoticeMethod
    contact: str = ""  # masked: "090-••••-5678"
    why_not: WhyNot | None = None
    comes_from: str = ""  # the library's own address or number: to be allowed, or to be known
    hours: tuple[time, time] | None = None  # within which a phone rings; the library's local time


_SHORTEST_WITH_AREA_CODE = 9
_WANTED_BY = {
    NoticeMethod.EMAIL: ("email", WhyNot.NO_EMAIL),
    NoticeMethod.TELEPHONE: ("telephone", WhyNot.NO_TELEPHONE),
    NoticeMethod.MISSED_CALL: ("telephone", WhyNot.NO_TELEPHONE),
    NoticeMethod.FAX: ("fax", WhyNot.NO_FAX),
}


@dataclass(frozen=True, slots=True)
class Contacts:
    """How the library may reach a patron: only what can be used."""

    email: str = field(default="", repr=False)  # confirmed by the patron
    telephone: str = field(default="", repr=False)
    fax: str = field(default="", repr=False)

    def of(self, method: NoticeMethod) -> str:
        """The address or number that a method uses; empty where it needs or has none."""
        return str(getattr(self, _WANTED_BY[method][0])) if method in _WANTED_BY else ""

    def why_not(self, method: NoticeMethod) -> WhyNot | None:
        if method not in _WANTED_BY or self.of(method):
            return None
        return _WANTED_BY[method][1]

    def masked(self, method: NoticeMethod) -> str:
        """The contact as it may stand on a screen: ha•••@example.jp, 090-••••-5678."""
        contact = self.of(method)
        return masked_email(contact) if "@" in contact else masked_number(contact)


def masked_email(address: str) -> str:
    """Two letters before the @, fewer where there are not many."""
    name, _, domain = address.rpartition("@")
    return f"{name[: min(2, len(name) // 2)]}•••@{domain}"


def masked_number(number: str) -> str:
    """The first three digits and the last four; only the last two of a short number."""
    digits = [place for place, sign in enumerate(number) if sign.isdigit()]
    is_whole = len(digits) >= _SHORTEST_WITH_AREA_CODE
    shown = {*digits[:3], *digits[-4:]} if is_whole else set(digits[-2:])
    hidden = set(digits) - shown
    return "".join("•" if place in hidden else sign for place, sign in enumerate(number))
