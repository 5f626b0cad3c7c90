"""What to do with a list of titles: take it along on a phone, or on paper."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.slips import Slip
from kiosk.events import ListSlipAsked
from kiosk.ui.look.style import Style
from kiosk.ui.parts.qr_picture import QrPicture
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Button, Kind, Label
from kiosk.words.words import Words

_LEAST_CODE = 411  # px: 137 modules of 3 px are read from half a metre


class ListCard(Surface):
    """Says ListSlipAsked. A list too long for one code has a key to the next one."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._slips: Sequence[Slip] = ()
        self._shown = 0
        self.how, self.again = Label("label"), Label("label", ink="ink2")
        self.code = QrPicture()
        self.code.setMinimumSize(_LEAST_CODE, _LEAST_CODE)
        self.next = Button(icon="next")
        self.print = Button(says=ListSlipAsked(), kind=Kind.PRIMARY, icon="printer")
        self.next.clicked.connect(self._show_next)
        self._line = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._beside = QVBoxLayout()
        self._line.addWidget(self.code, 1)
        for part in (self.how, self.again, self.next, self.print):
            self._beside.addWidget(part)
        self._line.addLayout(self._beside)

    @property
    def may_go(self) -> tuple[QWidget, ...]:
        """The code explains itself; how it comes back goes first."""
        return self.again, self.how

    def show_slips(self, slips: Sequence[Slip], *, is_empty: bool) -> None:
        """None while they are laid out."""
        words = self._words
        if slips != self._slips:
            self._slips, self._shown = slips, 0
        self.how.show_text(
            words("Please hold your phone’s camera over the code. It needs no network.")
        )
        self.again.show_text(words("Scan it from your phone here, and this list opens again."))
        self.print.show_text(words("Print the list"))
        if is_empty:
            self.print.turn_off(words("Nothing is on it yet."))
        else:
            self.print.turn_on()
        self._show_code()

    def _show_next(self) -> None:
        self._shown = (self._shown + 1) % max(1, len(self._slips))
        self._show_code()

    def _show_code(self) -> None:
        words, count = self._words, len(self._slips)
        slip = self._slips[self._shown] if self._slips else None
        self.code.show_code(slip.qr if slip else b"", slip.text if slip else "")
        self.next.setVisible(count > 1)
        self.next.show_text(words("Code %(num)d of %(all)d", num=self._shown + 1, all=count))

    def arrange(self, style: Style) -> None:
        way, is_tall = QBoxLayout.Direction, style.is_portrait
        self._line.setDirection(way.LeftToRight if is_tall else way.TopToBottom)
        within = style.space(3)
        self._line.setContentsMargins(within, within, within, within)
        self._line.setSpacing(style.gap)
        self._beside.setSpacing(style.gap)
