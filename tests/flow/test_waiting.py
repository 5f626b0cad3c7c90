"""How long it takes, told before anybody signs in; and why a place in the queue changed."""

from datetime import date, timedelta

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import LineLost
from kiosk.domain.reservations import Reservation, ReservationState
from kiosk.domain.titles import FoundTitle
from kiosk.domain.waiting import Moved, WhyMoved, WhyUnsaid
from kiosk.events import (
    BackAsked,
    CancelAsked,
    CardPresented,
    Confirmed,
    HomeAsked,
    LineCameBack,
    LineWentDown,
    LogoutAsked,
    MyLibraryAsked,
    NewPasswordEntered,
    NoticeChosen,
    PasswordEntered,
    ReservationOpened,
    ReserveAsked,
    ScreenName,
    TitleChosen,
    UndoAsked,
    WaitingFound,
)
from kiosk.services.simulated.patrons import CARD, INITIAL_PASSWORD, NEW_CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN, CAT, DICTIONARY, HARBOUR, KOKORO, LEGENDS
from kiosk.visit import Visit
from tests.flow.conftest import Walk
from tests.flow.own import mine
from tests.flow.samples import WAITING

pytestmark = pytest.mark.rule("R9")

OTHER_SIGNS_IN = (
    CardPresented(NEW_CARD),
    PasswordEntered(INITIAL_PASSWORD),
    NewPasswordEntered("sumire2026"),
)
SIGN_IN = (CardPresented(CARD), PasswordEntered(PASSWORD))
TODAY = date(2026, 11, 20)


def told(walk: Walk, found: FoundTitle) -> tuple[int, int | None] | None:
    """The days, as the title page is told them."""
    time = walk.visit.times.of(found.title.id)
    return time.days if time is not None else None


def reserve(walk: Walk, found: FoundTitle) -> None:
    walk(TitleChosen(found.title.id), ReserveAsked())
    walk(NoticeChosen(NoticeMethod.NONE), Confirmed())


def reserved(walk: Walk, found: FoundTitle) -> Reservation:
    """As my library lists it now."""
    walk(MyLibraryAsked())
    [one] = [each for each in mine(walk).reservations or () if each.title == found.title.id]
    return one


# ---- on the page of the title
def test_a_stranger_is_told_how_long_a_title_takes_that_others_wait_for(walk: Walk) -> None:
    """One copy, due on 27 November, and two ahead: 7 + 2 x 25 + 4 days."""
    walk(TitleChosen(CAT.title.id))
    assert walk.screen is ScreenName.TITLE
    assert walk.visit.signed is None
    assert told(walk, CAT) == (2, 61)


@pytest.mark.parametrize("found", [BOTCHAN, DICTIONARY, HARBOUR], ids=["free", "read here", "set"])
def test_nothing_is_asked_where_nobody_can_wait(walk: Walk, found: FoundTitle) -> None:
    walk(TitleChosen(found.title.id))
    assert walk.visit.times.told == ()


def test_without_the_line_nothing_is_told_and_nothing_is_explained(walk: Walk) -> None:
    walk.library.reservations.breaks_with(LineLost())
    walk(TitleChosen(CAT.title.id))
    assert walk.screen is ScreenName.TITLE
    assert told(walk, CAT) is None
    assert walk.trouble is None


def test_it_is_asked_again_when_the_line_is_back(walk: Walk) -> None:
    walk(LineWentDown(), TitleChosen(CAT.title.id))
    assert told(walk, CAT) is None
    walk(LineCameBack())
    assert told(walk, CAT) == (2, 61)


def test_a_title_to_which_back_leads_tells_it_still(walk: Walk) -> None:
    walk(TitleChosen(CAT.title.id), TitleChosen(LEGENDS.title.id))
    walk.library.reservations.breaks_with(LineLost())
    walk(BackAsked())
    assert told(walk, CAT) == (2, 61)


