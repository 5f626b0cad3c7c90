"""What a patron is offered, and what is refused with its reason."""

from contextlib import ExitStack
from datetime import time

import pytest
from sqlalchemy import text

from kiosk.central.storage.database import Database
from kiosk.central.storage.engine import MOST_CONNECTIONS
from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    NotReservable,
    TitleUnknown,
)
from kiosk.domain.policy import NoticePolicy
from kiosk.domain.titles import Material, TitleId
from tests.central.small_library import (
    BOTCHAN,
    CD_LIMIT,
    EAST,
    ENCYCLOPEDIA,
    FILM,
    HANAKO,
    ISLAND,
    KOKORO,
    LOST,
    MAIN,
    RAKUGO,
    READING,
    SERENADE,
    TARO,
    Counter,
    add_title,
    lend,
)


def test_a_book_can_be_fetched_at_every_branch(counter: Counter) -> None:
    pickups = counter.options(HANAKO, BOTCHAN).pickups
    assert [(each.branch.id, each.is_here) for each in pickups] == [
        (MAIN, True),
        (EAST, False),
        (ISLAND, False),
    ]
    assert all(each.why_not is None for each in pickups)


def test_the_first_one_after_a_start_needs_no_second_connection(
    counter: Counter, database: Database
) -> None:
    """Else as many as there are connections, all at once, would wait for each other."""
    with ExitStack() as others:
        for _ in range(MOST_CONNECTIONS - 1):
            others.enter_context(database.session()).execute(text("SELECT 1"))
        assert counter.options(HANAKO, BOTCHAN).pickups


@pytest.mark.rule("R6")
@pytest.mark.parametrize("title", [SERENADE, READING, FILM])
def test_the_island_branch_shows_why_it_hands_out_no_audiovisual_title(
    counter: Counter, title: TitleId
) -> None:
    pickups = {each.branch.id: each.why_not for each in counter.options(HANAKO, title).pickups}
    assert pickups == {MAIN: None, EAST: None, ISLAND: WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL}


@pytest.mark.rule("R4")
def test_it_is_ready_sooner_where_it_stands(counter: Counter, database: Database) -> None:
    days = {each.branch.id: each.days for each in counter.options(HANAKO, BOTCHAN).pickups}
    assert days == {MAIN: (0, 1), EAST: (2, 4), ISLAND: (2, 4)}
    lend(database, BOTCHAN, TARO)
    days = {each.branch.id: each.days for each in counter.options(HANAKO, BOTCHAN).pickups}
    assert days[MAIN] == (2, 4)


@pytest.mark.rule("R3")
def test_all_five_methods_are_shown_with_a_masked_contact_or_the_reason(counter: Counter) -> None:
    offered = [
        (each.method, each.contact, each.why_not)
        for each in counter.options(HANAKO, BOTCHAN).notices
    ]
    assert offered == [
        (NoticeMethod.EMAIL, "", WhyNot.NO_EMAIL),
        (NoticeMethod.TELEPHONE, "090-••••-5678", None),
        (NoticeMethod.MISSED_CALL, "090-••••-5678", None),
        (NoticeMethod.FAX, "", WhyNot.NO_FAX),
        (NoticeMethod.NONE, "", None),
    ]
    [email, *_] = counter.options(TARO, BOTCHAN).notices
    assert (email.contact, email.why_not) == ("ta•••@example.jp", None)


@pytest.mark.rule("R3", "V3")
def test_where_a_notice_comes_from_is_told_with_the_choice(counter: Counter) -> None:
    told = {each.method: each for each in counter.options(HANAKO, BOTCHAN).notices}
    assert told[NoticeMethod.EMAIL].comes_from == NoticePolicy().sender_address
    assert told[NoticeMethod.MISSED_CALL].hours == (time(9), time(20))
    assert not told[NoticeMethod.NONE].comes_from


def test_the_waiting_patrons_are_counted(counter: Counter) -> None:
    assert counter.options(TARO, BOTCHAN).waiting == 0
    counter.reserve(HANAKO, BOTCHAN)
    assert counter.options(TARO, BOTCHAN).waiting == 1


@pytest.mark.rule("R5")
def test_what_is_left_of_the_quota_is_said(counter: Counter) -> None:
    assert counter.options(HANAKO, SERENADE).left == CD_LIMIT
    counter.reserve(HANAKO, SERENADE)
    assert counter.options(HANAKO, RAKUGO).left == CD_LIMIT - 1
    assert counter.options(TARO, RAKUGO).left == CD_LIMIT
    assert counter.options(HANAKO, READING).left is None


@pytest.mark.rule("R5")
def test_the_last_cd_is_granted_and_the_next_refused(counter: Counter, database: Database) -> None:
    counter.reserve(HANAKO, SERENADE)
    counter.reserve(HANAKO, RAKUGO)
    third = TitleId("third")
    add_title(database, third, Material.CD, shelf_mark="C762")
    with pytest.raises(LimitReached) as refused:
        counter.options(HANAKO, third)
    assert (refused.value.limit, refused.value.group) == (CD_LIMIT, "cd")
    assert counter.options(HANAKO, READING).left is None
    assert counter.options(HANAKO, BOTCHAN).left == 20


@pytest.mark.rule("R5")
def test_a_cancelled_reservation_no_longer_counts(counter: Counter) -> None:
    counter.reserve(HANAKO, SERENADE)
    last = counter.reserve(HANAKO, RAKUGO)
    counter.lending.cancel(HANAKO, last.answer.id)
    assert counter.options(HANAKO, RAKUGO).left == 1


@pytest.mark.rule("R8")
def test_what_the_patron_has_is_refused(counter: Counter, database: Database) -> None:
    lend(database, KOKORO, HANAKO)
    with pytest.raises(AlreadyOnLoan):
        counter.options(HANAKO, KOKORO)
    assert counter.options(TARO, KOKORO).left == 20
    counter.reserve(HANAKO, BOTCHAN)
    with pytest.raises(AlreadyReserved):
        counter.options(HANAKO, BOTCHAN)


@pytest.mark.parametrize("title", [ENCYCLOPEDIA, LOST])
def test_what_nobody_can_borrow_is_not_reservable(counter: Counter, title: TitleId) -> None:
    with pytest.raises(NotReservable):
        counter.options(HANAKO, title)


def test_a_title_that_the_library_never_had_is_unknown(counter: Counter) -> None:
    with pytest.raises(TitleUnknown):
        counter.options(HANAKO, TitleId("nothing"))
