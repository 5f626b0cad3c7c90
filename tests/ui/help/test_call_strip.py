"""How a librarian is called, and what the patron reads meanwhile."""

import pytest
from pytestqt.qtbot import QtBot

from kiosk.domain.calls import CallId, CallState, LibrarianCall
from kiosk.events import CallTakenBack, Event, LibrarianCalled, ScreenName
from kiosk.premises import Calling, Premises
from kiosk.ui.help.call_strip import CallStrip
from kiosk.ui.look.theme import Theme
from kiosk.words.words import Words

WAITING = Calling(LibrarianCall(CallId("c")))
ON_THE_WAY = Calling(LibrarianCall(CallId("c"), CallState.ON_THE_WAY))


@pytest.fixture
def strip(qtbot: QtBot, words: Words, theme: Theme) -> CallStrip:
    strip = CallStrip(words)
    qtbot.addWidget(strip)
    strip.restyle(theme.of())
    strip.resize(1920, 160)
    strip.show()
    return strip


def keys_of(strip: CallStrip) -> set[object]:
    return {key.says for key in (strip.call, strip.take_back) if key.isVisible()}


@pytest.mark.rule("E5")
def test_whoever_does_not_understand_is_told_to_ask_the_staff(strip: CallStrip) -> None:
    strip.display(Premises(), ScreenName.TITLE)
    assert strip.said.text() == "わからないことは、職員におたずねください。"
    assert keys_of(strip) == {LibrarianCalled(ScreenName.TITLE)}
    assert strip.call.isEnabled()


@pytest.mark.parametrize(
    ("calling", "said"),
    [
        (Calling(is_asked=True), "職員をよんでいます。"),
        (WAITING, "職員をよんでいます。"),
        (ON_THE_WAY, "職員がまいります。"),
    ],
)
def test_while_a_librarian_is_called_the_call_can_be_taken_back(
    strip: CallStrip, calling: Calling, said: str
) -> None:
    strip.display(Premises(calling=calling), None)
    assert strip.said.text() == said
    assert keys_of(strip) == {CallTakenBack()}
    assert strip.take_back.isEnabled() == (not calling.is_asked)


def test_when_somebody_was_there_one_may_call_again(strip: CallStrip) -> None:
    strip.display(Premises(calling=ON_THE_WAY), None)
    strip.display(Premises(), None)
    assert strip.said.text() == "よびだしは終わりました。またよべます。"
    assert keys_of(strip) == {LibrarianCalled()}
    strip.open()
    strip.display(Premises(), None)
    assert strip.said.text() == "わからないことは、職員におたずねください。"


@pytest.mark.rule("E4")
def test_a_call_that_did_not_get_through_sends_to_the_counter_and_may_be_tried_again(
    strip: CallStrip,
) -> None:
    strip.display(Premises(calling=Calling(is_lost=True)), None)
    assert strip.said.text() == "つながりませんでした。カウンターへどうぞ。"
    assert strip.call.isEnabled()


@pytest.mark.rule("E4")
def test_without_the_line_the_key_is_dashed_and_says_where_to_go(strip: CallStrip) -> None:
    strip.display(Premises(is_line_down=True), None)
    assert not strip.call.isEnabled()
    assert strip.call.accessibleDescription() == "カウンターへおこしください"
    assert strip.said.text() == "回線が切れています"
    strip.display(Premises(), None)
    assert strip.call.isEnabled()


def test_a_call_from_before_the_line_went_is_still_told(strip: CallStrip) -> None:
    strip.display(Premises(is_line_down=True, calling=ON_THE_WAY), None)
    assert strip.said.text() == "職員がまいります。"
    assert not strip.take_back.isEnabled()


def test_the_keys_say_what_is_asked(strip: CallStrip) -> None:
    said: list[Event] = []
    strip.call.said.connect(said.append)
    strip.take_back.said.connect(said.append)
    strip.display(Premises(), ScreenName.RESERVE)
    strip.call.click()
    strip.display(Premises(calling=WAITING), ScreenName.RESERVE)
    strip.take_back.click()
    assert said == [LibrarianCalled(ScreenName.RESERVE), CallTakenBack()]
