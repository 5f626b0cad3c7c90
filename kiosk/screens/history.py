"""The reading history of who keeps one: latest first, page by page."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from kiosk.events import DetailsAsked, HistoryWished
from kiosk.ui.details.read_row import ReadRow
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.my_library.library_tabs import EyeKey
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.paged import Paged
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class HistoryScreen(Screen):
    """Titles can be hidden from whoever stands behind; ending it erases all, and says so."""

    help_topic = Topic.MY_LIBRARY

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.name, self.note = Label("title", bold=True), Label("label", ink="ink2")
        self.trouble, self.empty = Explained(), Label()
        self.eye = EyeKey(words)
        self.settings = Button(says=DetailsAsked(), icon="back")
        self.end = Button(says=HistoryWished(keeps=False), kind=Kind.DANGER, icon="x")
        self.rows = Paged(words)
        self._page, self._keys = QVBoxLayout(self), QHBoxLayout()
        for key in (self.settings, self.eye, self.end):
            self._keys.addWidget(key)
        self._keys.addStretch(1)
        for part in (self.name, self.note, self.trouble, self.empty):
            self._page.addWidget(part)
        self._page.addWidget(self.rows, 1)
        self._page.addStretch(0)
        self._page.addLayout(self._keys)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        words, read = self.words, visit.signed.details.history
        is_hidden = visit.signed.library.hides_titles
        self.name.show_text(words("Reading history"))
        self.note.show_text(
            words.count(
                "%(num)d title. Stopping erases it.",
                "%(num)d titles, latest first. Stopping erases all of them.",
                len(read),
            )
        )
        self.empty.show_text(words("Nothing so far: what you return from now on is noted here."))
        self.settings.show_text(words("Your settings"))
        self.eye.show_hidden(is_hidden=is_hidden)
        self.end.show_text(words("Stop and erase"))
        self._show_trouble(visit)
        rows = [ReadRow(words) for _ in read]
        for number, (row, each) in enumerate(zip(rows, read, strict=True), 1):
            row.show_read(each, number, hides_title=is_hidden)
        self.rows.show_rows(rows)
        self.rows.setVisible(bool(read))
        self.empty.setVisible(not read)
        self._page.setStretch(self._page.count() - 2, 0 if read else 1)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_trouble(self, visit: Visit) -> None:
        trouble = visit.trouble
        said = explain(self.words, trouble) if trouble is not None else None
        self.trouble.explain(said)
        if visit.premises.is_line_down:
            self.end.turn_off(self.words("The line is down."))
        else:
            self.end.turn_on()

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.space(2), style.margin, style.space(2))
        self._page.setSpacing(style.space(2))
        self._keys.setSpacing(style.gap)
        self.rows.columns = 1 if style.is_portrait or style.is_large else 2
        make_room(self, self.note, self.name)
        self.rows.lay_out()  # now that every row knows its letters
