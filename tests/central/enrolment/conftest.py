"""A service with a branch, and a technician who prints codes."""

from datetime import timedelta

import pytest
from fastapi import FastAPI

from kiosk.central.service import Service
from kiosk.central.tables.branches import BranchRow
from tests.central.caller import Caller
from tests.central.conftest import BRANCH

A_DAY = timedelta(hours=24)
NUMBER = "003"


@pytest.fixture(autouse=True)
def _branch(service: Service) -> None:
    with service.database.writing() as session:
        session.add(BranchRow(id=BRANCH, name="港分館", telephone="", rank=1))


@pytest.fixture
def stranger(app: FastAPI) -> Caller:
    """A machine that nobody let in."""
    return Caller(app, None)


@pytest.fixture
def code(service: Service) -> str:
    return service.enrolments.open(NUMBER, BRANCH, A_DAY)
