"""What the tour goes to: every screen with every visit, then what may lie over any of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.events import HelpAsked, ScreenName
from kiosk.premises import Calling
from kiosk.ui.panel.look_panel import Choice
from kiosk.ui.panel.stage import Stage
from kiosk.visit import Visit
from kiosk.words.helping import Topic
from tests.screens.every_screen import every_visit

CURTAIN_S = 21
CALL = LibrarianCall(CallId("of nobody"))


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen with one visit, and what is then done to it."""

    name: str
    screen: ScreenName
    visit: Visit
    then: Callable[[Stage], None] | None = None


def scenes() -> Iterator[Scene]:
    visits = every_visit()
    for screen, named in visits.items():
        for name, visit in named.items():
            yield Scene("-".join(filter(None, (screen, name))), screen, visit)
    yield from _lying_over(visits[ScreenName.RESERVE][""], visits[ScreenName.RESULTS][""])


def _lying_over(reserving: Visit, found: Visit) -> Iterator[Scene]:
    line_down = replace(found, premises=replace(found.premises, is_line_down=True))
    yield Scene("over-curtain-signed-in", ScreenName.RESERVE, reserving, _fall_quiet)
    yield Scene("over-curtain-anonymous", ScreenName.RESULTS, found, _fall_quiet)
    for choice in Choice:
        yield Scene(f"over-panel-{choice.name.lower()}", ScreenName.RESULTS, found, _open(choice))
    yield Scene("over-line-down", ScreenName.RESULTS, line_down)
    called, coming = (
        replace(found, premises=replace(found.premises, calling=Calling(call)))
        for call in (CALL, replace(CALL, state=CallState.ON_THE_WAY))
    )
    yield Scene("over-call", ScreenName.RESULTS, coming)
    yield Scene("over-help", ScreenName.RESERVE, reserving, _ask_help(Topic.RESERVING))
    yield Scene("over-help-elsewhere", ScreenName.RESULTS, coming, _ask_help(Topic.ELSEWHERE))
    yield Scene("over-help-signing-in", ScreenName.RESULTS, called, _ask_help(Topic.SIGNING_IN))
    yield Scene("over-help-line-down", ScreenName.RESULTS, line_down, _ask_help(Topic.SHELF))
    yield Scene("over-help-topics", ScreenName.RESULTS, found, _list_topics)


def _fall_quiet(stage: Stage) -> None:
    stage.idle.fell_quiet.emit(CURTAIN_S)


def _open(choice: Choice) -> Callable[[Stage], None]:
    return lambda stage: stage.bar.panel_asked.emit(choice)


def _ask_help(topic: Topic) -> Callable[[Stage], None]:
    return lambda stage: stage.say(HelpAsked(topic))


def _list_topics(stage: Stage) -> None:
    stage.say(HelpAsked())
    stage.help.others.click()
