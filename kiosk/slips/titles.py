"""What the slip of several titles says: on paper in full, in the QR code as short as it must be."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from kiosk.domain.carried_titles import as_line
from kiosk.words.furigana import plain
from kiosk.words.listing import Listed

# What version 28 of QR codes holds at level M, without the byte order mark: 137 modules with their
# quiet zone, each 3 dots (0.38 mm) on paper.
MOST_BYTES = 1187
_LONGEST_NAME, _SHORTEST_NAME = 60, 10  # letters of a title in the code


def parts_of(library: str, heading: str, listed: Sequence[Listed]) -> list[Sequence[Listed]]:
    """The list, cut where one QR code is full: mostly it is whole, with shorter titles."""
    parts: list[Sequence[Listed]] = []
    start = 0
    for end in range(1, len(listed) + 1):
        is_too_long = len(_text(library, heading, listed[start:end], _SHORTEST_NAME)) > MOST_BYTES
        if is_too_long and end - start > 1:
            parts.append(listed[start : end - 1])
            start = end - 1
    return [*parts, listed[start:]]


def as_plain_text(library: str, heading: str, listed: Sequence[Listed]) -> str:
    """Plain lines for a phone, after the one line by which the list opens at a kiosk again."""
    longest = _LONGEST_NAME
    text = _text(library, heading, listed, longest)
    while len(text) > MOST_BYTES and longest > _SHORTEST_NAME:
        longest -= 1
        text = _text(library, heading, listed, longest)
    return text.decode()


def _text(library: str, heading: str, listed: Sequence[Listed], longest: int) -> bytes:
    lines = [as_line(each.found.title.id for each in listed), library, plain(heading)]
    return "\n".join([*lines, *_lines(listed, longest)]).encode()


def _lines(listed: Sequence[Listed], longest: int) -> Iterator[str]:
    for room, there in groupby(listed, key=lambda each: each.room):
        yield f"[{plain(room)}]"
        for each in there:
            said = (each.sign, plain(each.place), str(each.found.title.call_number))
            yield " ".join(filter(None, (*said, _short(each.name, longest))))


def _short(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[:longest]}…"
