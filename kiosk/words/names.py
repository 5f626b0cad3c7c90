"""What the library's own values are called: one place for the names of choices and states."""

from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.devices import Condition, Device
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.reservations import ReservationState
from kiosk.domain.searching import Scope, SuggestionKind
from kiosk.domain.titles import Material, Whereabouts
from kiosk.words.notices import what_happens, when_ready
from kiosk.words.words import Words

__all__ = ["LANGUAGE_NAMES", "main_class", "name_of", "what_happens", "when_ready"]

# Each in its own words: a stranger looks for their own language.
LANGUAGE_NAMES = {
    Language.JAPANESE: "日本語",
    Language.EASY_JAPANESE: "やさしい にほんご",
    Language.ENGLISH: "English",
    Language.CHINESE: "中文",
    Language.KOREAN: "한국어",
}


def name_of(words: Words, value: Enum) -> str:
    """A few words for one value, good for a key or a row."""
    if isinstance(value, Language):
        return LANGUAGE_NAMES[value]
    return _NAMES[type(value)](words)[value]


def main_class(words: Words, digit: str) -> str:
    """The name of one of the ten main classes of the Nippon Decimal Classification."""
    names = (
        words("General works"),
        words("Philosophy and religion"),
        words("History and geography"),
        words("Social sciences"),
        words("Natural sciences"),
        words("Technology"),
        words("Industry"),
        words("Arts and sports"),
        words("Languages"),
        words("Literature"),
    )
    return names[int(digit)]


def _notices(words: Words) -> Mapping[Any, str]:
    return {
        NoticeMethod.EMAIL: words("E-mail"),
        NoticeMethod.TELEPHONE: words("Telephone"),
        NoticeMethod.MISSED_CALL: words("Missed call"),
        NoticeMethod.FAX: words("FAX"),
        NoticeMethod.NONE: words("No notice"),
    }


def _reasons(words: Words) -> Mapping[Any, str]:
    return {
        WhyNot.NO_EMAIL: words("No e-mail address on file: see “Your settings”."),
        WhyNot.NO_TELEPHONE: words("No telephone number on file: see “Your settings”."),
        WhyNot.NO_FAX: words("No FAX number on file: see “Your settings”."),
        WhyNot.NOT_AT_THIS_CHANNEL: words("Not possible here. Please ask at the counter."),
        WhyNot.BRANCH_TAKES_NO_AUDIOVISUAL: words("CDs, DVDs and videos: at other branches only."),
    }


def _states(words: Words) -> Mapping[Any, str]:
    return {
        ReservationState.QUEUED: words("Waiting in turn"),
        ReservationState.IN_TRANSIT: words("On its way"),
        ReservationState.READY: words("Ready for you"),
        ReservationState.COLLECTED: words("Collected"),
        ReservationState.CANCELLED: words("Cancelled"),
        ReservationState.EXPIRED: words("Not collected in time"),
    }


def _whereabouts(words: Words) -> Mapping[Any, str]:
    return {
        Whereabouts.HERE: words("On the shelf"),
        Whereabouts.CLOSED_STACKS: words("In the closed stacks"),
        Whereabouts.ELSEWHERE: words("At another branch"),
        Whereabouts.OUT: words("On loan"),
        Whereabouts.IN_TRANSIT: words("In transit"),
        Whereabouts.ON_HOLD_SHELF: words("Kept for someone"),
        Whereabouts.REFERENCE: words("Read here only"),
        Whereabouts.MISSING: words("Not found at present"),
        Whereabouts.UNKNOWN: words("Please ask at the counter"),
    }


def _materials(words: Words) -> Mapping[Any, str]:
    return {
        Material.BOOK: words("Book"),
        Material.PICTURE_BOOK: words("Picture book"),
        Material.COMIC: words("Comic"),
        Material.LARGE_PRINT: words("Large print book"),
        Material.MAGAZINE: words("Magazine"),
        Material.CD: words("CD"),
        Material.DVD: words("DVD"),
        Material.VIDEO: words("Video"),
    }


def _scopes(words: Words) -> Mapping[Any, str]:
    return {
        Scope.HERE: words("This library"),
        Scope.ALL: words("All libraries"),
        Scope.CHILDREN: words("Children"),
    }


def _kinds(words: Words) -> Mapping[Any, str]:
    return {
        SuggestionKind.TITLE: words("Title"),
        SuggestionKind.CREATOR: words("Person"),
        SuggestionKind.SUBJECT: words("Subject"),
        SuggestionKind.SERIES: words("Series"),
    }


def _devices(words: Words) -> Mapping[Any, str]:
    return {
        Device.LINE: words("Library service"),
        Device.CATALOGUE: words("Catalogue copy"),
        Device.CARD_READER: words("Card reader"),
        Device.SCANNER: words("Barcode scanner"),
        Device.PRINTER: words("Slip printer"),
    }


def _conditions(words: Words) -> Mapping[Any, str]:
    return {
        Condition.READY: words("Working"),
        Condition.DEGRADED: words("Needs a look"),
        Condition.GONE: words("Not working"),
    }


def _sizes(words: Words) -> Mapping[Any, str]:
    return {
        TextSize.STANDARD: words("Standard"),
        TextSize.LARGE: words("Large"),
        TextSize.LARGER: words("Larger"),
        TextSize.LARGEST: words("Largest"),
    }


def _schemes(words: Words) -> Mapping[Any, str]:
    return {
        Scheme.LIGHT: words("White"),
        Scheme.CREAM: words("Cream"),
        Scheme.DARK: words("Black"),
        Scheme.BLACK_YELLOW: words("Yellow on black"),
    }


_NAMES: Mapping[type[Enum], Callable[[Words], Mapping[Any, str]]] = {
    NoticeMethod: _notices,
    WhyNot: _reasons,
    ReservationState: _states,
    Whereabouts: _whereabouts,
    Material: _materials,
    Scope: _scopes,
    SuggestionKind: _kinds,
    Device: _devices,
    Condition: _conditions,
    TextSize: _sizes,
    Scheme: _schemes,
}
