"""A change that changes nothing leaves the very same value."""

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.changing import changed

MAIN = Branch(BranchId("main"), "本館")


def test_what_is_already_so_stays_the_very_same_value() -> None:
    assert changed(MAIN, id=MAIN.id, name=MAIN.name) is MAIN


def test_one_field_that_is_new_makes_a_new_value_and_leaves_the_old_one() -> None:
    east = changed(MAIN, id=MAIN.id, name="東分館")
    assert east == Branch(MAIN.id, "東分館")
    assert MAIN.name == "本館"
