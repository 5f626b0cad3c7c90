"""Pickup branches and notices as answers to be chosen, each with what will happen or why not."""

from collections.abc import Sequence

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.domain.reservations import PickupOption
from kiosk.events import NoticeChosen, PickupChosen
from kiosk.ui.parts.answer_row import Choice
from kiosk.ui.parts.choice_list import Answer
from kiosk.words.names import name_of, what_happens
from kiosk.words.notices import how_it_comes
from kiosk.words.places import branch_name
from kiosk.words.words import Words

_ICONS = {
    NoticeMethod.EMAIL: "mail",
    NoticeMethod.TELEPHONE: "tel",
    NoticeMethod.MISSED_CALL: "missed",
    NoticeMethod.FAX: "fax",
    NoticeMethod.NONE: "none",
}


def pickup_answers(
    words: Words, pickups: Sequence[PickupOption], chosen: BranchId | None
) -> list[Answer]:
    return [
        Answer(_pickup(words, each), PickupChosen(each.branch.id), each.branch.id == chosen)
        for each in pickups
    ]


def notice_answers(
    words: Words,
    notices: Sequence[NoticeOption],
    chosen: NoticeMethod | None,
    *,
    is_told: bool = False,
) -> list[Answer]:
    """is_told: with what is to be known of each, where no strip has room for it."""
    return [
        Answer(
            _notice(words, each, is_told=is_told),
            NoticeChosen(each.method),
            each.method is chosen,
        )
        for each in notices
    ]


def branch_chosen(words: Words, pickups: Sequence[PickupOption], chosen: BranchId | None) -> str:
    """Its name; empty where none is chosen."""
    branch = next((each.branch for each in pickups if each.branch.id == chosen), None)
    return branch_name(words, branch) if branch else ""


def contact_chosen(notices: Sequence[NoticeOption], chosen: NoticeMethod | None) -> str:
    """Masked; empty where none is needed."""
    return next((each.contact for each in notices if each.method is chosen), "")


def told_of_chosen(
    words: Words, notices: Sequence[NoticeOption], chosen: NoticeMethod | None
) -> str:
    """What is to be known of the notice that is chosen; empty where there is nothing."""
    option = next((each for each in notices if each.method is chosen), None)
    return how_it_comes(words, option) if option is not None else ""


def _pickup(words: Words, option: PickupOption) -> Choice:
    first, last = option.days
    days = words("ready in %(first)d to %(last)d days", first=first, last=last)
    if last <= 1:
        days = words("ready today or tomorrow")
    return Choice(
        branch_name(words, option.branch),
        beside=words("this branch") if option.is_here else "",
        happens=days,
        why_not=name_of(words, option.why_not) if option.why_not else "",
    )


def _notice(words: Words, option: NoticeOption, *, is_told: bool) -> Choice:
    told = how_it_comes(words, option) if is_told else ""
    return Choice(
        name_of(words, option.method),
        happens=told or what_happens(words, option.method),
        contact=option.contact,
        why_not=name_of(words, option.why_not) if option.why_not else "",
        icon=_ICONS[option.method],
    )
