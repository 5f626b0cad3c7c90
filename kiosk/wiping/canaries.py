"""Canaries: invented personal texts that stand nowhere else, and the marks that betray them."""

import random
import string
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

HIRAGANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろ"
TO_KATAKANA = {ord(kana): ord(kana) + 0x60 for kana in HIRAGANA}
BORN = "2001-02-03"  # who has a new card
FEW = {"pin": 4, "code": 6}  # digits: so few that they may stand somewhere by chance
TYPED_PART = 6  # letters: what is typed letter by letter is betrayed by its beginning too


@dataclass(frozen=True, slots=True)
class Canary:
    """One personal text.

    marks: each of them betrays it, wherever it stands.
    """

    text: str = field(repr=False)
    marks: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Canaries:
    """All of one proof, by what they stand for."""

    by_name: Mapping[str, Canary]

    @classmethod
    def hatch(cls, chance: random.Random | None = None) -> Self:
        """New ones every time: nothing of an earlier proof can be taken for this one's."""
        source = chance or random.SystemRandom()
        hatched = {name: invent(source) for name, invent in _KINDS.items()}
        return cls({**hatched, "initial_password": _initial(hatched["new_card"])})

    def text(self, name: str) -> str:
        return self.by_name[name].text

    def with_rare(self, name: str, digits: str) -> Self:
        """Other digits: what has few of them is the only canary that can stand there by chance."""
        return replace(self, by_name={**self.by_name, name: Canary(digits, (digits,))})


def _query(chance: random.Random) -> Canary:
    text = "".join(chance.choices(HIRAGANA, k=10))
    beginning = text[:TYPED_PART]
    return Canary(text, (beginning, beginning.translate(TO_KATAKANA)))


def _name(chance: random.Random) -> Canary:
    family, given = ("".join(chance.choices(HIRAGANA, k=6)).translate(TO_KATAKANA) for _ in "ab")
    return Canary(f"{family} {given}", (family, given))


def _digits(count: int, *, first: str = "") -> Callable[[random.Random], Canary]:
    def invent(chance: random.Random) -> Canary:
        text = first + "".join(chance.choices(string.digits, k=count - len(first)))
        return Canary(text, (text,))

    return invent


def _telephone(chance: random.Random) -> Canary:
    middle, last = ("".join(chance.choices(string.digits, k=4)) for _ in "ab")
    return Canary(f"090-{middle}-{last}", (f"{middle}-{last}", f"090{middle}{last}"))


def _email(chance: random.Random) -> Canary:
    local = "".join(chance.choices(string.ascii_lowercase, k=12))
    return Canary(f"{local}@example.jp", (local,))


def _password(chance: random.Random) -> Canary:
    text = "".join(chance.choices(string.ascii_letters, k=11)) + chance.choice(string.digits)
    return Canary(text, (text[:TYPED_PART],))


def _initial(card: Canary) -> Canary:
    """What holds until the patron chooses: the end of the card number, month and day of birth."""
    text = card.text[-4:] + BORN[-5:-3] + BORN[-2:]
    return Canary(text, (text,))


_KINDS: Mapping[str, Callable[[random.Random], Canary]] = {
    "query": _query,
    "name": _name,
    "card": _digits(8, first="07"),
    "telephone": _telephone,
    "email": _email,
    "password": _password,
    "new_password": _password,
    "new_card": _digits(8, first="08"),  # of a patron who never chose a password
    "new_email": _email,  # typed, and never confirmed
    "pin": _digits(FEW["pin"]),
    "code": _digits(FEW["code"]),
    "staff_card": _digits(8, first="98"),
    "staff_pin": _digits(8, first="4"),
}
