"""Who may import whom: every forbidden import is found where somebody writes one."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
LINTER = Path(sys.executable).parent / "lint-imports"
FOUNDATION = {"domain", "words", "wire", "catalogue"}  # what the central service stands on

# Contract, the file that gets a line, and what the line imports.
PLANTED = (
    ("downward", "domain/titles.py", "kiosk.words.words"),
    ("downward", "wire/message.py", "kiosk.catalogue.index"),
    ("downward", "words/words.py", "kiosk.wire.message"),
    ("downward", "events/bar.py", "kiosk.visit"),
    ("downward", "premises.py", "kiosk.visit"),
    ("downward", "ports/kit.py", "kiosk.visit"),
    ("downward", "slips/paper.py", "kiosk.hardware.understanding"),
    ("downward", "ui/label.py", "kiosk.services.clock"),
    ("downward", "hardware/understanding.py", "kiosk.ui.lettering.label"),
    ("downward", "services/clock.py", "kiosk.hardware.understanding"),
    ("downward", "screens/apology.py", "kiosk.flow.chart"),
    ("downward", "flow/chart.py", "kiosk.screens.apology"),
    ("downward", "flow/jobs/searching.py", "kiosk.fitting"),
    ("downward", "fitting.py", "kiosk.app"),
    ("downward", "supervisor/loop.py", "kiosk.app"),
    ("settings", "desk.py", "kiosk.settings"),
    ("settings", "central/serve.py", "kiosk.settings"),
    ("central-alone", "central/serve.py", "kiosk.services.clock"),
    ("central-alone", "central/serve.py", "kiosk.events"),
    ("nobody-imports-central", "fitting.py", "kiosk.central.clock"),
    ("nobody-imports-central", "wire/message.py", "kiosk.central.clock"),
    ("screens-know-no-wire", "screens/apology.py", "kiosk.wire.message"),
    ("screens-know-no-wire", "ui/label.py", "kiosk.catalogue.index"),
    ("qt", "flow/jobs/searching.py", "PySide6.QtCore"),
    ("qt", "hardware/card_reader/pcsc.py", "PySide6.QtCore"),
    ("qt", "central/serve.py", "PySide6.QtCore"),
    ("qt-not-even-behind", "supervisor/loop.py", "kiosk.ui.lettering.label"),
    ("sqlalchemy", "flow/jobs/searching.py", "sqlalchemy"),
    ("sqlalchemy", "commands/start.py", "sqlalchemy.orm"),
    ("drivers", "hardware/card_reader/guard.py", "smartcard.scard"),
    ("drivers", "hardware/barcode_scanner/simulated.py", "evdev"),
    ("drivers", "hardware/slip_printer/simulated.py", "serial"),
    ("drivers", "hardware/slip_printer/simulated.py", "escpos.printer"),
    ("drivers", "services/central/line.py", "httpx"),
)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """The kiosk's own files, to be spoilt."""
    shutil.copytree(ROOT / "kiosk", tmp_path / "kiosk", ignore=shutil.ignore_patterns("*.pyc"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.mark.parametrize("contract", dict.fromkeys(contract for contract, _, _ in PLANTED))
def test_a_planted_import_is_found(house: Path, contract: str) -> None:
    planted = [(file, imported) for of, file, imported in PLANTED if of == contract]
    for file, imported in planted:
        with (house / "kiosk" / file).open("a", encoding="utf-8") as spoilt:
            spoilt.write(f"\nimport {imported}\n")
    checked = check(house, contract)
    assert checked.returncode == 1, checked.stdout
    unseen = [file for file, imported in planted if arrow(file, imported) not in checked.stdout]
    assert unseen == [], checked.stdout


def test_a_room_without_a_floor_is_found(house: Path) -> None:
    (house / "kiosk" / "attic.py").write_text("import kiosk.domain.titles\n", encoding="utf-8")
    checked = check(house, "downward")
    assert checked.returncode == 1
    assert "attic" in checked.stdout


def test_every_contract_is_tried() -> None:
    assert contracts().keys() == {planted[0] for planted in PLANTED}


def test_the_central_service_is_kept_from_every_other_room() -> None:
    rooms = {path.stem for path in (ROOT / "kiosk").iterdir() if _is_room(path)}
    forbidden = contracts()["central-alone"]["forbidden_modules"]
    assert {f"kiosk.{room}" for room in rooms - FOUNDATION - {"central"}} == set(forbidden)


def contracts() -> dict[str, dict[str, Any]]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return {one["id"]: one for one in tomllib.loads(text)["tool"]["importlinter"]["contracts"]}


def check(house: Path, contract: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINTER, "--no-cache", "--no-logo", "--contract", contract],
        cwd=house,
        env={**os.environ, "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )


def arrow(file: str, imported: str) -> str:
    """As the linter shows it; of another's package it knows the name alone."""
    importer = ".".join(("kiosk", *Path(file).with_suffix("").parts))
    is_ours = imported.startswith("kiosk.")
    return f"{importer} -> {imported if is_ours else imported.partition('.')[0]}"


def _is_room(path: Path) -> bool:
    if path.is_dir():
        return (path / "__init__.py").exists()
    return path.suffix == ".py" and path.stem != "__init__"
