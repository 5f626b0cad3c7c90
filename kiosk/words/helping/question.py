"""One question as a patron would ask it, and what is said to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Question:
    asked: str
    answer: str
