"""Closed stacks are known by what their shelves and floors are signed with."""

import pytest

from kiosk.domain.policy.stacks import StacksPolicy


@pytest.mark.parametrize(
    ("shelf", "floor"),
    [("書庫", ""), ("", "地下1階 書庫"), ("12", "地下１階　閉架"), ("閉架書庫", "")],
)
def test_a_word_of_the_sign_is_enough(shelf: str, floor: str) -> None:
    assert StacksPolicy().are_at(shelf, floor)


@pytest.mark.parametrize(("shelf", "floor"), [("24", "2階"), ("", ""), ("書庫案内", "1階")])
def test_other_shelves_are_open(shelf: str, floor: str) -> None:
    assert not StacksPolicy().are_at(shelf, floor)


def test_a_library_names_its_own() -> None:
    policy = StacksPolicy(closed=("保存庫",))
    assert policy.are_at("保存庫", "")
    assert not policy.are_at("書庫", "")
