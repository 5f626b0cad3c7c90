"""Two patrons are known; what they lay down, and a library that asks for no password."""

from dataclasses import replace

import pytest
from fastapi import FastAPI

from kiosk.central.ic_cards.bindings import Bindings
from kiosk.central.ic_cards.signing_in import IcCardSignIn
from kiosk.central.kiosks.app import make_app
from kiosk.central.service import Service
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.domain.patrons import PatronId
from kiosk.domain.policy import IcCardPolicy
from tests.central.caller import Caller
from tests.central.conftest import BRANCH
from tests.central.patrons import settle

FARE_CARD = IcIdentifier(IcKind.FELICA, "012E4CD8A9B1C203")
STUDENT_CARD = IcIdentifier(IcKind.UID, "04A1B2C3D4E5F6")
HARUKA, MIDORI = PatronId("p1"), PatronId("p2")


@pytest.fixture(autouse=True)
def _patrons(service: Service) -> None:
    settle(service)


def with_rules(service: Service, **rules: object) -> Service:
    """The same library under other rules."""
    ic_card = IcCardPolicy(is_offered=True, **rules)  # type: ignore[arg-type]
    policy = replace(service.policy, ic_card=ic_card)
    bindings = Bindings(service.database, service.clock, policy.ic_card, service.passwords.changes)
    return replace(
        service,
        policy=policy,
        ic_cards=IcCardSignIn(bindings, service.passwords),
        details=replace(service.details, policy=policy),
    )


@pytest.fixture
def trusting(service: Service) -> Service:
    """A library that asks for no password."""
    return with_rules(service, asks_password=False)


@pytest.fixture
def trusting_app(trusting: Service) -> FastAPI:
    return make_app(trusting)


@pytest.fixture
def trusting_kiosk(trusting: Service, trusting_app: FastAPI) -> Caller:
    return Caller(trusting_app, trusting.kiosks.register("003", BRANCH))
