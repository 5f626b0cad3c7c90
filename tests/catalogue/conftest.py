"""An index of a few works, built once a module."""

from pathlib import Path

import pytest

from kiosk.catalogue.index import CatalogueIndex
from kiosk.catalogue.writer import build
from tests.catalogue.works import NUMBERED


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> CatalogueIndex:
    folder: Path = tmp_path_factory.mktemp("index")
    build(folder, NUMBERED, "all")
    return CatalogueIndex.open(folder)
