from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.reservations import Changes, PickupOption, ReservationId
from kiosk.wire.changing import ChangeRequest, ChangesAnswer

MAIN = Branch(BranchId("main"), "本館", "Main Library", "086-555-0100")
ISLAND = Branch(BranchId("ijima"), "伊島図書館", "Ijima Library", "086-555-0300")
CHANGES = Changes(
    ReservationId("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11"),
    (
        PickupOption(MAIN, is_here=True, days=(0, 1)),
        PickupOption(ISLAND, why_not=WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL),
    ),
    (
        NoticeOption(NoticeMethod.EMAIL, comes_from="toshokan@example.jp"),
        NoticeOption(NoticeMethod.TELEPHONE, "090-••••-5678"),
        NoticeOption(NoticeMethod.FAX, why_not=WhyNot.NO_FAX),
    ),
)


def test_what_can_be_chosen_crosses_the_line_and_is_the_same() -> None:
    there = ChangesAnswer.model_validate_json(ChangesAnswer.of(CHANGES).model_dump_json())
    assert there.to_changes() == CHANGES


def test_a_masked_contact_is_not_told_in_a_traceback() -> None:
    assert "5678" not in repr(ChangesAnswer.of(CHANGES))


def test_a_choice_is_a_branch_and_a_method() -> None:
    asked = ChangeRequest(pickup=MAIN.id, notice=NoticeMethod.NONE)
    assert asked.model_dump(mode="json") == {"pickup": "main", "notice": "none"}
