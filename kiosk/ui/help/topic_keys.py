"""A key for each topic of help."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.paged import Paged
from kiosk.ui.text import Button
from kiosk.words.helping import Topic, topic_name
from kiosk.words.words import Words

_ICONS = {
    Topic.START: "search",
    Topic.SHELF: "pin",
    Topic.RESERVING: "book",
    Topic.MY_LIBRARY: "person",
    Topic.SIGNING_IN: "card",
    Topic.PRIVACY: "lock",
    Topic.ELSEWHERE: "map",
    Topic.SCREEN: "contrast",
}


class TopicKeys(Paged):
    """In two columns where there is room; the topic that is read now is selected."""

    chosen = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self._keys = {topic: self._key(topic) for topic in Topic}
        self.show_rows(tuple(self._keys.values()))

    def _key(self, topic: Topic) -> Button:
        key = Button(icon=_ICONS[topic], align=Qt.AlignmentFlag.AlignLeft)
        key.clicked.connect(lambda: self.chosen.emit(topic))
        return key

    def display(self, topic: Topic) -> None:
        for each, key in self._keys.items():
            key.show_text(topic_name(self._words, each))
            key.select(each is topic)
        self.lay_out()
