"""What every event is, and the names of the screens."""

from dataclasses import dataclass
from enum import StrEnum


class ScreenName(StrEnum):
    HOME = "home"
    SEARCH = "search"
    ADVANCED = "advanced"
    RESULTS = "results"
    TITLE = "title"
    LIST = "list"
    SIGN_IN = "sign_in"
    PIN = "pin"
    BIND_CARD = "bind_card"
    BIND_PIN = "bind_pin"
    CHOOSE_PASSWORD = "choose_password"  # noqa: S105 - the name of a screen
    RESERVE = "reserve"
    CONFIRMATION = "confirmation"
    MY_LIBRARY = "my_library"
    RESERVATION = "reservation"
    DETAILS = "details"
    EMAIL = "email"
    NUMBER = "number"
    CHANGE_PASSWORD = "change_password"  # noqa: S105 - the name of a screen
    HISTORY = "history"
    FORGOTTEN = "forgotten"
    RESET = "reset"
    WAIT = "wait"
    APOLOGY = "apology"
    OUT_OF_SERVICE = "out_of_service"
    STAFF_DOOR = "staff_door"
    STAFF = "staff"
    SET_UP = "set_up"


@dataclass(frozen=True, slots=True)
class Event:
    """Anything that happens. Past tense, or what the patron asked for."""
