"""Reserving: where to collect it, how to be told, and the sentence that will be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Options
from kiosk.domain.titles import Title
from kiosk.domain.waiting import Waiting
from kiosk.events import Confirmed, EditionChosen, Event
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.my_library.own_title import title_of
from kiosk.ui.parts.counting_sheet import CountingSheet
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.summary import Summary
from kiosk.ui.parts.two_questions import TwoQuestions
from kiosk.ui.parts.wish_answers import branch_chosen, contact_chosen, told_of_chosen
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Label
from kiosk.visit import MyLibrary, ReserveThis, Signed, Visit
from kiosk.words.errors import explain
from kiosk.words.helping import Topic
from kiosk.words.waiting import range_and_how
from kiosk.words.wishes import what_is_wished
from kiosk.words.words import Words


class ReserveScreen(Screen):
    """Two questions, and the strip that says what their answers will do."""

    help_topic = Topic.RESERVING

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.cover = Cover(CoverSize.HEAD)
        self.heading = Label("title", bold=True)
        self.facts = Label(ink="ink2")
        self.trouble = Explained(icon="x")
        self.any_edition = Button(has_tick=True)
        self.count_key = Button(icon="clock")
        self.counting = CountingSheet(words, self)
        self.count_key.clicked.connect(self.counting.open_sheet)
        self.questions = TwoQuestions(words, has_hurry=True)
        self.summary = Summary(Confirmed())
        self._is_asking = False  # confirmed, and not answered yet
        self._is_timed = False  # somebody waits already
        self._options: Options | None = None
        self._build()

    def _build(self) -> None:
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._content, self._head = QVBoxLayout(), QHBoxLayout()
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.heading)
        self._facts_line = QHBoxLayout()
        self._facts_line.addWidget(self.facts, 1)
        self._facts_line.addStretch(0)  # else nothing is as wide as the page without the facts
        names.addLayout(self._facts_line)
        names.addStretch(1)
        self._head.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(names, 1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.addLayout(self._head, 1)
        self._top.addWidget(self.any_edition)
        self._top.addWidget(self.count_key)
        self._content.addLayout(self._top)
        self._content.addWidget(self.trouble)
        self._content.addWidget(self.questions, 1)
        self._page.addLayout(self._content, 1)
        self._page.addWidget(self.summary)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        self._is_asking = self._is_asking and visit.trouble is None
        self.trouble.explain(explain(self.words, visit.trouble) if visit.trouble else None)
        options = visit.signed.options
        if options is not None:
            if options != self._options:
                self.questions.asks_pickup = visit.signed.pickup is None
            self._options = options
            title = wanted_title(visit, options)
            self._show_title(title)
            self._show_facts(options, title, waits_for(options, visit.signed))
            self._show_editions(options, visit.signed)
            self.questions.show_choices(
                options.pickups, options.notices, visit.signed.pickup, visit.signed.notice
            )
            self._show_summary(options, visit.signed)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_title(self, title: Title | None) -> None:
        if title is None:
            self.cover.show_back()
            self.heading.show_text(self.words("Reserve this title"))
            return
        self.cover.show_title(title)
        name = as_catalogued(title.name)
        self.heading.show_text(self.words("Reserve “%(title)s”", title=name))

    def _show_facts(self, options: Options, title: Title | None, wait: Waiting | None) -> None:
        words = self.words
        self.counting.show_waiting(wait)
        self.count_key.show_text(range_and_how(words, wait) if wait is not None else "")
        self._is_timed = wait is not None
        self.count_key.setVisible(self._is_timed)
        facts = [
            words.count("**%(num)d** person waits", "**%(num)d** people wait", options.waiting)
        ]
        if title is not None and title.creators:
            facts.insert(0, as_catalogued(title.creators[0].name))
        if options.left is not None:
            left = words.count(
                "you can reserve **%(num)d** more", "you can reserve **%(num)d** more", options.left
            )
            facts.append(left)
        self.facts.show_text("　・　".join(facts))

    def _show_editions(self, options: Options, signed: Signed) -> None:
        """Whoever wants the story and not the book waits less."""
        self.any_edition.says = EditionChosen(is_any=not signed.any_edition)
        self.any_edition.show_text(
            self.words.count(
                "Any edition (%(num)d other)",
                "Any edition (%(num)d others)",
                options.editions,
            )
        )
        self.any_edition.select(signed.any_edition)
        self.any_edition.setVisible(options.editions > 0)

    def _show_summary(self, options: Options, signed: Signed) -> None:
        words = self.words
        branch = branch_chosen(words, options.pickups, signed.pickup)
        contact = contact_chosen(options.notices, signed.notice)
        self.summary.show_summary(
            what_is_wished(words, branch, signed.notice, contact),
            self._what_is_later(signed),
            words("Reserve"),
            told=told_of_chosen(words, options.notices, signed.notice),
            is_ready=bool(branch) and signed.notice is not None,
        )
        self._show_reason(has_branch=bool(branch), has_notice=signed.notice is not None)

    def _what_is_later(self, signed: Signed) -> str:
        words = self.words
        if signed.any_edition:
            return words("The edition that is free first will come.")
        return words("Branch and notice can be changed later.")

    def _show_reason(self, *, has_branch: bool, has_notice: bool) -> None:
        """Why the key is dashed, if it is."""
        key = self.summary.button
        if self._is_asking:
            key.turn_off(self.words("Just a moment, please."))
        elif not has_branch:
            key.turn_off(self.words("First choose a branch."))
        elif not has_notice:
            key.turn_off(self.words("First choose how to be told."))

    # ---- saying
    def say(self, event: Event) -> None:
        if isinstance(event, Confirmed):
            self._is_asking = True
            self._show_reason(has_branch=True, has_notice=True)
        super().say(event)

    def closes_sheet(self) -> bool:
        is_open = self.counting.is_open
        self.counting.close_sheet()
        return is_open

    # ---- taking its place
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.counting.setGeometry(self.rect())

    def arrange(self, style: Style) -> None:
        """One question at a time where the letters are large, or where two have no room."""
        self._content.setContentsMargins(style.margin, style.space(1), style.margin, style.space(2))
        self._content.setSpacing(style.gap)
        self._head.setSpacing(style.space(4))
        self._place_count_key(style)
        way = QBoxLayout.Direction
        self._top.setDirection(way.TopToBottom if style.is_portrait else way.LeftToRight)
        self._top.setSpacing(style.gap)
        for is_single in (style.is_large, True):
            self.questions.place(style, self.size(), is_single=is_single)
            self.summary.tell(is_here=not self.questions.tells)
            is_largest = style.look.size is TextSize.LARGEST
            self.facts.setVisible(not is_largest)
            facts = () if is_largest else (self.facts,)
            key = (self.count_key,) if self._is_timed else ()
            make_room(self, *facts, self.cover, *self.questions.first_to_go, *key)
            if fits(self):
                break
        self.questions.lay_out()

    def _place_count_key(self, style: Style) -> None:
        """Beside the facts where a line of its own would cost an answer."""
        is_beside = style.is_portrait and not style.is_large
        for line in (self._facts_line, self._top):
            line.removeWidget(self.count_key)
        (self._facts_line if is_beside else self._top).addWidget(self.count_key)


def waits_for(options: Options, signed: Signed) -> Waiting | None:
    """How long it takes, where somebody waits already; None where nobody does."""
    time = options.time_any if signed.any_edition else options.time
    return time if time is not None and time.counted.ahead else None


def wanted_title(visit: Visit, options: Options) -> Title | None:
    """As looked at, or as in the patron's own lists; None where it is hidden, or not known."""
    is_again = isinstance(visit.purpose, ReserveThis) and visit.purpose.is_again
    mine = visit.signed.library if visit.signed is not None else MyLibrary()
    if is_again and mine.hides_titles:
        return None
    chosen = visit.search.chosen
    if chosen is not None and chosen.title.id == options.title:
        return chosen.title
    again = next((each for each in mine.cancelled if each.title == options.title), None)
    return title_of(again) if again is not None else None
