"""The answers of one question, of which one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from kiosk.events import Event
from kiosk.ui.look.style import Style
from kiosk.ui.parts.answer_row import AnswerRow, Choice
from kiosk.ui.parts.paged import Paged
from kiosk.words.words import Words


@dataclass(frozen=True, slots=True)
class Answer:
    """One row, and the event that its touch says."""

    choice: Choice
    says: Event
    is_chosen: bool = False


class ChoiceList(Paged):
    """Rows stay the same while the answers do, so that a finger never meets another one."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.answers: tuple[Answer, ...] = ()
        self.choices: list[AnswerRow] = []
        self.is_stacked = False  # what happens always stands below the name

    def show_answers(self, answers: Sequence[Answer]) -> None:
        if [each.says for each in answers] != [each.says for each in self.answers]:
            self.choices = [AnswerRow(answer.says) for answer in answers]
            self.show_rows(self.choices)
        self.answers = tuple(answers)
        if self.has_style:
            self.arrange(self.style_now)

    def arrange(self, style: Style) -> None:
        """The names of all rows stand in one column where they have an icon."""
        for row, answer in zip(self.choices, self.answers, strict=True):
            row.stack(is_stacked=self.is_stacked)
            row.show_choice(answer.choice, is_chosen=answer.is_chosen)
        widest = max((row.name_width() for row in self.choices), default=0)
        for row, answer in zip(self.choices, self.answers, strict=True):
            if answer.choice.icon:
                lined_up = replace(answer.choice, name_px=widest)
                row.show_choice(lined_up, is_chosen=answer.is_chosen)
        super().arrange(style)

    def _height(self, row: QWidget, width: int) -> int:
        if isinstance(row, AnswerRow) and not self.is_tight:
            return row.wanted_height(width)
        return super()._height(row, width)
