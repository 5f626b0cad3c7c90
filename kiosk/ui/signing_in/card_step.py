"""The first step of signing in: what to do with the card, and that it was read."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.ui.look.style import Style
from kiosk.ui.parts.card_picture import CardPicture
from kiosk.ui.parts.step_heading import StepHeading
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Button, Label
from kiosk.words.words import Words

_PICTURE, _PICTURE_IN_PORTRAIT = 400, 240  # px high
_SEAL = "図"  # on the card in the picture, which is of no one library


class CardStep(Surface):
    """Before the card it says how; afterwards it is ticked, and another number can be typed."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self.heading = StepHeading(1)
        self.picture = CardPicture(words, _SEAL)
        self.how, self.my_number = Label(), Label("label", ink="ink2")
        self.never_read = Label("label", ink="ink2")
        self.again = Button(icon="card")
        self._column = QVBoxLayout(self)
        for part in (self.heading, self.picture, self.how, self.my_number):
            self._column.addWidget(part)
            if part in (self.heading, self.picture):
                self._column.addStretch(1)
        self._column.addWidget(self.never_read)
        self._column.addWidget(self.again)

    def show_read(self, *, is_read: bool, can_scan: bool = True, can_lay: bool = True) -> None:
        """can_scan, can_lay: whether the scanner and the card reader work; else: not offered."""
        words = self._words
        self.picture.show_read(is_read=is_read)
        self.picture.setVisible(can_scan or is_read)
        head = words("Hold up your card") if can_scan or is_read else words("Card number")
        self.heading.show_text(head, is_done=is_read)
        self.how.show_text(
            words("Hold the **barcode** of the card to the **red light** below.")
            if can_scan
            else words(
                "The barcode reader is not working now. Please type the number of your card."
            )
        )
        self.my_number.show_text(words("My Number card: lay it on the reader at the right."))
        self.never_read.show_text(words("Its 12-digit number is never read, asked for or stored."))
        self.again.show_text(words("Type another number"))
        self.again.setVisible(is_read)
        self.how.setVisible(not is_read)
        for part in (self.my_number, self.never_read):
            part.setVisible(can_lay and not is_read)

    def arrange(self, style: Style) -> None:
        side, above = style.space(5), style.space(4)
        self._column.setContentsMargins(side, above, side, above)
        self._column.setSpacing(style.space(2))
        self.picture.setFixedHeight(_PICTURE_IN_PORTRAIT if style.is_portrait else _PICTURE)
