"""What a setting may be beyond its type, said in its annotation: Annotated[int, Between(1, 9)]."""

import re
from dataclasses import dataclass
from typing import Protocol


class Bound(Protocol):
    @property
    def allowed(self) -> str:
        """What is allowed, for a technician: "from 1 to 99"."""
        ...

    def holds(self, value: object) -> bool: ...


@dataclass(frozen=True, slots=True)
class Between:
    """A number from least to most, both included; None where there is no such end."""

    least: float
    most: float | None = None

    @property
    def allowed(self) -> str:
        return f"from {self.least} to {self.most}" if self.most is not None else f"{self.least} up"

    def holds(self, value: object) -> bool:
        assert isinstance(value, int | float), "a number's bound stands at a number"
        return self.least <= value and (self.most is None or value <= self.most)


@dataclass(frozen=True, slots=True)
class Matches:
    """A text that is the pattern, whole."""

    pattern: str
    allowed: str  # the pattern in words: "three digits"

    def holds(self, value: object) -> bool:
        assert isinstance(value, str), "a text's bound stands at a text"
        return re.fullmatch(self.pattern, value) is not None


class OneOf:
    """One of a few numbers."""

    __slots__ = ("_numbers",)

    def __init__(self, *numbers: int) -> None:
        self._numbers = numbers

    @property
    def allowed(self) -> str:
        return f"{', '.join(map(str, self._numbers[:-1]))} or {self._numbers[-1]}"

    def holds(self, value: object) -> bool:
        return value in self._numbers
