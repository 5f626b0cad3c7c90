"""What changed of that which opens a card is kept for thirty days."""

from datetime import timedelta

from sqlalchemy import func, select

from kiosk.central.jobs.card_changes import erase_card_changes
from kiosk.central.service import Service
from kiosk.central.tables.card_changes import CardChangeRow
from kiosk.domain.card_changes import CardChange
from tests.central.clock import TurnedClock
from tests.central.small_library import HANAKO


def test_it_is_erased_once_it_is_told_no_more(library: Service, clock: TurnedClock) -> None:
    with library.database.writing() as session:
        library.welcome.changes.tell(session, HANAKO, CardChange.PASSWORD_SET)
    clock.turn(timedelta(days=30, seconds=-1))
    assert erase_card_changes(library) == 0
    clock.turn(timedelta(seconds=1))
    assert erase_card_changes(library) == 1
    with library.database.session() as session:
        assert session.scalar(select(func.count()).select_from(CardChangeRow)) == 0
