"""A finger on a real screen: taps through XTest, and pictures of what is shown."""

from pathlib import Path

from PIL import Image
from Xlib import X, display
from Xlib.ext import xtest

LEFT = 1


class Finger:
    """Touches one X screen as a pointer does."""

    def __init__(self, name: str) -> None:
        self._display = display.Display(name)
        self._root = self._display.screen().root

    def tap(self, x: int, y: int) -> None:
        xtest.fake_input(self._display, X.MotionNotify, x=x, y=y)
        xtest.fake_input(self._display, X.ButtonPress, LEFT)
        xtest.fake_input(self._display, X.ButtonRelease, LEFT)
        self._display.sync()

    def picture(self, file: Path) -> None:
        """The whole screen as a PNG, for whoever wants to know why a trial failed."""
        size = self._root.get_geometry()
        raw = self._root.get_image(0, 0, size.width, size.height, X.ZPixmap, 0xFFFFFFFF)
        image = Image.frombytes("RGB", (size.width, size.height), raw.data, "raw", "BGRX")
        image.save(file)

    def close(self) -> None:
        self._display.close()
