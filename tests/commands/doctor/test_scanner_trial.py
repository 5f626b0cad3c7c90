"""`kiosk doctor --scanner`: the technician scans, and is told what this scanner can."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.scanner_codes import (
    NUMBER,
    TRIAL_CODES,
    Symbol,
    on_terminal,
    write_pictures,
)
from kiosk.commands.doctor.scanner_trial import ask, assess


def scanner_that(changes: Callable[[str], str], *cannot: Symbol) -> list[Finding]:
    """It reads each code that is shown, but for those that it cannot; and hands them on."""
    read = iter(None if code.symbol in cannot else changes(code.text) for code in TRIAL_CODES)
    return assess(ask(lambda: next(read), lambda _code: None, lambda _text: None))


def said(findings: list[Finding]) -> str:
    return "\n".join(finding.says for finding in findings)


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        (str, "letters kept"),
        (str.lower, "letters lower-cased"),
        (lambda text: text.strip("ABCD"), "letters stripped"),
    ],
    ids=["kept", "lower-cased", "stripped"],
)
def test_what_becomes_of_start_and_stop_letters_is_told(
    changes: Callable[[str], str], word: str
) -> None:
    reads_nw7_only = (Symbol.QR, Symbol.ISBN)
    first, *_rest = scanner_that(changes, *reads_nw7_only)
    assert first.state is State.OK
    assert word in first.says


def test_a_scanner_with_a_camera_reads_every_digital_card() -> None:
    findings = scanner_that(str)
    assert {finding.state for finding in findings} == {State.OK}
    assert "on a screen: NW-7 and QR" in said(findings)


def test_a_laser_reads_no_qr() -> None:
    findings = scanner_that(str, Symbol.QR)
    assert "QR codes: not read" in said(findings)
    assert "on a screen: NW-7 only" in said(findings)


def test_a_scanner_with_nw_7_turned_off_is_told_to_be_set() -> None:
    findings = scanner_that(str, Symbol.NW7)
    assert findings[0].state is State.MISSING
    assert "on a screen: QR only" in said(findings)


def test_a_scanner_that_cuts_the_check_digit_off_is_noticed() -> None:
    first, *_rest = scanner_that(lambda text: text[:-2] if NUMBER in text[1:-1] else text)
    assert first.state is State.ATTENTION
    assert "check digit" in first.do


def test_a_start_letter_that_is_not_read_is_named() -> None:
    texts = iter([code.text if code.text[0] in "AB" else None for code in TRIAL_CODES])
    first, *_rest = assess(ask(lambda: next(texts), lambda _code: None, lambda _text: None))
    assert first.state is State.ATTENTION
    assert "not read: NW-7 C…C, NW-7 D…D" in first.says


def test_somebodys_card_is_not_repeated() -> None:
    heard: list[str] = []
    texts = iter(["A01234567A", *[code.text for code in TRIAL_CODES]])
    findings = assess(ask(lambda: next(texts), lambda _code: None, heard.append))
    assert "01234567" not in "\n".join(heard) + said(findings)
    assert "10 characters" in heard[0]
    assert findings[0].state is State.OK


def test_the_pictures_are_what_they_are_called(tmp_path: Path) -> None:
    if shutil.which("zbarimg") is None:
        pytest.skip("zbarimg is not installed")
    files = write_pictures(tmp_path / "codes")
    command = ["zbarimg", "-q", "--nodbus", "--raw", *map(str, files)]
    read = subprocess.run(command, capture_output=True, text=True, check=True)
    assert sorted(read.stdout.split()) == sorted(code.text for code in TRIAL_CODES)


def test_a_code_on_the_terminal_is_as_wide_on_every_line() -> None:
    for code in TRIAL_CODES:
        lines = on_terminal(code).splitlines()
        assert len({len(line) for line in lines}) == 1
        assert len(lines) * 2 >= len(code.rows())
