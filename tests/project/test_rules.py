"""Every rule of the library has a test and a screen, and the page that says so is not stale."""

import runpy
from pathlib import Path
from typing import Any

import pytest

from kiosk.central.policy_file import read_policy
from kiosk.events import ScreenName

ROOT = Path(__file__).parents[2]
OVERLAYS = {"help"}  # lie over any screen


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "rules.py"))


def test_every_rule_has_a_test(tool: dict[str, Any]) -> None:
    assert tool["without_test"]() == ()


def test_no_test_names_a_rule_that_is_none(tool: dict[str, Any]) -> None:
    assert tool["unknown"]() == ()


def test_the_page_is_not_stale(tool: dict[str, Any]) -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == tool["page"]()


def test_the_screens_that_are_named_are_screens(tool: dict[str, Any]) -> None:
    named = {screen for rule in tool["rules"]() for screen in rule.screens}
    assert named <= {screen.value for screen in ScreenName} | OVERLAYS


def test_the_policy_has_the_keys_that_are_named(tool: dict[str, Any]) -> None:
    policy = read_policy(ROOT / "assets" / "policies" / "demonstration.toml")
    for rule in tool["rules"]():
        for key in rule.policy:
            area, name = key.split(".")
            assert hasattr(getattr(policy, area), name), key


def test_a_mark_is_read_as_it_is_written(tool: dict[str, Any], tmp_path: Path) -> None:
    tests = tmp_path / "tests"
    tests.mkdir()
    marked = "import pytest\n\n@pytest.mark.rule('L4', 'L3')\ndef test_one() -> None: ...\n"
    (tests / "test_it.py").write_text(marked)
    [one] = tool["shown"](tmp_path)
    assert one.rules == ("L4", "L3")
