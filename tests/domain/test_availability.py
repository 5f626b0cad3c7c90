"""Of all the items of a title a patron reads one state: that by which it is had first."""

from dataclasses import replace
from itertools import pairwise

import pytest

from kiosk.domain.availability import Availability, Holding, Whereabouts
from kiosk.domain.branches import Branch, BranchId

HERE = Holding(Branch(BranchId("main"), "本館"), 1, 1, is_here=True)
ELSEWHERE = replace(HERE, branch=Branch(BranchId("east"), "東分館"), is_here=False)
STACKS = replace(HERE, is_closed_stacks=True)
OUT = replace(HERE, on_shelf=0)
IN_TRANSIT = replace(OUT, set_aside=1, in_transit=1)
KEPT = replace(OUT, set_aside=1, on_hold_shelf=1)
REFERENCE = replace(HERE, is_reference=True)
IN_ORDER = (
    (Whereabouts.HERE, HERE),
    (Whereabouts.CLOSED_STACKS, STACKS),
    (Whereabouts.ELSEWHERE, ELSEWHERE),
    (Whereabouts.OUT, OUT),
    (Whereabouts.IN_TRANSIT, IN_TRANSIT),
    (Whereabouts.ON_HOLD_SHELF, KEPT),
    (Whereabouts.REFERENCE, REFERENCE),
)


@pytest.mark.parametrize(("state", "holding"), IN_ORDER)
def test_one_holding_is_the_state_of_the_title(state: Whereabouts, holding: Holding) -> None:
    assert Availability((holding,)).whereabouts is state


@pytest.mark.parametrize(("better", "worse"), list(pairwise(IN_ORDER)))
def test_of_two_the_one_that_is_had_sooner_is_said(
    better: tuple[Whereabouts, Holding], worse: tuple[Whereabouts, Holding]
) -> None:
    assert Availability((worse[1], better[1])).whereabouts is better[0]


def test_only_what_has_no_other_item_is_missing() -> None:
    assert Availability(missing=1).whereabouts is Whereabouts.MISSING
    assert Availability((OUT,), missing=1).whereabouts is Whereabouts.OUT
    assert Availability((REFERENCE,), missing=1).whereabouts is Whereabouts.REFERENCE


def test_of_what_has_no_items_nothing_is_known() -> None:
    assert Availability().whereabouts is Whereabouts.UNKNOWN


def test_the_closed_stacks_of_another_branch_are_elsewhere() -> None:
    there = replace(ELSEWHERE, is_closed_stacks=True)
    assert there.from_here is Whereabouts.ELSEWHERE
    assert there.state is Whereabouts.CLOSED_STACKS


def test_a_branch_with_one_copy_lent_and_one_in_transit_has_it_on_loan() -> None:
    assert replace(IN_TRANSIT, items=2).state is Whereabouts.OUT


def test_what_an_older_service_only_calls_set_aside_is_in_transit() -> None:
    assert replace(OUT, set_aside=1).state is Whereabouts.IN_TRANSIT
