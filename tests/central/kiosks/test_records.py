"""The feeds over the line, as a kiosk's copy reads them."""

import pytest
from fastapi import FastAPI

from kiosk.central.service import Service
from kiosk.domain.titles import Material
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.records import AvailabilityPage, RecordsPage
from tests.central import small_library
from tests.central.caller import Caller
from tests.central.small_library import BOTCHAN, HANAKO, lend


@pytest.fixture
def library(service: Service) -> Service:
    small_library.fill(service.database)
    return service


def test_a_copy_is_made_page_by_page(kiosk: Caller, library: Service) -> None:
    after, names, is_last = 0, [], False
    while not is_last:
        answer = kiosk.get(f"/records?after={after}&limit=3")
        page = RecordsPage.model_validate_json(answer.content)
        names += [change.title for change in page.changes]
        after, is_last = page.changes[-1].number, page.is_last
    assert len(names) == len(set(names)) == 8
    assert kiosk.get(f"/records?after={after}").json()["changes"] == []


def test_a_loan_is_heard_of(kiosk: Caller, library: Service) -> None:
    answer = kiosk.get("/availability")
    page = AvailabilityPage.model_validate_json(answer.content)
    lend(library.database, BOTCHAN, HANAKO)
    after = page.changes[-1].number
    page = AvailabilityPage.model_validate_json(kiosk.get(f"/availability?after={after}").content)
    assert [(change.title, change.holdings[0].on_shelf) for change in page.changes] == [
        (BOTCHAN, 0)
    ]


@pytest.mark.rule("R6")
def test_with_each_branch_comes_what_it_does_not_hand_out(kiosk: Caller, library: Service) -> None:
    answer = BranchesAnswer.model_validate_json(kiosk.get("/branches").content)
    refused = {branch.id: set(branch.refuses) for branch in answer.to_branches()}
    nothing: set[Material] = set()
    audiovisual = {Material.CD, Material.DVD, Material.VIDEO}
    assert refused == {"main": nothing, "east": nothing, "ijima": audiovisual}


def test_the_branches_are_told(kiosk: Caller, library: Service) -> None:
    answer = BranchesAnswer.model_validate_json(kiosk.get("/branches").content)
    assert [branch.id for branch in answer.to_branches()] == ["main", "east", "ijima"]


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "limit=0", "limit=2001", "after=2147483648"]
)
@pytest.mark.parametrize("feed", ["records", "availability"])
def test_a_question_out_of_bounds_is_not_understood(
    kiosk: Caller, library: Service, feed: str, query: str
) -> None:
    assert kiosk.get(f"/{feed}?{query}").status_code == 422


@pytest.mark.parametrize("path", ["/records", "/availability", "/branches"])
def test_the_feeds_are_for_known_kiosks(app: FastAPI, library: Service, path: str) -> None:
    assert Caller(app, None).get(path).json()["code"] == "kiosk_unknown"
