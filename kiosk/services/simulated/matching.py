"""Whether a title of the simulated stock is meant by a query: word by word."""

from collections.abc import Sequence

from kiosk.domain.isbn import read_isbn
from kiosk.domain.searching import Joined, Query, Scope, Term, TermField
from kiosk.domain.titles import FoundTitle, Title, Whereabouts

_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def matches(found: FoundTitle, query: Query) -> bool:
    title = found.title
    return (
        _has_words(title, query.text)
        and _meets(title, query.terms)
        and _is_in(found, query.scope)
        and (not query.is_on_shelf or is_on_shelf(found))
        and (query.material is None or title.material is query.material)
        and (query.main_class is None or title.call_number.main_class == query.main_class)
        and (query.language is None or title.language == query.language)
        and (query.branch is None or query.branch in branches_of(found))
        and (query.is_for_children is None or title.is_for_children is query.is_for_children)
        and _is_of_years(title, query)
    )


def is_on_shelf(found: FoundTitle) -> bool:
    return found.availability.whereabouts in {
        Whereabouts.HERE,
        Whereabouts.CLOSED_STACKS,
        Whereabouts.ELSEWHERE,
        Whereabouts.REFERENCE,
    }


def branches_of(found: FoundTitle) -> set[str]:
    return {holding.branch.id for holding in found.availability.holdings if holding.items}


def _has_words(title: Title, text: str) -> bool:
    fields = _fields(title, TermField.ANYWHERE)
    return all(any(_plain(word) in field for field in fields) for word in text.split())


def _meets(title: Title, terms: tuple[Term, ...]) -> bool:
    met = {joined: [term for term in terms if term.joined is joined] for joined in Joined}
    return (
        all(all(_words_met(title, term)) for term in met[Joined.ALL])
        and (not met[Joined.ANY] or any(any(_words_met(title, term)) for term in met[Joined.ANY]))
        and not any(any(_words_met(title, term)) for term in met[Joined.NOT])
    )


def _words_met(title: Title, term: Term) -> list[bool]:
    if term.field is TermField.ISBN:
        return [title.isbn is not None and read_isbn(term.text) == title.isbn]
    fields = _fields(title, term.field)
    if term.is_whole:
        return [_plain(term.text) in fields]
    words = [_plain(word) for word in term.text.split()]
    if term.field is TermField.NDC:
        return [any(field.startswith(word) for field in fields) for word in words]
    return [any(word in field for field in fields) for word in words]


def _fields(title: Title, field: TermField) -> list[str]:
    people = [part for creator in title.creators for part in (creator.name, creator.reading)]
    texts: dict[TermField, Sequence[str | None]] = {
        TermField.TITLE: [title.name, title.reading, f"{title.name} {title.part}"],
        TermField.CREATOR: people,
        TermField.PUBLISHER: [title.publisher],
        TermField.SUBJECT: list(title.subjects),
        TermField.SERIES: [title.series],
    }
    anywhere = [text for texts_of_field in texts.values() for text in texts_of_field]
    texts[TermField.NDC] = [title.call_number.ndc]
    wanted = texts.get(field, [*anywhere, title.isbn])
    return [_plain(text) for text in wanted if text]


def _plain(text: str) -> str:
    """Hiragana without spaces, so that わがはいはねこ finds what a reading divides."""
    return "".join(text.casefold().translate(_KATAKANA_TO_HIRAGANA).split())


def _is_in(found: FoundTitle, scope: Scope) -> bool:
    match scope:
        case Scope.HERE:
            return any(holding.is_here for holding in found.availability.holdings)
        case Scope.CHILDREN:
            return found.title.is_for_children
        case Scope.ALL:
            return True


def _is_of_years(title: Title, query: Query) -> bool:
    if query.year_from is None and query.year_to is None:
        return True
    if title.year is None:
        return False
    return (query.year_from or 0) <= title.year <= (query.year_to or title.year)
