"""What can be done with a reservation, where its choices have a page of their own."""

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button, Kind, Label


class ReservationDeeds(Part):
    """How it will be collected, and two keys: to change that, and to cancel it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wished = Label("name")
        self.changed = Label(ink="ok", bold=True)
        self.cancel = Button(kind=Kind.DANGER, icon="x", role="name")
        self.change = Button(kind=Kind.PRIMARY, role="name")
        self._column, self._keys = QVBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.wished)
        self._column.addWidget(self.changed)
        self._column.addStretch(1)
        self._column.addLayout(self._keys)
        self._keys.addWidget(self.cancel, 1)
        self._keys.addWidget(self.change, 1)

    def show_deeds(self, wished: str, changed: str, change: str, cancel: str) -> None:
        """changed: said where it was changed a moment ago."""
        self.wished.show_text(wished)
        self.changed.show_text(changed)
        self.changed.setVisible(bool(changed))
        self.change.show_text(change)
        self.cancel.show_text(cancel)

    def arrange(self, style: Style) -> None:
        way = QBoxLayout.Direction
        self._keys.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        self._keys.setSpacing(style.gap)
        self._column.setSpacing(style.gap)
