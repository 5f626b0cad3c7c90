"""What must hold of the chart, checked over every state that it can reach."""

import random
from collections import deque
from dataclasses import dataclass

import pytest

from kiosk.domain.changing import changed
from kiosk.domain.enrolling import CityService
from kiosk.events import (
    BackAsked,
    Event,
    HomeAsked,
    IdleElapsed,
    ScreenName,
    SignInGivenUp,
    StaffDoorOpened,
    StaffLeft,
)
from kiosk.flow.chart import KIOSK
from kiosk.flow.step import LONGEST_TRAIL, Place, Step, Work, step
from kiosk.premises import Premises, SettingUp
from kiosk.visit import Signed, Visit
from tests.flow.answers import answers_of
from tests.flow.outside import FROM_OUTSIDE

SIGNED_IN = {
    ScreenName.CHOOSE_PASSWORD,
    ScreenName.MY_LIBRARY,
    ScreenName.DETAILS,
    ScreenName.EMAIL,
    ScreenName.NUMBER,
    ScreenName.CHANGE_PASSWORD,
    ScreenName.HISTORY,
}
STAFF_ONLY = {place.name for place in KIOSK.places if place.shows is ScreenName.STAFF}
GROUPS = {
    place.name: frozenset(group.name for group in KIOSK.groups(place)) for place in KIOSK.places
}
# Of a kiosk beside its own service nothing is set up: it has fewer ways.
OF_A_CITY = Visit(premises=Premises(setting_up=SettingUp(CityService("003", "https://city"))))
SET_UP = {place.name for place in KIOSK.places if place.shows is ScreenName.SET_UP}


@dataclass(frozen=True)
class State:
    """A place with a visit, and the question whose answer is awaited there."""

    place: Place
    visit: Visit
    awaited: tuple[Work, ...] = ()

    @property
    def shape(self) -> tuple[object, ...]:
        """What matters to the chart: states of one shape have the same ways out."""
        visit, signed = self.visit, self.visit.signed
        return (
            self.place.name,
            visit.card is None or visit.card.is_my_number,
            visit.card is None,
            signed is None or signed.session.must_choose_password,
            signed is None or _shape_of_lists(signed, self.place),
            signed is None or _shape_of_choices(signed, self.place),
            signed is None or _shape_of_details(signed, self.place),
            visit.staff_card is None,
            visit.premises.is_closed,
            visit.premises.setting_up.is_needed,
            self.place.name == "entering_code" and visit.premises.setting_up.may_enter_code,
            type(visit.purpose).__name__ + str(getattr(visit.purpose, "is_again", "")),
            visit.search.chosen is None,
            self.place.name == "list" and bool(visit.listed.titles),
            visit.trail[-1].place if visit.trail else "",
            visit.trail[-1].search.chosen is None if visit.trail else True,
            tuple(work.job.__name__ for work in self.awaited),
        )

    def after(self, taken: Step) -> "State":
        heard = tuple(work for work in taken.work if work.is_heard)
        awaited = heard if taken.begins_turn else self.awaited
        return State(taken.place, _short(taken.visit), awaited)

    def events(self) -> list[Event]:
        answers = [answer for work in self.awaited for answer in answers_of(work.job)]
        return [*FROM_OUTSIDE, *answers]


def _shape_of_lists(signed: Signed, place: Place) -> tuple[object, ...]:
    """What the lists show and what can be taken back, where somebody looks at them."""
    groups = GROUPS[place.name]
    if place.name != "confirmed" and "my_library" not in groups:
        return ()
    has_rows, undoable = bool(signed.library.reservations), signed.undoable
    return has_rows, signed.library.opened_reservation is None, undoable and undoable.state


def _shape_of_choices(signed: Signed, place: Place) -> tuple[object, ...]:
    """What is chosen, where it matters: options and changes begin it anew."""
    groups = GROUPS[place.name]
    if not groups & {"reserving", "one_reservation"}:
        return ()
    opened = signed.library.opened_reservation
    is_same = opened is not None and signed.pickup == opened.pickup.id
    chosen = (signed.pickup is None, signed.notice is None, signed.last_reservation is None)
    return (*chosen, signed.options is None, signed.library.changes is None, is_same)


def _shape_of_details(signed: Signed, place: Place) -> tuple[object, ...]:
    """Whether an IC card lies there to be bound, where that can be done."""
    is_there = place.name == "details"
    return (signed.details.found is None, signed.details.lying is None) if is_there else ()


def _short(visit: Visit) -> Visit:
    """Cut what only makes states many: the trail's depth is bounded elsewhere."""
    return changed(visit, trail=visit.trail[-1:])


@dataclass(frozen=True)
class Explored:
    """All that can be reached, and each way on which somebody came to a page of the staff."""

    states: dict[tuple[object, ...], State]
    to_staff: list[tuple[Place, Event]]


