"""Which part of a name is shown bold for what was typed, though it was typed as its reading."""

import re
from collections.abc import Iterator
from math import ceil, floor

from kiosk.domain.readings import fold

Range = tuple[int, int]
NOWHERE: Range = (0, 0)
_RUN = re.compile(r"[㐀-鿿々〆〇𠀀-𲎯]+|[^㐀-鿿々〆〇𠀀-𲎯]+")
_KANJI = re.compile(r"[㐀-鿿々〆〇𠀀-𲎯]")
_PART = re.compile(r"[^\W_]+")
_LONGEST = 60  # letters; beyond, the fit of name and reading costs too much
_MOST_KANJI_RUNS = 5
_PARTICLES = {"は": "[はわ]", "を": "[をお]", "へ": "[へえ]"}


def mark(name: str, reading: str | None, typed: str) -> Range:
    """From and to in `name`; `typed` is folded. (0, 0) where nobody can say."""
    if not typed:
        return NOWHERE
    written = _find(name, typed)
    if written != NOWHERE or not reading or len(name) > _LONGEST or len(reading) > 2 * _LONGEST:
        return written
    return _by_reading(name, reading, typed)


def _find(name: str, typed: str) -> Range:
    """Where folding gives what was typed, from its first letter to its last."""
    place = fold(name).find(typed)
    if place < 0:
        return NOWHERE
    lengths = [len(fold(name[:end])) for end in range(len(name) + 1)]
    begin = max(end for end, length in enumerate(lengths) if length <= place)
    until = min(end for end, length in enumerate(lengths) if length >= place + len(typed))
    return (begin, until) if begin < until else NOWHERE


def _by_reading(name: str, reading: str, typed: str) -> Range:
    read = fold(reading)
    place = _place_at_word(reading, read, typed)
    fitted = list(_fit(name, reading, read)) if place >= 0 else []
    spans = [
        _share(run, heard, place, place + len(typed))
        for run, heard in fitted
        if heard[0] < place + len(typed) and heard[1] > place
    ]
    return (spans[0][0], spans[-1][1]) if spans else NOWHERE


def _place_at_word(reading: str, read: str, typed: str) -> int:
    """Where the reading has it, from the beginning of a word if there is one."""
    place = 0
    for word in reading.split():
        if read.startswith(typed, place):
            return place
        place += len(fold(word))
    return read.find(typed)


def _fit(name: str, reading: str, read: str) -> Iterator[tuple[Range, Range]]:
    """Runs of the name, each beside its part of the folded reading."""
    parts, heard = list(_PART.finditer(name)), list(_folded_parts(reading))
    if len(parts) == len(heard):
        for part, span in zip(parts, heard, strict=True):
            yield from _fit_part(part[0], part.start(), read[slice(*span)], span[0])
    else:
        yield from _fit_part(name, 0, read, 0)


def _fit_part(name: str, at: int, read: str, read_at: int) -> Iterator[tuple[Range, Range]]:
    """The runs of one part of a name; kana in it say where its kanji begin and end."""
    runs = [run.span() for run in _RUN.finditer(name)]
    is_short = sum(_is_kanji(name[begin:end]) for begin, end in runs) <= _MOST_KANJI_RUNS
    pattern = "".join(_pattern(name[begin:end]) for begin, end in runs)
    fitted = re.fullmatch(pattern, read) if is_short else None
    if fitted is None:
        yield (at, at + len(name)), (read_at, read_at + len(read))
        return
    for group, (begin, end) in enumerate(runs, start=1):
        yield (at + begin, at + end), (read_at + fitted.start(group), read_at + fitted.end(group))


def _folded_parts(reading: str) -> Iterator[Range]:
    place = 0
    for part in _PART.findall(reading):
        length = len(fold(part))
        yield (place, place + length)
        place += length


def _pattern(run: str) -> str:
    if _is_kanji(run):
        return "(.+?)"
    letters = (_PARTICLES.get(letter, re.escape(letter)) for letter in fold(run))
    return f"({''.join(letters)})"


def _is_kanji(run: str) -> bool:
    return _KANJI.match(run) is not None


def _share(run: Range, heard: Range, begin: int, end: int) -> Range:
    """The letters of a run that stand for a part of its reading, each for an equal share."""
    per_letter = (run[1] - run[0]) / max(1, heard[1] - heard[0])
    first = floor((max(begin, heard[0]) - heard[0]) * per_letter)
    last = ceil((min(end, heard[1]) - heard[0]) * per_letter)
    return (run[0] + first, run[0] + last)
