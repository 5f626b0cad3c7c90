"""However a patron's number is written, a machine dials the same; or nothing at all."""

import pytest

from kiosk.central.notices.dialling import dialled


@pytest.mark.parametrize(
    "written",
    [
        "090-1234-5678",
        "09012345678",
        "０９０−１２３４−５６７８",
        "(090) 1234 5678",
        "+81 90-1234-5678",
    ],
)
def test_a_number_is_dialled_however_it_is_written(written: str) -> None:
    assert dialled(written) == "09012345678"


def test_a_number_with_its_area_code_is_dialled_whole() -> None:
    assert dialled("086-555-0109") == "0865550109"


@pytest.mark.parametrize(
    "written",
    ["", "555-0109", "110", "+1 202 555 0109", "内線12", "086-555-0109;transport=tcp", "0" * 12],
)
def test_what_a_machine_cannot_dial_is_not_dialled(written: str) -> None:
    assert dialled(written) is None
