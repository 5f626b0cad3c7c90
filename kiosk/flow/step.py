"""The pure decision: where an event leads from a place of the chart."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.domain.changing import changed
from kiosk.domain.remarks import Remark
from kiosk.events import Event, Failed, ScreenName
from kiosk.ports import Kit
from kiosk.visit import Search, Stop, Visit
from kiosk.visit.told import tell

LONGEST_TRAIL = 20
Job = Callable[[Visit, Kit, Event], Event]
Condition = Callable[[Visit, Event], bool]
Failure = Callable[[Exception], Event]


@dataclass(frozen=True, slots=True)
class Go:
    """A way out of a place.

    Without `to` the patron stays: the visit changes and the screen is told. `does` is a job on the
    way: its answer is heard by who stays, nobody waits for it where the patron moves on.
    `aside` lets it run beside what the patron does: no question that waits is forgotten for it, its
    answer is heard wherever the patron stands then, and its failure is told by this event. On a way
    that leads on it is told what is there. `only_asks`: it changes nothing, and nothing waits for
    it.
    """

    on: type[Event]
    to: str | None = None
    because: type[Exception] | tuple[type[Exception], ...] | None = None  # of Failed
    when: Condition | None = None
    does: Job | None = None
    aside: Failure | None = None
    only_asks: bool = False  # of aside
    is_back: bool = False  # to the last stop of the trail
    tells: Remark | None = None  # of what was scanned, and leads nowhere here

    def fits(self, visit: Visit, event: Event) -> bool:
        if not isinstance(event, self.on):
            return False
        if self.because is not None and not (
            isinstance(event, Failed) and isinstance(event.error, self.because)
        ):
            return False
        return self.when is None or self.when(visit, event)


@dataclass(frozen=True, slots=True)
class Place:
    """Shows a screen; with `does` the kiosk works from the moment the place is entered."""

    name: str
    shows: ScreenName
    does: Job | None = None
    ways: tuple[Go, ...] = ()
    is_stop: bool = False  # Back returns here
    settles: bool = False  # its job changes something: it runs to its end, even when left
    looks_again: bool = False  # its job is done when Back returns here too


@dataclass(frozen=True, slots=True)
class Group:
    """Places, or groups of them, that share ways out; a place's own way goes first."""

    name: str
    places: tuple["Place | Group", ...]
    ways: tuple[Go, ...] = ()
    only_signed: bool = False  # Back does not return here once the session has ended


@dataclass(frozen=True, slots=True)
class Work:
    """A job to be run beside the GUI thread, and what it is told."""

    job: Job
    visit: Visit
    event: Event
    settles: bool = False  # runs to its end, even when the patron moves on
    is_heard: bool = True  # its answer is an event of this turn
    is_aside: bool = False  # its answer is heard in any turn
    failure: Failure = Failed  # what its error is told as


@dataclass(frozen=True, slots=True)
class Step:
    """What came of an event."""

    place: Place
    visit: Visit
    work: tuple[Work, ...] = ()
    moved: bool = True

    @property
    def begins_turn(self) -> bool:
        """Answers to earlier questions are no longer heard."""
        return self.moved or any(not work.is_aside for work in self.work)


class Chart:
    """The groups, laid out so that each place knows all its ways, nearest first."""

    def __init__(self, root: Group, start: str) -> None:
        self.root = root
        self._places: dict[str, Place] = {}
        self._groups: dict[str, tuple[Group, ...]] = {}
        self._ways_on: dict[tuple[str, type[Event]], tuple[Go, ...]] = {}  # as they are asked for
        self._lay_out(root, ())
        self.start = self.place(start)

    def _lay_out(self, group: Group, above: tuple[Group, ...]) -> None:
        around = (group, *above)
        for part in group.places:
            if isinstance(part, Group):
                self._lay_out(part, around)
            else:
                assert part.name not in self._places, f"two places are called {part.name}"
                self._places[part.name] = part
                self._groups[part.name] = around

    @property
    def places(self) -> tuple[Place, ...]:
        return tuple(self._places.values())

    def place(self, name: str) -> Place:
        return self._places[name]

    def groups(self, place: Place) -> tuple[Group, ...]:
        """The groups around a place, the nearest first."""
        return self._groups[place.name]

    def ways(self, place: Place) -> tuple[Go, ...]:
        """All ways out of a place, its own first."""
        return place.ways + tuple(way for group in self.groups(place) for way in group.ways)

    def ways_on(self, place: Place, event: Event) -> tuple[Go, ...]:
        """Those of them that an event of this kind may take."""
        key = place.name, type(event)
        if key not in self._ways_on:
            ways = self.ways(place)
            self._ways_on[key] = tuple(way for way in ways if isinstance(event, way.on))
        return self._ways_on[key]


