"""The real catalogues, and a small house of words of the test's own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.domain.looks import Language
from kiosk.words.words import Words

HOUSE = Path(__file__).parents[2]
FOLDER = HOUSE / "assets" / "words"
HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
HEADER += '"Plural-Forms: nplurals=1; plural=0;\\n"\n\n'


@pytest.fixture(params=Words.offered)
def words(request: pytest.FixtureRequest) -> Words:
    return Words.load(FOLDER, request.param)


@pytest.fixture
def japanese() -> Words:
    return Words.load(FOLDER, Language.JAPANESE)


@pytest.fixture
def easy() -> Words:
    return Words.load(FOLDER, Language.EASY_JAPANESE)


@pytest.fixture
def english() -> Words:
    return Words.load(FOLDER, Language.ENGLISH)


WriteArea = Callable[[str, str, str], None]


@pytest.fixture
def write_area(tmp_path: Path) -> WriteArea:
    """Writes one area of one language: `write_area("ja", "home", 'msgid "Home"…')`."""

    def write(language: str, area: str, entries: str) -> None:
        folder = tmp_path / "words" / language
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{area}.po").write_text(HEADER + entries, encoding="utf-8")

    return write
