"""What a library may decide about renewing (rules N2, N3)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.loans import WhyNotRenewable
from kiosk.domain.policy import RenewalPolicy
from kiosk.domain.policy.renewal import CountedFrom, Lent
from kiosk.domain.titles import Material

POLICY = RenewalPolicy()
DUE = date(2026, 11, 20)
BOOK = Lent(Material.BOOK, "", DUE)


def day(number: int) -> date:
    """So many days after the due day."""
    return DUE + timedelta(days=number)


@pytest.mark.rule("N2")
@pytest.mark.parametrize(
    ("today", "why_not", "until"),
    [
        (day(-1), WhyNotRenewable.NOT_YET, None),
        (day(0), None, day(14)),
        (day(1), None, day(14)),
        (day(14), None, day(14)),
        (day(15), WhyNotRenewable.OVERDUE, None),
    ],
)
def test_it_opens_on_the_due_day_and_moves_it_by_two_weeks(
    today: date, why_not: WhyNotRenewable | None, until: date | None
) -> None:
    terms = POLICY.terms(BOOK, today)
    assert (terms.why_not, terms.renewed_until) == (why_not, until)


@pytest.mark.rule("N2")
def test_a_library_may_open_it_earlier() -> None:
    policy = replace(POLICY, opens_days_before=3)
    early = policy.terms(BOOK, day(-4))
    assert (early.why_not, early.renewable_from) == (WhyNotRenewable.NOT_YET, day(-3))
    assert early.day == day(-3)
    assert policy.terms(BOOK, day(-3)).renewed_until == day(14)


@pytest.mark.rule("N2")
def test_overdue_days_count_from_the_due_day_or_from_today() -> None:
    from_today = replace(POLICY, overdue_counts_from=CountedFrom.TODAY)
    assert POLICY.terms(BOOK, day(5)).renewed_until == day(14)
    assert from_today.terms(BOOK, day(5)).renewed_until == day(19)
    assert from_today.terms(BOOK, day(40)).renewed_until == day(54)
    assert from_today.terms(BOOK, day(0)).renewed_until == day(14)


@pytest.mark.rule("N2")
def test_a_library_may_refuse_what_is_overdue() -> None:
    strict = replace(POLICY, overdue_is_renewable=False)
    assert strict.terms(BOOK, day(0)).why_not is None
    late = strict.terms(BOOK, day(1))
    assert (late.why_not, late.renewable_from, late.day) == (WhyNotRenewable.OVERDUE, None, None)


@pytest.mark.rule("N2")
def test_one_renewal_or_as_many_as_the_library_says() -> None:
    once = replace(BOOK, renewals=1)
    terms = POLICY.terms(once, day(0))
    assert (terms.why_not, terms.renewable_from) == (WhyNotRenewable.RENEWED_ALREADY, None)
    assert terms.day == DUE
    assert replace(POLICY, times=2).terms(once, day(0)).renewed_until == day(14)
    assert replace(POLICY, times=0).terms(BOOK, day(0)).why_not is WhyNotRenewable.RENEWED_ALREADY


@pytest.mark.rule("N3")
@pytest.mark.parametrize("material", Material)
def test_only_audiovisual_material_is_excepted(material: Material) -> None:
    why_not = POLICY.terms(replace(BOOK, material=material), day(0)).why_not
    is_audiovisual = material in {Material.CD, Material.DVD, Material.VIDEO}
    assert (why_not is WhyNotRenewable.KIND_NOT_RENEWABLE) == is_audiovisual


@pytest.mark.rule("N3")
def test_a_library_excepts_others_by_their_shelf_mark() -> None:
    policy = replace(POLICY, shelf_marks_not_renewable=("KIT*", "T?"))
    for mark, is_excepted in (("KIT-3", True), ("T1", True), ("T12", False), ("", False)):
        why_not = policy.terms(replace(BOOK, shelf_mark=mark), day(0)).why_not
        assert (why_not is WhyNotRenewable.KIND_NOT_RENEWABLE) == is_excepted


@pytest.mark.rule("N3")
def test_what_lasts_is_said_before_what_passes() -> None:
    awaited = replace(BOOK, is_reserved=True)
    assert POLICY.terms(awaited, day(-3)).why_not is WhyNotRenewable.RESERVED_BY_OTHERS
    assert POLICY.terms(awaited, day(-3)).renewable_from == DUE
    renewed = replace(awaited, renewals=1)
    assert POLICY.terms(renewed, day(0)).why_not is WhyNotRenewable.RENEWED_ALREADY
    music = replace(renewed, material=Material.CD)
    assert POLICY.terms(music, day(0)).why_not is WhyNotRenewable.KIND_NOT_RENEWABLE


@given(
    late=st.integers(-60, 60),
    renewals=st.integers(0, 3),
    is_reserved=st.booleans(),
    before=st.integers(0, 30),
    counted_from=st.sampled_from(CountedFrom),
    overdue_is_renewable=st.booleans(),
)
def test_a_renewal_is_never_refused_without_a_reason_and_never_ends_overdue(
    *,
    late: int,
    renewals: int,
    is_reserved: bool,
    before: int,
    counted_from: CountedFrom,
    overdue_is_renewable: bool,
) -> None:
    policy = RenewalPolicy(
        opens_days_before=before,
        overdue_counts_from=counted_from,
        overdue_is_renewable=overdue_is_renewable,
    )
    lent = replace(BOOK, renewals=renewals, is_reserved=is_reserved)
    terms = policy.terms(lent, day(late))
    assert (terms.why_not is None) == (terms.renewed_until is not None)
    if terms.renewed_until is not None:
        assert terms.renewed_until >= max(day(late), day(14))
