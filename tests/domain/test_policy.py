"""The library's rules, at each of their boundaries."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kiosk.domain.branches import BranchId
from kiosk.domain.calendar import Calendar, Weekday
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import Contacts, NoticeMethod, WhyNot
from kiosk.domain.policy import (
    HoldShelfPolicy,
    MyNumberPolicy,
    NoticePolicy,
    PermitPolicy,
    PickupPolicy,
    QuotaGroup,
    QuotaPolicy,
    ReservationPolicy,
)
from kiosk.domain.titles import Material

QUOTA = QuotaPolicy(
    (
        QuotaGroup("read_aloud_cd", (Material.CD,), ("7[0-9][0-9]",)),
        QuotaGroup("cd", (Material.CD,), limit=10),
        QuotaGroup("dvd_video", (Material.DVD, Material.VIDEO), limit=10),
        QuotaGroup(
            "book",
            (
                Material.BOOK,
                Material.PICTURE_BOOK,
                Material.COMIC,
                Material.LARGE_PRINT,
                Material.MAGAZINE,
            ),
            limit=20,
        ),
    )
)
EVERYTHING = Contacts("hanako@example.jp", "090-1234-5678", "086-555-0123")
ISLAND = BranchId("ijima")
MAIN = BranchId("main")


@pytest.mark.rule("R5")
@pytest.mark.parametrize(
    ("shelf_mark", "group"),
    [
        ("699", "cd"),
        ("700", "read_aloud_cd"),
        ("799", "read_aloud_cd"),
        ("800", "cd"),
        ("70", "cd"),
        ("7000", "cd"),
        ("", "cd"),
    ],
)
def test_a_cd_is_a_read_aloud_one_by_its_shelf_mark(shelf_mark: str, group: str) -> None:
    assert QUOTA.group_of(Material.CD, shelf_mark).name == group


def test_the_shelf_mark_of_a_book_makes_no_cd_of_it() -> None:
    assert QUOTA.group_of(Material.BOOK, "700").name == "book"


@pytest.mark.rule("R5")
def test_dvds_and_videos_are_counted_together_and_apart_from_cds() -> None:
    assert QUOTA.group_of(Material.DVD, "") is QUOTA.group_of(Material.VIDEO, "")
    assert QUOTA.group_of(Material.DVD, "") is not QUOTA.group_of(Material.CD, "")


@pytest.mark.rule("R5")
@pytest.mark.parametrize(("already", "left"), [(0, 10), (9, 1), (10, 0), (11, 0)])
def test_ten_cds_and_no_eleventh(already: int, left: int) -> None:
    assert QUOTA.group_of(Material.CD, "").left(already) == left


@pytest.mark.rule("R5")
def test_read_aloud_cds_have_no_number() -> None:
    assert QUOTA.group_of(Material.CD, "712").left(1000) is None


@pytest.mark.parametrize("material", list(Material))
def test_the_island_branch_hands_out_no_audiovisual_material(material: Material) -> None:
    pickup = PickupPolicy(no_audiovisual_at=(ISLAND,))
    is_audiovisual = material in {Material.CD, Material.DVD, Material.VIDEO}
    expected = WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL if is_audiovisual else None
    assert pickup.why_not(ISLAND, material) is expected
    assert pickup.why_not(MAIN, material) is None


@pytest.mark.rule("R3")
@pytest.mark.parametrize("method", list(NoticeMethod))
def test_the_kiosk_offers_all_five_methods_to_who_has_all_contacts(method: NoticeMethod) -> None:
    assert NoticePolicy().why_not(method, Channel.KIOSK, EVERYTHING) is None


@pytest.mark.rule("R3")
@pytest.mark.parametrize("method", list(NoticeMethod))
def test_the_internet_offers_mail_and_none_only(method: NoticeMethod) -> None:
    is_offered = method in {NoticeMethod.EMAIL, NoticeMethod.NONE}
    expected = None if is_offered else WhyNot.NOT_AT_THIS_CHANNEL
    assert NoticePolicy().why_not(method, Channel.INTERNET, EVERYTHING) is expected


def test_a_method_without_its_contact_says_which_is_missing() -> None:
    rules = NoticePolicy()
    assert rules.why_not(NoticeMethod.FAX, Channel.KIOSK, Contacts()) is WhyNot.NO_FAX
    assert rules.why_not(NoticeMethod.EMAIL, Channel.INTERNET, Contacts()) is WhyNot.NO_EMAIL


def test_a_permit_is_ten_minutes_for_the_patron_and_three_days_for_the_service() -> None:
    assert PermitPolicy().patron_s == 600
    assert PermitPolicy().honoured == timedelta(days=3)


@pytest.mark.rule("V2")
def test_what_was_cancelled_is_listed_for_thirty_days_of_the_library() -> None:
    last_moment = datetime(2026, 12, 20, 14, 59, 59, tzinfo=UTC)  # 23:59:59 in Japan
    first_day = datetime(2026, 11, 19, 15, 0, tzinfo=UTC)  # midnight of 20 November in Japan
    listed_since = ReservationPolicy().listed_since
    assert listed_since(last_moment, Calendar()) == first_day
    assert listed_since(last_moment + timedelta(seconds=1), Calendar()) == first_day + timedelta(1)


def test_the_hold_shelf_waits_seven_opening_days() -> None:
    calendar = Calendar(closed_weekdays=(Weekday.MONDAY,))
    friday = date(2026, 11, 20)
    assert HoldShelfPolicy().last_day(friday, calendar) == date(2026, 11, 28)


def test_my_number_is_off_until_its_legal_basis_is_stated() -> None:
    assert not MyNumberPolicy().is_offered
    assert MyNumberPolicy("条例第3条").is_offered
