"""How a patron is told that a reservation is ready."""

from dataclasses import dataclass
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
