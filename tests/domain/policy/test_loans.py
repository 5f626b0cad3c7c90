"""How long a loan lasts."""

from datetime import date

import pytest

from kiosk.domain.policy import LoanPolicy
from kiosk.domain.titles import Material

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("material", "due"), [(Material.BOOK, date(2026, 12, 4)), (Material.DVD, date(2026, 11, 27))]
)
def test_a_material_may_be_lent_for_another_time(material: Material, due: date) -> None:
    assert LoanPolicy(days=14, days_of={Material.DVD: 7}).due_on(FRIDAY, material) == due
