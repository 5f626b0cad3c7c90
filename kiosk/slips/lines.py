"""Where a text is broken into lines: at phrases, never before a 。, nothing cut off."""

from collections.abc import Callable, Iterator, Sequence

from kiosk.words.furigana import Ruby

Line = tuple[Ruby, ...]
_NEVER_FIRST = frozenset(
    "、。，．・：；！？」』）〕］】〉》”’ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ々〜…,.!?:;)]"
)
_NEVER_LAST = frozenset("「『（〔［【〈《“‘([")
_FIRST_CJK = "\u2e80"
_STEP = 8  # dots by which lines are made even


def break_lines(runs: Sequence[Ruby], width: int, measure: Callable[[Ruby], int]) -> list[Line]:
    """As few lines as the width allows, about equally long."""
    pieces = tuple(_pieces(runs))
    atoms = [
        part for phrase in _cut(pieces, _is_phrase_end) for part in _fitting(phrase, width, measure)
    ]
    lines = _fill(atoms, width, measure)
    narrower = width - _STEP
    while narrower > 0 and len(lines) > 1:
        tried = _fill(atoms, narrower, measure)
        if len(tried) > len(lines) or _widest(tried, measure) > narrower:
            break
        lines, narrower = tried, narrower - _STEP
    return lines


def _fill(atoms: list[Line], width: int, measure: Callable[[Ruby], int]) -> list[Line]:
    lines: list[Line] = []
    line: Line = ()
    for atom in atoms:
        if line and _width(_trimmed((*line, *atom)), measure) > width:
            lines.append(_trimmed(line))
            line = ()
        line = (*line, *atom)
    if _trimmed(line):
        lines.append(_trimmed(line))
    return [_without_space(line) for line in lines]


def _cut(pieces: Line, may_break: Callable[[str, str], bool]) -> Iterator[Line]:
    """The pieces in groups that stay together: a phrase, a word, a character with its 。."""
    group: Line = ()
    for piece in pieces:
        if group and may_break(group[-1].base[-1], piece.base[0]):
            yield group
            group = ()
        group = (*group, piece)
    if group:
        yield group


def _pieces(runs: Sequence[Ruby]) -> Iterator[Ruby]:
    for run in runs:
        if run.reading is not None:
            yield run
        else:
            yield from (Ruby(character) for character in run.base)


def _is_phrase_end(before: str, after: str) -> bool:
    """Whether a Japanese phrase likely ends here: a particle's hiragana ends, a word begins."""
    if before.isspace() or not _may_break(before, after):
        return _may_break(before, after)
    return not _is_hiragana(after) and (_is_hiragana(before) or before in _NEVER_FIRST - {"ー"})


def _may_break(before: str, after: str) -> bool:
    """Whether a line may end here at all."""
    if after.isspace() or after in _NEVER_FIRST or before in _NEVER_LAST:
        return False
    return before.isspace() or not (_is_of_a_word(before) and _is_of_a_word(after))


def _is_hiragana(character: str) -> bool:
    return "ぁ" <= character <= "ゟ"


def _is_of_a_word(character: str) -> bool:
    """Whether it holds together with its neighbours: Latin, Cyrillic, digits, hangul."""
    return not character.isspace() and (character < _FIRST_CJK or "가" <= character <= "힣")


def _fitting(phrase: Line, width: int, measure: Callable[[Ruby], int]) -> Iterator[Line]:
    """The phrase; its smaller parts where it is wider than the paper; at last its characters."""
    if _width(_trimmed(phrase), measure) <= width:
        yield phrase
        return
    for part in _cut(phrase, _may_break):
        if _width(_trimmed(part), measure) <= width:
            yield part
        else:
            yield from ((piece,) for piece in part)


def _trimmed(line: Line) -> Line:
    end = len(line)
    while end and line[end - 1].base.isspace():
        end -= 1
    return line[:end]


def _without_space(line: Line) -> Line:
    start = 0
    while start < len(line) and line[start].base.isspace():
        start += 1
    return _joined(line[start:])


def _joined(line: Line) -> Line:
    """Characters without a reading put together again, to be drawn as one run."""
    joined: list[Ruby] = []
    for piece in line:
        if joined and joined[-1].reading is None and piece.reading is None:
            joined[-1] = Ruby(joined[-1].base + piece.base)
        else:
            joined.append(piece)
    return tuple(joined)


def _width(line: Line, measure: Callable[[Ruby], int]) -> int:
    return sum(measure(run) for run in _joined(line))


def _widest(lines: list[Line], measure: Callable[[Ruby], int]) -> int:
    return max(_width(line, measure) for line in lines)
