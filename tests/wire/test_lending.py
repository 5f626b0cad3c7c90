"""What is asked and answered about reservations arrives as it was meant."""

from datetime import UTC, date, datetime, time

import pytest
from pydantic import ValidationError

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.contacts import NoticeMethod, NoticeOption, WhyNot
from kiosk.domain.reservations import (
    Options,
    Permit,
    PickupOption,
    Reservation,
    ReservationId,
    ReservationNumber,
    ReservationState,
    Wish,
)
from kiosk.domain.titles import CallNumber, TitleId
from kiosk.wire.branches import BranchesAnswer
from kiosk.wire.lending import MyReservationsAnswer, OptionsAnswer, ReserveAnswer, ReserveRequest

MAIN = Branch(BranchId("main"), "本館", "Main Library", "086-555-0100")
OPTIONS = Options(
    title=TitleId("t1"),
    permit=Permit("sealed"),
    pickups=(
        PickupOption(MAIN, is_here=True, days=(0, 1), why_not=WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL),
    ),
    notices=(
        NoticeOption(NoticeMethod.FAX, "086-•••-5678", WhyNot.NO_FAX),
        NoticeOption(
            NoticeMethod.MISSED_CALL, comes_from="086-555-0199", hours=(time(9), time(20, 30))
        ),
    ),
    waiting=3,
    left=9,
    permit_s=600,
    editions=2,
)
WISH = Wish(
    ReservationId("a2b5"),
    ReservationNumber("0010000017"),
    Permit("sealed"),
    MAIN.id,
    NoticeMethod.MISSED_CALL,
    any_edition=True,
)
RESERVATION = Reservation(
    id=WISH.id,
    number=WISH.number,
    title=TitleId("t1"),
    title_name="坊っちゃん",
    creator="夏目 漱石",
    call_number=CallNumber("913.6", "ナツ"),
    pickup=MAIN,
    notice=NoticeMethod.NONE,
    state=ReservationState.READY,
    requested_at=datetime(2026, 11, 20, 3, 4, 5, tzinfo=UTC),
    position=2,
    ready_until=date(2026, 11, 27),
    hold_shelf="B-07",
    cancelled_at=datetime(2026, 11, 21, 3, 4, 5, tzinfo=UTC),
    sequence_rank=2,
    any_edition=True,
    can_change=True,
)


def test_every_option_arrives() -> None:
    sent = OptionsAnswer.of(OPTIONS).model_dump_json()
    assert OptionsAnswer.model_validate_json(sent).to_options() == OPTIONS


def test_a_wish_arrives_under_its_id() -> None:
    sent = ReserveRequest.of(WISH).model_dump_json()
    assert ReserveRequest.model_validate_json(sent).to_wish(WISH.id) == WISH


def test_reservations_arrive() -> None:
    assert ReserveAnswer.of(RESERVATION).to_reservation() == RESERVATION
    sent = MyReservationsAnswer.of((RESERVATION,)).model_dump_json()
    assert MyReservationsAnswer.model_validate_json(sent).to_reservations() == (RESERVATION,)


def test_branches_arrive() -> None:
    assert BranchesAnswer.of((MAIN,)).to_branches() == (MAIN,)


@pytest.mark.parametrize("number", ["123456789", "12345678901", "12345678x0", ""])
def test_a_number_has_ten_digits(number: str) -> None:
    with pytest.raises(ValidationError):
        ReserveRequest(
            number=ReservationNumber(number),
            permit=Permit("sealed"),
            pickup=MAIN.id,
            notice=NoticeMethod.NONE,
        )


def test_permits_and_contacts_are_not_shown_in_a_log() -> None:
    assert "sealed" not in repr(ReserveRequest.of(WISH))
    assert "sealed" not in repr(OptionsAnswer.of(OPTIONS))
    assert "5678" not in repr(OptionsAnswer.of(OPTIONS))


def test_an_answer_kept_from_an_earlier_service_is_still_read() -> None:
    newer = {"cancelled_at", "sequence_rank", "any_edition", "can_change"}
    kept = ReserveAnswer.of(RESERVATION).model_dump_json(exclude=newer)
    there = ReserveAnswer.model_validate_json(kept).to_reservation()
    assert (there.number, there.can_change, there.any_edition) == (RESERVATION.number, False, False)
