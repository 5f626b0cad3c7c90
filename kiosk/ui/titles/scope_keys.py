"""Which part of the stock is searched: three keys, each with what would be found there."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Scope, ScopeCounts
from kiosk.events import Event, ScopeChosen
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.text import Button
from kiosk.words.names import name_of
from kiosk.words.words import Words

_PADDING, _TIGHT_PADDING = 14, 8


class ScopeKeys(Part):
    """Always visible beside a search. A page of results gives each key its own event."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._scope = Scope.ALL
        self._counts: ScopeCounts | None = None
        self.keys = {scope: Button(has_tick=True) for scope in Scope}
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        for scope, key in self.keys.items():
            key.padding = _PADDING
            key.says = ScopeChosen(scope)
            self._line.addWidget(key)

    def show_scope(
        self, scope: Scope, counts: ScopeCounts | None, says: dict[Scope, Event] | None = None
    ) -> None:
        """counts: None while nobody knows; says: what the keys say instead of ScopeChosen."""
        self._scope, self._counts = scope, counts
        for each, key in self.keys.items():
            key.says = (says or {}).get(each, ScopeChosen(each))
        self._tell()

    def arrange(self, style: Style) -> None:
        self._line.setSpacing(style.least_gap)
        is_tight = style.look.size is TextSize.LARGEST
        for key in self.keys.values():
            key.padding = _TIGHT_PADDING if is_tight else _PADDING
        self._tell()

    def _tell(self) -> None:
        for scope, key in self.keys.items():
            name = name_of(self._words, scope)
            key.show_text(name, count=str(self._counts.of(scope)) if self._counts else "")
            key.select(scope is self._scope)
