"""One question with its answer, to be read."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label
from kiosk.words.helping import Question


class AnswerCard(Surface):
    def __init__(self, question: Question, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._page = QVBoxLayout(self)
        asked, answer = Label("name", bold=True), Label()
        for label, text in ((asked, question.asked), (answer, question.answer)):
            label.show_text(text)
            self._page.addWidget(label)

    def arrange(self, style: Style) -> None:
        around = style.space(3)
        self._page.setContentsMargins(style.space(4), around, style.space(4), around)
        self._page.setSpacing(style.space(0))
