"""What leaves a page when the letters are so large that not everything has room."""

from PySide6.QtWidgets import QLayout, QWidget


def make_room(page: QWidget, *first_to_go: QWidget) -> None:
    """Show these parts, then hide one after the other, in this order, until the page fits.

    Give only what is wanted now: each of them is shown where there is room.
    """
    for part in first_to_go:
        part.setVisible(True)
    for part in first_to_go:
        if fits(page):
            return
        part.setVisible(False)


def fits(page: QWidget) -> bool:
    """Whether all that is shown on the page has the room it asks for, in lines and in width."""
    layout = page.layout()
    if layout is None:
        return True
    _forget_sizes(layout)
    if layout.totalMinimumSize().width() > page.width():
        return False
    return needed_height(layout, page.width()) <= page.height()


def needed_height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
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
        item.invalidate()
    layout.invalidate()
