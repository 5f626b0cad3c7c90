"""The whole panel: band, the one screen, bar, and what may lie over them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.branches import Standpoint
from kiosk.domain.errors import LineLost
from kiosk.events import BackAsked, Event, HelpAsked, IdleElapsed
from kiosk.ui.help.sheet import HelpSheet
from kiosk.ui.keys.button import Button
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.band import Band
from kiosk.ui.panel.banner import Banner
from kiosk.ui.panel.bar import Bar
from kiosk.ui.panel.curtain import Curtain
from kiosk.ui.panel.floor import Floor
from kiosk.ui.panel.focus import FocusRing
from kiosk.ui.panel.idle import Idle, IdleLimits, InputWatch
from kiosk.ui.panel.kept_focus import KeptFocus
from kiosk.ui.panel.look_panel import Choice, LookPanel
from kiosk.ui.panel.motion import ScreenChange
from kiosk.ui.panel.remark_note import RemarkNote
from kiosk.ui.panel.toast import Toast
from kiosk.ui.screen import BarKind, Screen
from kiosk.visit import Visit
from kiosk.visit.acts import is_act
from kiosk.words.errors import explain
from kiosk.words.words import Words


class Stage(Part):
    """Shows one screen at a time, and says whatever is said on it.

    second_ms: how long a second of the idle times lasts.
    """

    said = Signal(object)

    def __init__(
        self,
        words: Words,
        theme: Theme,
        standpoint: Standpoint,
        now: Callable[[], datetime],
        limits: IdleLimits | None = None,
        *,
        second_ms: int = 1000,
    ) -> None:
        super().__init__()
        self._words, self._theme = words, theme
        self._visit = Visit()
        self.screen_now: Screen | None = None
        self.style_given = theme.of()
        self.band = Band(words, standpoint, now, self)
        self.banner = Banner(parent=self)
        self.bar = Bar(words, self)
        self.panel = LookPanel(words, self)
        self.toast = Toast(words, self)
        self.help = HelpSheet(words, self)
        self.change = ScreenChange(self)
        self.curtain = Curtain(words, self)
        self.remark = RemarkNote(words, self)
        self._floor = self._made_floor()
        self.ring = FocusRing(self)
        self.idle = Idle(limits or IdleLimits(), self, second_ms=second_ms)
        self._input = InputWatch(self)
        self._before_curtain, self._before_help = KeptFocus(self), KeptFocus(self)
        self._listen()

    def _made_floor(self) -> Floor:
        parts = (self.band, self.banner, self.bar, self.toast, self.help, self.curtain)
        return Floor(*parts, self.remark)

    # ---- being told
    def present(self, screen: Screen, visit: Visit) -> None:
        """Show this screen, or tell the one that is shown what the visit says now."""
        is_new = screen is not self.screen_now
        is_back = len(visit.trail) < len(self._visit.trail)
        if is_new:
            self._close_help()
        before = self._picture(visit) if is_new else QPixmap()
        self._visit = visit
        if self._words.language is not visit.look.language:
            self._words.switch(visit.look.language)
        if is_new:
            self._take(screen)
        self._dress(visit)
        self._display(screen, visit)
        self._watch_idle()
        if not self.idle.is_counting and not self.curtain.isHidden():
            self._lift_curtain()
        if is_new and self.curtain.isHidden():
            self.change.begin(before, screen, self.style_now, is_back=is_back)

    @property
    def is_changing(self) -> bool:
        """Whether two screens still slide over each other."""
        return not self.change.isHidden()

    def touched(self) -> None:
        """Something was scanned or laid down: somebody is there, and goes on.

        It lifts the curtain, but not before a patron who is signed in: it may be somebody else.
        """
        self._close_help()
        if self.curtain.isHidden():
            self.idle.touched()
        elif self._visit.signed is None:
            self._go_on()
        else:
            self.curtain.ask_who_is_there()

    # ---- saying
    def say(self, event: Event) -> None:
        """What the patron did; the undo of what was done before is over."""
        if isinstance(event, HelpAsked):
            self._turn_help(event.topic)
            return
        if isinstance(event, BackAsked) and self.help.is_open:
            self._close_help()
            return
        if isinstance(event, BackAsked) and self._closes_sheet():
            return
        if is_act(event):
            self._close_help()
        self.toast.dismiss()
        self.remark.dismiss()
        self.panel.close_panel()
        self.said.emit(event)

    def _closes_sheet(self) -> bool:
        return self.screen_now is not None and self.screen_now.closes_sheet()

    def _listen(self) -> None:
        self.bar.said.connect(self.say)
        self.panel.said.connect(self.say)
        self.toast.said.connect(self.say)
        self.help.said.connect(self.say)
        self.help.closed.connect(self._close_help)
        self.curtain.said.connect(self.say)
        self.bar.panel_asked.connect(self._open_panel)
        self.curtain.went_on.connect(self._go_on)
        self.idle.fell_quiet.connect(self._drop_curtain)
        self.idle.ticked.connect(self.curtain.show_seconds)
        self.idle.ran_out.connect(self._run_out)
        self._input.acted.connect(self.idle.touched)
        self._input.pressed.connect(self._press)
        self._input.pressed.connect(self.ring.finger_used)
        self._input.pressed.connect(self.remark.dismiss)
        self._input.typed.connect(self.remark.dismiss)
        self._input.focus_moved.connect(self.ring.follow)
        self._input.typed.connect(self.ring.keyboard_used)

    # ---- the screen
    def _picture(self, visit: Visit) -> QPixmap:
        """The old screen, unless it holds what the next one must not show."""
        old = self.screen_now
        is_private = self._visit.is_personal and not visit.is_personal
        if old is None or is_private or not old.isVisible():
            return QPixmap()
        return old.grab() if self.style_now.ms("screen_change") else QPixmap()

    def _take(self, screen: Screen) -> None:
        old = self.screen_now
        if old is not None:
            old.said.disconnect(self.say)
            old.hide()
            old.deleteLater()  # still ours until then: Python must not take it apart before Qt
        self.screen_now = screen
        screen.setParent(self)
        screen.lower()
        screen.said.connect(self.say)

    def _dress(self, visit: Visit) -> None:
        style = self._theme.of(visit.look, is_portrait=self.height() > self.width())
        if style is not self.style_given:
            self.restyle(style)

    def _display(self, screen: Screen, visit: Visit) -> None:
        self.band.display(visit)
        self.bar.display(visit, screen.bar)
        self.panel.display(visit)
        self.toast.display(visit)
        self.remark.display(visit)
        if visit.premises.is_line_down:
            said = explain(self._words, LineLost())
            self.banner.show_text(said.what, said.then)
        self._lay_out()
        screen.display(visit)
        if self.help.is_open:
            self.help.display(visit, screen.shown_as)
        self._set_visible()

    def _set_visible(self) -> None:
        if self.screen_now is not None:
            self._floor.show(self.screen_now, is_line_down=self._visit.premises.is_line_down)

    def _lay_out(self) -> None:
        if self.screen_now is not None:
            is_line_down = self._visit.premises.is_line_down
            self._floor.lay_out(
                self.screen_now, self.rect(), self.style_now, is_line_down=is_line_down
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.change.end()
        self._dress(self._visit)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.style_now.colour("page"))

    # ---- what lies over it
    def _open_panel(self, choice: Choice) -> None:
        self.panel.open_panel(choice, self.bar.geometry())

    def _press(self, on: QWidget) -> None:
        self.change.end()
        if self.panel.choice is not None:
            is_inside = on in (self.panel, self.bar) or any(
                part.isAncestorOf(on) for part in (self.panel, self.bar)
            )
            if not is_inside and self.isAncestorOf(on):
                self.panel.close_panel()

    def _turn_help(self, topic: str) -> None:
        """Open help over the page, at what the page is about; close it where it is open."""
        screen = self.screen_now
        if screen is None or screen.bar is BarKind.NONE:
            return
        if self.help.is_open:
            self._close_help()
            return
        self.change.end()
        self.panel.close_panel()
        focused = self.focusWidget()
        self._before_help.keep(focused)
        self.help.open_at(topic or screen.help_topic)
        self.help.display(self._visit, screen.shown_as)
        self.bar.show_help(is_open=True)
        self._set_visible()
        self._watch_idle()
        if isinstance(focused, Button):
            self.help.take_keyboard()

    def _close_help(self) -> None:
        if not self.help.is_open:
            return
        self.help.close_help()
        self.bar.show_help(is_open=False)
        self._set_visible()
        self._before_help.give_back()
        self._watch_idle()

    def _watch_idle(self) -> None:
        """There is nothing to end where nothing was begun, nor help asked for."""
        screen, visit = self.screen_now, self._visit
        if screen is None:
            return
        is_resting = screen.is_resting or screen.bar is BarKind.HOME
        is_begun = self.help.is_open or not is_resting or visit != visit.ended
        self.idle.watch(is_personal=visit.is_personal if is_begun else None)

    def _drop_curtain(self, seconds: int) -> None:
        self._close_help()
        self._before_curtain.keep(self.focusWidget())
        self.change.end()
        self.panel.close_panel()
        self.curtain.fall(seconds, self._visit)
        self._set_visible()

    def _lift_curtain(self) -> None:
        self.curtain.lift()
        self._set_visible()
        self._before_curtain.give_back()

    def _go_on(self) -> None:
        self.idle.go_on()
        self._lift_curtain()

    def _run_out(self) -> None:
        """The page stays hidden until the next one is there."""
        self.say(IdleElapsed())
