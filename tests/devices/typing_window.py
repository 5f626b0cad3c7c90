"""A real keyboard of an X screen before a window: XTest types as a scanner's cable does."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Condition as News
from threading import Thread

from Xlib import XK, X, display
from Xlib.ext import xtest

from kiosk.domain.devices import Condition, Device, Health
from kiosk.ports import BarcodeScanner
from kiosk.virtual_screen import virtual_screen
from tests.devices.codes_heard import CodesHeard
from tests.devices.scanner_desks import LONG_GAP_MS, ScannerDesk

PATIENCE_S = 30.0


class Keyboard:
    """Types by XTest, with Shift where a sign needs it, as fast as the screen takes it."""

    def __init__(self, name: str) -> None:
        self._display = display.Display(name)
        self._shift = self._display.keysym_to_keycode(XK.XK_Shift_L)

    def type(self, text: str) -> None:
        for sign in text:
            self._type_sign(sign)
        self._display.sync()

    def press(self, name: str) -> None:
        """A key by its name in X: "Return", "Tab"."""
        self._click(self._display.keysym_to_keycode(XK.string_to_keysym(name)))
        self._display.sync()

    def hold_down(self, name: str, until: Callable[[], object]) -> None:
        """As a finger that stays on a key; the screen then repeats it."""
        code = self._display.keysym_to_keycode(XK.string_to_keysym(name))
        xtest.fake_input(self._display, X.KeyPress, code)
        self._display.sync()
        try:
            until()
        finally:
            xtest.fake_input(self._display, X.KeyRelease, code)
            self._display.sync()

    def close(self) -> None:
        self._display.close()

    def _type_sign(self, sign: str) -> None:
        if sign in "\r\n\t":
            named = XK.XK_Tab if sign == "\t" else XK.XK_Return
            self._click(self._display.keysym_to_keycode(named))
            return
        code = self._display.keysym_to_keycode(ord(sign))
        if not code:
            return  # a sign that this keyboard has not: control characters
        is_shifted = self._display.keycode_to_keysym(code, 0) != ord(sign)
        if is_shifted:
            xtest.fake_input(self._display, X.KeyPress, self._shift)
        self._click(code)
        if is_shifted:
            xtest.fake_input(self._display, X.KeyRelease, self._shift)

    def _click(self, code: int) -> None:
        xtest.fake_input(self._display, X.KeyPress, code)
        xtest.fake_input(self._display, X.KeyRelease, code)


class _Child:
    """The window's process; what it tells is taken by a thread."""

    def __init__(self, name: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.devices.typing_child", str(LONG_GAP_MS)],
            env={**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.on_code: Callable[[str], None] = lambda _code: None
        self.said: list[tuple[str, str]] = []
        self._news = News()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def tell(self, word: str) -> str:
        """Have it do something, and return how the scanner is then."""
        with self._news:
            self.said = [one for one in self.said if one[0] != "done"]
        assert self._process.stdin is not None, "a pipe was asked for"
        self._process.stdin.write(f"{word}\n")
        self._process.stdin.flush()
        return self.until(lambda what, text: what == "done" and text.startswith(word))

    def until(self, holds: Callable[[str, str], bool]) -> str:
        def found() -> list[str]:
            return [text for what, text in self.said if holds(what, text)]

        with self._news:
            assert self._news.wait_for(found, PATIENCE_S), f"told was {self.said}"
            return found()[0]

    def end(self) -> None:
        assert self._process.stdin is not None, "a pipe was asked for"
        self._process.stdin.close()
        self._process.terminate()
        self._process.wait()
        self._listener.join()
        assert self._process.stdout is not None, "a pipe was asked for"
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None, "a pipe was asked for"
        for line in self._process.stdout:
            [(what, text)] = json.loads(line).items()
            with self._news:
                self.said.append((what, text))
                self._news.notify_all()
            if what == "code":
                self.on_code(text)


class _FarScanner(BarcodeScanner):
    """The scanner in the other process."""

    def __init__(self, child: _Child) -> None:
        self._child = child

    def start(self, on_code: Callable[[str], None]) -> None:
        self._child.on_code = on_code
        self._child.tell("start")

    def stop(self) -> None:
        self._child.tell("stop")

    def health(self) -> Health:
        condition = self._child.tell("health").split()[-1]
        return Health(Device.SCANNER, Condition(condition))


class XtestDesk(ScannerDesk):
    def __init__(self, child: _Child, keyboard: Keyboard) -> None:
        self.child = child
        self.keyboard = keyboard
        self.scanner = _FarScanner(child)
        self.heard = CodesHeard()

    def scan(self, text: str) -> None:
        self.keyboard.type(f"{text}\n")

    def until_typed(self, text: str) -> None:
        self.child.until(lambda what, said: (what, said) == ("typed", text))

    def typed(self) -> list[str]:
        """All that the field ever held since it was emptied."""
        return [text for what, text in self.child.said if what == "typed" and text]

    def close(self) -> None:
        """Ready for the next one, with an empty field."""
        self.scanner.stop()
        self.child.tell("empty")
        self.child.said.clear()


def why_no_screen() -> str:
    return "" if shutil.which("Xvnc") else "no Xvnc on this machine"


@contextmanager
def typing_window() -> Iterator[XtestDesk]:
    with virtual_screen(640, 480) as screen:
        child, keyboard = _Child(screen.display), Keyboard(screen.display)
        try:
            child.until(lambda what, text: (what, text) == ("done", "focus"))
            yield XtestDesk(child, keyboard)
        finally:
            keyboard.close()
            child.end()
