"""Numbers what changed, so that copies of the catalogue can ask for it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import event, text
from sqlalchemy.orm import Session

from kiosk.central.storage.counting import next_number, next_numbers
from kiosk.central.tables.titles import TitleRow
from kiosk.domain.titles import Title, TitleId

_RECORDS = "record"
_AVAILABILITY = "availability"
# One statement of both databases.
_NOTE = text(
    "INSERT INTO availability (title_id, change) VALUES (:title, :change)"
    " ON CONFLICT (title_id) DO UPDATE SET change = excluded.change"
)
_NOTED = "titles whose availability changed"  # in the session, until it is kept


def put_title(session: Session, title: Title) -> bool:
    """Take a record in, new or changed; False where it is known as it is."""
    row = session.get(TitleRow, title.id)
    if row is None:
        session.add(TitleRow.of(title, next_number(session, _RECORDS)))
        return True
    if row.to_title() == title and not row.is_withdrawn:
        return False
    row.take(title, next_number(session, _RECORDS))
    return True


def put_new_titles(session: Session, titles: Sequence[Title]) -> None:
    """Take in records none of which was ever here: much faster than one by one."""
    numbers = next_numbers(session, _RECORDS, len(titles))
    session.add_all(map(TitleRow.of, titles, numbers))


def withdraw_title(session: Session, title: TitleId) -> bool:
    """Take a record out of the catalogue; False where it is not in it."""
    row = session.get(TitleRow, title)
    if row is None or row.is_withdrawn:
        return False
    row.is_withdrawn = True
    row.change = next_number(session, _RECORDS)
    return True


def availability_changed(session: Session, titles: Iterable[TitleId]) -> None:
    """Note that items of these titles moved, or that more or fewer patrons wait.

    The numbers are taken last of all, as the transaction is about to be kept: whoever has them
    is alone in the whole library until then.
    """
    noted: dict[TitleId, None] | None = session.info.get(_NOTED)
    if noted is None:
        noted = session.info[_NOTED] = {}
        event.listen(session, "before_commit", _number)
    noted.update(dict.fromkeys(titles))


def _number(session: Session) -> None:
    changed = list(session.info[_NOTED])
    if not changed or session.in_nested_transaction():
        return
    session.info[_NOTED].clear()
    session.flush()
    numbers = next_numbers(session, _AVAILABILITY, len(changed))
    rows = [{"title": each, "change": n} for each, n in zip(changed, numbers, strict=True)]
    session.execute(_NOTE, rows)
