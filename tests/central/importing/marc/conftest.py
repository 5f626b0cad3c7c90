"""The shipped mapping of MARC records, and what one record becomes by it."""

from collections.abc import Callable

import pytest
from pymarc import Record

from kiosk.central.importing.csv_form import read_mapping
from kiosk.central.importing.found import Found
from kiosk.central.importing.marc.mapping import MarcMapping
from kiosk.central.importing.marc.titles import found_title
from kiosk.domain.titles import Title
from tests.central.importing.importing import SHIPPED

Becomes = Callable[[Record], Title]


@pytest.fixture(scope="session")
def mapping() -> MarcMapping:
    return read_mapping(MarcMapping, SHIPPED / "marc.toml")


@pytest.fixture
def found(mapping: MarcMapping) -> Callable[[Record], Found[Title]]:
    return lambda record: found_title(1, record, mapping)


@pytest.fixture
def becomes(found: Callable[[Record], Found[Title]]) -> Becomes:
    def title(record: Record) -> Title:
        made = found(record).record
        assert made is not None
        return made

    return title
