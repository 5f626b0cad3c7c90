"""Every operation keeps to the document: calls in any order, made up at random or filled in."""

from collections import defaultdict
from http import HTTPStatus
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import APIOperation, BaseSchema, Case, Response
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
)
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.generation.stateful.state_machine import APIStateMachine
from starlette.responses import PlainTextResponse

from kiosk.central.kiosks.app import make_app
from kiosk.central.kiosks.problems import documents
from tests.central.contract.conftest import Anew
from tests.central.contract.hands import Hands
from tests.central.contract.library import BRANCH

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
MADE_UP = settings(
    max_examples=8,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
LINKED = settings(MADE_UP, max_examples=5, stateful_step_count=10)
BEGINNINGS = 8  # orders of the calls with which a sequence may begin
REACHED = 0.95  # of all operations succeed at least once
Statuses = dict[str, set[int]]


def schema_of(app: FastAPI) -> BaseSchema:
    """As a kiosk is given it."""
    key = app.state.service.kiosks.register("099", BRANCH)
    signed = {"Authorization": f"Bearer {key}"}
    return schemathesis.openapi.from_asgi("/openapi.json", app, headers=signed)


def operations_of(schema: BaseSchema) -> list[APIOperation[Any, Any, Any, Any]]:
    found = list(schema.get_all_operations())
    assert all(isinstance(each, Ok) for each in found), "the document can be read"
    return [each.ok() for each in found if isinstance(each, Ok)]


def call_each(schema: BaseSchema, hands: Hands) -> Statuses:
    """Call each operation a dozen times by itself."""
    answered: Statuses = defaultdict(set)
    for operation in operations_of(schema):

        @MADE_UP
        @given(operation.as_strategy())
        def call(case: Case[Any]) -> None:
            hands.take(case)
            answer = case.call()
            answered[case.operation.label].add(answer.status_code)
            case.validate_response(answer, checks=CHECKS)

        call()
    return answered


def follow_links(app: FastAPI, anew: Anew) -> Statuses:
    """Call one after the other, each with what the one before answered."""
    answered: Statuses = defaultdict(set)

    class Calls(schema_of(app).as_state_machine()):  # type: ignore[misc]
        def setup(self) -> None:
            library = anew()
            app.state.service = library.service
            self.hands = Hands(library)

        def before_call(self, case: Case[Any]) -> None:
            self.hands.take(case)

        def after_call(self, response: Response, case: Case[Any]) -> None:
            answered[case.operation.label].add(response.status_code)

        def validate_response(self, response: Response, case: Case[Any], **_: object) -> None:
            case.validate_response(response, checks=CHECKS)

    machine: type[APIStateMachine] = Calls
    for seed in range(BEGINNINGS):
        machine.rule_order_seed = seed
        machine.run(settings=LINKED)
    return answered


@pytest.mark.slow
def test_every_operation_can_succeed_and_none_answers_what_nobody_documented(anew: Anew) -> None:
    library = anew()
    app = make_app(library.service, authority="-----BEGIN CERTIFICATE-----")
    schema = schema_of(app)
    alone, linked = call_each(schema, Hands(library)), follow_links(app, anew)
    operations = {operation.label for operation in operations_of(schema)}
    reached = {
        label
        for label in operations
        if any(200 <= status < 300 for status in alone[label] | linked[label])
    }
    assert len(reached) >= REACHED * len(operations), operations - reached


def test_an_operation_that_breaks_its_promise_is_caught(anew: Anew) -> None:
    library = anew()
    app = make_app(library.service)

    @app.get("/planted", responses=documents())
    def planted() -> str:
        """Promise an answer, and give none."""
        raise KeyError

    with pytest.raises(FailureGroup):
        call_each(schema_of(app).include(path="/planted"), Hands(library))


def test_a_status_that_nobody_documented_is_caught(anew: Anew) -> None:
    library = anew()
    app = make_app(library.service)

    @app.get("/planted", status_code=200, responses=documents())
    def planted() -> Any:
        """Answer what the document does not know."""
        return PlainTextResponse("I am a teapot", HTTPStatus.IM_A_TEAPOT)

    with pytest.raises(FailureGroup):
        call_each(schema_of(app).include(path="/planted"), Hands(library))
