"""Each half of the kiosk stands without what only the other half needs."""

import json
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import kiosk
from tests.project.distributions import brought_by, modules_of

# Run by Alembic, which gives it what it needs.
NOT_TO_IMPORT = {"kiosk.central.migrations.env"}
OF_BOTH = ("kiosk.commands.prove_wipe", "kiosk.commands.canary_library")  # a whole kiosk, tried
SERVICE = (
    "kiosk.central",
    "kiosk.commands.importing",
    "kiosk.commands.opening",
    "kiosk.commands.simulating",
)
SHARED = ("kiosk.domain", "kiosk.wire", "kiosk.words", "kiosk.__main__", "kiosk.commands.central")
HALVES = {"panel": ("kiosk",), "central": (*SHARED, *SERVICE)}
OF_THE_OTHER_HALF = {"panel": (*SERVICE, *OF_BOTH), "central": OF_BOTH}


IMPORTING = """
import importlib, json, sys

class Refusing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in refused:
            raise ModuleNotFoundError(f"{name} is not of this half", name=name)

refused, modules = map(set, json.load(sys.stdin))
sys.meta_path.insert(0, Refusing())
for module in sorted(modules):
    importlib.import_module(module)
"""


def test_the_extras_differ() -> None:
    assert "pyside6-essentials" in brought_by("panel") - brought_by("central")
    assert "fastapi" in brought_by("central") - brought_by("panel")


@pytest.mark.parametrize("half", HALVES)
def test_each_half_is_imported_with_its_own_extra_alone(half: str) -> None:
    tried = _import(modules_of_half(half), without=not_brought_by(half))
    assert tried.returncode == 0, tried.stderr


@pytest.mark.parametrize("half", HALVES)
def test_a_half_without_its_extra_is_noticed(half: str) -> None:
    other = next(name for name in HALVES if name != half)
    assert _import(modules_of_half(half), without=not_brought_by(other)).returncode != 0


def test_a_desk_with_simulated_devices_needs_no_smartcard_library() -> None:
    assert _import({"kiosk.app"}, without={"smartcard"}).returncode == 0


def modules_of_half(half: str) -> set[str]:
    others = OF_THE_OTHER_HALF[half]
    return {
        module
        for module in (*_all_modules(), "kiosk")
        if _is_within(module, HALVES[half]) and not _is_within(module, others)
    } - NOT_TO_IMPORT


def _all_modules() -> list[str]:
    return [module.name for module in pkgutil.walk_packages(kiosk.__path__, "kiosk.", _complain)]


def _complain(name: str) -> None:
    raise AssertionError(name)


def _is_within(module: str, rooms: tuple[str, ...]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def not_brought_by(half: str) -> set[str]:
    """All that is installed here for another reason: what only dev brings, too."""
    own = brought_by(half) | {"kiosk"}
    return {module for module, owners in modules_of().items() if not owners & own}


def _import(modules: set[str], *, without: set[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORTING],
        input=json.dumps([sorted(without), sorted(modules)]),
        cwd=Path(kiosk.__path__[0]).parent,
        capture_output=True,
        text=True,
        check=False,
    )
