"""How patrons may be told that a title is ready."""

from dataclasses import dataclass

from kiosk.domain.channels import Channel
from kiosk.domain.contacts import Contacts, NoticeMethod, WhyNot


@dataclass(frozen=True, slots=True)
class NoticePolicy:
    """Rule R3: which notice methods may be chosen where."""

    kiosk: tuple[NoticeMethod, ...] = tuple(NoticeMethod)
    internet: tuple[NoticeMethod, ...] = (NoticeMethod.EMAIL, NoticeMethod.NONE)

    def why_not(self, method: NoticeMethod, channel: Channel, contacts: Contacts) -> WhyNot | None:
        """Why the method cannot be chosen now; None where it can."""
        offered = self.kiosk if channel is Channel.KIOSK else self.internet
        if method not in offered:
            return WhyNot.NOT_AT_THIS_CHANNEL
        return contacts.why_not(method)
