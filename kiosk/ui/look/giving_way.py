"""What leaves a page when the letters are so large that not everything has room."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLayout, QWidget


def make_room(page: QWidget, *first_to_go: QWidget) -> bool:
    """Show these parts, then hide as few as can be, the first of them first, until all fits.

    Give only what is wanted now: each of them is shown where there is room. What would make
    no room by leaving, because the page is full elsewhere, stays. Says whether all fits now:
    measuring a page is dear, so nobody asks it twice.
    """
    for part in page.findChildren(QWidget):
        part.ensurePolished()
    for part in first_to_go:
        part.setVisible(True)
    missing: int | None = _need(page)
    while missing:
        missing = _hide_one(page, first_to_go, missing)
    return missing == 0


def _hide_one(page: QWidget, first_to_go: Sequence[QWidget], missing: int) -> int | None:
    """Hide the first part that makes room by leaving: what is missing then; None: none does."""
    for part in first_to_go:
        if part.isHidden():
            continue
        part.setVisible(False)
        without = _need(page)
        if without < missing:
            return without
        part.setVisible(True)
    return None


def fits(page: QWidget) -> bool:
    """Whether all that is shown on the page has the room it asks for, in lines and in width."""
    return _need(page) == 0


def _need(page: QWidget) -> int:
    """How many px are missing, in height and in width together."""
    layout = page.layout()
    if layout is None:
        return 0
    missing = needed_height(layout, page.width()) - page.height()
    too_wide = layout.totalMinimumSize().width() - page.width()
    return max(0, missing) + max(0, too_wide)


def needed_height(layout: QLayout, width: int) -> int:
    """What everything that is shown asks for, at this width."""
    _forget_sizes(layout)
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalMinimumSize().height()


def _forget_sizes(layout: QLayout) -> None:
    """What was hidden a moment ago is still counted in the layouts above it."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget = item.widget()
        inner = item.layout() if widget is None else widget.layout()
        if inner is not None:
            _forget_sizes(inner)
        if widget is not None:
            widget.updateGeometry()
    layout.invalidate()
