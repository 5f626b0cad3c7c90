"""Setting up: a technician has this kiosk let in at the city's service, once."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from kiosk.domain.enrolling import CityService
from kiosk.domain.errors import EnrolmentRefused
from kiosk.events import EnrolmentCodeEntered, SetUpAsked, StaffLeft
from kiosk.premises import SettingUp
from kiosk.ui.keys.row import RowLabel
from kiosk.ui.lettering.fitted import SMALLEST
from kiosk.ui.look.giving_way import make_room
from kiosk.ui.look.style import Style
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.drawn import IconMark
from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.foot_strip import FootStrip
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.setting_up.code_entry import CodeEntry
from kiosk.ui.setting_up.comparing import Comparing
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Visit
from kiosk.words.errors import explain
from kiosk.words.explaining.setting_up import explain_set_up
from kiosk.words.words import Words

_NOWHERE = CityService("", "")
_ABOVE = 1  # where the room above what is said stands in its column
_DIRECTIONS = QBoxLayout.Direction


class SetUpScreen(Screen):
    """One page for all steps, so that a code stays typed while it is asked about."""

    bar = BarKind.NONE
    has_banner = False  # the page itself says how the line is
    is_resting = True  # a kiosk that nobody let in waits here for days

    def __init__(self, words: Words) -> None:
        super().__init__(words)
        self.heading = Label("title", bold=True)
        self.which = RowLabel("body", ink="ink2")
        self.trouble = Explained(Tone.STOP, "x")
        self.what, self.then = Label("title", bold=True), Label("lead")
        self.comparing, self.entry = Comparing(words), CodeEntry(words)
        self.staff_only = Label("cap", ink="ink2")
        self.again = Button(says=SetUpAsked(), icon="refresh", role="name")
        self.leave = Button(says=StaffLeft(), role="name")
        self._last = SettingUp()
        self.entry.sent.connect(self._send)
        self._lay_out()

    def _lay_out(self) -> None:
        self._page, self._inner = QVBoxLayout(self), QVBoxLayout()
        self._head, self._named = QBoxLayout(_DIRECTIONS.LeftToRight), QHBoxLayout()
        self._named.addWidget(IconMark("tools", 48))
        self._named.addWidget(self.heading, stretch=1)
        self._head.addLayout(self._named)
        self._head.addWidget(self.which, stretch=1)
        self._inner.addLayout(self._head)
        self._inner.addStretch(0)
        for part in (self.trouble, self.what, self.then):
            self._inner.addWidget(part)
        for step in (self.comparing, self.entry):
            self._inner.addWidget(step, 1)
        self._inner.addStretch(0)
        self._page.setContentsMargins(0, 0, 0, 0)
        self._page.setSpacing(0)
        self._page.addLayout(self._inner, stretch=1)
        self._page.addWidget(FootStrip(self.staff_only, self.again, self.leave))

    # ---- being told
    def display(self, visit: Visit) -> None:
        words, progress, trouble = self.words, visit.premises.setting_up, visit.trouble
        service = progress.service or _NOWHERE
        if self._last.is_asking and isinstance(trouble, EnrolmentRefused):
            self.entry.forget()
        self._last = progress
        self.heading.show_text(words("Setting this kiosk up"))
        self.which.show_text(
            words(
                "Kiosk %(number)s, at %(address)s",
                number=service.number,
                address=service.address,
            )
        )
        self.staff_only.show_text(words("This page is for technicians."))
        self._show_step(progress, service, trouble)
        self._show_keys(progress, trouble)
        if self.has_style:
            self.arrange(self.style_now)

    def _show_step(
        self, progress: SettingUp, service: CityService, trouble: Exception | None
    ) -> None:
        is_typing = progress.may_enter_code and progress.branch is None
        is_comparing = progress.authority is not None and not progress.may_enter_code
        explanation = None
        if trouble is not None:
            said = explain_set_up(self.words, trouble, service.number, has_typed=is_typing)
            explanation = said or explain(self.words, trouble)
        self.comparing.setVisible(is_comparing)
        self.entry.setVisible(is_typing)
        if is_comparing and progress.authority is not None:
            self.comparing.show_fingerprint(progress.authority.fingerprint)
        self.entry.show_entry(service.number, is_asking=progress.is_asking)
        self.entry.explain(explanation if is_typing else None)
        self.trouble.explain(None if is_typing else explanation, Tone.STOP, "x")
        self._show_between(progress, is_quiet=is_typing or is_comparing or trouble is not None)

    def _show_between(self, progress: SettingUp, *, is_quiet: bool) -> None:
        """What is said where nothing is to be entered."""
        words, is_done = self.words, progress.branch is not None
        self.what.show_text(
            words("This kiosk is let in.") if is_done else words("Asking the service…")
        )
        self.then.show_text(
            words("It fetches the catalogue now. Then it is ready for patrons.") if is_done else ""
        )
        self.what.setVisible(is_done or not is_quiet)
        self.then.setVisible(is_done)

    def _show_keys(self, progress: SettingUp, trouble: Exception | None) -> None:
        words, is_done = self.words, progress.branch is not None
        is_lost = progress.authority is None and trouble is not None
        self.again.show_text(words("Ask again"))
        self.again.setVisible(is_lost)
        self.leave.show_text(words("To the first screen") if is_done else words("Stop"))
        self.leave.kind = Kind.PRIMARY if is_done else Kind.DANGER
        self.leave.icon_name = "check" if is_done else "x"
        self.leave.setVisible(is_done or not progress.is_needed)

    # ---- saying
    def _send(self) -> None:
        code = self.entry.code
        if code is not None and not self._last.is_asking:
            self.say(EnrolmentCodeEntered(code))

    # ---- taking its place
    def arrange(self, style: Style) -> None:
        self._inner.setContentsMargins(style.margin, style.space(2), style.margin, style.space(3))
        self._inner.setSpacing(style.space(3))
        is_tall = style.is_portrait or style.is_large
        self._head.setDirection(_DIRECTIONS.TopToBottom if is_tall else _DIRECTIONS.LeftToRight)
        self._head.setSpacing(style.space(0 if is_tall else 5))
        self._named.setSpacing(style.space(4))
        self.which.shrink_to(SMALLEST)
        is_told = self.comparing.isHidden() and self.entry.isHidden()
        for stretch in (_ABOVE, self._inner.count() - 1):
            self._inner.setStretch(stretch, 1 if is_told else 0)
        make_room(self, self.staff_only)
