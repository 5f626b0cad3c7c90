"""One title: what it is, where it is, what to do; and what may be laid over it."""

from PySide6.QtGui import QResizeEvent

from kiosk.events import Event, LocationAsked
from kiosk.ui.parts.counting_sheet import CountingSheet
from kiosk.ui.parts.sheet import Sheet
from kiosk.ui.screen import Screen
from kiosk.ui.titles.phone_sheet import PhoneSheet
from kiosk.ui.titles.staff_sheet import StaffSheet
from kiosk.ui.titles.title_page import TitlePage
from kiosk.visit import Visit
from kiosk.words.helping import Topic
from kiosk.words.words import Words


class TitleScreen(Screen):
    """Says what is touched on the page. A sheet covers the page, and leaves it as it was."""

    help_topic = Topic.SHELF

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self._opened_title = ""
        self.page = TitlePage(words, self)
        self.staff_sheet, self.phone_sheet = StaffSheet(words, self), PhoneSheet(words, self)
        self.counting = CountingSheet(words, self)
        self._sheets: tuple[Sheet, ...] = (self.staff_sheet, self.phone_sheet, self.counting)
        self.page.card.staff.clicked.connect(lambda: self._lay_over(self.staff_sheet))
        self.page.card.time.key.clicked.connect(lambda: self._lay_over(self.counting))
        for sheet in self._sheets:
            sheet.closed.connect(self._uncover)

    def display(self, visit: Visit) -> None:
        found = visit.search.chosen
        assert found is not None, "the chart shows a title only once chosen"
        if found.title.id != self._opened_title:
            self._opened_title = found.title.id
            self.closes_sheet()
        self.page.show_visit(visit)
        self.staff_sheet.show_title(found, visit.trouble)
        self.phone_sheet.show_slip(visit.search.located.slip)
        self.counting.show_waiting(visit.times.of(found.title.id))

    def say(self, event: Event) -> None:
        super().say(event)
        if isinstance(event, LocationAsked):
            self._lay_over(self.phone_sheet)

    # ---- what lies over the page
    def closes_sheet(self) -> bool:
        is_open = any(sheet.is_open for sheet in self._sheets)
        for sheet in self._sheets:
            sheet.close_sheet()
        return is_open

    def _lay_over(self, sheet: Sheet) -> None:
        self.page.hide()
        sheet.open_sheet()
        sheet.close_key.setFocus()

    def _uncover(self) -> None:
        self.page.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.page, *self._sheets):
            part.setGeometry(self.rect())
