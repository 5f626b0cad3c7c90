"""The phones' application has nothing yet, and says so in one way."""

import pytest

from kiosk.central.phones.app import make_phones
from tests.central.caller import Caller


@pytest.mark.parametrize("path", ["/", "/healthz", "/sessions", "/openapi.json", "/docs", "/%00"])
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_every_address_is_answered_by_a_problem_document(path: str, method: str) -> None:
    answer = Caller(make_phones(), None).send(method, path)
    assert (answer.status_code, answer.json()["code"]) == (404, "nothing_here")
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Strict-Transport-Security"]
