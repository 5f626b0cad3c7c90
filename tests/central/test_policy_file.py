"""A library's policy file: read whole, or refused with the line that is wrong."""

import re
from pathlib import Path

import pytest

from kiosk.central.policy_file import read_policy
from kiosk.domain.branches import BranchId
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import SettingWrong
from kiosk.domain.policy import Policy, QuotaGroup
from kiosk.domain.titles import Material

DEMONSTRATION = Path(__file__).parents[2] / "assets" / "policies" / "demonstration.toml"
TEXT = DEMONSTRATION.read_text(encoding="utf-8")


def refused(tmp_path: Path, text: str) -> SettingWrong:
    file = tmp_path / "policy.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SettingWrong) as raised:
        read_policy(file)
    assert raised.value.file == str(file)
    return raised.value


def line_of(start: str) -> int:
    return next(
        number for number, line in enumerate(TEXT.splitlines(), 1) if line.startswith(start)
    )


@pytest.fixture(scope="module")
def policy() -> Policy:
    return read_policy(DEMONSTRATION)


def test_the_demonstration_library_lends_as_okayama_does(policy: Policy) -> None:
    quota = policy.quota
    assert quota.group_of(Material.CD, "762").limit is None
    assert quota.group_of(Material.CD, "C762").limit == 10
    assert quota.group_of(Material.DVD, "").limit == 10
    assert policy.pickup.no_audiovisual_at == (BranchId("ijima"),)
    assert policy.notice.kiosk == tuple(NoticeMethod)
    assert policy.notice.internet == (NoticeMethod.EMAIL, NoticeMethod.NONE)
    assert (policy.permit.patron_minutes, policy.permit.honoured_hours) == (10, 72)
    assert policy.reservation.cancelled_listed_days == 30


def test_every_material_has_a_group(policy: Policy) -> None:
    groups = [policy.quota.group_of(material, "") for material in Material]
    assert all(isinstance(group, QuotaGroup) for group in groups)


def test_my_number_is_offered_because_the_legal_basis_is_stated(policy: Policy) -> None:
    assert policy.my_number.is_offered


def test_every_key_of_the_file_is_explained() -> None:
    groups = TEXT.index("[[quota.groups]]")
    before = "\n"
    for line in TEXT[:groups].splitlines():
        if re.match(r"[a-z_]+ = ", line):
            assert before.startswith("#") or before == "explained", line
            before = "explained"
        else:
            before = line


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("digits = 8", "digits = 3", "card.digits"),
        ("digits = 8", 'digits = "8"', "card.digits"),
        ("digits = 8", "digit = 8", "card.digit"),
        ('zone = "Asia/Tokyo"', 'zone = "Asia/Edo"', "calendar.zone"),
        ('zone = "Asia/Tokyo"', 'zone = "../passwd"', "calendar.zone"),
        ('closed_weekdays = ["monday"]', 'closed_weekdays = ["moonday"]', None),
        ("honoured_hours = 72", "honoured_hours = 0", "permit.honoured_hours"),
        (
            "cancelled_listed_days = 30",
            "cancelled_listed_days = 366",
            "reservation.cancelled_listed_days",
        ),
        ("longest_minutes = 60", "longest_minutes = 4", "session.longest_minutes"),
        ("days_elsewhere = [2, 4]", "days_elsewhere = [4, 2]", "pickup.days_elsewhere"),
        ("days_elsewhere = [2, 4]", "days_elsewhere = [2]", "pickup.days_elsewhere"),
        ('internet = ["email", "none"]', 'internet = ["email"]', "notice.internet"),
        ('fallback = ["email", "telephone"]', 'fallback = ["none"]', "notice.fallback"),
        ('languages = ["ja", "en"]', 'languages = ["ja", "ko"]', "notice.languages"),
        ('languages = ["ja", "en"]', "languages = []", "notice.languages"),
        ("calling_until = 20:00:00", "calling_until = 09:00:00", "notice.calling_until"),
        ("sender_address =", 'sender_address = "x" #', "notice.sender_address"),
        ("calling_number =", 'calling_number = "sip:1" #', "notice.calling_number"),
        ("retry_minutes = [2, 10, 60]", "retry_minutes = [0]", "notice.retry_minutes.0"),
        ('internet = ["email", "none"]', 'internet = ["pigeon", "none"]', None),
    ],
)
def test_a_wrong_value_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, key: str | None
) -> None:
    error = refused(tmp_path, TEXT.replace(old, new))
    assert error.line is not None
    assert error.line == line_of(old)
    if key is not None:
        assert error.key == key
    assert error.allowed


def test_a_password_cannot_be_longer_than_the_longest(tmp_path: Path) -> None:
    text = TEXT.replace("shortest = 4", "shortest = 9").replace("longest = 20", "longest = 8")
    error = refused(tmp_path, text)
    assert (error.key, error.line) == ("password.longest", line_of("longest = 20"))


def test_a_week_without_an_opening_day_is_refused(tmp_path: Path) -> None:
    week = '["monday","tuesday","wednesday","thursday","friday","saturday","sunday"]'
    error = refused(tmp_path, TEXT.replace('["monday"]', week))
    assert error.key == "calendar.closed_weekdays"


def test_a_material_that_no_group_counts_is_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, TEXT.replace('["dvd", "video"]', '["dvd"]'))
    assert error.key == "quota.groups"
    assert "video" in error.allowed


def test_two_groups_of_one_name_are_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, TEXT.replace('name = "dvd_video"', 'name = "cd"'))
    assert error.key == "quota.groups.2.name"
    assert error.line == line_of('name = "dvd_video"')


def test_a_file_that_is_no_toml_is_refused_with_its_line(tmp_path: Path) -> None:
    error = refused(tmp_path, TEXT.replace("[card]", "[card"))
    assert error.line == line_of("[card]")


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong, match=r"policy\.toml"):
        read_policy(tmp_path / "policy.toml")
