"""The whole panel: band, the one screen, bar, and what may lie over them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.branches import Standpoint
from kiosk.domain.errors import LineLost
from kiosk.events import Event, IdleElapsed
from kiosk.ui.look.styled import Part
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.band import Band
from kiosk.ui.panel.banner import Banner
from kiosk.ui.panel.bar import Bar
from kiosk.ui.panel.curtain import Curtain
from kiosk.ui.panel.focus import FocusRing
from kiosk.ui.panel.idle import Idle, IdleLimits, InputWatch
from kiosk.ui.panel.look_panel import Choice, LookPanel
from kiosk.ui.panel.motion import ScreenChange
from kiosk.ui.panel.toast import Toast
from kiosk.ui.screen import BarKind, Screen
from kiosk.visit import Visit
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
        self._change = ScreenChange(self)
        self.curtain = Curtain(words, self)
        self.ring = FocusRing(self)
        self.idle = Idle(limits or IdleLimits(), self, second_ms=second_ms)
        self._input = InputWatch(self)
        self._focused: QWidget | None = None
        self._listen()

    # ---- being told
    def present(self, screen: Screen, visit: Visit) -> None:
        """Show this screen, or tell the one that is shown what the visit says now."""
        is_new = screen is not self.screen_now
        is_back = len(visit.trail) < len(self._visit.trail)
        before = self._picture(visit) if is_new else QPixmap()
        self._visit = visit
        if self._words.language is not visit.look.language:
            self._words.switch(visit.look.language)
        if is_new:
            self._take(screen)
        self._dress(visit)
        self._display(screen, visit)
        self.idle.watch(is_personal=self._what_may_end(screen, visit))
        if not self.idle.is_counting and not self.curtain.isHidden():
            self._lift_curtain()
        if is_new and self.curtain.isHidden():
            self._change.begin(before, screen, self.style_now, is_back=is_back)

    @property
    def is_changing(self) -> bool:
        """Whether two screens still slide over each other."""
        return not self._change.isHidden()

    def touched(self) -> None:
        """Something was scanned or laid down: somebody is there."""
        self.idle.touched()

    # ---- saying
    def say(self, event: Event) -> None:
        """What the patron did; the undo of what was done before is over."""
        self.toast.dismiss()
        self.panel.close_panel()
        self.said.emit(event)

    def _listen(self) -> None:
        self.bar.said.connect(self.say)
        self.panel.said.connect(self.say)
        self.toast.said.connect(self.say)
        self.curtain.said.connect(self.say)
        self.bar.panel_asked.connect(self._open_panel)
        self.curtain.went_on.connect(self._go_on)
        self.idle.fell_quiet.connect(self._drop_curtain)
        self.idle.ticked.connect(self.curtain.show_seconds)
        self.idle.ran_out.connect(self._run_out)
        self._input.acted.connect(self.idle.touched)
        self._input.pressed.connect(self._press)
        self._input.pressed.connect(self.ring.finger_used)
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
        if visit.premises.is_line_down:
            said = explain(self._words, LineLost())
            self.banner.show_text(said.what, said.then)
        self._lay_out()
        screen.display(visit)
        self._set_visible()
        self._order_keys(screen)

    def _set_visible(self) -> None:
        """Nothing but the curtain, while it hangs."""
        screen, is_open = self.screen_now, self.curtain.isHidden()
        if screen is None:
            return
        screen.setVisible(is_open)
        self.band.setVisible(is_open and screen.has_band)
        self.bar.setVisible(is_open and screen.bar is not BarKind.NONE)
        line_down = self._visit.premises.is_line_down
        self.banner.setVisible(is_open and line_down and screen.has_band)
        self.toast.setVisible(is_open and self.toast.is_wanted)

    def _lay_out(self) -> None:
        style, screen = self.style_now, self.screen_now
        wide, top, foot = self.width(), 0, self.height()
        if screen is None:
            return
        if screen.has_band:
            self.band.setGeometry(0, 0, wide, style.band_height)
            top = style.band_height
        if screen.has_band and self._visit.premises.is_line_down:
            high = max(self.banner.heightForWidth(wide), self.banner.sizeHint().height())
            self.banner.setGeometry(0, top, wide, high)
            top += high
        if screen.bar is not BarKind.NONE:
            foot -= style.bar_height
            self.bar.setGeometry(0, foot, wide, style.bar_height)
            self.bar.arrange(style)
        if self.toast.is_wanted:
            foot = self._lay_out_toast(foot)
        screen.setGeometry(0, top, wide, foot - top)
        self.curtain.setGeometry(self.rect())

    def _lay_out_toast(self, foot: int) -> int:
        """Above the bar; gives what is left of the screen: it covers no row and no key."""
        style = self.style_now
        wide = self.width() - 2 * style.margin
        self.toast.ensurePolished()
        high = max(self.toast.heightForWidth(wide), self.toast.sizeHint().height())
        self.toast.setGeometry(style.margin, foot - high - style.gap, wide, high)
        return foot - high - style.gap

    def _order_keys(self, screen: Screen) -> None:
        """The keyboard walks the screen first, then the bar."""
        before: QWidget = screen
        for widget in (*screen.findChildren(QWidget), *self.bar.in_order()):
            if widget.focusPolicy():
                QWidget.setTabOrder(before, widget)
                before = widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._change.end()
        self._dress(self._visit)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.style_now.colour("page"))

    # ---- what lies over it
    def _open_panel(self, choice: Choice) -> None:
        self.panel.open_panel(choice, self.bar.geometry())

    def _press(self, on: QWidget) -> None:
        self._change.end()
        if self.panel.choice is not None:
            is_inside = on in (self.panel, self.bar) or any(
                part.isAncestorOf(on) for part in (self.panel, self.bar)
            )
            if not is_inside and self.isAncestorOf(on):
                self.panel.close_panel()

    def _what_may_end(self, screen: Screen, visit: Visit) -> bool | None:
        """Whether it is personal; None where nothing was begun."""
        is_resting = screen.is_resting or screen.bar is BarKind.HOME
        if is_resting and visit == visit.ended:
            return None
        return visit.is_personal

    def _drop_curtain(self, seconds: int) -> None:
        self._focused = self.focusWidget()
        self._change.end()
        self.panel.close_panel()
        self.curtain.fall(seconds, self._visit)
        self._set_visible()

    def _lift_curtain(self) -> None:
        self.curtain.lift()
        self._set_visible()
        if self._focused is not None:
            self._focused.setFocus()
        self._focused = None

    def _go_on(self) -> None:
        self.idle.go_on()
        self._lift_curtain()

    def _run_out(self) -> None:
        """The page stays hidden until the next one is there."""
        self.say(IdleElapsed())
