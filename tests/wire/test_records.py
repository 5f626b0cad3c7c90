"""What the records feed says arrives as it was meant."""

from datetime import date

import pytest
from pydantic import ValidationError

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.titles import (
    Availability,
    CallNumber,
    Creator,
    Holding,
    Material,
    Title,
    TitleId,
)
from kiosk.wire.records import AvailabilityChange, RecordChange, RecordsPage

MAIN = Branch(BranchId("main"), "本館", "Main Library", "086-555-0100")
BOTCHAN = Title(
    id=TitleId("t1"),
    name="坊っちゃん",
    reading="ぼっちゃん",
    creators=(Creator("夏目 漱石", "なつめ そうせき"), Creator("某", None, "訳")),
    publisher="春陽堂",
    year=1907,
    material=Material.LARGE_PRINT,
    call_number=CallNumber("913.6", "ナツ", "1"),
    language="ja",
    isbn="9784000000008",
    is_for_children=True,
    summary="四国の中学校で。",
    subjects=("学校",),
    series="名作",
    extent="200p",
    added_on=date(2026, 11, 1),
)


def test_every_field_of_a_record_arrives() -> None:
    sent = RecordChange.of(7, BOTCHAN.id, BOTCHAN).model_dump_json()
    assert RecordChange.model_validate_json(sent).to_title() == BOTCHAN


def test_a_withdrawn_title_has_no_record() -> None:
    sent = RecordChange.of(8, BOTCHAN.id, None).model_dump_json()
    assert RecordChange.model_validate_json(sent).to_title() is None


def test_holdings_are_seen_from_the_branch_of_the_kiosk() -> None:
    there = Holding(MAIN, 2, 1, "24", "2階", is_reference=True, due=date(2026, 12, 1))
    change = AvailabilityChange.of(1, BOTCHAN.id, Availability((there,), waiting=3))
    seen = change.to_availability({MAIN.id: MAIN}, here=MAIN.id)
    assert seen.waiting == 3
    assert seen.holdings[0].is_here
    assert not change.to_availability({MAIN.id: MAIN}, here=None).holdings[0].is_here
    assert change.to_availability({MAIN.id: MAIN}, here=None).holdings == (there,)


def test_what_moves_is_kept_missing_or_closed_crosses_the_wire() -> None:
    stacks = Holding(MAIN, 1, 1, is_closed_stacks=True)
    away = Holding(MAIN, 2, 0, set_aside=2, in_transit=1, on_hold_shelf=1)
    told = Availability((stacks, away), missing=1)
    sent = AvailabilityChange.of(1, BOTCHAN.id, told).model_dump_json()
    known = AvailabilityChange.model_validate_json(sent)
    assert known.to_availability({MAIN.id: MAIN}, here=None) == told


def test_a_branch_that_the_kiosk_does_not_know_yet_goes_by_its_id() -> None:
    change = AvailabilityChange.of(1, BOTCHAN.id, Availability((Holding(MAIN, 1, 1),)))
    assert change.to_availability({}, here=None).holdings[0].branch == Branch(MAIN.id, "main")


def test_what_was_not_agreed_is_refused() -> None:
    with pytest.raises(ValidationError):
        RecordsPage.model_validate({"numbering": "x", "changes": [], "is_last": True, "more": 1})
