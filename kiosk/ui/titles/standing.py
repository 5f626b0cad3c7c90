"""Where a title is and what that means for the patron: a shape, a word, a shelf, one sentence."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.related import Related
from kiosk.domain.titles import Availability, FoundTitle, Holding, Whereabouts
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.surface import Surface
from kiosk.ui.text import Label
from kiosk.ui.titles.set_standing import set_next, set_place
from kiosk.ui.titles.state import parts_said
from kiosk.ui.titles.whereabouts import COLOURS, Shape
from kiosk.words.names import name_of
from kiosk.words.places import room_here, shelf_name
from kiosk.words.whereabouts import place_of, what_next
from kiosk.words.words import Words

_SHAPE = 60
_PIN = 56


class Standing(Part):
    """Shape and word with the place below, and the sign of the shelf where it stands here."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._headlines = ("", "")  # in full, and short for large letters
        self._shape = Shape(_SHAPE)
        self._state = Label("lead", bold=True)
        self._place = Label()
        self.sign = ShelfSign(words)
        self.has_sign = False  # whether there is a shelf to walk to
        self.next = Label()
        self._page, self._head = QVBoxLayout(self), QHBoxLayout()
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._state)
        told.addWidget(self._place)
        self._head.addWidget(self._shape)
        self._head.addLayout(told, 1)
        self._page.addLayout(self._head)
        self._page.addWidget(self.sign)
        self._page.addWidget(self.next)
        self._page.setContentsMargins(0, 0, 0, 0)

    def show_title(self, found: FoundTitle, related: Related) -> None:
        """Of a set: how many volumes, and that one is to be chosen."""
        words, availability = self._words, found.availability
        if related.parts:
            said = parts_said(words, found)
            self._tell((said, said), set_place(words, related.parts), "ink")
            self._show_sign(None)
            self.next.show_text(set_next(words, found))
            return
        whereabouts = availability.whereabouts
        short = name_of(words, whereabouts)
        is_here = whereabouts is Whereabouts.HERE
        shelf = shelf_here(availability)
        self._shape.show_whereabouts(whereabouts)
        self._tell(
            (words("On the shelf in this library") if is_here else short, short),
            place_of(words, availability),
            COLOURS[whereabouts],
        )
        self._show_sign(shelf)
        self.next.show_text(what_next(words, availability))

    def _tell(self, headlines: tuple[str, str], place: str, ink: str) -> None:
        self._headlines = headlines
        self._state.show_ink(ink)
        self._shape.setVisible(ink != "ink")
        self._place.show_text(place)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_sign(self, shelf: Holding | None) -> None:
        self.has_sign = shelf is not None
        if shelf is not None:
            self.sign.show_shelf(shelf)
        self.draw_sign(is_drawn=True)

    def draw_sign(self, *, is_drawn: bool) -> None:
        """The place as the sign of its shelf, or in a line where that has no room."""
        is_drawn = is_drawn and self.has_sign
        self.sign.setVisible(is_drawn)
        self._place.setVisible(bool(self._place.text()) and not is_drawn)

    def arrange(self, style: Style) -> None:
        self._page.setSpacing(style.gap if style.is_large else style.space(4))
        self._head.setSpacing(style.space(3))
        self._state.show_text(self._headlines[style.is_large])


class ShelfSign(Surface):
    """The shelf, as it is signed in the room: vermilion marks the place."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__("here", parent)
        self._words = words
        self._room = Label("name", ink="ink2")
        self._shelf = Label("head", ink="hereText", bold=True)
        self._row = QHBoxLayout(self)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self._room)
        told.addWidget(self._shelf)
        self._row.addWidget(IconMark("pin", _PIN, "here"))
        self._row.addLayout(told, 1)

    def show_shelf(self, holding: Holding) -> None:
        self._room.show_text(room_here(self._words, holding.branch, holding.floor))
        self._shelf.show_text(shelf_name(self._words, holding.shelf))

    def arrange(self, style: Style) -> None:
        side, above = style.space(4), style.space(2)
        self._shelf.role = "title" if style.is_large else "head"
        self._shelf.arrange(style)
        self._row.setContentsMargins(side, above, side, above)
        self._row.setSpacing(style.space(4))


def shelf_here(availability: Availability) -> Holding | None:
    """Where the patron can walk to now: a signed shelf of this branch, no closed stacks."""
    whereabouts = availability.whereabouts
    for holding in availability.holdings:
        can_be_read = holding.on_shelf or whereabouts is Whereabouts.REFERENCE
        can_be_reached = holding.is_here and not holding.is_closed_stacks
        if can_be_reached and can_be_read and holding.shelf:
            return holding
    return None
