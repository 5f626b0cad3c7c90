"""Patrons to be told: the list says no name; whoever opens a line is written down."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from kiosk.central.notices.tasks import StaffTask
from kiosk.central.staff.access import CounterDesk, Desk
from kiosk.central.staff.saying import Said, Tone, told
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeId, StaffOutcome
from kiosk.domain.staff import LookPurpose
from kiosk.words.errors import explain
from kiosk.words.words import Words

routes = APIRouter(prefix="/notices")

_OUTCOMES = {
    NoticeMethod.TELEPHONE: (
        StaffOutcome.REACHED,
        StaffOutcome.NO_ANSWER,
        StaffOutcome.WRONG_NUMBER,
    ),
    NoticeMethod.MISSED_CALL: (StaffOutcome.DONE, StaffOutcome.WRONG_NUMBER),
    NoticeMethod.FAX: (StaffOutcome.DONE, StaffOutcome.NO_ANSWER, StaffOutcome.WRONG_NUMBER),
    NoticeMethod.EMAIL: (StaffOutcome.DONE, StaffOutcome.WRONG_NUMBER),
    NoticeMethod.NONE: (StaffOutcome.DONE,),
}


@routes.get("")
def staff_list(desk: CounterDesk) -> Response:
    return _page(desk, None)


@routes.post("/{notice}/open")
def open_one(desk: CounterDesk, notice: NoticeId) -> Response:
    """Show name and number of one line."""
    tasks = desk.service.notices.staff_list(desk.staff.branch.id)
    opened = next((task for task in tasks if task.notice == notice), None)
    if opened is not None:
        desk.service.staff.looks.again(desk.staff.number, opened.patron, LookPurpose.NOTICE)
    return _page(desk, None, opened)


@routes.post("/{notice}")
def settle(
    desk: CounterDesk, notice: NoticeId, outcome: Annotated[StaffOutcome, Form()]
) -> Response:
    words = desk.words

    def do() -> Said:
        is_ours = desk.service.notices.outcome(notice, outcome)
        if not is_ours:
            what = words("Somebody else has seen to it.")
            return Said(Tone.DONE, what, words("Go on with the next one."))
        return _say_outcome(words, outcome)

    return _page(desk, told(words, do))


def _say_outcome(words: Words, outcome: StaffOutcome) -> Said:
    match outcome:
        case StaffOutcome.NO_ANSWER:
            return Said(
                Tone.DONE, words("Nobody answered."), words("It comes up again in a few hours.")
            )
        case StaffOutcome.WRONG_NUMBER:
            return Said(
                Tone.DONE,
                words("This number or address is not right."),
                words("The next method is tried; without one it stays on the list."),
            )
        case _:
            return Said(Tone.DONE, words("The patron is told."), words("Go on with the next one."))


def _page(desk: Desk, said: Said | None, opened: StaffTask | None = None) -> Response:
    tasks = desk.service.notices.staff_list(desk.staff.branch.id)
    names = _names(desk.words)
    why = explain(desk.words, opened.refused) if opened and opened.refused else None
    return desk.show(
        "notices.html",
        tasks=tasks,
        opened=opened,
        outcomes=_OUTCOMES,
        names=names,
        said=said,
        why=why,
    )


def _names(words: Words) -> dict[StaffOutcome, str]:
    return {
        StaffOutcome.REACHED: words("Reached"),
        StaffOutcome.NO_ANSWER: words("No answer"),
        StaffOutcome.WRONG_NUMBER: words("Wrong number"),
        StaffOutcome.DONE: words("Done"),
    }
