"""What a kiosk asks can be kept by every database."""

import inspect
import pkgutil
from importlib import import_module

import pytest
from pydantic import ValidationError

from kiosk import wire
from kiosk.wire.message import Asked
from kiosk.wire.signing_in import SignInRequest

MODULES = [
    import_module(f"{wire.__name__}.{one.name}") for one in pkgutil.iter_modules(wire.__path__)
]
REQUESTS = [
    kind
    for module in MODULES
    for name, kind in inspect.getmembers(module, inspect.isclass)
    if name.endswith("Request") and kind.__module__ == module.__name__
]


@pytest.mark.parametrize("kind", REQUESTS)
def test_every_request_is_looked_through(kind: type) -> None:
    assert issubclass(kind, Asked)


def test_a_nul_is_refused_and_not_repeated() -> None:
    with pytest.raises(ValidationError) as refused:
        SignInRequest.model_validate_json('{"card": "1", "password": "sakura\\u0000"}')
    assert "sakura" not in str(refused.value)


def test_what_looks_like_an_escaped_nul_is_text() -> None:
    read = SignInRequest.model_validate_json('{"card": "1", "password": "\\\\u0000"}')
    assert read.password == "\\u0000"
