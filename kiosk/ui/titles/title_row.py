"""One title of an answer: a book, its words, where it is, and the label on its spine."""

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import Language, TextSize
from kiosk.domain.titles import FoundTitle, Title
from kiosk.events import TitleChosen
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.covers.spine_label import SpineLabel
from kiosk.ui.keys.row import Row, RowLabel
from kiosk.ui.lettering.fitted import SMALLEST
from kiosk.ui.look.style import Style
from kiosk.ui.titles.state import state_and_place
from kiosk.ui.titles.whereabouts import COLOURS, Shape
from kiosk.words.readings import credited, maker_name, reading_of, reads_kana
from kiosk.words.words import Words

_HEIGHTS = (144, 172, 204, 220)  # px, at the four text sizes
_PORTRAIT_HEIGHTS = (200, 230, 280, 330)
_EDGE, _GAP = 20, 26
_STATE_WIDTHS = (404, 470, 560, 0)  # at the largest text the state stands below the title
_FOOT = 4  # px kept free below words and below the state
_STEP = 2


class TitleRow(Row):
    """Says TitleChosen. The title is wrapped or set smaller, never cut."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._found: FoundTitle | None = None
        self._cover = Cover(CoverSize.ROW, self)
        self._reading = RowLabel("cap", "ink2", parent=self)
        self._name = RowLabel("lead", bold=True, parent=self)
        self._makers = RowLabel("label", "ink2", parent=self)
        self._shape = Shape(parent=self)
        self._state = RowLabel("name", bold=True, parent=self)
        self._place = RowLabel("label", parent=self)
        self._label = SpineLabel(words, parent=self)

    def show_title(self, found: FoundTitle) -> None:
        title, availability = found.title, found.availability
        self._found = found
        self.says = TitleChosen(title.id)
        whereabouts = availability.whereabouts
        self._cover.show_title(title)
        self._reading.show_text(reading_of(self._words, title))
        self._name.show_text(title.name)
        self._shape.show_whereabouts(whereabouts)
        self._shape.setVisible(not found.parts)
        self._state.show_ink("ink" if found.parts else COLOURS[whereabouts])
        state, place = state_and_place(self._words, found)
        self._state.show_text(state)
        self._place.show_text(place)
        self._label.show_call_number(title.call_number)
        self.say_name(self._sentence())
        if self.has_style:
            self.arrange(self.style_now)

    # ---- placing
    def arrange(self, style: Style) -> None:
        if self._found is not None:
            self._makers.show_text(_makers(self._words, self._found.title, style))
        super().arrange(style)

    def place(self, box: QRectF) -> None:
        style = self.style_now
        if self._found is None:
            return
        cover = self._cover
        is_narrow = style.is_portrait and style.look.size is TextSize.LARGEST
        cover.setVisible(not is_narrow)
        cover.move(round(box.left()) + _EDGE, round(box.center().y() - cover.height() / 2))
        label = self._label
        label.move(
            round(box.right()) - _EDGE - label.width(),
            round(box.center().y() - label.height() / 2),
        )
        left = cover.x() + (0 if is_narrow else cover.width() + _GAP)
        right = label.x() - _GAP
        has_two_columns = not style.is_portrait and style.look.size < TextSize.LARGEST
        if has_two_columns:
            state_width = _STATE_WIDTHS[style.look.size]
            self._place_words(box, left, right - state_width - _GAP)
            self._place_state(box, right - state_width, right)
        else:
            below = self._place_line(box, left, right)
            self._place_words(QRectF(box.left(), box.top(), box.width(), below), left, right)

    def _place_words(self, box: QRectF, left: float, right: float) -> None:
        """Title, then what else there is room for: first the reading goes, then the makers."""
        width = right - left
        room = box.height() - _FOOT
        others = self._wanted_beside_title()
        px: int | None = None
        while self._needed((*others, self._name), width) > room:
            if others:
                others = others[1:]
                continue
            px = (px or self._name.letters.px) - _STEP
            if px < SMALLEST:
                break
            self._name.shrink_to(px)
        shown = [
            part
            for part in (self._reading, self._name, self._makers)
            if part in others or part is self._name
        ]
        for part in (self._reading, self._makers):
            part.setVisible(part in shown)
        y = box.top() + (box.height() - self._needed(tuple(shown), width)) / 2
        for part in shown:
            y = part.put(left, y, width)

    def _wanted_beside_title(self) -> tuple[RowLabel, ...]:
        """The parts around the title, the first to go first."""
        self._name.shrink_to(None)
        wanted = []
        style = self.style_now
        has_room = not style.is_portrait or not reads_kana(self._words)
        if self._reading.text() and has_room and style.look.size < TextSize.LARGEST:
            wanted.append(self._reading)
        if self._makers.text():
            wanted.append(self._makers)
        return tuple(wanted)

    @staticmethod
    def _needed(parts: tuple[RowLabel, ...], width: float) -> float:
        return sum(part.setting(round(width)).height for part in parts)

    def _place_state(self, box: QRectF, left: float, right: float) -> None:
        """Shape, word and place in a column of their own."""
        shape = self._shape
        shape.move(round(left), round(box.center().y() - shape.height() / 2))
        x = self._beside_shape(left, 16)
        parts = self._state_parts(right - x, box.height())
        y = box.center().y() - self._needed(parts, right - x) / 2
        for part in parts:
            y = part.put(x, y, right - x)

    def _place_line(self, box: QRectF, left: float, right: float) -> float:
        """Shape, word and place under the title; gives the height that is left above."""
        shape, x = self._shape, self._beside_shape(left, 14)
        width = right - x
        parts = self._state_parts(width, 0.6 * box.height())
        state = self._state.setting().width + 1
        place = self._place.setting().width + 1
        is_one_line = len(parts) == 2 and state + 20 + place <= width
        is_one_line = is_one_line and self.style_now.look.size is TextSize.LARGEST
        needed = self._needed(parts[:1] if is_one_line else parts, width)
        top = box.bottom() - needed - _FOOT
        shape.move(round(left), round(top + needed / 2 - shape.height() / 2))
        y = self._state.put(x, top, state if is_one_line else width)
        if is_one_line:
            self._place.put(x + state + 20, top, place)
        elif len(parts) == 2:
            self._place.put(x, y, width)
        return top - box.top()

    def _beside_shape(self, left: float, gap: float) -> float:
        """Where the state begins; a set has none of its own, and no shape."""
        return left if self._found and self._found.parts else left + self._shape.width() + gap

    def _state_parts(self, width: float, height: float) -> tuple[RowLabel, ...]:
        """Word and place, as small as their column asks."""
        self._place.setVisible(bool(self._place.text()))
        parts = tuple(part for part in (self._state, self._place) if part.text())
        for part in parts:
            part.shrink_to(None)
        while self._needed(parts, width) > height and self._state.letters.px > SMALLEST:
            for part in parts:
                part.shrink_to(max(SMALLEST, part.letters.px - _STEP))
        return parts

    # ---- words
    def _sentence(self) -> str:
        assert self._found is not None, "a row is named once it shows a title"
        title = self._found.title
        reading = "" if reads_kana(self._words) else reading_of(self._words, title)
        makers = (maker_name(self._words, maker) for maker in title.creators)
        parts = (reading, title.name, *makers, title.publisher)
        year = str(title.year) if title.year else ""
        said = (*parts, year, self._state.text(), self._place.text(), str(title.call_number))
        comma = ", " if self._words.language is Language.ENGLISH else "、"
        return comma.join(filter(None, said))


def row_height(style: Style) -> int:
    """How high every row of an answer is."""
    return (_PORTRAIT_HEIGHTS if style.is_portrait else _HEIGHTS)[style.look.size]


def _makers(words: Words, title: Title, style: Style) -> str:
    """Who, publisher in letters that the patron reads, year; at the largest text only who."""
    makers = "　".join(credited(words, maker) for maker in title.creators[:2])
    if style.look.size is TextSize.LARGEST:
        return makers
    publisher = title.publisher if reads_kana(words) or title.publisher.isascii() else ""
    edition = f"{publisher} {title.year or ''}".strip()
    return "　".join(filter(None, (makers, edition)))
