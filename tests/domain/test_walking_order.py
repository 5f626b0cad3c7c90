"""Whoever walks begins below, goes on by the numbers of the shelves, and ends at the counter."""

from dataclasses import replace

import pytest

from kiosk.domain.availability import Availability, Holding
from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.titles import CallNumber, FoundTitle, Title, TitleId
from kiosk.domain.walking_order import Leg, floor_rank, in_walking_order, leg_of, natural, stand_of

HERE = Holding(Branch(BranchId("main"), "本館"), 1, 1, shelf="24", floor="2階", is_here=True)
THERE = replace(HERE, branch=Branch(BranchId("east"), "東分館"), is_here=False)
OUT = replace(HERE, on_shelf=0)


def found(title: str, *holdings: Holding, number: str = "913.6") -> FoundTitle:
    return FoundTitle(
        Title(TitleId(title), title, call_number=CallNumber(number)), Availability(holdings)
    )


def walked(*titles: FoundTitle) -> list[str]:
    return [each.title.name for each in in_walking_order(titles)]


def test_shelves_go_by_the_worth_of_their_numbers() -> None:
    far, near = found("far", replace(HERE, shelf="24")), found("near", replace(HERE, shelf="9"))
    signed = found("signed", replace(HERE, shelf="新着"))
    assert walked(signed, far, near) == ["near", "far", "signed"]


def test_on_one_shelf_the_call_numbers_go_on() -> None:
    assert walked(found("b", HERE, number="914"), found("a", HERE, number="49")) == ["a", "b"]


def test_this_branch_goes_before_the_counter_the_counter_before_other_branches() -> None:
    stacks = found("stacks", replace(HERE, is_closed_stacks=True))
    titles = (found("out", OUT), found("there", THERE), stacks, found("here", HERE))
    assert walked(*titles) == ["here", "stacks", "there", "out"]


@pytest.mark.parametrize(
    ("lower", "higher"),
    [("地下2階", "地下1階"), ("B1", "1F"), ("1階", "2階 児童"), ("9階", "10階"), ("3階", "別館")],
)
def test_floors_go_from_below_to_above(lower: str, higher: str) -> None:
    assert floor_rank(lower) < floor_rank(higher)


def test_full_width_numbers_count_like_others() -> None:
    assert natural("２４") == natural("24")


def test_what_is_out_here_and_on_a_shelf_elsewhere_stands_elsewhere() -> None:
    availability = Availability((OUT, THERE))
    assert leg_of(availability) is Leg.OTHER_BRANCH
    assert stand_of(availability) == THERE


def test_a_reference_book_is_walked_to_where_it_stands() -> None:
    here, there = replace(HERE, is_reference=True), replace(THERE, is_reference=True)
    stacks = replace(here, is_closed_stacks=True)
    legs = [leg_of(Availability((each,))) for each in (here, there, stacks)]
    assert legs == [Leg.SHELF, Leg.OTHER_BRANCH, Leg.COUNTER]


def test_to_what_is_out_or_unknown_there_is_no_way() -> None:
    assert stand_of(Availability((OUT,))) is None
    assert stand_of(Availability()) is None
