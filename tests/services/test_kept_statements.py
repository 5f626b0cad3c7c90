"""SQLAlchemy keeps each statement as it first ran: nothing that a patron asked for may be in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event, literal, select
from sqlalchemy.engine.interfaces import Compiled

from kiosk.domain.contacts import NoticeMethod
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.replica import Replica
from kiosk.services.simulated.stock import CENTRAL_BRANCH
from tests.catalogue.works import BOTCHAN, CAT
from tests.services.feeds import CENTRAL, Feeds
from tests.services.offers import offer


class Kept:
    """The statements that were made ready for running, as they stay in the engine's memory."""

    def __init__(self) -> None:
        self._statements: list[Compiled] = []

    def note(self, *given: object) -> None:
        compiled: Compiled | None = getattr(given[4], "compiled", None)  # None: bare SQL
        if compiled is not None:
            self._statements.append(compiled)

    def forget(self) -> None:
        self._statements.clear()

    def holds(self, value: str) -> bool:
        return any(value in repr(dict(each.params or {})) for each in self._statements)


@pytest.fixture
def kept() -> Iterator[Kept]:
    kept = Kept()
    event.listen(Engine, "before_cursor_execute", kept.note)
    yield kept
    event.remove(Engine, "before_cursor_execute", kept.note)


def test_a_value_in_a_statement_itself_would_stay(kept: Kept) -> None:
    with create_engine("sqlite://").connect() as connection:
        connection.execute(select(literal("51729370")))
    assert kept.holds("51729370")


def test_no_statement_keeps_what_was_reserved_or_renumbered(folder: Path, kept: Kept) -> None:
    outbox = SqliteOutbox(folder, 7)
    wish = outbox.next_wish(offer("permit-1"), CENTRAL_BRANCH.id, NoticeMethod.EMAIL)
    later = outbox.renumbered(wish, 4)
    assert outbox.waiting() == (later,)
    outbox.answered(later)
    outbox.close()
    asked = (wish.id, wish.number, later.number, wish.permit, CENTRAL_BRANCH.id)
    assert not [each for each in asked if kept.holds(each)]


def test_no_statement_keeps_which_title_was_looked_at(tmp_path: Path, kept: Kept) -> None:
    feeds = Feeds()
    feeds.put(CAT, BOTCHAN)
    feeds.label(CAT.id, "30014015")
    replica = Replica(tmp_path, CENTRAL.id)
    replica.refresh(feeds)
    kept.forget()
    assert replica.title(CAT.id).title == CAT
    assert replica.has_item("30014015")
    assert not [each for each in (CAT.id, "30014015") if kept.holds(each)]
