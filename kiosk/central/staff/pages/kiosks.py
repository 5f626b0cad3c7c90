"""How the kiosks are, for supervisors: who is silent, what is wrong, and shutting one out."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from fastapi import APIRouter, Form, Response

from kiosk.central.staff.access import Desk, SupervisorDesk
from kiosk.central.staff.saying import Said, Tone
from kiosk.domain.errors import KioskUnknown
from kiosk.domain.kiosks import KioskState
from kiosk.words.devices import reason_of
from kiosk.words.names import name_of
from kiosk.words.words import Words

routes = APIRouter()

NumberHere = Annotated[str, Form(min_length=1, max_length=3)]


@dataclass(frozen=True, slots=True)
class Shown:
    """One kiosk as its line of the page tells it."""

    state: KioskState
    branch: str  # its name
    fresh_at: datetime | None  # as fresh as the service the kiosk's copy was last, UTC
    key_days: int | None  # None: a kiosk beside its service keeps its key
    is_slowed: bool
    troubles: tuple[tuple[str, str], ...]  # devices, each with what is wrong


@routes.get("/kiosks")
def kiosks(desk: SupervisorDesk) -> Response:
    return _kiosks(desk)


@routes.post("/kiosks/ask")
def ask(desk: SupervisorDesk, number: NumberHere) -> Response:
    """Nothing is done before it was asked for twice: patrons may stand there."""
    asked = next((one for one in _shown(desk) if one.state.number == number), None)
    if asked is None or asked.state.revoked_at is not None:
        return _kiosks(desk, _no_such(desk.words))
    return desk.show("kiosk_shut_out.html", asked=asked)


@routes.post("/kiosks/revoke")
def revoke(desk: SupervisorDesk, number: NumberHere) -> Response:
    words = desk.words
    try:
        desk.service.kiosks.revoke(number)
    except KioskUnknown:
        return _kiosks(desk, _no_such(words))
    then = words("It is let in again by a new code: see docs/enrolling.md.")
    return _kiosks(
        desk, Said(Tone.DONE, words("Kiosk %(number)s is shut out.", number=number), then)
    )


def _kiosks(desk: Desk, said: Said | None = None) -> Response:
    policy = desk.service.policy.kiosks
    return desk.show("kiosks.html", kiosks=_shown(desk), said=said, policy=policy)


def _no_such(words: Words) -> Said:
    then = words("Look at the list again.")
    return Said(Tone.REFUSED, words("No such kiosk is let in."), then)


def _shown(desk: Desk) -> tuple[Shown, ...]:
    service = desk.service
    branches = {branch.id: branch.name for branch in service.staff.colleagues.branches()}
    slowed = {each.place for each in service.staff.guessing.slowed()}
    return tuple(
        Shown(
            state=state,
            branch=branches.get(state.branch, str(state.branch)),
            fresh_at=_fresh_at(state),
            key_days=(service.clock.now() - state.key_since).days if state.key_since else None,
            is_slowed=state.number in slowed,
            troubles=_troubles(desk.words, state),
        )
        for state in service.watched.all()
    )


def _fresh_at(state: KioskState) -> datetime | None:
    age_s = state.report.catalogue_age_s if state.report else None
    if age_s is None or state.seen_at is None:
        return None
    return state.seen_at - timedelta(seconds=age_s)


def _troubles(words: Words, state: KioskState) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name_of(words, one.device), reason_of(words, one.why) or name_of(words, one.condition))
        for one in state.troubles
    )
