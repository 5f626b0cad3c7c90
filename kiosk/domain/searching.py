"""What a patron asks of the catalogue, and what it answers."""

from dataclasses import dataclass, field, replace
from enum import StrEnum

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.titles import FoundTitle, Material, TitleId


class Scope(StrEnum):
    """Which part of the stock is searched; never hidden from the patron."""

    HERE = "here"
    ALL = "all"
    CHILDREN = "children"


class TermField(StrEnum):
    """What of a title a condition is about."""

    ANYWHERE = "anywhere"
    TITLE = "title"
    CREATOR = "creator"
    PUBLISHER = "publisher"
    SUBJECT = "subject"
    SERIES = "series"
    NDC = "ndc"  # or any class above it: "913" finds 913.6
    ISBN = "isbn"


class Joined(StrEnum):
    """How the words of a condition bind a title."""

    ALL = "all"  # it has each of the words
    ANY = "any"  # it has at least one of the words of all such conditions together
    NOT = "not"  # it has none of the words


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: words to be met in one field."""

    field: TermField
    text: str
    joined: Joined = Joined.ALL
    is_whole: bool = False  # the heading from end to end, as a tap on a similar heading asks


class Order(StrEnum):
    """In what order titles are answered."""

    RELEVANCE = "relevance"
    TITLE = "title"  # by reading
    CREATOR = "creator"  # by reading
    NEWEST = "newest"  # by year, the latest first
    ADDED = "added"  # the latest to come into the library first


@dataclass(frozen=True, slots=True)
class Query:
    text: str = ""
    scope: Scope = Scope.ALL
    is_on_shelf: bool = False  # only what stands on a shelf now
    material: Material | None = None
    main_class: str | None = None  # first digit of the NDC
    first: int = 0  # of the page that is shown, counted from 0
    limit: int = 5
    terms: tuple[Term, ...] = ()
    year_from: int | None = None
    year_to: int | None = None  # inclusive
    language: str | None = None  # ISO 639-1
    branch: BranchId | None = None  # only what this branch holds
    is_for_children: bool | None = None
    order: Order = Order.RELEVANCE

    def at(self, first: int) -> "Query":
        return replace(self, first=first)


class SuggestionKind(StrEnum):
    TITLE = "title"
    CREATOR = "creator"
    SUBJECT = "subject"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class Suggestion:
    kind: SuggestionKind
    text: str
    note: str = ""  # the creator of a title
    count: int | None = None  # titles behind it; None for a title itself
    title: TitleId | None = None
    match: tuple[int, int] = (0, 0)  # the part of text to be shown bold: from, to


@dataclass(frozen=True, slots=True)
class ScopeCounts:
    here: int = 0
    all: int = 0
    children: int = 0

    def of(self, scope: Scope) -> int:
        return {Scope.HERE: self.here, Scope.ALL: self.all, Scope.CHILDREN: self.children}[scope]


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is offered under the board while typing."""

    text: str = ""
    offers: tuple[Suggestion, ...] = ()
    counts: ScopeCounts = ScopeCounts()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """One way to narrow the answer and what would be left; never 0."""

    field: str  # "is_on_shelf", "material", "main_class", "language" or "branch": of Query
    value: bool | Material | str  # of a branch its id
    count: int


@dataclass(frozen=True, slots=True)
class Without:
    """What would be found if one condition were dropped; never 0."""

    query: Query  # without it
    count: int


@dataclass(frozen=True, slots=True)
class SearchChoices:
    """What a detailed search can be narrowed to."""

    branches: tuple[Branch, ...] = ()
    languages: tuple[str, ...] = ()  # ISO 639-1, those of the most titles first


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer."""

    query: Query = field(default_factory=Query)
    total: int = 0
    titles: tuple[FoundTitle, ...] = ()
    counts: ScopeCounts = ScopeCounts()
    facets: tuple[FacetCount, ...] = ()
    without: tuple[Without, ...] = ()  # only where nothing was found
    branches: tuple[Branch, ...] = ()  # of whom facets tell
    around: tuple[FoundTitle, ...] = field(default=(), repr=False)  # of the pages beside it too
    around_first: int = 0  # where they begin

    def cut_to(self, query: Query) -> "Found":
        """The page that this query asks for, of an answer to a wider one; the rest is kept."""
        around, begin = self.titles, self.query.first
        page = around[query.first - begin :][: query.limit]
        without = tuple(
            replace(each, query=replace(each.query, limit=query.limit)) for each in self.without
        )
        return replace(
            self, query=query, titles=page, without=without, around=around, around_first=begin
        )

    def turned_to(self, query: Query) -> "Found | None":
        """The answer at another page; None where that page is not at hand."""
        last = min(query.first + query.limit, self.total)
        is_at_hand = query.at(0) == self.query.at(
            0
        ) and self.around_first <= query.first < last <= self.around_first + len(self.around)
        if not is_at_hand:
            return None
        page = self.around[query.first - self.around_first :][: query.limit]
        return replace(self, query=query, titles=page)
