"""What whoever takes a notice answered."""

from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    ACCEPTED = "accepted"
    REFUSED = "refused"  # for good: another try would be refused too
    LATER = "later"  # surely not accepted, and another try may be
    UNKNOWN = "unknown"  # perhaps accepted: no machine may try again


@dataclass(frozen=True, slots=True)
class Handed:
    answer: Answer
    code: str  # why, for staff and technicians: never an address or a number


def accepted(code: str) -> Handed:
    return Handed(Answer.ACCEPTED, code)


def refused(code: str) -> Handed:
    return Handed(Answer.REFUSED, code)


def later(code: str) -> Handed:
    return Handed(Answer.LATER, code)


def unknown(code: str) -> Handed:
    return Handed(Answer.UNKNOWN, code)
