"""An import keeps whole batches and tells what it left out; the last of what comes twice counts."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from kiosk.central.importing.found import Found, NotTaken
from kiosk.central.importing.refusals import FileRefused
from kiosk.central.importing.repeats import Repeats
from kiosk.central.importing.report import Report
from kiosk.central.importing.running import BATCH
from kiosk.central.storage.database import Database
from kiosk.domain.titles import Title, TitleId
from tests.central.importing.importing import changes_in, import_titles, titles_in

AGAIN = "The same comes again further on; that one counts."


@dataclass(frozen=True, slots=True)
class Listed:
    """A source of what a test lists: "a" is a title, "-a" withdraws it, "!" is a broken row."""

    content: str
    name: str = "list"
    unit: str = "record"
    breaks_off: bool = False

    def read(self) -> Iterator[Found[Title] | NotTaken]:
        for row, word in enumerate(self.content.split(), start=1):
            if word == "!":
                yield NotTaken(row, "It is broken.")
                continue
            key, _, name = word.lstrip("-").partition("=")
            title = Title(TitleId(key), name or key)
            yield Found(row, key, None if word.startswith("-") else title)
        if self.breaks_off:
            raise FileRefused("It breaks off.")


def names(database: Database) -> dict[str, str]:
    return {key: title.name for key, title in titles_in(database).items()}


def test_the_last_of_what_comes_twice_counts(database: Database) -> None:
    heard = import_titles(database, Listed("a=1 b a=2 c a=3"))
    assert heard.report == Report(changed=3, troubles=2)
    assert heard.reasons == [(1, AGAIN), (3, AGAIN)]
    assert names(database) == {"a": "3", "b": "b", "c": "c"}


def test_what_comes_twice_changes_nothing_the_second_time(database: Database) -> None:
    twice = Listed("a=1 b a=2 -b c -c")
    import_titles(database, twice)
    before = changes_in(database)
    assert import_titles(database, twice).report == Report(unchanged=3, troubles=3)
    assert changes_in(database) == before


def test_the_last_of_all_files_counts(database: Database) -> None:
    heard = import_titles(database, Listed("a=1 b"), Listed("a=2 -b", name="second"))
    assert [str(trouble) for trouble in heard.troubles] == [
        f"list, record 1: {AGAIN}",
        f"list, record 2: {AGAIN}",
    ]
    assert names(database) == {"a": "2"}


def test_what_was_never_there_is_not_withdrawn(database: Database) -> None:
    assert import_titles(database, Listed("-a")).report == Report(unchanged=1)


def test_troubles_come_in_the_order_of_the_file(database: Database) -> None:
    heard = import_titles(database, Listed("! a=1 ! a=2 !", breaks_off=True), Listed("d"))
    assert [row for row, _ in heard.reasons] == [1, 2, 3, 5, None]
    assert names(database) == {"a": "2", "d": "d"}
    assert heard.report == Report(changed=2, troubles=5)


def test_each_batch_is_told_when_it_is_kept(database: Database) -> None:
    content = " ".join(f"t{number}" for number in range(2 * BATCH + 1))
    heard = import_titles(database, Listed(content))
    kept = [done for done, total in heard.progress if total is not None]
    assert kept == [BATCH, 2 * BATCH, 2 * BATCH + 1]


def test_no_files_are_no_work(database: Database) -> None:
    assert import_titles(database).report == Report()
    assert import_titles(database, Listed("")).report == Report()


@pytest.mark.parametrize(
    ("keys", "last"),
    [("", ""), ("abc", "yyy"), ("aba", "nyy"), ("aaaa", "nnny"), ("abab", "nnyy")],
)
def test_a_repeat_is_known_by_what_is_still_to_come(keys: str, last: str) -> None:
    repeats = Repeats()
    for key in keys:
        repeats.see(key)
    repeats.count()
    assert "".join("y" if repeats.is_last(key) else "n" for key in keys) == last
