"""The two marks a sentence may carry: {漢字|かんじ} for a reading, **word** for bold."""

import re
from dataclasses import dataclass

from kiosk.words import furigana

_BOLD = re.compile(r"\*\*(.+?)\*\*", re.DOTALL)
_BREAK = "\u200b"  # where a line may end, seen by nobody


@dataclass(frozen=True, slots=True)
class Run:
    """Letters in one weight, with or without a reading above them."""

    text: str
    reading: str | None = None
    is_bold: bool = False


def parse(text: str) -> tuple[Run, ...]:
    """The sentence in runs; a mark without its partner is a letter like any other."""
    runs: list[Run] = []
    for at, part in enumerate(_BOLD.split(text)):
        is_bold = at % 2 == 1
        runs += (Run(ruby.base, ruby.reading, is_bold) for ruby in furigana.parse(part))
    return tuple(runs)


def plain(text: str) -> str:
    """The letters alone, as they are read aloud or copied."""
    return furigana.plain(_BOLD.sub(r"\1", text)).replace(_BREAK, "")
