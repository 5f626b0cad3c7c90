"""What the security pages say is still so: tables, times, operations, pages, files, numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, APIRouter

from kiosk.central.backups.settings import BackupSettings
from kiosk.central.kiosks.app import ROUTES as OF_KIOSKS
from kiosk.central.policy_file import read_policy
from kiosk.central.staff.app import ROUTES as OF_STAFF
from kiosk.central.tables.whole import all_tables

ROOT = Path(__file__).parents[2]
PAGES = {name: (ROOT / "docs" / name).read_text("utf-8") for name in ("security.md", "asvs.md")}
SECURITY, ASVS = PAGES["security.md"], PAGES["asvs.md"]
OPERATION = re.compile(r"`((?:GET|PUT|POST|DELETE) /[^`]*)`")
# A key of the policy that says how long something is kept, or good.
TIME = re.compile(r"kept|remembered|listed|honoured|within|idle|longest_minutes|undo|key_days")
# By the guard nearest to the patron, or to the staff: what a page or an operation needs.
NEEDS_OF_KIOSKS = {
    "_patron": "key and session",
    "_signed": "key and session, with the first password too",
    "_token": "key and session, with the first password too",
    "_kiosk": "key",
    "": "nothing",
}
NEEDS_OF_STAFF = {
    "_of_supervisor": "supervisor",
    "_of_counter": "counter",
    "_desk": "shelving",
    "": "nobody",
}
# Of ASVS 4.0.3, by chapter: the last number that level 2 asks for in each section (0: none).
LAST = {
    2: (12, 3, 3, 5, 7, 3, 6, 7, 3, 4),
    3: (1, 4, 4, 5, 3, 0, 1),
    4: (5, 2, 3),
    5: (5, 8, 10, 3, 4),
    6: (3, 6, 2, 2),
    7: (4, 2, 4, 3),
    8: (4, 3, 8),
    9: (3, 4),
    10: (0, 2, 3),
    11: (8,),
    12: (3, 1, 6, 2, 2, 1),
    13: (5, 6, 2, 2),
    14: (4, 6, 3, 7, 4),
}
DELETED = {"4.1.4", "7.3.2", "13.1.2", "13.2.4", "14.3.1"}  # by the standard itself


def section(heading: str) -> str:
    [found] = re.findall(
        rf"^(#+) {re.escape(heading)}\n(.*?)(?=^#|\Z)", SECURITY, re.MULTILINE | re.DOTALL
    )
    return str(found[1])


def rows(text: str) -> Iterator[list[str]]:
    for line in text.splitlines():
        if line.startswith("| "):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def guards(dependant: Dependant) -> Iterator[str]:
    for each in dependant.dependencies:
        yield getattr(each.call, "__name__", "")
        yield from guards(each)


def needed(routers: tuple[APIRouter, ...], needs: dict[str, str]) -> dict[str, str]:
    """By operation, as the program guards it; the first guard of the table that it has."""
    found = {}
    for route in (each for router in routers for each in router.routes):
        assert isinstance(route, APIRoute)
        own = {*guards(route.dependant), ""}
        (method,) = route.methods or {""}
        found[f"{method} {route.path}"] = next(needs[guard] for guard in needs if guard in own)
    return found


def told(heading: str) -> dict[str, str]:
    """By operation, as the page says it; each stands there once."""
    pairs = [(name, row[0]) for row in rows(section(heading)) for name in OPERATION.findall(row[1])]
    assert len(pairs) == len(dict(pairs))
    return dict(pairs)


def test_every_operation_of_kiosks_stands_where_it_belongs() -> None:
    assert told("Operations of the kiosks' door") == needed(OF_KIOSKS, NEEDS_OF_KIOSKS)


def test_every_page_of_the_staff_stands_with_its_role() -> None:
    assert told("Pages of the counter's door") == needed(OF_STAFF, NEEDS_OF_STAFF)


def test_every_table_of_the_database_is_kept_for_a_time_that_is_said() -> None:
    first = [row[0] for row in rows(section("What is kept how long"))]
    named = Counter(name for cell in first for name in re.findall(r"`([a-z_]+)`", cell))
    assert named == Counter(all_tables().tables.keys())


def times() -> Iterator[tuple[str, Any]]:
    policy = read_policy(ROOT / "assets" / "policies" / "demonstration.toml")
    for area in fields(policy):
        part = getattr(policy, area.name)
        for key in fields(part) if is_dataclass(part) else ():
            if TIME.search(key.name) or key.name == "minutes":
                yield f"{area.name}.{key.name}", getattr(part, key.name)


def test_every_time_of_keeping_in_the_policy_is_told_with_its_number() -> None:
    kept = section("What is kept how long")
    assert dict(re.findall(r"`([a-z_]+\.[a-z_]+)` (\d+)", kept)) == {
        key: str(value) for key, value in times()
    }


def test_backups_are_kept_as_long_as_is_told() -> None:
    usual = BackupSettings()
    told = f"`[backups] kept_days` {usual.kept_days} (1 to 30) and an hour, at most `most`"
    assert f"{told} {usual.most} files" in section("What is kept how long")


@pytest.mark.parametrize("page", sorted(PAGES))
def test_every_file_that_is_named_is_there(page: str) -> None:
    rooms = r"`((?:kiosk|tests|packaging|assets|tools|docs|\.ci)/[^`\s]+|constraints\.txt)`"
    links = re.findall(r"\]\(([^)#:]+)\)", PAGES[page])
    named = {ROOT / name for name in re.findall(rooms, PAGES[page])}
    assert len(named) > 20
    named |= {ROOT / "docs" / name for name in links}
    assert {path for path in named if not path.exists()} == set()


def wanted() -> Iterator[str]:
    for chapter, lasts in LAST.items():
        for nth, last in enumerate(lasts, start=1):
            yield from (f"{chapter}.{nth}.{number}" for number in range(1, last + 1))


def test_each_line_of_the_standard_is_answered_once() -> None:
    answered = [row[0] for row in rows(ASVS) if row[0][0].isdigit()]
    assert answered == [number for number in wanted() if number not in DELETED]


def test_each_answer_is_one_of_three_and_says_why() -> None:
    lines = [row for row in rows(ASVS) if row[0][0].isdigit()]
    assert {row[2] for row in lines} == {"**met**", "**not met**", "**not applicable**"}
    assert [row[0] for row in lines if len(row) != 4 or not row[3].strip("| ")] == []


def test_the_answers_are_counted_as_it_is_said() -> None:
    count = Counter(row[2] for row in rows(ASVS) if row[0][0].isdigit())
    met, missing, other = (count[f"**{word}**"] for word in ("met", "not met", "not applicable"))
    said = f"Of {count.total()} lines {met} are met, {missing} are not, {other} do not apply."
    assert said in ASVS
