"""Deletes a row unless something in the database still needs it."""

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kiosk.central.importing.refusals import RowRefused
from kiosk.central.tables.row import Row


def delete(session: Session, row: Row) -> None:
    """Raises RowRefused where another row points to it; nothing was changed then."""
    try:
        with session.begin_nested():
            session.delete(row)
    except IntegrityError as error:
        raise RowRefused("Something here still needs it: a loan or a reservation.") from error
