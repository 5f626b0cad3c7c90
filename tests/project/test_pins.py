"""What is installed is what was tried: every version is written down, and none for nothing."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project.distributions import EXTRAS, brought_by, installed

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([0-9][0-9A-Za-z.]*)")
# pip comes with Python itself and is no part of what runs.
COMES_WITH_PYTHON = {"pip"}
BUILDS = {"setuptools"}


def lines() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="ascii").splitlines()


@pytest.fixture
def pins() -> dict[str, str]:
    found = [PIN.fullmatch(line) for line in lines()]
    return {canonicalize_name(pin[1]): pin[2] for pin in found if pin}


def test_constraints_are_plain_pins() -> None:
    assert [line for line in lines() if not PIN.fullmatch(line)] == []


def test_nothing_is_pinned_twice(pins: dict[str, str]) -> None:
    assert len(pins) == len(lines())


def test_everything_installed_is_pinned_to_its_version(pins: dict[str, str]) -> None:
    here = installed()
    ours = {name: here[name] for name in here.keys() - COMES_WITH_PYTHON - {"kiosk"}}
    assert {name: pins.get(name) for name in ours} == ours


def test_nothing_is_pinned_that_nobody_asks_for(pins: dict[str, str]) -> None:
    asked = frozenset().union(*(brought_by(extra) for extra in EXTRAS))
    assert pins.keys() - asked == BUILDS


def test_every_pin_is_one_that_the_project_allows(pins: dict[str, str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    asked = [Requirement(line) for part in (project["dependencies"], *extras) for line in part]
    forbidden = [
        str(one) for one in asked if not one.specifier.contains(pins[canonicalize_name(one.name)])
    ]
    assert forbidden == []
