"""Whom to ask when a reservation can no longer be changed here (rule V1)."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.branches import Branch
from kiosk.ui.look.style import Style
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label
from kiosk.words.places import branch_name
from kiosk.words.words import Words

_ICON = 64


class PhoneCard(Surface):
    """The counter first, for who does not telephone; then the number of the pickup branch."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.why = Label("lead", bold=True)
        self.counter = Label()
        self.phone = Label()
        self.number = Label("head", bold=True, numbers=True)
        self._icon = IconMark("tel", _ICON, "ink2")
        self._column, self._line = QVBoxLayout(self), QHBoxLayout()
        self._line.addWidget(self._icon)
        self._line.addWidget(self.number, 1)
        for part in (self.why, self.counter, self.phone):
            self._column.addWidget(part)
        self._column.addLayout(self._line)
        self._column.addStretch(1)

    def show_branch(self, why: str, branch: Branch) -> None:
        """why: what keeps it from being changed here."""
        words, name = self._words, branch_name(self._words, branch)
        self.why.show_text(why)
        self.counter.show_text(words("Ask the staff at the counter here,"))
        self.phone.show_text(words("or phone %(branch)s:", branch=name))
        self.number.show_text(branch.telephone)
        for part in (self.phone, self._icon, self.number):
            part.setVisible(bool(branch.telephone))
        if not branch.telephone:
            self.counter.show_text(words("Ask the staff at the counter."))

    def arrange(self, style: Style) -> None:
        side = style.space(5)
        above = style.space(2 if style.is_large else 4)
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(style.space(1))
        self._line.setSpacing(style.space(4))
