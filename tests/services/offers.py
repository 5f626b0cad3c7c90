"""Options as the service hands them out, for tests."""

from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.reservations import Options, Permit, PickupOption
from kiosk.services.simulated.stock import BOTCHAN, BRANCHES, SMALL_BRANCH


def offer(permit: str = "permit-1") -> Options:
    """Everything is possible but telephone, and the small branch."""
    return Options(
        BOTCHAN.title.id,
        Permit(permit),
        tuple(
            PickupOption(
                branch,
                why_not=WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL if branch == SMALL_BRANCH else None,
            )
            for branch in BRANCHES
        ),
        tuple(
            NoticeOption(
                method,
                why_not=WhyNot.NO_TELEPHONE if method is NoticeMethod.TELEPHONE else None,
            )
            for method in NoticeMethod
        ),
    )
