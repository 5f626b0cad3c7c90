"""How often the database is asked for one call: over a line to PostgreSQL each time costs a way."""

from collections.abc import Callable

from sqlalchemy import Engine, event

from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.storage.database import Database
from kiosk.domain.titles import TitleId
from tests.central.small_library import (
    BOTCHAN,
    HANAKO,
    KOKORO,
    MAIN,
    TARO,
    Counter,
    add_title,
)

BEGINS = 1  # the transaction's beginning, which SQLite has always
OF_RESERVE, OF_OPTIONS, OF_MINE = 13 + BEGINS, 7 + BEGINS, 7 + BEGINS
WITH_NUMBERS = 7 + BEGINS  # what is sent once the whole library waits for this reservation


def test_reserving_asks_the_database_no_oftener_than_it_must(counter: Counter) -> None:
    counter.reserve(TARO, BOTCHAN)  # what is asked for once only
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    sent = _sent(lambda: counter.lending.reserve("001", wish))
    assert len(sent) <= OF_RESERVE, sent


def test_little_is_asked_while_everybody_waits_for_one_reservation(counter: Counter) -> None:
    counter.reserve(TARO, BOTCHAN)
    wish = counter.wish(counter.options(HANAKO, BOTCHAN).permit)
    sent = _sent(lambda: counter.lending.reserve("001", wish))
    first = next(nth for nth, each in enumerate(sent) if "INTO counter" in each)
    assert len(sent) - first <= WITH_NUMBERS, sent


def test_what_is_possible_and_what_is_reserved_are_told_by_few_statements(
    counter: Counter,
) -> None:
    counter.reserve(HANAKO, KOKORO)
    for told, most in (
        (lambda: counter.options(HANAKO, BOTCHAN), OF_OPTIONS),
        (lambda: counter.lending.mine(HANAKO), OF_MINE),
    ):
        sent = _sent(told)
        assert len(sent) <= most, sent


def test_other_editions_and_those_who_wait_cost_no_statement_more(
    counter: Counter, database: Database
) -> None:
    counter.reserve(TARO, KOKORO)
    few = _sent(lambda: counter.options(HANAKO, KOKORO))
    editions = [TitleId(f"edition-{nth}") for nth in range(5)]
    for each in editions:
        add_title(database, each, work="坊っちゃん")
        counter.reserve(TARO, each)
    assert counter.options(HANAKO, editions[0]).editions == len(editions) - 1
    assert len(_sent(lambda: counter.options(HANAKO, editions[0]))) == len(few)


def test_a_kiosk_is_known_by_one_statement(database: Database) -> None:
    kiosks = KnownKiosks(database)
    key = kiosks.register("001", MAIN)
    sent = _sent(lambda: kiosks.by_key(key))
    assert len([each for each in sent if each != "BEGIN"]) == 1


def _sent(ask: Callable[[], object]) -> list[str]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        sent.append(" ".join(statement.split())[:60])

    event.listen(Engine, "before_cursor_execute", note)
    try:
        ask()
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    return sent
