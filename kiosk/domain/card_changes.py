"""What opens a patron's card, and that it changed: told to the patron, whoever did it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class CardChange(StrEnum):
    PASSWORD_SET = "password_set"  # noqa: S105 - the name of a change
    PASSWORD_SET_BACK = "password_set_back"  # noqa: S105 - at the counter, to the initial one
    IC_CARD_BOUND = "ic_card_bound"
    IC_CARD_LET_GO = "ic_card_let_go"
    MY_NUMBER_BOUND = "my_number_bound"
    MY_NUMBER_RENEWED = "my_number_renewed"  # bound anew by itself
    MY_NUMBER_LET_GO = "my_number_let_go"
    RELEASED = "released"  # it was closed after many wrong passwords


@dataclass(frozen=True, slots=True)
class ToldChange:
    """Personal. What is told at a sign-in to who could not be told by e-mail."""

    what: CardChange
    on: date  # the library's local time
    at_counter: bool = False  # else at a kiosk