def step(chart: Chart, place: Place, visit: Visit, event: Event) -> Step | None:
    """Say where the event leads; None where it means nothing here."""
    way = next((way for way in chart.ways_on(place, event) if way.fits(visit, event)), None)
    if way is None:
        return None
    if way.is_back:
        return _back(chart, visit, event)
    after = _after(way, visit, event)
    if way.to is None:
        return Step(place, after, _asked(way, after, event), moved=False)
    to = chart.place(way.to)
    after = changed(after, trail=_trail(chart, place, to, visit, after))
    left = _left(way, visit, after, event)
    arriving = (Work(to.does, after, event, to.settles),) if to.does else ()
    return Step(to, after, left + arriving)


def _after(way: Go, visit: Visit, event: Event) -> Visit:
    """Of what is only told of the visit hears nothing: it stays as it was."""
    if way.tells is not None:
        return replace(visit, told=tell(visit.told, way.tells))
    return visit.after(event)


def _asked(way: Go, visit: Visit, event: Event) -> tuple[Work, ...]:
    """The job of a way on which the patron stays."""
    if way.does is None:
        return ()
    return (_beside(way, visit, event) or Work(way.does, visit, event),)


def _left(way: Go, before: Visit, after: Visit, event: Event) -> tuple[Work, ...]:
    """The job of a way that leads on."""
    if way.does is None:
        return ()
    return (
        _beside(way, after, event) or Work(way.does, before, event, settles=True, is_heard=False),
    )


def _beside(way: Go, visit: Visit, event: Event) -> Work | None:
    """Beside what the patron does; None where it is not."""
    if way.aside is None or way.does is None:
        return None
    settles = not way.only_asks
    return Work(way.does, visit, event, settles=settles, is_aside=True, failure=way.aside)


def _trail(chart: Chart, place: Place, to: Place, before: Visit, after: Visit) -> tuple[Stop, ...]:
    """Remember the stop that is left; home begins a new trail, and who is back there is back."""
    if to == chart.start:
        return ()
    trail = after.trail
    if place.is_stop and (to != place or _is_other_title(before.search, after.search)):
        trail = (*trail, Stop(place.name, before.search.left))[-LONGEST_TRAIL:]
    is_back = bool(trail) and trail[-1] == Stop(to.name, after.search.left)
    return trail[:-1] if is_back else trail


def _is_other_title(before: Search, after: Search) -> bool:
    """From a set to its volume, from one edition to another."""
    titles = [each.chosen.title.id for each in (before, after) if each.chosen is not None]
    return len(set(titles)) > 1


def _back(chart: Chart, visit: Visit, event: Event) -> Step:
    """Return to the last stop that is still open, as it was; home where there is none."""
    after = visit.after(event)
    trail = after.trail
    while trail and not _is_open(chart, trail[-1], after):
        trail = trail[:-1]
    if not trail:
        return Step(chart.start, replace(after, search=Search(), trail=()))
    stop = trail[-1]
    to, after = chart.place(stop.place), replace(after, trail=trail[:-1], search=stop.search)
    work = (Work(to.does, after, event),) if to.does and to.looks_again else ()
    return Step(to, after, work)


def _is_open(chart: Chart, stop: Stop, visit: Visit) -> bool:
    only_signed = any(group.only_signed for group in chart.groups(chart.place(stop.place)))
    return visit.signed is not None or not only_signed
