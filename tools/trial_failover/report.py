"""Tells the rounds as a table, and whether the trial is passed."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import median

from tools.trial_failover.rounds import Round

_HEAD = (
    "replication", "ttl", "the leader", "acknowledged", "lost", "doubled", "cancels lost",
    "writes stood still", "calls without answer", "placed before", "placed at the repeat",
    "replica reads failed", "replicas stood still", "whole again",
)  # fmt: skip


def table(rounds: Sequence[Round]) -> str:
    lines = [_HEAD, tuple("---" for _ in _HEAD), *(_line(each) for each in rounds)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def told_directly(one: Round) -> str:
    """What somebody was told who went on talking to the old leader itself."""
    if one.direct is None:
        return ""
    told = one.direct
    return (
        f"the old leader itself acknowledged {told.acknowledged}, the last"
        f" {told.last_after_cut_s:.1f} s after the cut; {told.lost} of them are lost"
    )


def median_line(rounds: Sequence[Round]) -> str:
    """Of the rounds that were played alike."""
    alike: dict[tuple[str, int, bool], list[Round]] = {}
    for one in rounds:
        key = (one.plan.injury, one.plan.ttl_s, one.plan.is_synchronous)
        alike.setdefault(key, []).append(one)
    return "\n".join(
        f"{'synchronous' if is_synchronous else 'asynchronous'}, ttl {ttl_s} s, {injury}:"
        f" {len(played)} rounds, writes stood still"
        f" {median(one.verdict.stood_still_s for one in played):.1f} s (median),"
        f" {sum(len(one.verdict.lost) for one in played)}"
        f" of {sum(one.verdict.acknowledged for one in played)} acknowledged reservations lost"
        for (injury, ttl_s, is_synchronous), played in alike.items()
    )


def keep(rounds: Sequence[Round], file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps([asdict(each) for each in rounds], indent=2) + "\n")


def is_passed(rounds: Sequence[Round]) -> bool:
    """Synchronous replication may lose nothing; what asynchronous loses is only shown."""
    synchronous = [each for each in rounds if each.plan.is_synchronous]
    return all(
        each.verdict.is_clean and each.verdict.acknowledged and not each.verdict.never_answered
        for each in synchronous
    ) and not any(each.direct.lost for each in synchronous if each.direct)


def _line(one: Round) -> tuple[str, ...]:
    found, plan = one.verdict, one.plan
    return (
        "synchronous, strict" if plan.is_synchronous else "asynchronous",
        f"{plan.ttl_s} s",
        plan.injury,
        str(found.acknowledged),
        str(len(found.lost)),
        str(len(found.doubled)),
        f"{len(found.cancellations_lost)} of {found.cancellations}",
        f"{found.stood_still_s:.1f} s",
        ", ".join(f"{name} {number}" for name, number in found.unanswered_calls.items()) or "0",
        str(found.repeats_placed_before),
        str(found.repeats_placed_then),
        f"{found.replica_reads_failed} of {found.replica_reads + found.replica_reads_failed}",
        f"{found.replicas_stood_still_s:.1f} s",
        f"{one.came_back_s:.0f} s",
    )
