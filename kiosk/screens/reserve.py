"""Reserving: where to collect it, how to be told, and the sentence that will be done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.domain.looks import TextSize
from kiosk.domain.reservations import Options, PickupOption
from kiosk.domain.titles import Title
from kiosk.events import Confirmed, Event, NoticeChosen, PickupChosen
from kiosk.ui.covers.cover import Cover, CoverSize
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.look.giving_way import fits, make_room
from kiosk.ui.look.style import Style
from kiosk.ui.parts.answer_row import Choice
from kiosk.ui.parts.choice_list import Answer, ChoiceList
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.summary import Summary
from kiosk.ui.screen import Screen
from kiosk.ui.text import Button, Label
from kiosk.ui.titles.whereabouts import branch_name
from kiosk.visit import Signed, Visit
from kiosk.words.errors import explain
from kiosk.words.names import name_of, what_happens
from kiosk.words.wishes import what_is_wished
from kiosk.words.words import Words

_ICONS = {
    NoticeMethod.EMAIL: "mail",
    NoticeMethod.TELEPHONE: "tel",
    NoticeMethod.MISSED_CALL: "missed",
    NoticeMethod.FAX: "fax",
    NoticeMethod.NONE: "none",
}
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_PICKUPS, _NOTICES = 11, 17  # parts of the width
_PICKUPS_PART = 0.25  # of the height in portrait, at most
_HIGHEST = 1 << 20


class ReserveScreen(Screen):
    """Two questions side by side; with large letters one at a time, both answers always seen."""

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.cover = Cover(CoverSize.HEAD)
        self.heading = Label("title", bold=True)
        self.facts = Label(ink="ink2")
        self.trouble = Explained(icon="x")
        self.pickup_tab, self.notice_tab = Button(), Button()
        self.where, self.how = Label("name", bold=True), Label("name", bold=True)
        self.pickups, self.notices = ChoiceList(words), ChoiceList(words)
        self.hurry_icon, self.hurry = IconMark("clock", 34, "ink2"), Label("label", ink="ink2")
        self.hurry_below = Label("label", ink="ink2")  # where one question is shown at a time
        self.summary = Summary(Confirmed())
        self._is_asking = False  # confirmed, and not answered yet
        self._asks_pickup = False  # the question shown, where only one has room
        self._options: Options | None = None
        self.pickup_tab.clicked.connect(lambda: self._turn_to(is_pickup=True))
        self.notice_tab.clicked.connect(lambda: self._turn_to(is_pickup=False))
        self._build()

    def _build(self) -> None:
        self._page = QVBoxLayout(self)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._content = QVBoxLayout()
        self._head, self._tabs = QHBoxLayout(), QBoxLayout(_ACROSS)
        self._questions = QBoxLayout(_ACROSS)
        names = _column(self.heading, self.facts, is_centred=True)
        names.setSpacing(0)
        self._head.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignVCenter)
        self._head.addLayout(names, 1)
        self._tabs.addWidget(self.pickup_tab, 1)
        self._tabs.addWidget(self.notice_tab, 1)
        self._hurry = QHBoxLayout()
        self._hurry.addWidget(self.hurry_icon, 0, Qt.AlignmentFlag.AlignTop)
        self._hurry.addWidget(self.hurry, 1)
        self._left, self._right = QWidget(), QWidget()
        self._left_column = _column(self.where, self.pickups, on=self._left)
        self._left_column.addLayout(self._hurry)
        self._right_column = _column(self.how, self.notices, on=self._right)
        self._questions.addWidget(self._left, _PICKUPS)
        self._questions.addWidget(self._right, _NOTICES)
        for row in (self._head, self._tabs):
            self._content.addLayout(row)
        self._content.insertWidget(1, self.trouble)
        self._content.addLayout(self._questions, 1)
        self._content.addWidget(self.hurry_below)
        self._page.addLayout(self._content, 1)
        self._page.addWidget(self.summary)

    # ---- being told
    def display(self, visit: Visit) -> None:
        assert visit.signed is not None, "the chart shows this only to who signed in"
        self._is_asking = self._is_asking and visit.trouble is None
        self.trouble.explain(explain(self.words, visit.trouble) if visit.trouble else None)
        if visit.search.chosen is not None:
            self._show_title(visit.search.chosen.title)
        if visit.signed.options is not None:
            if visit.signed.options != self._options:
                self._asks_pickup = visit.signed.pickup is None
            self._options = visit.signed.options
            self._show_facts(self._options, visit)
            self._show_answers(self._options, visit.signed)
            self._show_summary(self._options, visit.signed)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_title(self, title: Title) -> None:
        self.cover.show_title(title)
        name = as_catalogued(title.name)
        self.heading.show_text(self.words("Reserve “%(title)s”", title=name))

    def _show_facts(self, options: Options, visit: Visit) -> None:
        words, chosen = self.words, visit.search.chosen
        facts = [
            words.count("**%(num)d** person waits", "**%(num)d** people wait", options.waiting)
        ]
        if chosen is not None and chosen.title.creators:
            facts.insert(0, as_catalogued(chosen.title.creators[0].name))
        if options.left is not None:
            left = words.count(
                "you can reserve **%(num)d** more", "you can reserve **%(num)d** more", options.left
            )
            facts.append(left)
        self.facts.show_text("　・　".join(facts))

    def _show_answers(self, options: Options, signed: Signed) -> None:
        words = self.words
        self.where.show_text(words("1  Where will you collect it?"))
        self.how.show_text(words("2  How shall we tell you when it is ready?"))
        self.hurry.show_text(
            words("In a hurry? Please ask at the counter: it may be ready at once.")
        )
        self.hurry_below.show_text(words("In a hurry? Please ask at the counter."))
        self.pickups.show_answers(
            [
                Answer(
                    self._pickup(each),
                    PickupChosen(each.branch.id),
                    each.branch.id == signed.pickup,
                )
                for each in options.pickups
            ]
        )
        self.notices.show_answers(
            [
                Answer(self._notice(each), NoticeChosen(each.method), each.method is signed.notice)
                for each in options.notices
            ]
        )

    def _pickup(self, option: PickupOption) -> Choice:
        words = self.words
        first, last = option.days
        days = words("ready in %(first)d to %(last)d days", first=first, last=last)
        if last <= 1:
            days = words("ready today or tomorrow")
        return Choice(
            branch_name(words, option.branch),
            beside=words("this branch") if option.is_here else "",
            happens=days,
            why_not=name_of(words, option.why_not) if option.why_not else "",
        )

    def _notice(self, option: NoticeOption) -> Choice:
        words = self.words
        return Choice(
            name_of(words, option.method),
            happens=what_happens(words, option.method),
            contact=option.contact,
            why_not=name_of(words, option.why_not) if option.why_not else "",
            icon=_ICONS[option.method],
        )

    def _show_summary(self, options: Options, signed: Signed) -> None:
        words = self.words
        branch = _branch_of(words, options, signed)
        contact = next((n.contact for n in options.notices if n.method is signed.notice), "")
        self.summary.show_summary(
            what_is_wished(words, branch, signed.notice, contact),
            words("Branch and notice can be changed later."),
            words("Reserve"),
            is_ready=bool(branch) and signed.notice is not None,
        )
        self._show_reason(has_branch=bool(branch), has_notice=signed.notice is not None)
        self.pickup_tab.show_text(
            words("1  Collect: %(branch)s", branch=branch or words("please choose"))
        )
        notice = name_of(words, signed.notice) if signed.notice else words("please choose")
        self.notice_tab.show_text(words("2  Notice: %(notice)s", notice=notice))

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

    def _turn_to(self, *, is_pickup: bool) -> None:
        self._asks_pickup = is_pickup
        self.arrange(self.style_now)

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        """One question at a time where the letters are large, or where two have no room."""
        self._space(style)
        for is_single in (style.is_large, True):
            self._show_questions(is_single=is_single)
            self._set_direction(style, is_single=is_single)
            self._arrange_pickups(style, is_grid=style.is_portrait and not is_single)
            is_largest = style.look.size is TextSize.LARGEST
            self.facts.setVisible(not is_largest)
            hurry = (self.hurry_below,) if is_single else ()  # said on the title's page too
            make_room(self, *(() if is_largest else (self.facts,)), self.cover, *hurry)
            if fits(self):
                break
        for answers in (self.pickups, self.notices):
            answers.lay_out()

    def _space(self, style: Style) -> None:
        margin = style.margin
        self._content.setContentsMargins(margin, style.space(1), margin, style.space(2))
        self._content.setSpacing(style.gap)
        self._head.setSpacing(style.space(4))
        self._tabs.setSpacing(style.gap)
        self._hurry.setSpacing(style.space(2))
        for column in (self._left_column, self._right_column):
            column.setSpacing(style.gap)

    def _set_direction(self, style: Style, *, is_single: bool) -> None:
        self._questions.setStretch(0, 0 if style.is_portrait and not is_single else _PICKUPS)
        self._questions.setDirection(_DOWN if style.is_portrait else _ACROSS)
        self._questions.setSpacing(style.space(3 if style.is_portrait else 5))

    def _arrange_pickups(self, style: Style, *, is_grid: bool) -> None:
        """In portrait two in a row, and no higher than they need: the notices get the rest."""
        self.pickups.columns = 2 if is_grid else 1
        self.pickups.is_stacked = is_grid
        self.pickups.arrange(style)
        high = _HIGHEST
        if is_grid:
            wanted = self.pickups.whole_height(self.width() - 2 * style.margin)
            high = min(wanted, round(_PICKUPS_PART * self.height()))
            self.pickups.setMinimumHeight(high)
        else:
            self.pickups.setMinimumHeight(0)
        self.pickups.setMaximumHeight(high)

    def _show_questions(self, *, is_single: bool) -> None:
        self._left.setVisible(not is_single or self._asks_pickup)
        self._right.setVisible(not (is_single and self._asks_pickup))
        for part in (self.where, self.how, self.hurry, self.hurry_icon):
            part.setVisible(not is_single)
        self.hurry_below.setVisible(is_single)
        self.pickup_tab.setVisible(is_single)
        self.notice_tab.setVisible(is_single)
        self.pickup_tab.select(self._asks_pickup)
        self.notice_tab.select(not self._asks_pickup)


def _column(*parts: QWidget, on: QWidget | None = None, is_centred: bool = False) -> QVBoxLayout:
    column = QVBoxLayout() if on is None else QVBoxLayout(on)
    column.setContentsMargins(0, 0, 0, 0)
    if is_centred:
        column.addStretch(1)
    for part in parts:
        column.addWidget(part, 1 if isinstance(part, ChoiceList) else 0)
    if is_centred:
        column.addStretch(1)
    return column


def _branch_of(words: Words, options: Options, signed: Signed) -> str:
    chosen = (each.branch for each in options.pickups if each.branch.id == signed.pickup)
    branch = next(chosen, None)
    return branch_name(words, branch) if branch else ""
