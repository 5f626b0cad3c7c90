"""What happens while something is looked for."""

from dataclasses import dataclass

from kiosk.domain.related import Related
from kiosk.domain.searching import Found, Query, Scope, SearchChoices, Suggestions
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.events.screens import Event


class SearchOpened(Event): ...


@dataclass(frozen=True, slots=True)
class QueryTyped(Event):
    """The whole text of the field after a key; suggestions follow."""

    text: str


@dataclass(frozen=True, slots=True)
class SuggestionsFound(Event):
    suggestions: Suggestions


@dataclass(frozen=True, slots=True)
class SearchAsked(Event):
    """さがす, a facet, a scope on the results, or a page: the whole query as it shall be."""

    query: Query


@dataclass(frozen=True, slots=True)
class ScopeChosen(Event):
    """Another scope while still typing."""

    scope: Scope


class AdvancedOpened(Event):
    """詳細検索, with what is looked for already."""


@dataclass(frozen=True, slots=True)
class ConditionsOpened(Event):
    """What can be chosen, and what the conditions find so far."""

    choices: SearchChoices
    found: Found


@dataclass(frozen=True, slots=True)
class ConditionsChanged(Event):
    """A key more, or another choice: the whole query as it shall be; it is only counted."""

    query: Query


@dataclass(frozen=True, slots=True)
class ConditionsCounted(Event):
    found: Found  # without titles


@dataclass(frozen=True, slots=True)
class TitlesFound(Event):
    found: Found


@dataclass(frozen=True, slots=True)
class TitleChosen(Event):
    title: TitleId


@dataclass(frozen=True, slots=True)
class TitleOpened(Event):
    title: FoundTitle
    related: Related = Related()  # noqa: RUF009 - empty and never changed


@dataclass(frozen=True, slots=True)
class NewTitlesFound(Event):
    titles: tuple[FoundTitle, ...]


class CatalogueChanged(Event): ...
