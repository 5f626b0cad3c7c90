"""How long it takes, counted how, and why a position changed."""

from datetime import date

from pydantic import Field

from kiosk.domain.waiting import Counted, Moved, Waiting, WhyMoved, WhyUnsaid
from kiosk.wire.message import Message


class CountedRecord(Message):
    """From what the range was counted."""

    copies: int = Field(ge=0)
    ahead: int = Field(ge=0)
    loan_days: int = Field(ge=0)
    hold_opening_days: int = Field(ge=0)
    transport_days: int = Field(ge=0)
    not_counted: int = Field(default=0, ge=0)

    @classmethod
    def of(cls, counted: Counted) -> "CountedRecord":
        return cls(
            copies=counted.copies,
            ahead=counted.ahead,
            loan_days=counted.loan_days,
            hold_opening_days=counted.hold_opening_days,
            transport_days=counted.transport_days,
            not_counted=counted.not_counted,
        )

    def to_counted(self) -> Counted:
        return Counted(
            self.copies,
            self.ahead,
            self.loan_days,
            self.hold_opening_days,
            self.transport_days,
            self.not_counted,
        )


class WaitingRecord(Message):
    told_on: date
    counted: CountedRecord
    earliest: date | None = None
    latest: date | None = None
    why_unsaid: WhyUnsaid | None = None

    @classmethod
    def of(cls, waiting: Waiting) -> "WaitingRecord":
        return cls(
            told_on=waiting.told_on,
            counted=CountedRecord.of(waiting.counted),
            earliest=waiting.earliest,
            latest=waiting.latest,
            why_unsaid=waiting.why_unsaid,
        )

    def to_waiting(self) -> Waiting:
        counted = self.counted.to_counted()
        return Waiting(self.told_on, counted, self.earliest, self.latest, self.why_unsaid)


class MovedRecord(Message):
    """Another position than some days ago."""

    was: int = Field(ge=1)
    why: WhyMoved
    on: date

    @classmethod
    def of(cls, moved: Moved) -> "MovedRecord":
        return cls(was=moved.was, why=moved.why, on=moved.on)

    def to_moved(self) -> Moved:
        return Moved(self.was, self.why, self.on)


class TitleWaitingAnswer(Message):
    """GET /titles/{id}/waiting: nothing of anybody who waits."""

    time: WaitingRecord

    @classmethod
    def of(cls, waiting: Waiting) -> "TitleWaitingAnswer":
        return cls(time=WaitingRecord.of(waiting))

    def to_waiting(self) -> Waiting:
        return self.time.to_waiting()
