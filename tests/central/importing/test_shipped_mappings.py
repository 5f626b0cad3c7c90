"""The mappings that are shipped can be used, and say of each key what it is."""

from pathlib import Path

import pytest

from kiosk.central.importing.branches_csv import BranchesMapping
from kiosk.central.importing.csv_form import read_mapping
from kiosk.central.importing.items_csv import ItemsMapping
from kiosk.central.importing.loans_csv import LoansMapping
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.patrons_csv import PatronsMapping
from kiosk.central.importing.titles_csv import TitlesMapping
from kiosk.domain.errors import SettingWrong
from tests.central.importing.importing import SHIPPED

KINDS = {
    "branches.toml": BranchesMapping,
    "titles.toml": TitlesMapping,
    "marc.toml": MarcMapping,
    "items.toml": ItemsMapping,
    "patrons.toml": PatronsMapping,
    "loans.toml": LoansMapping,
}
TABLES_OF_WORDS = ("[materials]", "[ndc_materials]", "[branches]", "[roles]", "[weekdays]")


@pytest.mark.parametrize("name", KINDS)
def test_a_shipped_mapping_can_be_used(name: str) -> None:
    read_mapping(KINDS[name], SHIPPED / name)


def test_no_other_mapping_is_shipped() -> None:
    assert {file.name for file in SHIPPED.iterdir()} == KINDS.keys()


@pytest.mark.parametrize("name", KINDS)
def test_each_key_is_explained(name: str) -> None:
    assert unexplained(SHIPPED / name) == []


@pytest.mark.parametrize(
    ("was", "becomes", "key"),
    [
        ('encoding = "utf-8"', 'encoding = "sjis"', "form.encoding"),
        ('delimiter = ","', 'delimiter = ",,"', "form.delimiter"),
        ('date = "%Y-%m-%d"', 'date = "%d-%m"', "form.date"),
        ('date = "%Y-%m-%d"', 'date = "%Y-%m-%d %H"', "form.date"),
        ('id = "id"', 'id = ""', "columns.id"),
        ('"cd" = "cd"', '"cd" = "record"', "materials.cd"),
    ],
)
def test_a_mapping_that_cannot_be_used_is_named_with_its_line(
    tmp_path: Path, was: str, becomes: str, key: str
) -> None:
    text = (SHIPPED / "titles.toml").read_text(encoding="utf-8")
    assert was in text
    file = tmp_path / "ours.toml"
    file.write_text(text.replace(was, becomes), encoding="utf-8")
    with pytest.raises(SettingWrong) as wrong:
        read_mapping(TitlesMapping, file)
    line = file.read_text(encoding="utf-8").splitlines().index(becomes) + 1
    assert (wrong.value.key, wrong.value.line) == (key, line)


def unexplained(file: Path) -> list[str]:
    """Keys above which no comment stands; keys that follow one another share one."""
    found, is_explained, table = [], False, ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            table = line
        elif line.startswith("#"):
            is_explained = True
        elif not line:
            is_explained = False
        elif not is_explained and table not in TABLES_OF_WORDS:
            found.append(line)
    return found
