"""Readings beside kanji, written {漢字|かんじ} in every text that has them."""

import re
from dataclasses import dataclass

_MARKED = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")


@dataclass(frozen=True, slots=True)
class Ruby:
    base: str
    reading: str | None = None  # hiragana that stand above the base


def parse(text: str) -> tuple[Ruby, ...]:
    """The text in runs, with or without a reading; what is no markup stays as it is."""
    runs: list[Ruby] = []
    at = 0
    for marked in _MARKED.finditer(text):
        if marked.start() > at:
            runs.append(Ruby(text[at : marked.start()]))
        runs.append(Ruby(marked[1], marked[2]))
        at = marked.end()
    if at < len(text):
        runs.append(Ruby(text[at:]))
    return tuple(runs)


def plain(text: str) -> str:
    """The text without its readings."""
    return _MARKED.sub(r"\1", text)


def spoken(text: str) -> str:
    """The text as it is read aloud: the readings in place of what they stand above."""
    return _MARKED.sub(r"\2", text)


def in_brackets(text: str) -> str:
    """The text where nothing stands above the line: 漢字（かんじ）."""
    return _MARKED.sub(r"\1（\2）", text)
