"""Debian's Chromium, driven through its own driver as the W3C's WebDriver says (no library)."""

import base64
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

PATIENCE_S = 30.0
LOOK_EVERY_S = 0.05
ENTER = "\ue007"
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the name that the standard gave it
_FLAGS = (
    "--headless",
    "--no-sandbox",  # as root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=ja",
)


def why_no_browser() -> str:
    """What is missing here; empty where nothing is."""
    missing = [name for name in ("chromium", "chromedriver") if shutil.which(name) is None]
    return f"Debian's {' and '.join(missing)} is not installed" if missing else ""


class Browser:
    def __init__(self, driver: httpx.Client, session: str) -> None:
        self._driver = driver
        self._session = session

    def open(self, url: str) -> None:
        self._ask("url", {"url": url})

    def type(self, keys: str) -> None:
        """Press one key after the other as fast as a scanner does, wherever the focus is."""
        presses = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._ask("actions", {"actions": [{"type": "key", "id": "keys", "actions": presses}]})

    def scan(self, code: str) -> None:
        self.type(code + ENTER)

    def click(self, css: str) -> None:
        element = self._ask("element", {"using": "css selector", "value": css})[_ELEMENT]
        self._ask(f"element/{element}/click", {})

    def text(self, css: str = "body") -> str:
        """What somebody reads there; empty where there is nothing of that kind."""
        script = "return document.querySelector(arguments[0])?.innerText ?? ''"
        return str(self.run(script, css))

    def run(self, script: str, *given: object) -> Any:
        return self._ask("execute/sync", {"script": script, "args": list(given)})

    def until(self, text: str, css: str = "body") -> None:
        """Wait until this text is read there."""
        end = time.monotonic() + PATIENCE_S
        while text not in self.text(css):
            assert time.monotonic() < end, f"not {text!r} but {self.text(css)!r}"
            time.sleep(LOOK_EVERY_S)

    def until_none(self, css: str) -> None:
        """Wait until nothing is read there."""
        end = time.monotonic() + PATIENCE_S
        while self.text(css):
            assert time.monotonic() < end, f"still {self.text(css)!r}"
            time.sleep(LOOK_EVERY_S)

    def picture(self, file: Path) -> None:
        file.write_bytes(base64.b64decode(self._ask("screenshot", None)))

    def resize(self, width: int, height: int) -> None:
        self._ask("window/rect", {"width": width, "height": height, "x": 0, "y": 0})

    def _ask(self, what: str, body: dict[str, Any] | None) -> Any:
        path = f"/session/{self._session}/{what}"
        answer = self._driver.get(path) if body is None else self._driver.post(path, json=body)
        value = answer.json()["value"]
        assert answer.is_success, value
        return value


@contextmanager
def chromium(folder: Path, *, scripts: bool = True) -> Iterator[Browser]:
    """A browser with a profile of its own; ended, and its driver with it, on leaving."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with (folder / "chromedriver.log").open("wb") as log:
        driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=log, stderr=log)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE_S) as client:
            _until_ready(client)
            yield from _session(client, folder, scripts=scripts)
    finally:
        driver.terminate()
        driver.wait(PATIENCE_S)


def _session(client: httpx.Client, folder: Path, *, scripts: bool) -> Iterator[Browser]:
    prefs = {} if scripts else {"profile.managed_default_content_settings.javascript": 2}
    options = {
        "binary": shutil.which("chromium"),
        "args": [*_FLAGS, f"--user-data-dir={folder / 'profile'}"],
        "prefs": prefs,
    }
    asked = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
    answer = client.post("/session", json=asked).json()["value"]
    session = answer["sessionId"]
    try:
        yield Browser(client, session)
    finally:
        client.delete(f"/session/{session}")


def _until_ready(client: httpx.Client) -> None:
    end = time.monotonic() + PATIENCE_S
    while True:
        try:
            if client.get("/status").json()["value"]["ready"]:
                return
        except httpx.TransportError:
            assert time.monotonic() < end, "the driver never answered"
        time.sleep(LOOK_EVERY_S)
