"""How the words of a patron become queries of the index."""

from collections.abc import Iterable

from tantivy import Occur, Query, Schema

from kiosk.catalogue.schema import (
    AREAS,
    CREATOR,
    HEARD_IN,
    PUBLISHER,
    SERIES,
    SUBJECT,
    TITLE,
    Area,
    Field,
)
from kiosk.catalogue.tokens import FIRST, LAST, pairs, start_of
from kiosk.domain.isbn import read_isbn
from kiosk.domain.readings import fold_as_heard, in_kana, is_kana
from kiosk.domain.romaji import romaji_to_kana

_WHOLE_WORD_AREAS = (CREATOR, SUBJECT, SERIES, PUBLISHER)  # ねこ is not meant to find 金子 かねこ
_SURE_BY_EAR = 3  # letters that sound alike by no accident
_SHORTEST_BY_EAR = 2


class Matching:
    """Builds queries; in all of them each word must be found."""

    def __init__(self, schema: Schema, *, is_by_ear: bool = False) -> None:
        self._schema = schema
        self._is_by_ear = is_by_ear

    def title_is(self, words: tuple[str, ...]) -> Query:
        return self._any(self._phrase(TITLE.pairs, FIRST + way + LAST) for way in _ways(words))

    def title_begins(self, words: tuple[str, ...]) -> Query:
        return self._any(self._phrase(TITLE.pairs, FIRST + way) for way in _ways(words))

    def title_has_words(self, words: tuple[str, ...]) -> Query:
        """All of it in one piece, from the beginning of a word on."""
        return self._any(self._at_start(TITLE, way) for way in _ways(words))

    def in_title(self, words: tuple[str, ...]) -> Query:
        if len(words) == 1 and _is_from_start(words[0]):
            return Query.empty_query()  # the same as title_has_words, which was asked before
        return _all([self._in_area(TITLE, word) for word in words])

    def in_title_or_creator(self, words: tuple[str, ...]) -> Query:
        return _all([self.in_areas((TITLE, CREATOR), word) for word in words])

    def anywhere(self, words: tuple[str, ...]) -> Query:
        return _all([self.in_areas(AREAS, word) for word in words])

    def is_whole(self, areas: tuple[Area, ...], text: str) -> Query:
        """One of the texts of an area, from end to end; text is folded."""
        return self._any(self._phrase(area.pairs, FIRST + text + LAST) for area in areas)

    def in_areas(self, areas: tuple[Area, ...], word: str) -> Query:
        """One word in any of these areas; where all are asked, as a book number too."""
        queries = [self._in_area(area, word) for area in areas]
        heard = (self._by_ear(HEARD_IN[area], word) for area in areas if area in HEARD_IN)
        queries += [query for query in heard if query is not None]
        if areas != AREAS:
            return self._any(queries)
        isbn = read_isbn(word) if word.isascii() else None
        if isbn is not None:
            queries.append(Query.term_query(self._schema, Field.ISBN, isbn, "basic"))
        return self._any(queries)

    def _in_area(self, area: Area, word: str) -> Query:
        return self._any(self._written(area, way) for way in _ways((word,)))

    def _written(self, area: Area, word: str) -> Query:
        if _is_from_start(word) or (area in _WHOLE_WORD_AREAS and is_kana(word)):
            return self._at_start(area, word)
        return self._phrase(area.pairs, word)

    def _at_start(self, area: Area, word: str) -> Query:
        mark = area.mark + start_of(word)
        start = Query.term_query(self._schema, Field.STARTS, mark, "basic")
        return start if len(word) == 1 else _all([start, self._phrase(area.pairs, word)])

    def _by_ear(self, area: Area, word: str) -> Query | None:
        """The word as a sound: always for Latin letters, for kana only if asked for."""
        kana = romaji_to_kana(word) if word.isascii() else word
        if kana is None or not is_kana(kana) or (not self._is_by_ear and not word.isascii()):
            return None
        sound = fold_as_heard(kana)
        if len(sound) < _SHORTEST_BY_EAR:
            return None
        is_sure = len(sound) >= _SURE_BY_EAR or self._is_by_ear
        return self._phrase(area.pairs, sound) if is_sure else self._at_start(area, sound)

    def _phrase(self, field: str, text: str) -> Query:
        """Every second pair is enough to say where all letters stand, with the last one."""
        terms: list[str | tuple[int, str]] = list(enumerate(pairs(text)))
        kept = terms[::2] if len(terms) % 2 else [*terms[::2], terms[-1]]
        if len(kept) == 1:
            return Query.term_query(self._schema, field, text)
        return Query.phrase_query(self._schema, field, kept)

    @staticmethod
    def _any(queries: Iterable[Query]) -> Query:
        several = list(queries)
        if len(several) == 1:
            return several[0]
        return Query.boolean_query([(Occur.Should, query) for query in several])


def _is_from_start(word: str) -> bool:
    """Whether it must begin a word: cat does not mean education, nor ね every text with it."""
    return len(word) == 1 or word.isascii()


def _all(queries: list[Query]) -> Query:
    if len(queries) == 1:
        return queries[0]
    return Query.boolean_query([(Occur.Must, query) for query in queries])


def _ways(words: tuple[str, ...]) -> list[str]:
    """The words in one piece, as typed and with words that are written both ways in kana."""
    whole = "".join(words)
    return list(dict.fromkeys((whole, in_kana(whole))))
