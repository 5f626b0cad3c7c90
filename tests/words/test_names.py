"""Every value of the library has a name in every language."""

from enum import Enum

import pytest

from kiosk.domain.contacts import NoticeMethod, WhyNot
from kiosk.domain.devices import Condition, Device
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.reservations import ReservationState
from kiosk.domain.searching import Scope, SuggestionKind
from kiosk.domain.titles import Material, Whereabouts
from kiosk.words.names import main_class, name_of, what_happens, when_ready
from kiosk.words.words import Words

NAMED: tuple[type[Enum], ...] = (
    NoticeMethod,
    WhyNot,
    ReservationState,
    Whereabouts,
    Material,
    Scope,
    SuggestionKind,
    Device,
    Condition,
    Language,
    TextSize,
    Scheme,
)


@pytest.mark.parametrize("kind", NAMED)
def test_every_value_has_a_name_of_its_own(words: Words, kind: type[Enum]) -> None:
    names = [name_of(words, value) for value in kind]
    assert all(names)
    assert len(set(names)) == len(names)


def test_every_main_class_has_a_name_of_its_own(words: Words) -> None:
    assert len({main_class(words, digit) for digit in "0123456789"}) == 10


def test_each_notice_says_what_will_happen(words: Words) -> None:
    assert len({what_happens(words, method) for method in NoticeMethod}) == 5
    assert len({when_ready(words, method) for method in NoticeMethod}) == 5


def test_a_missed_call_need_not_be_answered(japanese: Words) -> None:
    said = what_happens(japanese, NoticeMethod.MISSED_CALL)
    assert said == "1回だけ鳴らします。出なくて大丈夫です"


def test_a_language_is_named_in_itself(words: Words) -> None:
    assert name_of(words, Language.KOREAN) == "한국어"
