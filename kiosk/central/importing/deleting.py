"""Deletes rows unless something in the database still needs them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from kiosk.central.importing.refusals import RowRefused


@contextmanager
def unless_needed(session: Session) -> Iterator[None]:
    """Raises RowRefused where another row points to what is deleted inside; nothing is then."""
    try:
        with session.begin_nested():
            yield
    except IntegrityError as error:
        raise RowRefused(
            "Something here still needs it: an item, a loan or a reservation."
        ) from error
