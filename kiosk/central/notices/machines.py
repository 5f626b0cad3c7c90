"""What delivers notices without staff, as far as a library has it."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.central.notices.calling.caller import Caller
from kiosk.central.notices.mail.post import Post
from kiosk.domain.contacts import NoticeMethod

WORDS = Path(__file__).parents[3] / "assets" / "words"


@dataclass(frozen=True, slots=True)
class Machines:
    """None, or empty: what it would deliver is on the staff's list."""

    post: Post | None = None
    fax_domain: str = ""  # of a gateway that makes FAXes of e-mails to number@domain
    caller: Caller | None = None
    words_folder: Path = WORDS

    @property
    def methods(self) -> frozenset[NoticeMethod]:
        """What they deliver by."""
        has = {
            NoticeMethod.EMAIL: self.post is not None,
            NoticeMethod.FAX: self.post is not None and bool(self.fax_domain),
            NoticeMethod.MISSED_CALL: self.caller is not None,
        }
        return frozenset(method for method, is_there in has.items() if is_there)


NO_MACHINES = Machines()
