"""The words of a patron as they are looked up."""

from kiosk.domain.readings import split_query

_LONGEST_QUERY = 80  # letters of a word; more do not make it more precise
_MOST_WORDS = 12


def words_of(text: str) -> tuple[str, ...]:
    words = (word[:_LONGEST_QUERY] for word in split_query(text[:1000]))
    return tuple(dict.fromkeys(words))[:_MOST_WORDS]
