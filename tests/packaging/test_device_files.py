"""The files that give a kiosk's devices to its user; `make trial-machine` tries them for real."""

import configparser
import re
from pathlib import Path

import pytest

from kiosk.commands.doctor.inputs import LINK, MAKERS
from tests.project.files import ROOT

DEVICES = ROOT / "packaging" / "devices" / "etc"
RULES = DEVICES / "udev" / "rules.d" / "72-library-kiosk.rules"
FILES = sorted(file for file in DEVICES.rglob("*") if file.is_file())
# What a rule of udev is made of, in Debian 12's words.
PART = re.compile(
    r"(ACTION|SUBSYSTEM|SUBSYSTEMS|KERNEL|ENV\{\w+\}|ATTRS\{\w+\}|GROUP|MODE|TAG|SYMLINK|GOTO|LABEL)"
    r'(==|!=|\+=|-=|=)"([^"]*)"'
)


def rules() -> list[list[tuple[str, str, str]]]:
    """Each rule as its parts: what, how, with which value."""
    lines = RULES.read_text(encoding="ascii").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            parts = [PART.fullmatch(part.strip()) for part in re.split(r",\s*(?=[A-Z])", line)]
            assert None not in parts, line
            found.append([(part[1], part[2], part[3]) for part in parts if part])
    return found


def sections(name: str) -> configparser.RawConfigParser:
    read = configparser.RawConfigParser(strict=False)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DEVICES / "systemd" / "system" / name / "library-kiosk.conf")
    return read


def test_every_jump_has_its_place() -> None:
    jumps = {value for rule in rules() for what, _how, value in rule if what == "GOTO"}
    places = {value for rule in rules() for what, _how, value in rule if what == "LABEL"}
    assert jumps == places


def test_no_device_is_everybodys() -> None:
    modes = [value for rule in rules() for what, _how, value in rule if what == "MODE"]
    assert modes
    assert set(modes) == {"0660"}


def test_what_changes_group_goes_to_the_kiosks_alone() -> None:
    groups = [value for rule in rules() for what, _how, value in rule if what == "GROUP"]
    assert len(groups) == 4
    assert set(groups) == {"kiosk-devices"}


def test_the_links_are_the_ones_that_the_program_looks_for() -> None:
    links = {f"/dev/{value}" for rule in rules() for what, _h, value in rule if what == "SYMLINK"}
    assert links == {LINK, f"{LINK}-serial", "/dev/library/printer"}


def test_doctor_and_udev_know_the_same_makers() -> None:
    (named,) = (
        value for rule in rules() for what, _h, value in rule if what == "ENV{ID_VENDOR_ID}"
    )
    assert {int(maker, 16) for maker in named.split("|")} == set(MAKERS)


def test_our_rules_stand_between_who_names_devices_and_who_gives_them_to_a_seat() -> None:
    assert "70-uaccess.rules" < RULES.name < "73-seat-late.rules"


def test_pcscd_stays_and_writes_no_cards_words_down() -> None:
    service = sections("pcscd.service.d")["Service"]
    assert service["ExecStart"] == "/usr/sbin/pcscd --foreground"
    assert service["EnvironmentFile"] == ""
    assert int(service["Environment"].rpartition("=")[2], 16) < 4
    assert service["LimitCORE"] == "0"


def test_only_the_kiosks_group_reaches_pcscd() -> None:
    socket = sections("pcscd.socket.d")["Socket"]
    assert (socket["SocketMode"], socket["SocketGroup"]) == ("0660", "kiosk-devices")


def test_the_kiosks_user_is_in_one_group_of_devices() -> None:
    lines = (DEVICES / "sysusers.d" / "library-kiosk.conf").read_text(encoding="ascii").split("\n")
    members = [line.split() for line in lines if line.startswith("m ")]
    assert members == [["m", "kiosk", "kiosk-devices"]]


@pytest.mark.parametrize("file", FILES, ids=[str(file.relative_to(DEVICES)) for file in FILES])
def test_every_file_says_first_what_it_is(file: Path) -> None:
    assert file.read_text(encoding="ascii").startswith(("# ", "// "))
