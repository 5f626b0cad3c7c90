"""The conditions of a query one by one, each with the query that is left without it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kiosk.domain.searching import Joined, Query, Term, TermField


class ConditionKind(StrEnum):
    TEXT = "text"
    TERM = "term"
    YEARS = "years"
    MATERIAL = "material"
    MAIN_CLASS = "main_class"
    LANGUAGE = "language"
    BRANCH = "branch"
    CHILDREN = "children"
    ON_SHELF = "on_shelf"


@dataclass(frozen=True, slots=True)
class Condition:
    kind: ConditionKind
    rest: Query  # the query without it, from the first page
    term: Term | None = None


def conditions_of(query: Query) -> tuple[Condition, ...]:
    """All but the scope, which a search always has."""
    start = query.at(0)
    terms = tuple(
        Condition(ConditionKind.TERM, replace(start, terms=(*before, *after)), term)
        for term, before, after in (
            (term, query.terms[:place], query.terms[place + 1 :])
            for place, term in enumerate(query.terms)
        )
    )
    asked_years = query.year_from is not None or query.year_to is not None
    others = (
        (ConditionKind.YEARS, asked_years, replace(start, year_from=None, year_to=None)),
        (ConditionKind.MATERIAL, query.material is not None, replace(start, material=None)),
        (ConditionKind.MAIN_CLASS, query.main_class is not None, replace(start, main_class=None)),
        (ConditionKind.LANGUAGE, query.language is not None, replace(start, language=None)),
        (ConditionKind.BRANCH, query.branch is not None, replace(start, branch=None)),
        (
            ConditionKind.CHILDREN,
            query.is_for_children is not None,
            replace(start, is_for_children=None),
        ),
        (ConditionKind.ON_SHELF, query.is_on_shelf, replace(start, is_on_shelf=False)),
    )
    text = (Condition(ConditionKind.TEXT, replace(start, text="")),) if query.text.strip() else ()
    kept = tuple(Condition(kind, rest) for kind, is_asked, rest in others if is_asked)
    return (*text, *terms, *kept)


def as_conditions(query: Query) -> Query:
    """The words of a quick search as the first of the conditions, so that all stand together."""
    if not query.text.strip():
        return query.at(0)
    former = term_of(query, TermField.ANYWHERE, Joined.ALL)
    text = f"{former.text} {query.text}" if former else query.text
    return with_term(replace(query, text=""), TermField.ANYWHERE, Joined.ALL, text)


def term_of(query: Query, field: TermField, joined: Joined) -> Term | None:
    """The first condition of this kind."""
    terms = (term for term in query.terms if (term.field, term.joined) == (field, joined))
    return next(terms, None)


def with_term(query: Query, field: TermField, joined: Joined, text: str) -> Query:
    """The query with these words in place of the first condition of this kind."""
    former = term_of(query, field, joined)
    kept = [term for term in query.terms if term is not former]
    place = query.terms.index(former) if former else len(kept)
    if text.strip():
        kept.insert(place, Term(field, text, joined))
    return replace(query.at(0), terms=tuple(kept))
