"""Scripts of dialogues with one card, and what must hold whatever is in them."""

import logging
from dataclasses import dataclass
from itertools import product, starmap
from typing import Self

from hypothesis import strategies as st

from kiosk.domain.errors import LibraryError
from kiosk.ports import MyNumberCard
from tests.devices.talks import TALKS, Talk
from tests.devices.virtual_card import Fault, VirtualCard, at, at_verify

KINDS = ("gone before", "gone after", "gone once answered", "half", "short", "long", "6F00", "6982")
IN_MEMORY_ONLY = ("silent",)  # over pcscd it costs as long as the watchdog waits
MALFORMED = ("123", "12345", "１２３４", "A" * 17)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a card's holder once chose, and what is left of the tries."""

    pins: dict[str, str]  # by the name of the dialogue
    tries: dict[str, int]


@dataclass(frozen=True, slots=True)
class Turn:
    """One dialogue: what is entered for it, and what goes wrong meanwhile."""

    talk: Talk
    text: str  # "right", or what is entered
    fault: str
    count: int  # commands before the fault; beyond the dialogue's end: at its secret

    def fault_after(self, commands: int) -> list[Fault]:
        if not self.fault:
            return []
        if self.count > LONGEST:
            return [at_verify(self.fault)]
        return [at(commands + self.count, self.fault)]


LONGEST = 16  # commands of a dialogue

pins = st.integers(0, 9999).map("{:04}".format)
passwords = st.text("ABCXYZ0189", min_size=6, max_size=16)
some_secrets = st.builds(
    lambda sign_in, items, signing, tries: Secrets(
        {"signing in": sign_in, "basic four": items, "signing": signing},
        dict(zip(("signing in", "basic four", "signing"), tries, strict=True)),
    ),
    pins,
    pins,
    passwords,
    st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 5)),
)
ENTERED = ("right", "right", "right", "4711", "0000", "abc123", "ZYX98765", *MALFORMED)
UNDISTURBED = ("", "", "")


def some_turns(kinds: tuple[str, ...]) -> st.SearchStrategy[Turn]:
    """Chosen at one stroke from all there are: a strategy of strategies takes twice the time."""
    faults = (*UNDISTURBED, *kinds)
    return st.sampled_from(list(starmap(Turn, product(TALKS, ENTERED, faults, range(LONGEST + 6)))))


def card_with(secrets: Secrets) -> VirtualCard:
    card = VirtualCard.of_the_test_authority()
    for talk in TALKS:
        talk.pin(card).value = secrets.pins[talk.name].encode()
        talk.pin(card).tries_left = secrets.tries[talk.name]
    return card


def take(turn: Turn, card: VirtualCard, my_number: MyNumberCard) -> str:
    """Have the dialogue, see that it cost what it may, and tell all that could be written down."""
    pin = turn.talk.pin(card)
    text = pin.value.decode() if turn.text == "right" else turn.text
    before = {talk.name: talk.pin(card).tries_left for talk in TALKS}
    sent = len(card.verifies)
    card.faults = turn.fault_after(len(card.log))
    written = _speak(turn, text, my_number)
    card.faults = []
    heard = [command[5:].decode() for command in card.verifies[sent:]]
    assert heard in ([], [text.upper()]), "at most one, and only what was entered"
    expected = dict(before)
    if heard:
        assert before[turn.talk.name] > 1, "the last try is never spent"
        is_right = heard[0].encode() == pin.value
        expected[turn.talk.name] = pin.tries if is_right else before[turn.talk.name] - 1
    assert {talk.name: talk.pin(card).tries_left for talk in TALKS} == expected
    return written


def asks_for_nothing(card: VirtualCard, my_number: MyNumberCard) -> bool:
    """Whether the tries are told as they are, and asking costs none."""
    return all(my_number.tries_left(talk.secret) == talk.pin(card).tries_left for talk in TALKS * 2)


def _speak(turn: Turn, text: str, my_number: MyNumberCard) -> str:
    try:
        return repr(turn.talk.speak(my_number, text))
    except LibraryError as error:
        return repr(error) + str(error)


class Written(logging.Handler):
    """All that is logged while a script is played."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.text = ""

    def emit(self, record: logging.LogRecord) -> None:
        self.text += repr(record.__dict__)

    def __enter__(self) -> Self:
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_what: object) -> None:
        logging.getLogger().removeHandler(self)
