"""Help over any page: it covers the page, and leaves it as it was."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.events import Event, ScreenName
from kiosk.ui.help.answer_card import AnswerCard
from kiosk.ui.help.call_strip import CallStrip
from kiosk.ui.help.topic_keys import TopicKeys
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.page_head import PageHead
from kiosk.ui.parts.paged import Paged
from kiosk.ui.text import Button
from kiosk.visit import Visit
from kiosk.words.helping import Topic, questions_about, topic_name
from kiosk.words.words import Words

_BESIDE = QBoxLayout.Direction.LeftToRight


class HelpSheet(Part):
    """Stands between band and bar; topics beside or below their answers, where both have room."""

    said = Signal(object)
    closed = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._topic = Topic.START
        self._is_choosing = False
        self.is_open = False
        self._head = PageHead()
        self.topics, self.answers = TopicKeys(words), Paged(words)
        self.others, self.close_key = Button(icon="grid"), Button(icon="x")
        self.strip = CallStrip(words, self.others, self.close_key)
        self._page, self._body, self._both = QVBoxLayout(self), QVBoxLayout(), QBoxLayout(_BESIDE)
        for pages in (self.topics, self.answers):
            pages.setMinimumHeight(1)  # what has no room is on the next page
        self._both.addWidget(self.topics, 2)
        self._both.addWidget(self.answers, 3)
        self._body.addWidget(self._head)
        self._body.addLayout(self._both, 1)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addLayout(self._body, 1)
        self._page.addWidget(self.strip)
        self.topics.chosen.connect(self.show_topic)
        self.others.clicked.connect(self._choose)
        self.close_key.clicked.connect(self.closed)
        self.hide()

    def say(self, event: Event) -> None:
        self.said.emit(event)

    # ---- being told
    def open_at(self, topic: str) -> None:
        """Tell about this topic first; about the beginning where it has no such name."""
        self.is_open = True
        self.strip.open()
        self.show_topic(topic)

    def close_help(self) -> None:
        self.is_open = False
        self.hide()

    def take_keyboard(self) -> None:
        """Whoever walks by keyboard goes on here."""
        self.close_key.setFocus()

    def display(self, visit: Visit, screen: ScreenName | None) -> None:
        """In the language of now; the topic and its page stay."""
        self._name_parts()
        self.strip.display(visit.premises, screen)

    def show_topic(self, topic: str) -> None:
        self._topic = next((each for each in Topic if each == topic), Topic.START)
        self._is_choosing = False
        self.answers.page = 0
        self._name_parts()

    def _choose(self) -> None:
        self._is_choosing = True
        self._name_parts()

    def _name_parts(self) -> None:
        words = self._words
        name = topic_name(words, self._topic)
        is_list = self._is_choosing and not self._has_both
        self._head.show_head(words("Help") if is_list else name)
        self.others.show_text(words("Topics"))
        self.close_key.show_text(words("Close"))
        self.topics.display(self._topic)
        asked = questions_about(words, self._topic)
        self.answers.show_rows([AnswerCard(question) for question in asked])
        self._show_parts()

    # ---- where it stands
    @property
    def _has_both(self) -> bool:
        """Whether topics and answers are seen together."""
        return self.has_style and not self.style_now.is_large

    def arrange(self, style: Style) -> None:
        margin = style.margin
        self._body.setContentsMargins(margin, style.space(3), margin, style.space(3))
        self._body.setSpacing(style.space(3))
        way = QBoxLayout.Direction
        self._both.setDirection(way.BottomToTop if style.is_portrait else way.LeftToRight)
        self._both.setSpacing(style.space(5))
        self.topics.columns = 1 if style.is_portrait and style.is_large else 2
        self._name_parts()

    def _show_parts(self) -> None:
        self.topics.setVisible(self._has_both or self._is_choosing)
        self.answers.setVisible(self._has_both or not self._is_choosing)
        self.others.setVisible(not self._has_both and not self._is_choosing)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.style_now.colour("page"))
