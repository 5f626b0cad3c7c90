"""The policies that are shipped: whole, commented, and true to the guides."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.central.policy_file import read_policy
from kiosk.domain.branches import BranchId
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import Contacts, NoticeMethod, WhyNot
from kiosk.domain.policy import Policy
from kiosk.domain.titles import Material

FOLDER = Path(__file__).parents[2] / "assets" / "policies"
FILES = ("okayama", "osaka", "demonstration")
# Without the key there is no number, or no trial; a comment says how it is written.
MAY_BE_ABSENT = {"most", "limit", "first_day", "last_day", "shelf_marks"}
NOT_OFFERED = "is_offered = false"
ALL = Contacts("hanako@example.jp", "09012345678", "0862234567")


def policy(name: str) -> Policy:
    return read_policy(FOLDER / f"{name}.toml")


def text(name: str) -> str:
    return (FOLDER / f"{name}.toml").read_text(encoding="utf-8")


def keys(kind: object) -> Iterator[str]:
    assert is_dataclass(kind)
    for field in fields(kind):
        value = getattr(kind, field.name)
        if is_dataclass(value):
            yield from keys(value)
        elif not isinstance(value, dict) and not (isinstance(value, tuple) and _tables(value)):
            yield field.name


def _tables(values: tuple[object, ...]) -> bool:
    return any(is_dataclass(value) for value in values)


@pytest.mark.parametrize("name", FILES)
def test_every_key_stands_in_the_file(name: str) -> None:
    written = set(re.findall(r"^([a-z_]+) = ", text(name), re.MULTILINE))
    wanted = set(keys(policy(name))) - MAY_BE_ABSENT
    if NOT_OFFERED in text(name):
        wanted -= set(keys(policy(name).registration)) - {"is_offered"}
    assert wanted <= written, wanted - written


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_its_comment(name: str) -> None:
    above = ""
    for line in text(name).splitlines():
        is_key = re.match(r"[a-z_]+ = ", line) is not None
        assert not is_key or above in {"comment", "key", "table"}, line
        if line.startswith("[["):
            above = "table"  # its own comment stands above the table
        elif line.startswith("#"):
            above = "comment"
        else:
            above = above if is_key else ""


@pytest.mark.rule("R3")
def test_okayama_offers_five_notices_at_the_kiosk_and_two_on_the_internet() -> None:
    notice = policy("okayama").notice
    assert notice.kiosk == tuple(NoticeMethod)
    assert notice.internet == (NoticeMethod.EMAIL, NoticeMethod.NONE)
    refused = notice.why_not(NoticeMethod.TELEPHONE, Channel.INTERNET, ALL)
    assert refused is WhyNot.NOT_AT_THIS_CHANNEL
    assert notice.sender_address == "toshokan@ocl.city.okayama.jp"


@pytest.mark.rule("R5")
@pytest.mark.parametrize(
    ("material", "shelf_mark", "limit"),
    [
        (Material.CD, "712", None),  # 朗読CD, by the library's own shelf mark
        (Material.CD, "762", None),  # the same mark, whatever its class would be
        (Material.CD, "C762", 10),
        (Material.CD, "C779", 10),
        (Material.DVD, "", 10),
        (Material.VIDEO, "", 10),
        (Material.BOOK, "", None),
    ],
)
def test_okayama_counts_by_material_and_shelf_mark(
    material: Material, shelf_mark: str, limit: int | None
) -> None:
    assert policy("okayama").quota.group_of(material, shelf_mark).limit == limit


@pytest.mark.rule("R5")
def test_okayama_counts_dvds_and_videos_together() -> None:
    quota = policy("okayama").quota
    assert quota.group_of(Material.DVD, "") is quota.group_of(Material.VIDEO, "")
    assert quota.group_of(Material.CD, "C762") is not quota.group_of(Material.DVD, "")


@pytest.mark.rule("R6")
@pytest.mark.parametrize("material", [Material.CD, Material.DVD, Material.VIDEO])
def test_ijima_hands_out_no_audiovisual_material(material: Material) -> None:
    pickup = policy("okayama").pickup
    assert pickup.why_not(BranchId("ijima"), material) is WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL
    assert pickup.why_not(BranchId("ijima"), Material.BOOK) is None


@pytest.mark.rule("N2", "N3", "V2", "L4", "L2")
def test_okayama_has_the_numbers_of_its_guide() -> None:
    okayama = policy("okayama")
    assert (okayama.renewal.times, okayama.renewal.days) == (1, 14)
    assert okayama.renewal.opens_days_before == 0
    assert set(okayama.renewal.materials_not_renewable) == set(okayama.pickup.audiovisual)
    assert okayama.reservation.cancelled_listed_days == 30
    assert (okayama.password.shortest, okayama.password.longest) == (4, 20)
    assert okayama.password.initial_card_digits == 4
    assert not okayama.registration.is_offered


@pytest.mark.rule("R7")
@pytest.mark.parametrize("name", FILES)
def test_what_the_guides_keep_from_the_touch_panel_is_off_everywhere(name: str) -> None:
    assert not policy(name).reservation.sequence_at_panel


@pytest.mark.parametrize(
    ("day", "is_open"),
    [
        (date(2025, 1, 6), False),
        (date(2025, 1, 7), True),
        (date(2025, 12, 28), True),
        (date(2025, 12, 29), False),
    ],
)
def test_osakas_trial_has_a_first_and_a_last_day(day: date, *, is_open: bool) -> None:
    assert policy("osaka").registration.is_open_on(day) is is_open


def test_osaka_has_the_numbers_of_its_guide() -> None:
    registration = policy("osaka").registration
    assert registration.prefecture == "大阪府"
    assert set(registration.neighbours) == {
        "京都府",
        "兵庫県",
        "奈良県",
        "和歌山県",
        "滋賀県",
        "三重県",
    }
    assert (registration.weekday_opening_days, registration.renewal_months_left) == (3, 1)


def test_the_demonstration_lends_as_okayama_and_registers_as_osaka_without_end() -> None:
    demonstration, okayama, osaka = map(policy, ("demonstration", "okayama", "osaka"))
    assert demonstration.renewal == okayama.renewal
    assert demonstration.notice.kiosk == okayama.notice.kiosk
    assert demonstration.registration.neighbours == osaka.registration.neighbours
    assert demonstration.registration.is_open_on(date(2030, 1, 1))
