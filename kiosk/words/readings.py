"""How a title and its makers are read: in kana, or in Latin letters for those who read none."""

from kiosk.domain.romanising import romanised, romanised_name
from kiosk.domain.titles import Creator, Title
from kiosk.words.places import JAPANESE
from kiosk.words.words import Words


def reading_of(words: Words, title: Title) -> str:
    """What stands above a title; empty where nobody knows how it is read."""
    return read_as(words, title.reading or "")


def read_as(words: Words, reading: str) -> str:
    """The same for a reading by itself; in kana where its signs have no Latin letters."""
    if words.language in JAPANESE:
        return reading
    return romanised(reading) or reading


def maker_name(words: Words, creator: Creator) -> str:
    """As catalogued; in Latin letters where the patron reads no kana and the reading is known."""
    return name_as(words, creator.name, creator.reading or "")


def name_as(words: Words, name: str, reading: str) -> str:
    if words.language in JAPANESE:
        return name
    return romanised_name(reading, name) or name
