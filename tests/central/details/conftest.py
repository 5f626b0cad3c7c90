"""A service with two patrons, and the letters that it wrote."""

import pytest
from sqlalchemy import select

from kiosk.central.service import Service
from kiosk.central.tables.notices import LetterRow
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.branches import BranchId
from kiosk.domain.patrons import PatronId
from tests.central import patrons

HARUKA = PatronId("p1")


class Letterbox:
    """What was written, before anything is sent."""

    def __init__(self, service: Service) -> None:
        self._service = service

    def all(self) -> list[LetterRow]:
        with self._service.database.session() as session:
            return list(session.scalars(select(LetterRow).order_by(LetterRow.written_at)))

    def last_code(self) -> str:
        codes = [letter.facts["code"] for letter in self.all() if letter.facts]
        return codes[-1]


@pytest.fixture
def library(service: Service) -> Service:
    patrons.settle(service)
    service.kiosks.register("001", BranchId("minato"))
    return service


@pytest.fixture
def letters(library: Service) -> Letterbox:
    return Letterbox(library)


def give_email(service: Service, address: str = "haruka@example.jp") -> None:
    with service.database.writing() as session:
        row = session.get_one(PatronRow, HARUKA)
        row.email, row.email_is_confirmed = address, True
