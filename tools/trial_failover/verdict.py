"""Compares what was acknowledged with what the library still knows."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tools.trial_failover.journal import ANSWERED, Deed, Told

CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Kept:
    """A reservation as the leader has it in the end."""

    id: str
    number: str
    permit: str
    state: str


@dataclass(frozen=True, slots=True)
class Verdict:
    acknowledged: int
    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    cancellations: int
    cancellations_lost: tuple[str, ...]
    stood_still_s: float  # the longest time between two writes that were acknowledged
    unanswered_calls: dict[str, int]
    repeats_placed_before: int  # answered as the first time: only the answer had been lost
    repeats_placed_then: int
    never_answered: int
    replica_reads: int
    replica_reads_failed: int
    replicas_stood_still_s: float

    @property
    def is_clean(self) -> bool:
        return not (self.lost or self.doubled or self.cancellations_lost)


def verdict(told: Sequence[Told], kept: Sequence[Kept]) -> Verdict:
    reserved = _answered(told, Deed.RESERVE)
    cancelled = {each.id for each in _answered(told, Deed.CANCEL)}
    states = {each.id: each.state for each in kept}
    placed = {each.id for each in reserved}
    repeated = [each for each in reserved if each.tries > 1]
    again = sum(each.is_first_answer_again for each in repeated)
    asked = {each.id for each in told if each.deed is Deed.RESERVE}
    reads = [each for each in told if each.deed is Deed.READ_REPLICA]
    read = _answered(told, Deed.READ_REPLICA)
    return Verdict(
        acknowledged=len(placed),
        lost=tuple(sorted(placed - states.keys())),
        doubled=tuple(sorted(_doubled(kept))),
        cancellations=len(cancelled),
        cancellations_lost=tuple(sorted(one for one in cancelled if states.get(one) != CANCELLED)),
        stood_still_s=longest_gap([*reserved, *_answered(told, Deed.CANCEL)]),
        unanswered_calls=dict(Counter(each.outcome for each in told if _is_ours(each))),
        repeats_placed_before=again,
        repeats_placed_then=len(repeated) - again,
        never_answered=len(asked - placed),
        replica_reads=len(read),
        replica_reads_failed=len(reads) - len(read),
        replicas_stood_still_s=longest_gap(read),
    )


def longest_gap(told: Iterable[Told]) -> float:
    """Seconds between two that follow each other; 0 where there are none."""
    times = sorted(each.at_s for each in told)
    return max((later - sooner for sooner, later in pairwise(times)), default=0.0)


def _answered(told: Iterable[Told], deed: Deed) -> list[Told]:
    return [each for each in told if each.deed is deed and each.outcome == ANSWERED]


def _is_ours(told: Told) -> bool:
    is_kiosks = told.deed in {Deed.RESERVE, Deed.CANCEL, Deed.READ}
    return is_kiosks and told.outcome != ANSWERED


def _doubled(kept: Sequence[Kept]) -> set[str]:
    """Ids of those that share an id, a number or a permit with another."""
    ids = Counter(each.id for each in kept)
    numbers = Counter(each.number for each in kept)
    permits = Counter(each.permit for each in kept)
    return {
        each.id
        for each in kept
        if max(ids[each.id], numbers[each.number], permits[each.permit]) > 1
    }
