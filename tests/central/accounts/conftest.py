"""The two patrons are known, and one route opens only to a patron."""

import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.access import PatronHere
from kiosk.central.kiosks.problems import documents
from kiosk.central.service import Service
from kiosk.domain.errors import PasswordMustBeChosen, SessionEnded
from tests.central.patrons import settle

MINE = "/mine"


@pytest.fixture(autouse=True)
def _patrons(service: Service, app: FastAPI) -> None:
    settle(service)
    responses = documents(SessionEnded, PasswordMustBeChosen)

    @app.get(MINE, responses=responses)
    def mine(patron: PatronHere) -> str:
        return patron.patron
