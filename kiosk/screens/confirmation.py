"""The reservation is made: the stamp, what happens next, the slip, and the way out."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.errors import DeviceGone, NotPrinted
from kiosk.domain.slips import Slip
from kiosk.events import LogoutAsked, MyLibraryAsked, SearchOpened, SlipAsked, UndoAsked
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.qr_picture import QrPicture
from kiosk.ui.parts.slip_picture import SlipPicture
from kiosk.ui.parts.surface import Surface
from kiosk.ui.parts.what_was_done import WhatWasDone
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Visit
from kiosk.words.errors import Explanation, explain
from kiosk.words.helping import Topic
from kiosk.words.printing import why_no_slip
from kiosk.words.words import Words

_LEFT, _RIGHT = 118, 62  # parts of the width
_SLIP, _LOW_SLIP, _LOWEST_SLIP = 640, 440, 250  # px high, at most
_CODE, _LOW_CODE, _LOWEST_CODE = 320, 200, 150  # px high, at most; 37 mm can be read
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_BESIDE = Qt.AlignmentFlag.AlignLeft
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class ConfirmationScreen(Screen):
    """What was done can be undone here, without any hurry. A missing slip undoes nothing."""

    help_topic = Topic.RESERVING

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.done = WhatWasDone(words)
        self.mistaken, self.undo_here = Label("name", bold=True), Label("label", ink="ink2")
        self.undo = Button(says=UndoAsked(), icon="undo", role="name")
        self.code, self.code_says = QrPicture(), Label("label", align=_MIDDLE)
        self.search = Button(says=SearchOpened(), icon="search", role="name", align=_BESIDE)
        self.mine = Button(says=MyLibraryAsked(), icon="person", role="name", align=_BESIDE)
        self.leave = Button(
            says=LogoutAsked(), icon="logout", role="name", kind=Kind.PRIMARY, align=_BESIDE
        )
        self.slip = SlipPicture()
        self.take_slip = Label("name", bold=True, align=_MIDDLE)
        self.no_name = Label("cap", ink="ink2", align=_MIDDLE)
        self.trouble = Explained(Tone.HINT, "printer")
        self.print_again = Button(says=SlipAsked(), icon="printer")
        self._build()

    def _build(self) -> None:
        self._page = QBoxLayout(_ACROSS, self)
        self._left, self._foot = QVBoxLayout(), QBoxLayout(_ACROSS)
        self._left.addWidget(self.done, 1)
        self._left.addWidget(self._undo_card())
        self._foot.addWidget(self._code_card(), 2)
        self._keys = QGridLayout()
        for at, key in enumerate((self.search, self.mine, self.leave)):
            self._keys.addWidget(key, at, 0)
        self._foot.addLayout(self._keys, 3)
        self._left.addLayout(self._foot)
        self._page.addLayout(self._left, _LEFT)
        self._page.addWidget(self._slip_card(), _RIGHT)

    def _undo_card(self) -> Surface:
        self.undo_card = Surface()
        self._undo_row = QHBoxLayout(self.undo_card)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.mistaken)
        texts.addWidget(self.undo_here)
        self._undo_row.addLayout(texts, 1)
        self._undo_row.addWidget(self.undo)
        return self.undo_card

    def _code_card(self) -> Surface:
        self.code_card = Surface()
        self._code_column = QVBoxLayout(self.code_card)
        self._code_column.addWidget(self.code, 1)
        self._code_column.addWidget(self.code_says)
        return self.code_card

    def _slip_card(self) -> Surface:
        self.slip_card = Surface()
        self._slip_column, self._beside_slip = QBoxLayout(_DOWN, self.slip_card), QBoxLayout(_DOWN)
        self._slip_column.addStretch(0)
        self._slip_column.addWidget(self.slip, 8)
        self._slip_column.addLayout(self._beside_slip)
        for part in (self.trouble, self.take_slip, self.no_name, self.print_again):
            self._beside_slip.addWidget(part)
        self._slip_column.addStretch(1)
        return self.slip_card

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart confirms only to who signed in"
        reservation = visit.signed.last_reservation
        if reservation is not None:
            self.done.show_done(reservation, visit)
        self._show_undo(visit, can_undo=visit.signed.undoable is not None)
        self._show_keys(visit)
        self._show_slip(visit.signed.slip)
        self._show_printing(visit)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_undo(self, visit: Visit, *, can_undo: bool) -> None:
        words = self.words
        self.undo.setVisible(can_undo)
        self.mistaken.show_text(words("Was it a mistake?"))
        self.undo_here.show_text(words("Here you can take it back."))
        self.undo.show_text(words("Undo"))
        if visit.premises.is_line_down:
            self.undo.turn_off(words("The line is down."))
        else:
            self.undo.turn_on()

    def _show_keys(self, visit: Visit) -> None:
        words = self.words
        self.search.show_text(words("Search for more books"))
        self.mine.show_text(words("See My Library"))
        self.leave.show_text(words("Sign out and finish"))
        if visit.premises.is_line_down:
            self.mine.turn_off(words("The line is down."))
        else:
            self.mine.turn_on()

    def _show_slip(self, slip: Slip | None) -> None:
        words = self.words
        self.slip.show_slip(slip.picture if slip else b"", slip.text if slip else "")
        self.code.show_code(slip.qr if slip else b"", words("QR code with the words of the slip"))
        self.code_says.show_text(words("The same for your phone"))

    def _show_printing(self, visit: Visit) -> None:
        """Without paper the QR code says the same; a printer that works can be asked again."""
        words, trouble = self.words, visit.trouble
        self.trouble.explain(_explained(words, visit), Tone.HINT, "printer")
        self.take_slip.show_text(words("Please take your slip"))
        self.no_name.show_text(words("Your name is not printed"))
        self.take_slip.setVisible(trouble is None)
        self.no_name.setVisible(trouble is None)
        self.print_again.show_text(words("Print once more"))
        has_no_slip = isinstance(trouble, NotPrinted | DeviceGone)
        can_print = why_no_slip(words, visit.premises.devices) is None
        self.print_again.setVisible(has_no_slip and can_print)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        is_tall, has_trouble = style.is_portrait, not self.trouble.isHidden()
        is_wide = style.is_large and not is_tall  # the keys two in a row, trouble in one line
        is_stacked = is_tall or (is_wide and has_trouble)
        self._page.setDirection(_DOWN if is_stacked else _ACROSS)
        is_beside, is_low = self._has_words_beside_slip, is_wide and has_trouble
        self._slip_column.setDirection(_ACROSS if is_beside or is_low else _DOWN)
        self._beside_slip.setDirection(_ACROSS if is_low else _DOWN)
        for at, part in enumerate((0, 1, 2, 0) if is_beside else (0, 8, 0, 1)):
            self._slip_column.setStretch(at, part)
        self._space(style)
        self.done.arrange(style)
        self.slip_card.setVisible(True)
        self.slip.setVisible(not self.slip.is_empty)
        self.code_card.setVisible(not self.code.is_empty)
        self.code.setMaximumHeight(_LOW_CODE if is_wide else _CODE)
        self._place_foot(is_stacked=is_stacked, is_wide=is_wide)
        for key in (self.search, self.mine, self.leave):
            key.setVisible(True)
        self._place_keys(is_wide=is_wide)
        for high in (_LOW_SLIP, _LOWEST_SLIP) if is_tall or has_trouble else (_SLIP,):
            self.slip.setMaximumHeight(high)
            make_room(self, *self._first_to_go())
            if not self.slip.isHidden():
                break
        if self.slip.isHidden() and not (is_beside or is_low):
            self._slip_column.setStretch(0, 1)  # the words alone stand in the middle
        self._squeeze(is_wide=is_wide, has_trouble=has_trouble)

    @property
    def _has_words_beside_slip(self) -> bool:
        style = self.style_now
        return style.is_large and style.is_portrait and self.trouble.isHidden()

    def _squeeze(self, *, is_wide: bool, has_trouble: bool) -> None:
        """What the bar or the slip offers too gives way to what is said."""
        for key in (self.search, self.mine):
            if not fits(self):
                key.setVisible(False)
                self._place_keys(is_wide=is_wide)
        if not fits(self):
            self.code.setMaximumHeight(_LOWEST_CODE)
            self.done.say_smaller("label")
        if not has_trouble and not self.code.is_empty:
            make_room(self, self.code_card)

    def _space(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(1), style.margin, style.space(3))
        self._page.setSpacing(style.grid("gutter"))
        self._left.setSpacing(style.gap)
        self._foot.setSpacing(style.gap)
        self._keys.setSpacing(style.gap)
        inner, above = style.space(4), style.space(3)
        for column in (self._undo_row, self._code_column, self._slip_column):
            column.setContentsMargins(inner, above, inner, above)
            column.setSpacing(style.space(1))
        if style.is_large and not style.is_portrait:
            if not self.trouble.isHidden():  # in one line, as low as can be
                self._slip_column.setContentsMargins(0, 0, 0, 0)
            self._page.setSpacing(style.gap)
            self._page.setContentsMargins(style.margin, 0, style.margin, style.space(2))

    def _place_foot(self, *, is_stacked: bool, is_wide: bool) -> None:
        """The keys stand lowest, below the slip too."""
        for line in (self._left, self._page):
            line.removeItem(self._foot)
        (self._page if is_stacked else self._left).addLayout(self._foot)
        self._foot.setStretch(0, 2)
        self._foot.setStretch(1, 7 if is_wide else 5 if is_stacked else 3)

    def _place_keys(self, *, is_wide: bool) -> None:
        """One below the other; two in a row, with undo among them, where height is dear."""
        can_undo = not self.undo.isHidden()
        self.undo_card.setVisible(can_undo and not is_wide)
        offered = (self.search, self.mine, self.leave)
        keys = [key for key in offered if not key.isHidden()]
        if is_wide and can_undo:
            keys.insert(0, self.undo)
        elif self.undo.parentWidget() is not self.undo_card:
            self._undo_row.addWidget(self.undo)
            self.undo.setVisible(can_undo)
        for key in (*offered, *keys):
            self._keys.removeWidget(key)
        columns = 2 if is_wide else 1
        for at, key in enumerate(keys):
            is_last_alone = at == len(keys) - 1 and at % columns == 0
            self._keys.addWidget(
                key, at // columns, at % columns, 1, columns if is_last_alone else 1
            )

    def _first_to_go(self) -> list[QWidget]:
        """The slip lies in the patron's hand, so its picture leaves first where it is large."""
        slip = [] if self.slip.is_empty else [self.slip]
        pictures = [*slip, self.done.stamp]
        if self._has_words_beside_slip:
            pictures.reverse()
        slip_card = [] if not self.trouble.isHidden() else [self.slip_card]
        on_card = [] if self.undo_card.isHidden() else [self.undo_here, self.mistaken]
        return [
            *pictures,
            *self.done.hints,
            *slip_card,
            *on_card,
            self.code_says,
        ]


def _explained(words: Words, visit: Visit) -> Explanation | None:
    """What did not go on; of a printer that is gone, why."""
    trouble = visit.trouble
    if not isinstance(trouble, DeviceGone):
        return explain(words, trouble) if trouble is not None else None
    return Explanation(
        why_no_slip(words, visit.premises.devices) or words("The printer is not working."),
        words("What the slip says stands on the screen. Please take the QR code along."),
    )
