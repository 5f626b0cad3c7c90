"""Wherever a canary can stay, it is seen there: objects, Qt, files, another process' memory."""

import io
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.wiping.canaries import Canaries
from kiosk.wiping.files import count_in_files, files_below
from kiosk.wiping.memory import count_in_memory
from kiosk.wiping.qt_texts import qt_texts
from kiosk.wiping.reachable import reachable_texts
from kiosk.wiping.sieve import Sieve, mirrored_marks

HOLDS = """
import sys
held = sys.stdin.readline()[::-1]
print(len(held), flush=True)
sys.stdin.readline()
"""


@dataclass(frozen=True, slots=True)
class Kept:
    text: str


def kept_nowhere(_text: str) -> object:
    return None


def kept_in_a_value(text: str) -> object:
    return Kept(text)


def kept_in_a_tuple_of_texts(text: str) -> object:
    return [(1, (2, text))]


def kept_in_a_closure(text: str) -> object:
    return lambda: text


def kept_in_a_buffer(text: str) -> object:
    return io.BytesIO(text.encode())


@pytest.mark.parametrize(
    ("keep", "is_found"),
    [
        (kept_nowhere, False),
        (kept_in_a_value, True),
        (kept_in_a_tuple_of_texts, True),
        (kept_in_a_closure, True),
        (kept_in_a_buffer, True),
    ],
)
def test_what_a_program_keeps_is_found(keep: Callable[[str], object], *, is_found: bool) -> None:
    canaries = Canaries.hatch()
    # Only what is kept: a number is found by chance among all that a long run has read.
    sieve = Sieve({"email": mirrored_marks(canaries)["email"]})
    kept = keep(f"{canaries.text('email')} and more")
    del canaries
    assert sieve.catches_any([text for _, text in reachable_texts()]) is is_found
    del kept


def test_what_a_waiting_thread_keeps_is_found() -> None:
    canaries = Canaries.hatch()
    sieve, given = Sieve.of(canaries), [canaries.text("email") + " and more"]
    del canaries
    with _waiting_with(given):
        assert not given
        held_in_frames = [held for holder, held in reachable_texts() if holder == "Locals"]
    assert sieve.catches_any(held_in_frames)


def test_what_a_page_or_the_clipboard_shows_is_found(qtbot: QtBot) -> None:
    canaries = Canaries.hatch()
    sieve = Sieve.of(canaries)
    page = QWidget()
    qtbot.addWidget(page)
    QLabel(canaries.text("query"), page).setAccessibleName(canaries.text("name"))
    page.setProperty("card", canaries.text("card"))
    QGuiApplication.clipboard().setText(canaries.text("password"))
    found = {
        (holder, canary)
        for holder, text in qt_texts()
        for canary in (sieve.in_text(text) if isinstance(text, str) else sieve.in_bytes(text))
    }
    QGuiApplication.clipboard().clear()
    assert {
        ("QLabel", "query"),
        ("QLabel", "name"),
        ("QWidget", "card"),
        ("clipboard", "password"),
    } <= found


def test_a_file_is_found_however_deep_it_lies(tmp_path: Path) -> None:
    canaries = Canaries.hatch()
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    (deep / "kept").write_bytes(b"\0" + canaries.text("card").encode() + b"\0")
    (deep / "clean").write_bytes(b"\0" * 100)
    (deep / "central.sqlite").write_text(canaries.text("name"), encoding="utf-8")
    found = count_in_files(files_below(tmp_path, but=("central.",)), Sieve.of(canaries))
    assert found == {deep / "kept": {"card": 1}}


def test_what_lies_in_a_folder_that_is_passed_over_is_passed_over(tmp_path: Path) -> None:
    canaries = Canaries.hatch()
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "letter").write_text(canaries.text("email"), encoding="utf-8")
    assert not list(files_below(tmp_path, but=("mail",)))


def test_a_name_of_a_file_can_betray_too(tmp_path: Path) -> None:
    canaries = Canaries.hatch()
    path = tmp_path / canaries.text("query")
    path.touch()
    assert set(count_in_files(files_below(tmp_path), Sieve.of(canaries))) == {path}


def test_the_memory_of_another_process_is_looked_through() -> None:
    canaries = Canaries.hatch()
    sieve = Sieve.of(canaries)
    with _process() as process:
        assert not count_in_memory(process.pid, sieve)
        _tell(process, canaries.text("email")[::-1])
        assert count_in_memory(process.pid, sieve)["email"] >= 1


# ---- what these trials stand on
@contextmanager
def _waiting_with(given: list[str]) -> Iterator[None]:
    began, may_end = threading.Event(), threading.Event()

    def wait() -> None:
        held = given.pop()
        began.set()
        may_end.wait()
        del held

    thread = threading.Thread(target=wait)
    thread.start()
    began.wait()
    yield
    may_end.set()
    thread.join()


@contextmanager
def _process() -> Iterator["subprocess.Popen[str]"]:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.communicate("\n")


def _tell(process: "subprocess.Popen[str]", line: str) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(f"{line}\n")
    process.stdin.flush()
    process.stdout.readline()
