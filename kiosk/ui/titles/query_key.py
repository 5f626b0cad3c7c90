"""What was looked for, as a key that leads back to where it was said."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from kiosk.domain.conditions import conditions_of
from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Found
from kiosk.events import AdvancedOpened, SearchOpened
from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Face
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.lettering.fitted import fitted
from kiosk.ui.lettering.typesetting import Setting
from kiosk.words.searching import conditions_said
from kiosk.words.words import Words

_WIDTHS = (430, 430, 460, 300)  # px, at the four text sizes
_LEAST_WIDTH = 260
_ABOVE_AND_BELOW = 12


class QueryKey(Button):
    """A long text is set smaller, never cut."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            says=SearchOpened(),
            icon="search",
            role="lead",
            radius="field",
            align=Qt.AlignmentFlag.AlignLeft,
            parent=parent,
        )

    def show_found(self, words: Words, found: Found) -> None:
        """Words lead back to the board, conditions to the detailed search; several are counted.

        What a touch does is only spoken at the largest size.
        """
        query = found.query
        if query.text.strip() and not query.terms:  # what narrows it stands among the facets
            self.says = SearchOpened()
            self.show_text(as_catalogued(query.text), words("Change the words"))
        else:
            self.says = AdvancedOpened()
            several = len(conditions_of(query))
            said = conditions_said(words, query, found.branches)
            if several > 1:
                said = words.count("%(num)d condition", "%(num)d conditions", several)
            self.show_text(said, words("Change the conditions"))

    @property
    def _shown_second(self) -> str:
        return "" if self.style_now.look.size is TextSize.LARGEST else self._second

    def settings(self, width: int | None) -> tuple[Setting, ...]:
        style = self.style_now
        room = 10_000 if width is None else max(1, width - self._beside_words())
        high = max(self.sizeHint().height(), self.height()) - _ABOVE_AND_BELOW
        said = fitted(self._shown_second, style, "cap", room, 0.45 * high, factor=1.1)
        below = (said,) if self._shown_second else ()
        left = high - sum(line.height for line in below)
        return fitted(self._marked, style, "lead", room, left, bold=True, factor=1.1), *below

    def sizeHint(self) -> QSize:
        if not self.has_style:
            return QSize()
        style = self.style_now
        second = style.px("cap") if self._shown_second else 0
        high = round(1.1 * (style.px("lead") + second)) + 2 * _ABOVE_AND_BELOW
        return QSize(_WIDTHS[style.look.size], max(style.least_target, high))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, self.sizeHint().height()) if self.has_style else QSize()

    def heightForWidth(self, _width: int) -> int:
        return self.sizeHint().height()

    def face(self) -> Face:
        """Edged like a field that is typed in."""
        accent = self.style_now.colour("accent")
        return replace(super().face(), edge=accent, lip_colour=accent, stroke=4)
