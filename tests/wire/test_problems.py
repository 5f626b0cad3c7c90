import json
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from kiosk.domain import errors
from kiosk.domain.errors import (
    ContactNotUnderstood,
    LibraryError,
    LimitReached,
    NotRenewable,
    PasswordNotAllowed,
    TriedTooOften,
)
from kiosk.wire.problems import STATUS, Problem, code_of

EXAMPLES: dict[type[LibraryError], LibraryError] = {
    TriedTooOften: TriedTooOften(wait_s=300),
    PasswordNotAllowed: PasswordNotAllowed("letters"),
    LimitReached: LimitReached(10, group="cd"),
    NotRenewable: NotRenewable("not_yet", date(2026, 11, 27)),
    ContactNotUnderstood: ContactNotUnderstood("email"),
}


def example(kind: type[LibraryError]) -> LibraryError:
    return EXAMPLES[kind] if kind in EXAMPLES else kind()


@pytest.mark.parametrize("kind", STATUS, ids=code_of)
def test_every_error_crosses_the_line_and_is_the_same(kind: type[LibraryError]) -> None:
    error = example(kind)
    there = Problem.model_validate_json(Problem.of(error).to_json()).to_error()
    assert type(there) is kind
    if is_dataclass(error):
        assert there == error


@pytest.mark.parametrize("kind", [kind for kind in STATUS if is_dataclass(kind)], ids=code_of)
def test_every_number_that_an_error_carries_has_its_member(kind: Any) -> None:
    assert {field.name for field in fields(kind)} <= set(Problem.model_fields)


def test_a_problem_has_the_members_of_rfc_9457_and_a_stable_code() -> None:
    assert json.loads(Problem.of(LimitReached(10, group="cd")).to_json()) == {
        "type": "urn:kiosk:problem:limit_reached",
        "title": "Limit reached",
        "status": 409,
        "code": "limit_reached",
        "limit": 10,
        "group": "cd",
    }


def test_a_code_from_a_newer_service_is_the_services_failure() -> None:
    newer = Problem(type="urn:kiosk:problem:moon_wrong", title="", status=409, code="moon_wrong")
    assert type(newer.to_error()) is errors.ServiceBroken


def test_a_number_that_is_missing_is_not_made_up() -> None:
    bare = Problem(type="", title="", status=429, code="tried_too_often")
    assert type(bare.to_error()) is errors.ServiceBroken


def test_what_an_error_need_not_carry_may_be_missing() -> None:
    document = Problem.of(NotRenewable("overdue")).to_json()
    assert "day" not in json.loads(document)
    assert Problem.model_validate_json(document).to_error() == NotRenewable("overdue")


def test_members_of_a_newer_service_are_skipped() -> None:
    document = {**json.loads(Problem.of(TriedTooOften(60)).to_json()), "moon": "full"}
    assert Problem.model_validate(document).to_error() == TriedTooOften(60)


def test_an_error_of_the_kiosk_alone_goes_out_as_the_services_failure() -> None:
    assert Problem.of(errors.PinWrong(2)).code == "service_broken"


def test_no_two_errors_share_a_code() -> None:
    assert len({code_of(kind) for kind in STATUS}) == len(STATUS)


def test_an_error_that_does_not_cross_is_told_as_the_nearest_that_does() -> None:
    class Overtaken(errors.StorageBusy):
        """Something inside of the service."""

    told = Problem.of(Overtaken())
    assert (told.status, told.code) == (503, "storage_busy")
