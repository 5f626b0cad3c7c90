"""How a widget learns the style of the moment: from the nearest one above that was given it."""

from typing import ClassVar, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.look.style import Style


class Styled:
    """Beside a Qt class: a widget that takes its colours, letters and measures from a style."""

    style_given: Style | None = None
    style_known: tuple[int, Style] | None = None  # and after how many changes it was found
    style_changes: ClassVar[int] = 0  # of anybody's style, or of who stands above whom

    @property
    def style_now(self) -> Style:
        """Raises LookupError while neither this widget nor one above it was given a style."""
        style = self._find_style()
        if style is None:
            raise LookupError(type(self).__name__)
        return style

    @property
    def has_style(self) -> bool:
        return self._find_style() is not None

    def restyle(self, style: Style) -> None:
        """Give a style to this widget and all below, which arrange themselves anew."""
        self.give_style(style)
        self.arrange(style)
        for child in cast("QWidget", self).findChildren(QWidget):
            if isinstance(child, Styled):
                child.give_style(None)
                child.arrange(style)

    def arrange(self, style: Style) -> None:
        """Called whenever look, orientation or size changed; set what depends on the style."""

    def give_style(self, style: Style | None) -> None:
        """For this widget and all below; None: that of who stands above."""
        self.style_given = style
        Styled.style_changes += 1

    def _find_style(self) -> Style | None:
        """Asked thousands of times while a page is laid out: once found, it is kept."""
        if self.style_known is not None and self.style_known[0] == Styled.style_changes:
            return self.style_known[1]
        style = self._look_for_style()
        self.style_known = None if style is None else (Styled.style_changes, style)
        return style

    def _look_for_style(self) -> Style | None:
        widget: QWidget | None = cast("QWidget", self)
        while widget is not None:
            if isinstance(widget, Styled) and widget.style_given is not None:
                return widget.style_given
            widget = widget.parentWidget()
        return None


class Part(QWidget, Styled):
    """A widget made of others: arranged before it is first seen, and at every new style."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange:
            Styled.style_changes += 1
        if event.type() == QEvent.Type.Polish and self.has_style:
            self.arrange(self.style_now)
        return super().event(event)
