"""What the bar says, on every screen."""

from dataclasses import dataclass

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.events.screens import Event


class HomeAsked(Event): ...


class BackAsked(Event): ...


@dataclass(frozen=True, slots=True)
class LanguageChosen(Event):
    language: Language


@dataclass(frozen=True, slots=True)
class TextSizeChosen(Event):
    size: TextSize


@dataclass(frozen=True, slots=True)
class SchemeChosen(Event):
    scheme: Scheme
