"""What the trials said, as a table."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Told:
    """One trial: what it saw, or what it saw instead."""

    name: str
    took_s: float
    said: str
    is_passed: bool


def table(told: Sequence[Told]) -> str:
    lines = ["| tried | seen | seconds |", "|---|---|---|"]
    for each in told:
        said = each.said if each.is_passed else f"**not as wanted**: {each.said}"
        lines.append(f"| {each.name} | {said.replace('|', '/')} | {each.took_s:.0f} |")
    return "\n".join(lines)
