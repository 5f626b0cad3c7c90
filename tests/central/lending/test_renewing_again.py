"""A repeat of a renewal renews nothing, and is not refused (rule N2)."""

import pytest

from kiosk.central.storage.database import Database
from kiosk.domain.errors import NotRenewable
from kiosk.domain.loans import WhyNotRenewable
from kiosk.domain.policy import RenewalPolicy
from tests.central.clock import TurnedClock
from tests.central.lending.test_renewing import DAY, LENT, TWO_WEEKS, loans_of, only
from tests.central.small_library import BOTCHAN, HANAKO, TODAY, Counter, lend


@pytest.mark.rule("N2")
def test_from_one_due_date_a_loan_is_renewed_once_however_late_the_repeat_comes(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    loans = loans_of(database, clock, RenewalPolicy(times=3, opens_days_before=60))
    lend(database, BOTCHAN, HANAKO, TODAY)
    first = loans.renew(HANAKO, LENT, TODAY)
    clock.turn(3 * DAY)
    assert loans.renew(HANAKO, LENT, TODAY).due_on == first.due_on == TODAY + TWO_WEEKS
    second = loans.renew(HANAKO, LENT, first.due_on)
    assert second.due_on == TODAY + 2 * TWO_WEEKS
    with pytest.raises(NotRenewable) as refused:
        loans.renew(HANAKO, LENT, TODAY)
    assert refused.value == NotRenewable(WhyNotRenewable.RENEWED_ALREADY, second.due_on)
    assert only(loans).due_on == second.due_on


@pytest.mark.rule("N2")
def test_a_repeat_after_midnight_is_not_refused(
    counter: Counter, database: Database, clock: TurnedClock
) -> None:
    loans = loans_of(database, clock, RenewalPolicy())
    lend(database, BOTCHAN, HANAKO, TODAY)
    loans.renew(HANAKO, LENT, TODAY)
    clock.turn(DAY)
    assert loans.renew(HANAKO, LENT, TODAY) == only(loans)