@pytest.fixture(scope="module")
def explored() -> Explored:
    start = State(KIOSK.start, OF_A_CITY)
    seen = {start.shape: start}
    to_staff: list[tuple[Place, Event]] = []
    waiting = deque([start])
    while waiting:
        state = waiting.popleft()
        for event in state.events():
            taken = step(KIOSK, state.place, state.visit, event)
            if taken is None:
                continue
            if taken.place.name in STAFF_ONLY:
                to_staff.append((state.place, event))
            found = state.after(taken)
            if found.shape not in seen:
                seen[found.shape] = found
                waiting.append(found)
    return Explored(seen, to_staff)


@pytest.fixture(scope="module")
def states(explored: Explored) -> dict[tuple[object, ...], State]:
    return explored.states


def test_every_place_is_reachable(states: dict[tuple[object, ...], State]) -> None:
    reached = {state.place.name for state in states.values()}
    assert reached == {place.name for place in KIOSK.places}


def test_every_place_has_a_way_home(states: dict[tuple[object, ...], State]) -> None:
    ways_out = (HomeAsked(), SignInGivenUp(), StaffLeft())
    for state in states.values():
        homes = {
            taken.place.name
            for event in ways_out
            if (taken := step(KIOSK, state.place, state.visit, event)) is not None
        }
        closed = state.visit.premises.is_closed or state.place.name == "out_of_service"
        if state.visit.premises.setting_up.is_needed:
            assert closed or "set_up" in homes or state.place.name in SET_UP
            continue
        assert closed or "home" in homes, f"no way home from {state.place.name}"


def test_whoever_leaves_without_a_word_leaves_nothing(
    states: dict[tuple[object, ...], State],
) -> None:
    personal = [state for state in states.values() if state.visit.is_personal]
    assert len(personal) > 20
    for state in personal:
        taken = step(KIOSK, state.place, state.visit, IdleElapsed())
        assert taken is not None, f"nothing ends an idle visit at {state.place.name}"
        assert taken.visit == Visit(premises=state.visit.premises)
        assert taken.place.name in {"home", "out_of_service", "set_up"}


def test_only_the_staff_pin_opens_the_staff_screen(explored: Explored) -> None:
    assert explored.to_staff
    for place, event in explored.to_staff:
        assert place.name in STAFF_ONLY or isinstance(event, StaffDoorOpened)


def test_a_panel_that_is_closed_opens_nothing_to_a_patron(
    states: dict[tuple[object, ...], State],
) -> None:
    open_places = {"out_of_service", "staff_door", "opening_staff_door", "staff", *SET_UP}
    for state in states.values():
        if state.visit.premises.is_closed:
            assert state.place.name in open_places


def test_every_screen_finds_what_it_shows(states: dict[tuple[object, ...], State]) -> None:
    for state in states.values():
        visit, shows = state.visit, state.place.shows
        if shows is ScreenName.TITLE:
            assert visit.search.chosen is not None
        if shows is ScreenName.RESERVE:
            assert visit.signed is not None
            assert visit.signed.options is not None
        if shows is ScreenName.CONFIRMATION:
            assert visit.signed is not None
            assert visit.signed.last_reservation is not None
        if shows in SIGNED_IN:
            assert visit.signed is not None
        if shows in {ScreenName.FORGOTTEN, ScreenName.RESET}:
            assert visit.card is not None
            assert visit.card.number is not None
        if shows is ScreenName.RESERVATION:
            assert visit.signed is not None
            assert visit.signed.library.opened_reservation is not None
        if shows is ScreenName.STAFF_DOOR:
            assert visit.staff_card is not None


@pytest.mark.rule("L3")
def test_nothing_opens_before_a_password_is_set(
    states: dict[tuple[object, ...], State],
) -> None:
    for state in states.values():
        signed = state.visit.signed
        if signed is not None and signed.session.must_choose_password:
            assert "first_password" in GROUPS[state.place.name]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_million_random_steps_keep_the_house_in_order(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311 - repeatable, not secret
    state = State(KIOSK.start, Visit())
    moved = 0
    for _ in range(250_000):
        event = dice.choice(state.events())
        taken = step(KIOSK, state.place, state.visit, event)
        if taken is None:
            continue
        heard = tuple(work for work in taken.work if work.is_heard)
        awaited = heard if taken.begins_turn else state.awaited
        was_staff = state.place.name in STAFF_ONLY
        state = State(taken.place, taken.visit, awaited)
        moved += 1
        assert len(state.visit.trail) <= LONGEST_TRAIL
        if state.place.name in STAFF_ONLY:
            assert was_staff or isinstance(event, StaffDoorOpened)
        if isinstance(event, IdleElapsed):
            assert not state.visit.is_personal
    assert moved > 25_000


def test_back_returns_to_the_results_as_they_were(
    states: dict[tuple[object, ...], State],
) -> None:
    title = next(
        state
        for state in states.values()
        if state.place.name == "title"
        and state.visit.trail
        and state.visit.trail[-1].place == "results"
    )
    taken = step(KIOSK, title.place, title.visit, BackAsked())
    assert taken is not None
    assert taken.place.name == "results"
    assert taken.visit.search == title.visit.trail[-1].search
    assert taken.visit.search.found is not None
