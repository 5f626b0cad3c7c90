from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NewType

import pytest

from kiosk.domain.bounds import Between, Matches
from kiosk.domain.errors import SettingWrong
from kiosk.domain.toml_table import TomlTable

Number = NewType("Number", str)


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True)
class Quota:
    limit: Annotated[int, Between(0, 99)]
    renewals: int = 1


@dataclass(frozen=True)
class Branch:
    name: str
    opens_on: date | None = None


@dataclass(frozen=True)
class House:
    session_s: Annotated[int, Between(60, 3600)] = 900
    share: float = 0.5
    is_open: bool = True
    number: Annotated[Number, Matches(r"\d{3}", "three digits")] = Number("001")
    folder: Path = Path("data")
    colour: Colour = Colour.RED
    key: Annotated[str, Matches(r"\w{4}", "four letters")] = field(default="abcd", repr=False)
    days: tuple[int, int] = (2, 4)
    colours: frozenset[Colour] = frozenset()
    quota: dict[Colour, Quota] = field(default_factory=dict)
    branch: tuple[Branch, ...] = ()


WHOLE = """\
session_s = 600
share = 1
number = "007"
folder = "here"
colour = "blue"
days = [1, 3]
colours = ["red", "blue"]

[quota.red]
limit = 10

[quota.blue]
limit = 0
renewals = 0

[[branch]]
name = "港"
opens_on = 2026-04-01

[[branch]]
name = "丘"
"""


def read(text: str, **environment: str) -> House:
    table = TomlTable.of(text, file="/etc/house.toml")
    return table.under(environment, prefix="HOUSE_", kind=House).read(House)


def refused(text: str, **environment: str) -> SettingWrong:
    with pytest.raises(SettingWrong) as error:
        read(text, **environment)
    return error.value


def test_a_whole_text_is_read() -> None:
    assert read(WHOLE) == House(
        session_s=600,
        share=1.0,
        number=Number("007"),
        folder=Path("/etc/here"),
        colour=Colour.BLUE,
        days=(1, 3),
        colours=frozenset(Colour),
        quota={Colour.RED: Quota(10), Colour.BLUE: Quota(0, 0)},
        branch=(Branch("港", date(2026, 4, 1)), Branch("丘")),
    )


def test_an_empty_text_gives_the_defaults() -> None:
    assert read("") == House()


@pytest.mark.parametrize(
    ("old", "new", "key", "line", "allowed"),
    [
        ("600", "59", "session_s", 1, "a whole number, from 60 to 3600"),
        ("600", '"600"', "session_s", 1, "a whole number, from 60 to 3600"),
        ("600", "true", "session_s", 1, "a whole number, from 60 to 3600"),
        ('"007"', '"7"', "number", 3, "text in quotes, three digits"),
        ('"blue"\ndays', '"green"\ndays', "colour", 5, 'one of "red", "blue"'),
        ("[1, 3]", "[1]", "days", 6, "a list of 2 members, each a whole number"),
        ("[1, 3]", '[1, "3"]', "days.1", 6, "a whole number"),
        ("limit = 10", "limit = 100", "quota.red.limit", 10, "a whole number, from 0 to 99"),
        ("limit = 10", "", "quota.red.limit", 9, "a whole number, from 0 to 99"),
        ("quota.blue", "quota.green", "quota.green", 12, 'one of "red", "blue"'),
        ('"丘"', "3", "branch.1.name", 21, "text in quotes"),
        ('name = "丘"', "", "branch.1.name", 20, "text in quotes"),
        ("2026-04-01", '"soon"', "branch.0.opens_on", 18, "a date like 2026-04-01"),
        ("2026-04-01", "2026-04-01T00:00:00Z", "branch.0.opens_on", 18, "a date like 2026-04-01"),
    ],
)
def test_a_wrong_value_is_named_with_its_line_and_what_is_allowed(
    old: str, new: str, key: str, line: int, allowed: str
) -> None:
    assert old in WHOLE
    error = refused(WHOLE.replace(old, new))
    assert (error.file, error.key, error.line, error.allowed) == (
        "/etc/house.toml",
        key,
        line,
        allowed,
    )


def test_an_unknown_key_is_named_with_the_one_that_may_be_meant() -> None:
    error = refused("\nsesion_s = 600")
    assert (error.key, error.line) == ("sesion_s", 2)
    assert error.allowed.startswith("session_s, perhaps, or one of session_s, share")


def test_a_text_that_is_no_toml_is_refused_with_the_line() -> None:
    error = refused("session_s = 600\nshare ? 1\n")
    assert (error.key, error.line, error.allowed) == ("(syntax)", 2, "TOML")


@pytest.mark.parametrize("text", ["number = 1\nnumber = 2", "number = 1\nshare = [1,", "a\n\nb"])
def test_what_is_broken_up_to_the_end_has_a_line_too(text: str) -> None:
    assert refused(text).line in {1, 2}


def test_a_secret_is_not_repeated() -> None:
    assert "hunter2" not in str(refused('key = "hunter2"'))


def test_a_line_is_found_after_values_of_many_lines() -> None:
    text = 'days = [\n  1, # the "first" [\n  3,\n]\nnumber = """\n0\\\n  07"""\nsession_s = 1\n'
    assert refused(text).line == 8


@pytest.mark.parametrize("text", ["share = 1\r\n\r\nsession_s = 1\r\n", "# \x85\n\nsession_s = 1"])
def test_lines_are_counted_as_an_editor_counts_them(text: str) -> None:
    assert refused(text).line == 3


def test_a_key_in_an_inline_table_has_the_line_of_its_table() -> None:
    assert refused("\nquota = { red = { limit = -1 } }").line == 2


def test_a_path_may_start_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/library")
    assert read('folder = "~/kiosk"').folder == Path("/home/library/kiosk")
    assert read("", HOUSE_FOLDER="~/kiosk").folder == Path("/home/library/kiosk")
    assert refused('folder = "~nobody-here/kiosk"').key == "folder"


def test_what_is_allowed_in_the_environment_needs_no_quotes() -> None:
    assert refused("", HOUSE_NUMBER="12").allowed == "text, three digits"
    assert refused('number = "12"').allowed == "text in quotes, three digits"


def test_the_environment_goes_first() -> None:
    house = read(WHOLE, HOUSE_SESSION_S="300", HOUSE_NUMBER="042", HOUSE_IS_OPEN="false")
    assert (house.session_s, house.number, house.is_open) == (300, "042", False)


def test_a_wrong_variable_is_named_without_a_line() -> None:
    error = refused(WHOLE, HOUSE_SESSION_S="soon")
    assert (error.file, error.key, error.line) == ("environment", "HOUSE_SESSION_S", None)
    assert error.found == "'soon'"


def test_a_variable_that_sets_nothing_is_named() -> None:
    assert refused("", HOUSE_SESION_S="1").key == "HOUSE_SESION_S"


def test_a_file_that_is_missing_or_no_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong) as missing:
        TomlTable.read_file(tmp_path / "missing.toml")
    assert missing.value.file == str(tmp_path / "missing.toml")
    (tmp_path / "sjis.toml").write_bytes('name = "港"'.encode("shift_jis"))
    with pytest.raises(SettingWrong, match="UTF-8"):
        TomlTable.read_file(tmp_path / "sjis.toml")


def test_a_rule_between_keys_is_said_with_its_line() -> None:
    error = TomlTable.of(WHOLE, file="house.toml").wrong("quota.blue.renewals", "1", "0")
    assert str(error) == "house.toml, line 14: quota.blue.renewals: allowed is 1 (found: 0)"
