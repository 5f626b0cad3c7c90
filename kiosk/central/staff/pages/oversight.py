"""What supervisors see to: who works here, and who looked at which patron."""

from typing import Annotated

from fastapi import APIRouter, Form, Response

from kiosk.central.staff.access import Desk, SupervisorDesk
from kiosk.central.staff.colleagues import named
from kiosk.central.staff.looks import Look
from kiosk.central.staff.saying import Said, Tone, say_refused, told
from kiosk.central.staff.scans import Scanned, folded
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import PatronUnknown
from kiosk.domain.patrons import Card
from kiosk.domain.staff import LookPurpose, Role, StaffNumber
from kiosk.words.words import Words

routes = APIRouter()

NumberHere = Annotated[StaffNumber, Form(min_length=1, max_length=20)]
PasswordHere = Annotated[str, Form(max_length=200)]


@routes.get("/staff")
def colleagues(desk: SupervisorDesk) -> Response:
    return _colleagues(desk, None)


@routes.post("/staff")
def add(
    desk: SupervisorDesk,
    number: NumberHere,
    name: Annotated[str, Form(min_length=1, max_length=50)],
    role: Annotated[Role, Form()],
    branch: Annotated[BranchId, Form(max_length=100)],
    password: PasswordHere,
) -> Response:
    words = desk.words

    def do() -> Said:
        desk.service.staff.colleagues.add(named(folded(number), name, role, branch), password)
        then = words("Tell them number and password; they can change it after signing in.")
        return Said(Tone.DONE, words("Somebody new is let in."), then)

    return _colleagues(desk, told(words, do))


@routes.post("/staff/password")
def set_password(desk: SupervisorDesk, number: NumberHere, password: PasswordHere) -> Response:
    words = desk.words

    def do() -> Said:
        desk.service.staff.colleagues.set_password(number, password)
        then = words("Tell them; they can change it after signing in.")
        return Said(Tone.DONE, words("The new password holds."), then)

    return _colleagues(desk, told(words, do))


@routes.post("/staff/let-go")
def let_go(desk: SupervisorDesk, number: NumberHere) -> Response:
    words = desk.words

    def do() -> Said:
        desk.service.staff.colleagues.let_go(number)
        then = words("What they looked at stays in the record.")
        return Said(Tone.DONE, words("This number signs in no more."), then)

    return _colleagues(desk, told(words, do))


@routes.get("/looks")
def looks(desk: SupervisorDesk) -> Response:
    return _looks(desk, desk.service.staff.looks.listed(), None)


@routes.post("/looks")
def looks_at(desk: SupervisorDesk, card: Scanned) -> Response:
    """At the patron with this card; whoever asks wants to know for the patron."""
    try:
        return _looks(desk, desk.service.staff.looks.listed(folded(card)), None, card)
    except PatronUnknown as error:
        return _looks(desk, (), say_refused(desk.words, error), card)


def _colleagues(desk: Desk, said: Said | None) -> Response:
    staff = desk.service.staff.colleagues
    return desk.show(
        "staff.html",
        colleagues=staff.all(),
        branches=staff.branches(),
        role_names=_roles(desk.words),
        said=said,
    )


def _looks(desk: Desk, listed: tuple[Look, ...], said: Said | None, scanned: str = "") -> Response:
    kept = desk.service.policy.counter.looks_kept_days
    return desk.show(
        "looks.html",
        looks=[(look, Card(look.card).masked) for look in listed],
        purposes=_purposes(desk.words),
        kept=kept,
        said=said,
        scanned=scanned,
    )


def _roles(words: Words) -> dict[Role, str]:
    return {
        Role.SHELVING: words("Shelving"),
        Role.COUNTER: words("Counter"),
        Role.SUPERVISOR: words("Supervisor"),
    }


def _purposes(words: Words) -> dict[LookPurpose, str]:
    return {
        LookPurpose.LOAN: words("Loan"),
        LookPurpose.RESERVATION: words("Reservation"),
        LookPurpose.NOTICE: words("Notice"),
        LookPurpose.PASSWORD: words("Password"),
        LookPurpose.RELEASE: words("Card opened again"),
        LookPurpose.MY_NUMBER: words("My Number card let go"),
        LookPurpose.IC_CARD: words("IC card bound or let go"),
        LookPurpose.QUESTION: words("Question"),
    }
