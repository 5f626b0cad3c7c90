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


def credited(words: Words, creator: Creator) -> str:
    """With what they did, where that is not writing."""
    name = maker_name(words, creator)
    if not creator.role:
        return name
    if words.language in JAPANESE:
        return f"{name} {creator.role}"
    return f"{name} ({_roles(words).get(creator.role, creator.role)})"


def reads_kana(words: Words) -> bool:
    return words.language in JAPANESE


def name_as(words: Words, name: str, reading: str) -> str:
    if words.language in JAPANESE:
        return name
    return romanised_name(reading, name) or name


def _roles(words: Words) -> dict[str, str]:
    """What catalogues say that somebody did, beside writing."""
    return {
        "編": words("editor"),
        "訳": words("translator"),
        "絵": words("illustrator"),
        "画": words("illustrator"),
        "作": words("writer"),
        "文": words("writer"),
        "原作": words("original story"),
        "作曲": words("composer"),
        "指揮": words("conductor"),
        "演奏": words("performer"),
        "朗読": words("reader"),
        "監督": words("director"),
        "製作": words("producer"),
        "写真": words("photographs"),
    }
