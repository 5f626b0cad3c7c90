"""What the database says of what patrons were told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy import select

from kiosk.central.tables.loans import LoanRow
from kiosk.central.tables.reservations import ReservationRow
from kiosk.domain.reservations import ReservationId, ReservationState
from tests.trials.town import Town, due_on
from tests.trials.visitor import Memory, Told, Visitor

RENEWED_BY = timedelta(days=14)  # the policy's


@dataclass(slots=True)
class Verdict:
    """Figures, and every fault by its own sentence; no fault is what is wanted."""

    figures: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def judge(town: Town, visitors: Sequence[Visitor]) -> Verdict:
    verdict = Verdict()
    with town.database.session() as session:
        held = {row.id: row for row in session.scalars(select(ReservationRow))}
        loans = {row.id: row for row in session.scalars(select(LoanRow))}
    told: Counter[str] = Counter()
    for visitor in visitors:
        memory = visitor.memory
        _judge_reservations(verdict, memory, held)
        _judge_cancelling(verdict, memory, held)
        _judge_renewing(verdict, memory, loans)
        told.update([*memory.placed, *memory.kept])
        verdict.figures["calls"] += visitor.calls
        verdict.faults += [f"{wish.id} still waits" for wish in visitor.outbox.waiting()]
    verdict.faults += [f"{each} was never told of" for each in held.keys() - told.keys()]
    numbers = Counter(row.number for row in held.values())
    pairs = Counter((row.patron_id, row.title_id) for row in held.values())
    verdict.faults += [f"{each} is there twice" for each, count in numbers.items() if count > 1]
    verdict.faults += [f"{each} is there twice" for each, count in pairs.items() if count > 1]
    return verdict


def _judge_reservations(
    verdict: Verdict, memory: Memory, held: dict[ReservationId, ReservationRow]
) -> None:
    verdict.figures["placed"] += len(memory.placed)
    verdict.figures["kept, then placed"] += len(memory.kept)
    verdict.faults += [f"refused without a reason: {error!r}" for error in memory.refused]
    for told in (*memory.placed.values(), *memory.kept.values()):
        row = held.get(told.id)
        if row is None:
            verdict.faults.append(f"{told.id} is lost")
        elif (row.number, row.title_id) != (told.number, told.title):
            verdict.faults.append(f"{told.id} is another than was told")


def _judge_cancelling(
    verdict: Verdict, memory: Memory, held: dict[ReservationId, ReservationRow]
) -> None:
    for reservation, told in memory.cancelled.items():
        verdict.figures[f"cancelling {told.value}"] += 1
        is_done = held[reservation].state is ReservationState.CANCELLED
        if told is not Told.UNKNOWN and is_done is not (told is Told.DONE):
            verdict.faults.append(f"cancelling {reservation}: told {told}, and it is not so")
    for reservation, row in held.items():
        is_asked = reservation in memory.cancelled or reservation not in memory.placed
        if not is_asked and row.state is not ReservationState.QUEUED:
            verdict.faults.append(f"{reservation} was cancelled by nobody")


def _judge_renewing(verdict: Verdict, memory: Memory, loans: dict[str, LoanRow]) -> None:
    first = due_on()
    for loan, told in memory.renewed.items():
        verdict.figures[f"renewing {told.value}"] += 1
        row = loans[loan]
        if row.due_on != first + row.renewals * RENEWED_BY or row.renewals > 1:
            verdict.faults.append(f"{loan} was renewed {row.renewals} times, until {row.due_on}")
        if told is not Told.UNKNOWN and row.renewals != (told is Told.DONE):
            verdict.faults.append(f"renewing {loan}: told {told}, and it is not so")
