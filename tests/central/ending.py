"""A database whose process ends in the middle of a deed."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.orm import Session

from kiosk.central.storage.database import Database


class EndedError(Exception):
    """The process is gone."""


class Ending(Database):
    """Ends a deed just before it would be kept, or just after, when told to."""

    ends_before = False
    ends_after = False

    def begin_anew(self) -> None:
        """As a new process does; only what SQLAlchemy made of our statements is kept."""
        self.close()
        self.ends_before = self.ends_after = False

    @contextmanager
    def writing(self) -> Iterator[Session]:
        with super().writing() as session:
            yield session
            session.flush()
            if self.ends_before:
                raise EndedError
        if self.ends_after:
            raise EndedError
