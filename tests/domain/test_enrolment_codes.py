"""A code that is typed by hand: what is mistyped is found before anything is asked."""

import pytest

from kiosk.domain.enrolment_codes import SIGNS, new_enrolment_code, read_enrolment_code

CODE = "QJEV-S782-62A9"  # as one was printed


def test_it_is_three_groups_of_four_signs_that_nobody_mixes_up() -> None:
    code = new_enrolment_code()
    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert read_enrolment_code(code) == code
    assert not set("01ILOUZ") & set(SIGNS)


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), CODE.replace("-", ""), f" {CODE} "])
def test_it_is_read_however_it_was_typed(typed: str) -> None:
    assert read_enrolment_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", "K7QM", CODE + "A", "あいうえ-かきくけ-こさしす"])
def test_what_is_no_code_is_not_read(typed: str) -> None:
    assert read_enrolment_code(typed) is None


def test_each_wrong_sign_is_noticed() -> None:
    signs = CODE.replace("-", "")
    wrong = [
        signs[:at] + other + signs[at + 1 :]
        for at in range(len(signs))
        for other in SIGNS
        if other != signs[at]
    ]
    assert [one for one in wrong if read_enrolment_code(one)] == []


def test_two_signs_that_changed_places_are_noticed() -> None:
    signs = "3456789ABCDE"
    code = next(f"{signs[:-1]}{last}" for last in SIGNS if read_enrolment_code(signs[:-1] + last))
    swapped = [
        code[:at] + code[at + 1] + code[at] + code[at + 2 :]
        for at in range(len(code) - 1)
        if code[at] != code[at + 1]
    ]
    assert len(swapped) == len(code) - 1 or code[-1] == code[-2]
    assert [one for one in swapped if read_enrolment_code(one)] == []
