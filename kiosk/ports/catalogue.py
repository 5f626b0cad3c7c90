"""The kiosk's own copy of the catalogue."""

from typing import Protocol

from kiosk.domain.searching import Found, Query, Scope, Suggestions
from kiosk.domain.titles import FoundTitle, TitleId


class Catalogue(Protocol):
    """The kiosk's own copy: answers without the line."""

    def search(self, query: Query) -> Found: ...

    def suggest(self, text: str, scope: Scope) -> Suggestions: ...

    def title(self, title: TitleId) -> FoundTitle:
        """Raises TitleUnknown."""
        ...

    def by_isbn(self, isbn: str) -> FoundTitle:
        """Raises TitleUnknown."""
        ...

    def new_titles(self, limit: int) -> tuple[FoundTitle, ...]:
        """The latest to come into the library, newest first."""
        ...
