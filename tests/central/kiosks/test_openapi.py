from typing import Any

import pytest
from fastapi import FastAPI

from kiosk.central.kiosks.problems import ALWAYS
from kiosk.central.service import Service
from kiosk.wire.problems import MEDIA_TYPE, STATUS, code_of
from tests.central.caller import Caller

CODES = {code_of(kind) for kind in STATUS}


@pytest.fixture
def operations(app: FastAPI) -> dict[str, dict[str, Any]]:
    """Every operation by method and path."""
    return {
        f"{method} {path}": operation
        for path, methods in app.openapi()["paths"].items()
        for method, operation in methods.items()
    }


def test_the_document_is_to_be_had(kiosk: Caller) -> None:
    document = kiosk.get("/openapi.json").json()
    assert "/sessions" in document["paths"]
    assert "Problem" in document["components"]["schemas"]


def test_whoever_was_not_let_in_reads_no_document(app: FastAPI) -> None:
    for path in ("/openapi.json", "/docs", "/redoc"):
        answer = Caller(app, None).get(path)
        assert answer.status_code in {401, 404}, path
        assert "paths" not in answer.json()


def test_every_operation_documents_its_errors(operations: dict[str, dict[str, Any]]) -> None:
    for name, operation in operations.items():
        codes: set[str] = set()
        for status, answer in operation["responses"].items():
            if int(status) < 400:
                continue
            assert list(answer["content"]) == [MEDIA_TYPE], name
            schema = answer["content"][MEDIA_TYPE]["schema"]
            assert schema == {"$ref": "#/components/schemas/Problem"}, name
            said = set(answer["description"].split(", "))
            assert {STATUS[kind] for kind in STATUS if code_of(kind) in said} == {int(status)}
            codes |= said
        assert codes <= CODES, name
        assert {code_of(kind) for kind in ALWAYS} <= codes, name


def test_every_operation_says_what_it_does_and_answers(
    operations: dict[str, dict[str, Any]],
) -> None:
    for name, operation in operations.items():
        assert operation.get("description"), name
        assert [status for status in operation["responses"] if status.startswith("2")], name


# Whoever is not let in yet, and whoever shares calls out, has no key.
OPEN = {
    "get /healthz": {200},
    "get /readyz": {200},
    "get /authority": {404},
    "post /enrolments": {422},
}


def test_every_operation_but_these_asks_for_the_kiosks_key(
    operations: dict[str, dict[str, Any]],
) -> None:
    open_to_all = {
        name
        for name, operation in operations.items()
        if {"Kiosk key": []} not in operation.get("security", [])
    }
    assert open_to_all == set(OPEN)


def test_without_a_key_no_operation_answers_but_these(
    app: FastAPI, service: Service, operations: dict[str, dict[str, Any]]
) -> None:
    stranger = Caller(app, None)
    for name in operations:
        method, path = name.split(" ")
        status = stranger.send(method.upper(), path.replace("{", "").replace("}", "")).status_code
        assert status in OPEN.get(name, {401, 422}), name