def test_an_answer_that_comes_late_leads_nowhere(walk: Walk) -> None:
    walk(TitleChosen(CAT.title.id), ReserveAsked())
    walk(WaitingFound(CAT.title.id, WAITING))
    assert walk.screen is ScreenName.SIGN_IN
    assert told(walk, CAT) == WAITING.days
    walk(WaitingFound(KOKORO.title.id, WAITING))
    assert told(walk, KOKORO) is None


@pytest.mark.parametrize("end", [HomeAsked(), LogoutAsked()], ids=["home", "logout"])
def test_an_answer_that_comes_after_the_visit_tells_the_next_patron_nothing(
    walk: Walk, end: HomeAsked | LogoutAsked
) -> None:
    walk(*SIGN_IN, TitleChosen(CAT.title.id), end)
    walk(WaitingFound(CAT.title.id, WAITING))
    assert walk.visit.times == Visit().times


# ---- in my library
@pytest.fixture
def behind_another(walk: Walk) -> Walk:
    """The patron's is the fourth of the cat: two are ahead elsewhere, and one of this library."""
    walk(*OTHER_SIGNS_IN)
    reserve(walk, CAT)
    walk(LogoutAsked(), *SIGN_IN)
    reserve(walk, CAT)
    return walk


def test_a_place_that_never_changed_gives_no_reason(behind_another: Walk) -> None:
    mine = reserved(behind_another, CAT)
    assert (mine.position, mine.moved) == (4, None)


def test_a_place_that_changed_is_told_with_its_reason_and_day(behind_another: Walk) -> None:
    first = behind_another.library.reservations.placed[0]
    behind_another.library.clock.turn(timedelta(days=1))
    behind_another.library.reservations.sets_state(first.id, ReservationState.READY)
    mine = reserved(behind_another, CAT)
    moved = Moved(4, WhyMoved.ITEM_CAME, TODAY + timedelta(days=1))
    assert (mine.position, mine.moved) == (3, moved)


def test_who_cancels_ahead_moves_the_others_and_who_takes_it_back_moves_them_again(
    walk: Walk,
) -> None:
    walk(*SIGN_IN)
    reserve(walk, CAT)
    walk(LogoutAsked(), *OTHER_SIGNS_IN)
    reserve(walk, CAT)
    walk(LogoutAsked(), *SIGN_IN)
    mine = reserved(walk, CAT)
    walk(ReservationOpened(mine.id), CancelAsked(mine.id))
    theirs = walk.library.reservations.placed[1]
    assert (theirs.position, theirs.moved) == (3, Moved(4, WhyMoved.CANCELLED, TODAY))
    walk(UndoAsked())
    theirs = walk.library.reservations.placed[1]
    assert (theirs.position, theirs.moved) == (4, None)


@pytest.mark.rule("R7")
def test_who_waits_for_another_title_first_lets_the_next_one_pass(behind_another: Walk) -> None:
    walk, library = behind_another, behind_another.library
    walk(LogoutAsked(), CardPresented(NEW_CARD), PasswordEntered("sumire2026"))
    reserve(walk, LEGENDS)
    cat, _, legends = library.reservations.placed
    library.reservations.puts_in_order(legends.id, cat.id)
    held_up = reserved(walk, CAT)
    assert (held_up.comes_after, held_up.sequence_rank) == ("遠野物語", 2)
    assert held_up.waiting is not None
    assert held_up.waiting.why_unsaid is WhyUnsaid.OWN_ORDER
    passed = library.reservations.placed[1]
    assert (passed.position, passed.moved) == (3, Moved(4, WhyMoved.ORDER_CHANGED, TODAY))
    library.reservations.sets_state(legends.id, ReservationState.READY)
    assert library.reservations.placed[0].comes_after == ""
    assert library.reservations.placed[1].moved is None


def test_an_item_that_is_lost_puts_its_patron_back_ahead(behind_another: Walk) -> None:
    reservations = behind_another.library.reservations
    first = reservations.placed[0]
    reservations.sets_state(first.id, ReservationState.IN_TRANSIT)
    reservations.sets_state(first.id, ReservationState.QUEUED)
    mine = reserved(behind_another, CAT)
    assert (mine.position, mine.moved) == (4, None)
