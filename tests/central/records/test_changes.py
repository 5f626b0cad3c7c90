"""Changes are numbered alike, one by one or all at once."""

from sqlalchemy import select

from kiosk.central.records.changes import availability_changed, put_new_titles, put_title
from kiosk.central.storage.counting import next_number, next_numbers
from kiosk.central.storage.database import Database
from kiosk.central.tables.titles import AvailabilityRow, TitleRow
from kiosk.domain.titles import Title, TitleId

KOKORO, SANSHIRO, MON = (
    Title(TitleId("kokoro"), "こころ"),
    Title(TitleId("sanshiro"), "三四郎"),
    Title(TitleId("mon"), "門"),
)


def records(database: Database) -> dict[str, int]:
    with database.session() as session:
        return {row.id: row.change for row in session.scalars(select(TitleRow))}


def moves(database: Database) -> dict[str, int]:
    with database.session() as session:
        return {row.title_id: row.change for row in session.scalars(select(AvailabilityRow))}


def test_numbers_begin_at_one_and_go_on_where_they_ended(database: Database) -> None:
    with database.writing() as session:
        assert next_numbers(session, "queue", 3) == range(1, 4)
        assert next_number(session, "queue") == 4
        assert next_numbers(session, "queue", 2) == range(5, 7)


def test_no_numbers_raise_nothing(database: Database) -> None:
    with database.writing() as session:
        assert list(next_numbers(session, "queue", 0)) == []
        assert next_number(session, "queue") == 1


def test_counters_do_not_disturb_each_other(database: Database) -> None:
    with database.writing() as session:
        next_numbers(session, "queue", 9)
        assert next_number(session, "record") == 1


def test_many_new_titles_are_numbered_in_their_order(database: Database) -> None:
    with database.writing() as session:
        put_title(session, KOKORO)
        put_new_titles(session, [SANSHIRO, MON])
    assert records(database) == {"kokoro": 1, "sanshiro": 2, "mon": 3}


def test_titles_that_moved_twice_have_one_number_as_they_are_kept(database: Database) -> None:
    with database.writing() as session:
        put_new_titles(session, [KOKORO, SANSHIRO, MON])
        availability_changed(session, [KOKORO.id, MON.id])
        assert moves(database) == {}
        availability_changed(session, [MON.id, SANSHIRO.id])
    assert moves(database) == {"kokoro": 1, "mon": 2, "sanshiro": 3}


def test_titles_that_moved_in_two_deeds_have_the_later_number(database: Database) -> None:
    with database.writing() as session:
        put_new_titles(session, [KOKORO, MON])
        availability_changed(session, [KOKORO.id, MON.id])
    with database.writing() as session:
        availability_changed(session, [KOKORO.id])
    assert moves(database) == {"kokoro": 3, "mon": 2}


def test_a_title_named_twice_is_one_change(database: Database) -> None:
    with database.writing() as session:
        put_new_titles(session, [KOKORO, MON])
        availability_changed(session, [KOKORO.id, MON.id, KOKORO.id])
    assert moves(database) == {"kokoro": 1, "mon": 2}
