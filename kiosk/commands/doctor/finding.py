"""What the doctor says of one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    ATTENTION = "needs attention"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report. Nothing of patrons, and nothing that a card said."""

    about: str  # "card reader", "scanner" …
    state: State
    says: str  # what is there, or is not
    do: str = ""  # the next step, in one sentence; nothing where all is well

    def as_table(self) -> dict[str, str]:
        return {"about": self.about, "state": self.state, "says": self.says, "do": self.do}


def is_well(findings: Iterable[Finding]) -> bool:
    return all(finding.state is State.OK for finding in findings)
