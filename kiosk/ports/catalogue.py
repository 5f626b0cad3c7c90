"""The kiosk's own copy of the catalogue."""

from typing import Protocol

from kiosk.domain.branches import Branch
from kiosk.domain.searching import Found, Query, Scope, SearchChoices, Suggestions
from kiosk.domain.titles import FoundTitle, Title, TitleId


class Catalogue(Protocol):
    """The kiosk's own copy: answers without the line."""

    def search(self, query: Query) -> Found: ...

    def count(self, query: Query) -> int:
        """How many titles a search for this would find."""
        ...

    def suggest(self, text: str, scope: Scope) -> Suggestions: ...

    def title(self, title: TitleId) -> FoundTitle:
        """Raises TitleUnknown."""
        ...

    def by_isbn(self, isbn: str) -> FoundTitle:
        """Raises IsbnUnknown: the library's catalogue does not have such a book."""
        ...

    def by_item(self, barcode: str) -> FoundTitle:
        """By the library's own barcode on a book. Raises ItemUnknown, TitleUnknown."""
        ...

    def parts(self, set_id: TitleId) -> tuple[FoundTitle, ...]:
        """The volumes of a set in their order; the issues of a magazine, the newest first."""
        ...

    def editions(self, title: Title) -> tuple[FoundTitle, ...]:
        """The other editions of the same work, the newest first; without the title itself."""
        ...

    def branches(self) -> tuple[Branch, ...]:
        """In the order in which the library names them."""
        ...

    def choices(self) -> SearchChoices: ...

    def new_titles(self, limit: int) -> tuple[FoundTitle, ...]:
        """The latest to come into the library, newest first."""
        ...
