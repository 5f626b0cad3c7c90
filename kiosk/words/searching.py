"""What a search asks for, in words: fields, conditions one by one, and all in one sentence."""

from functools import reduce

from kiosk.domain.branches import Branch
from kiosk.domain.conditions import Condition, ConditionKind, conditions_of
from kiosk.domain.looks import Language
from kiosk.domain.searching import Joined, Order, Query, Term, TermField
from kiosk.words.names import main_class, name_of
from kiosk.words.places import branch_name
from kiosk.words.words import Words

_LOOKALIKES = str.maketrans({"{": "｛", "}": "｝", "*": "＊"})


def field_name(words: Words, field: TermField) -> str:
    return {
        TermField.ANYWHERE: words("Anywhere"),
        TermField.TITLE: words("Title"),
        TermField.CREATOR: words("Writer, maker"),
        TermField.PUBLISHER: words("Publisher"),
        TermField.SUBJECT: words("Subject"),
        TermField.SERIES: words("Series"),
        TermField.NDC: words("NDC class"),
        TermField.ISBN: words("ISBN"),
    }[field]


def joined_name(words: Words, joined: Joined) -> str:
    return {
        Joined.ALL: words("has all of"),
        Joined.ANY: words("has any of"),
        Joined.NOT: words("has none of"),
    }[joined]


def order_name(words: Words, order: Order) -> str:
    return {
        Order.RELEVANCE: words("Best match"),
        Order.TITLE: words("By title"),
        Order.CREATOR: words("By writer"),
        Order.NEWEST: words("Latest published"),
        Order.ADDED: words("New in the library"),
    }[order]


def language_name(words: Words, code: str) -> str:
    """Of a book's language; the code itself where we have no name for it."""
    return {
        "ja": words("Japanese"),
        "en": words("English"),
        "zh": words("Chinese"),
        "ko": words("Korean"),
        "fr": words("French"),
        "de": words("German"),
        "es": words("Spanish"),
        "pt": words("Portuguese"),
        "it": words("Italian"),
        "ru": words("Russian"),
        "vi": words("Vietnamese"),
        "tl": words("Tagalog"),
        "th": words("Thai"),
        "id": words("Indonesian"),
        "ne": words("Nepali"),
    }.get(code, code)


def term_said(words: Words, term: Term) -> str:
    field, text = field_name(words, term.field), _as_typed(term.text)
    match term.joined:
        case Joined.ALL:
            return words("%(field)s “%(text)s”", field=field, text=text)
        case Joined.ANY:
            return words("%(field)s with any of “%(text)s”", field=field, text=text)
        case Joined.NOT:
            return words("%(field)s without “%(text)s”", field=field, text=text)


def condition_said(
    words: Words, query: Query, condition: Condition, branches: tuple[Branch, ...]
) -> str:
    """One condition of a query, as a few words."""
    if condition.term is not None:
        return term_said(words, condition.term)
    said = {
        ConditionKind.TEXT: _as_typed(query.text),
        ConditionKind.YEARS: years_said(words, query),
        ConditionKind.MATERIAL: name_of(words, query.material) if query.material else "",
        ConditionKind.MAIN_CLASS: main_class(words, query.main_class) if query.main_class else "",
        ConditionKind.LANGUAGE: language_name(words, query.language) if query.language else "",
        ConditionKind.BRANCH: _branch_said(words, query, branches),
        ConditionKind.CHILDREN: children_said(words, query),
        ConditionKind.ON_SHELF: words("On the shelf now"),
    }
    return said[condition.kind]


def conditions_said(words: Words, query: Query, branches: tuple[Branch, ...] = ()) -> str:
    """All conditions after each other; "" for a query without any. Any-of ones stand together."""
    conditions = conditions_of(query)
    either = [each for each in conditions if each.term and each.term.joined is Joined.ANY]
    said = [
        condition_said(words, query, each, branches) for each in conditions if each not in either
    ]
    if either:
        texts = [condition_said(words, query, each, branches) for each in either]
        said.insert(0, reduce(lambda one, other: _or(words, one, other), texts))
    comma = ", " if words.language is Language.ENGLISH else "、"
    return comma.join(said)


def years_said(words: Words, query: Query) -> str:
    first, last = query.year_from, query.year_to
    if first is not None and last is not None:
        return words("%(first)d to %(last)d", first=first, last=last)
    if first is not None:
        return words("%(year)d or later", year=first)
    if last is not None:
        return words("%(year)d or earlier", year=last)
    return ""


def children_said(words: Words, query: Query) -> str:
    if query.is_for_children is None:
        return ""
    return words("For children") if query.is_for_children else words("For adults")


def _branch_said(words: Words, query: Query, branches: tuple[Branch, ...]) -> str:
    if query.branch is None:
        return ""
    named = {branch.id: branch_name(words, branch) for branch in branches}
    return words("held at %(branch)s", branch=named.get(query.branch, str(query.branch)))


def _as_typed(text: str) -> str:
    """What a patron typed, in a sentence of ours: no sign in it is a mark."""
    return text.strip().translate(_LOOKALIKES)


def _or(words: Words, one: str, other: str) -> str:
    return words("%(one)s or %(other)s", one=one, other=other)
