"""Where a title is collected and how the patron is told, as two questions with their answers."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption
from kiosk.domain.reservations import PickupOption
from kiosk.ui.look.style import Style
from kiosk.ui.look.styled import Part
from kiosk.ui.parts.choice_list import ChoiceList
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.wish_answers import branch_chosen, notice_answers, pickup_answers
from kiosk.ui.text import Button, Label
from kiosk.words.names import name_of
from kiosk.words.words import Words

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_PICKUPS, _NOTICES = 11, 17  # parts of the width
_PICKUPS_PART = 0.25  # of the page's height in portrait, at most
_HIGHEST = 1 << 20


class TwoQuestions(Part):
    """Side by side; with large letters one at a time, both answers always seen.

    has_hurry: whether who is in a hurry is sent to the counter here.
    """

    def __init__(
        self, words: Words, *, has_hurry: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._has_hurry = words, has_hurry
        self.pickup_tab, self.notice_tab = Button(), Button()
        self.where, self.how = Label("name", bold=True), Label("name", bold=True)
        self.pickups, self.notices = ChoiceList(words), ChoiceList(words)
        self.hurry_icon, self.hurry = IconMark("clock", 34, "ink2"), Label("label", ink="ink2")
        self.hurry_below = Label("label", ink="ink2")  # where one question is shown at a time
        self.asks_pickup = False  # the question shown, where only one has room
        self.tells = False  # what is to be known of a notice, in its row
        self._notices: Sequence[NoticeOption] = ()
        self._notice: NoticeMethod | None = None  # chosen
        self._build()

    def _build(self) -> None:
        self._content, self._tabs = QVBoxLayout(self), QBoxLayout(_ACROSS)
        self._content.setContentsMargins(0, 0, 0, 0)
        self._questions, self._hurry = QBoxLayout(_ACROSS), QHBoxLayout()
        self._tabs.addWidget(self.pickup_tab, 1)
        self._tabs.addWidget(self.notice_tab, 1)
        self._hurry.addWidget(self.hurry_icon, 0, Qt.AlignmentFlag.AlignTop)
        self._hurry.addWidget(self.hurry, 1)
        self._left, self._right = QWidget(), QWidget()
        self._left_column = _column(self.where, self.pickups, on=self._left)
        self._left_column.addLayout(self._hurry)
        self._right_column = _column(self.how, self.notices, on=self._right)
        self._questions.addWidget(self._left, _PICKUPS)
        self._questions.addWidget(self._right, _NOTICES)
        self._content.addLayout(self._tabs)
        self._content.addLayout(self._questions, 1)
        self._content.addWidget(self.hurry_below)
        self.pickup_tab.clicked.connect(lambda: self._turn_to(is_pickup=True))
        self.notice_tab.clicked.connect(lambda: self._turn_to(is_pickup=False))

    # ---- being told
    def show_choices(
        self,
        pickups: Sequence[PickupOption],
        notices: Sequence[NoticeOption],
        pickup: BranchId | None,
        notice: NoticeMethod | None,
    ) -> None:
        """What is possible, and what is chosen now."""
        words = self._words
        self.where.show_text(words("1  Where will you collect it?"))
        self.how.show_text(words("2  How shall we tell you when it is ready?"))
        self.hurry.show_text(
            words("Even what is on the shelf can take days. In a hurry? Please ask at the counter.")
        )
        self.hurry_below.show_text(words("In a hurry? Please ask at the counter."))
        self.pickups.show_answers(pickup_answers(words, pickups, pickup))
        self._notices, self._notice = notices, notice
        self._show_notices()
        branch = branch_chosen(words, pickups, pickup)
        self.pickup_tab.show_text(
            words("1  Collect: %(branch)s", branch=branch or words("please choose"))
        )
        told = name_of(words, notice) if notice else words("please choose")
        self.notice_tab.show_text(words("2  Notice: %(notice)s", notice=told))

    def _show_notices(self) -> None:
        self.notices.show_answers(
            notice_answers(self._words, self._notices, self._notice, is_told=self.tells)
        )

    def _turn_to(self, *, is_pickup: bool) -> None:
        self.asks_pickup = is_pickup
        page = self.parentWidget()
        if isinstance(page, Part):
            page.arrange(self.style_now)

    # ---- taking its place
    def place(self, style: Style, page: QSize, *, is_single: bool) -> None:
        """page: what the whole page has; is_single: one question at a time, behind its tab."""
        self._content.setSpacing(style.gap)
        self._tabs.setSpacing(style.gap)
        self._hurry.setSpacing(style.space(2))
        for column in (self._left_column, self._right_column):
            column.setSpacing(style.gap)
        tells = is_single and not style.is_portrait  # the strip of a low page has no room for it
        if tells != self.tells:
            self.tells = tells
            self._show_notices()
        self._show_questions(is_single=is_single)
        self._set_direction(style, is_single=is_single)
        is_grid = style.is_portrait and not is_single
        self._arrange_pickups(style, page, is_grid=is_grid)

    @property
    def first_to_go(self) -> tuple[QWidget, ...]:
        """What is said elsewhere too, where one question is shown at a time."""
        return () if self.hurry_below.isHidden() else (self.hurry_below,)

    def lay_out(self) -> None:
        for answers in (self.pickups, self.notices):
            answers.lay_out()

    def _set_direction(self, style: Style, *, is_single: bool) -> None:
        self._questions.setStretch(0, 0 if style.is_portrait and not is_single else _PICKUPS)
        self._questions.setDirection(_DOWN if style.is_portrait else _ACROSS)
        self._questions.setSpacing(style.space(3 if style.is_portrait else 5))

    def _arrange_pickups(self, style: Style, page: QSize, *, is_grid: bool) -> None:
        """In portrait two in a row, and no higher than they need: the notices get the rest."""
        self.pickups.columns = 2 if is_grid else 1
        self.pickups.is_stacked = is_grid
        self.pickups.arrange(style)
        high = _HIGHEST
        if is_grid:
            wanted = self.pickups.whole_height(page.width() - 2 * style.margin)
            high = min(wanted, round(_PICKUPS_PART * page.height()))
            self.pickups.setMinimumHeight(high)
        else:
            self.pickups.setMinimumHeight(0)
        self.pickups.setMaximumHeight(high)

    def _show_questions(self, *, is_single: bool) -> None:
        self._left.setVisible(not is_single or self.asks_pickup)
        self._right.setVisible(not (is_single and self.asks_pickup))
        for heading in (self.where, self.how):
            heading.setVisible(not is_single)
        for part in (self.hurry, self.hurry_icon):
            part.setVisible(self._has_hurry and not is_single)
        self.hurry_below.setVisible(self._has_hurry and is_single)
        for tab, is_its in (
            (self.pickup_tab, self.asks_pickup),
            (self.notice_tab, not self.asks_pickup),
        ):
            tab.setVisible(is_single)
            tab.select(is_its)


def _column(heading: QWidget, answers: ChoiceList, on: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(on)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(heading)
    column.addWidget(answers, 1)
    return column
