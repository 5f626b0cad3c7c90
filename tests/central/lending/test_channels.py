"""Reserving at the kiosk and on the internet: what differs, and what does not."""

import pytest

from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import PatronRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    NoticeNotPossible,
    PickupNotPossible,
)
from kiosk.domain.policy import Policy
from kiosk.domain.titles import Material, TitleId
from tests.central.clock import TurnedClock
from tests.central.small_library import (
    BOTCHAN,
    FILM,
    HANAKO,
    ISLAND,
    KIOSK,
    KOKORO,
    MAIN,
    TARO,
    Counter,
    add_title,
    crowd,
    lend,
)

EMAIL, NONE = NoticeMethod.EMAIL, NoticeMethod.NONE
AT_KIOSK_ONLY = [NoticeMethod.TELEPHONE, NoticeMethod.MISSED_CALL, NoticeMethod.FAX]
BOTH = [Channel.KIOSK, Channel.INTERNET]


@pytest.fixture
def demonstration(
    counter: Counter, database: Database, clock: TurnedClock, policy: Policy
) -> Counter:
    """The small library under the rules that are shipped; Hanako can be reached every way."""
    with database.writing() as session:
        hanako = session.get_one(PatronRow, HANAKO)
        hanako.email, hanako.fax = "hanako@example.jp", "086-555-9999"
        hanako.email_is_confirmed = hanako.fax_is_confirmed = True
    return Counter(database, clock, policy)


@pytest.mark.rule("R3")
def test_the_internet_offers_email_and_no_notice_only(demonstration: Counter) -> None:
    at_kiosk = demonstration.options(HANAKO, BOTCHAN).notices
    assert {each.why_not for each in at_kiosk} == {None}
    at_home = demonstration.options(HANAKO, BOTCHAN, channel=Channel.INTERNET).notices
    assert {each.method: each.why_not for each in at_home} == {
        EMAIL: None,
        **dict.fromkeys(AT_KIOSK_ONLY, WhyNot.NOT_AT_THIS_CHANNEL),
        NONE: None,
    }


@pytest.mark.rule("R3")
@pytest.mark.parametrize("method", AT_KIOSK_ONLY)
def test_a_permit_of_the_internet_takes_no_method_of_the_kiosk(
    demonstration: Counter, method: NoticeMethod
) -> None:
    permit = demonstration.options(HANAKO, BOTCHAN, channel=Channel.INTERNET).permit
    with pytest.raises(NoticeNotPossible):
        demonstration.lending.reserve(KIOSK, demonstration.wish(permit, notice=method))
    placed = demonstration.lending.reserve(KIOSK, demonstration.wish(permit, notice=EMAIL))
    assert placed.answer.notice is EMAIL
    assert demonstration.reserve(HANAKO, KOKORO, notice=method).answer.notice is method


@pytest.mark.rule("R3")
@pytest.mark.parametrize("channel", BOTH)
def test_the_library_remembers_where_it_was_reserved(
    demonstration: Counter, database: Database, channel: Channel
) -> None:
    reservation = demonstration.reserve(HANAKO, BOTCHAN, channel=channel).answer.id
    with database.session() as session:
        assert session.get_one(ReservationRow, reservation).channel is channel


@pytest.mark.rule("R6")
@pytest.mark.parametrize("channel", BOTH)
def test_the_island_hands_out_no_film_at_any_channel(
    demonstration: Counter, channel: Channel
) -> None:
    with pytest.raises(PickupNotPossible):
        demonstration.reserve(HANAKO, FILM, pickup=ISLAND, channel=channel)
    placed = demonstration.reserve(HANAKO, BOTCHAN, pickup=ISLAND, channel=channel)
    assert placed.answer.pickup.id == ISLAND


def many(database: Database, material: Material, mark: str, count: int) -> list[TitleId]:
    titles = [TitleId(f"{material}-{mark}-{each}") for each in range(count)]
    for title in titles:
        add_title(database, title, material, shelf_mark=mark)
    return titles


@pytest.mark.rule("R5")
@pytest.mark.parametrize("last", BOTH)
def test_ten_cds_of_both_channels_together_and_no_eleventh(
    demonstration: Counter, database: Database, last: Channel
) -> None:
    music, rakugo = (many(database, Material.CD, mark, 6) for mark in ("C762", "C779"))
    for nth, title in enumerate([*music, *rakugo[:4]]):
        demonstration.reserve(HANAKO, title, channel=BOTH[nth % 2])
    for title in rakugo[4:]:
        with pytest.raises(LimitReached) as refused:
            demonstration.options(HANAKO, title, channel=last)
        assert (refused.value.limit, refused.value.group) == (10, "cd")
    assert demonstration.options(TARO, rakugo[4], channel=last).left == 10


@pytest.mark.rule("R5")
@pytest.mark.parametrize("channel", BOTH)
def test_read_aloud_cds_have_no_number_and_take_no_place_of_the_others(
    demonstration: Counter, database: Database, channel: Channel
) -> None:
    read_aloud = many(database, Material.CD, "713", 11)
    for title in read_aloud:
        assert demonstration.options(HANAKO, title, channel=channel).left is None
        demonstration.reserve(HANAKO, title, channel=channel)
    [music] = many(database, Material.CD, "C762", 1)
    assert demonstration.options(HANAKO, music, channel=channel).left == 10


@pytest.mark.rule("R5")
def test_dvds_and_videos_are_counted_together_and_apart_from_cds(
    demonstration: Counter, database: Database
) -> None:
    dvds, videos = (many(database, each, "", 6) for each in (Material.DVD, Material.VIDEO))
    for nth, title in enumerate([*dvds, *videos[:4]]):
        demonstration.reserve(HANAKO, title, channel=BOTH[nth % 2])
    with pytest.raises(LimitReached) as refused:
        demonstration.options(HANAKO, videos[4])
    assert (refused.value.limit, refused.value.group) == (10, "dvd_video")
    [music] = many(database, Material.CD, "C762", 1)
    assert demonstration.options(HANAKO, music).left == 10


@pytest.mark.rule("R8")
@pytest.mark.parametrize("channel", BOTH)
def test_what_the_patron_has_or_waits_for_is_refused_at_every_channel(
    demonstration: Counter, database: Database, channel: Channel
) -> None:
    lend(database, KOKORO, HANAKO)
    with pytest.raises(AlreadyOnLoan):
        demonstration.options(HANAKO, KOKORO, channel=channel)
    demonstration.reserve(HANAKO, BOTCHAN, channel=Channel.INTERNET)
    with pytest.raises(AlreadyReserved):
        demonstration.options(HANAKO, BOTCHAN, channel=channel)


@pytest.mark.rule("R9")
def test_the_queue_has_the_order_of_request_whatever_the_channel(
    demonstration: Counter, database: Database
) -> None:
    placed = [
        demonstration.reserve(patron, BOTCHAN, channel=BOTH[nth % 2]).answer
        for nth, patron in enumerate(crowd(database, 4))
    ]
    assert [each.position for each in placed] == [1, 2, 3, 4]


@pytest.mark.rule("R4")
def test_days_are_said_for_a_title_in_stock_at_every_channel(demonstration: Counter) -> None:
    for channel in BOTH:
        pickups = demonstration.options(HANAKO, BOTCHAN, channel=channel).pickups
        assert {each.branch.id: each.days for each in pickups}[MAIN] == (0, 1)
        assert {each.branch.id: each.days for each in pickups}[ISLAND] == (2, 4)
