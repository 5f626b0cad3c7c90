"""The few rules of lending that the simulated library keeps."""

from dataclasses import replace

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.errors import NoticeNotPossible, PickupNotPossible
from kiosk.domain.reservations import Changes, Options, PickupOption, Reservation
from kiosk.domain.titles import FoundTitle, Material, Whereabouts
from kiosk.ports import Catalogue
from kiosk.services.simulated.stock import SMALL_BRANCH

AUDIOVISUAL = {Material.CD: "cd", Material.DVD: "video", Material.VIDEO: "video"}  # rule R5


def group_of(material: Material) -> str:
    """The group in which reservations are counted together."""
    return AUDIOVISUAL.get(material, "book")


def other_editions(catalogue: Catalogue, found: FoundTitle) -> int:
    """How many editions of the work would do as well: those that are lent, of the same group."""
    not_lent = {Whereabouts.REFERENCE, Whereabouts.MISSING, Whereabouts.UNKNOWN}
    return sum(
        group_of(other.title.material) == group_of(found.title.material)
        and other.availability.whereabouts not in not_lent
        for other in catalogue.editions(found.title)
    )


def pickups(branches: tuple[Branch, ...], material: Material) -> tuple[PickupOption, ...]:
    """Every branch, possible or with its reason; the kiosk stands in the first."""
    return tuple(
        PickupOption(
            branch, is_here=branch == branches[0], why_not=_why_not_there(branch, material)
        )
        for branch in branches
    )


def changes(
    known: Reservation,
    material: Material,
    branches: tuple[Branch, ...],
    methods: tuple[NoticeOption, ...],
) -> Changes:
    """What it could be changed to; what holds now may be kept, whatever came since (rule R3)."""
    return Changes(
        known.id,
        tuple(
            replace(one, why_not=None) if one.branch == known.pickup else one
            for one in pickups(branches, material)
        ),
        tuple(replace(one, why_not=None) if one.method is known.notice else one for one in methods),
    )


def check_choice(options: Options | Changes, pickup: BranchId, notice: NoticeMethod) -> None:
    """Raises PickupNotPossible, NoticeNotPossible: it was not offered."""
    if not any(one.branch.id == pickup and one.why_not is None for one in options.pickups):
        raise PickupNotPossible
    if not any(one.method is notice and one.why_not is None for one in options.notices):
        raise NoticeNotPossible


def _why_not_there(branch: Branch, material: Material) -> WhyNot | None:
    """Rule R6: one small branch takes no audio-visual material."""
    if branch == SMALL_BRANCH and material in AUDIOVISUAL:
        return WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL
    return None
