"""What is looked for, and what was found."""

from dataclasses import dataclass, field, replace

from kiosk.domain.changing import changed
from kiosk.domain.conditions import as_conditions
from kiosk.domain.related import Related
from kiosk.domain.searching import Found, Query, SearchChoices, Suggestions
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.events import (
    AdvancedOpened,
    ConditionsChanged,
    ConditionsCounted,
    ConditionsOpened,
    Event,
    HomeAsked,
    QueryTyped,
    ScopeChosen,
    SearchAsked,
    SearchOpened,
    SuggestionsFound,
    TitleChosen,
    TitleOpened,
    TitlesFound,
)
from kiosk.visit.located import Located


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for and what was found; told nobody after the visit."""

    query: Query = field(default_factory=Query)
    suggestions: Suggestions = field(default_factory=Suggestions)
    found: Found | None = None
    choices: SearchChoices = field(default_factory=SearchChoices)
    counted: Found | None = None  # what the conditions find that are being chosen
    chosen: FoundTitle | None = None
    related: Related = field(default_factory=Related)  # what stands beside the chosen title
    located: Located = field(default_factory=Located)
    wanted: TitleId | None = None  # asked for, not yet opened

    def after(self, event: Event) -> "Search":
        if isinstance(event, HomeAsked):
            return Search()
        after = self._after_typing(event) or self._after_conditions(event)
        after = after or self._after_finding(event) or self
        return changed(after, located=self.located.after(event))

    @property
    def left(self) -> "Search":
        """As it is found on coming back: a slip that was taken is told of no more."""
        return self if self.located == Located() else replace(self, located=Located())

    def _after_typing(self, event: Event) -> "Search | None":
        match event:
            case SearchOpened():
                return replace(self, chosen=None, wanted=None)
            case QueryTyped(text):
                return replace(self, query=replace(self.query, text=text, first=0), found=None)
            case ScopeChosen(scope):
                return replace(self, query=replace(self.query, scope=scope, first=0), found=None)
            case SuggestionsFound(suggestions):
                return replace(self, suggestions=suggestions)
        return None

    def _after_conditions(self, event: Event) -> "Search | None":
        match event:
            case AdvancedOpened():
                return replace(
                    self, query=as_conditions(self.query), counted=None, chosen=None, wanted=None
                )
            case ConditionsOpened(choices, found):
                return replace(self, choices=choices, counted=found)
            case ConditionsChanged(query):
                return replace(self, query=query)
            case ConditionsCounted(found):
                return replace(self, counted=found)
        return None

    def _after_finding(self, event: Event) -> "Search | None":
        match event:
            case SearchAsked(query):
                turned = self.found.turned_to(query) if self.found else None
                return replace(self, query=query, found=turned or self.found)
            case TitlesFound(found):
                return replace(self, query=found.query, found=found)
            case TitleChosen(title):
                return replace(self, wanted=title)
            case TitleOpened(title, related):
                return replace(self, chosen=title, related=related, wanted=None)
        return None
