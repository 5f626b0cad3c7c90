"""Which sentences the program says: found in its source, not by running it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file

# `words("…")`, `self.words("…")`, `self._words("…")` and `….count("…", "…", num)`.
KEYWORDS: dict[str, tuple[int, ...] | None] = {"words": None, "_words": None, "count": (1, 2)}
_SAYING = ("words", "_words")
# In the templates of pages: {{ words("…") }} and {{ words.count("…", "…", num) }}.
_TEXT = r'"((?:[^"\\]|\\.)*)"'
_IN_TEMPLATE = re.compile(rf"\bwords(?:\(\s*{_TEXT}|\.count\(\s*{_TEXT}\s*,\s*{_TEXT})")
_SAID_IN_TEMPLATE = re.compile(r"\bwords(?:\.count)?\([^\n]*")


def extract(source: Path) -> Catalog:
    """Every sentence under a folder, with the places where it is said."""
    said = Catalog()
    for file in sorted(source.rglob("*.py")):
        where = file.relative_to(source.parent).as_posix()
        found = extract_from_file("python", file, KEYWORDS, ("Note:",))
        for line, message, comments, _context in found:
            said.add(message, locations=[(where, line)], auto_comments=comments)
    for where, line, message in _of_templates(source):
        said.add(message, locations=[(where, line)])
    return said


def find_unreadable(source: Path) -> Iterator[tuple[str, str]]:
    """Places whose sentence is no plain text in quotes, so that no translator ever sees it."""
    for file in sorted(source.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        where = file.relative_to(source.parent).as_posix()
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _is_saying(node.func) and not _is_plain(node):
                yield f"{where}:{node.lineno}", ast.unparse(node)
    for where, text in _templates(source):
        for saying in _SAID_IN_TEMPLATE.finditer(text):
            if not _IN_TEMPLATE.match(text, saying.start()):
                yield f"{where}:{_line(text, saying.start())}", saying[0]


def _of_templates(source: Path) -> Iterator[tuple[str, int, str | tuple[str, str]]]:
    for where, text in _templates(source):
        for found in _IN_TEMPLATE.finditer(text):
            single, one, many = found.groups()
            yield where, _line(text, found.start()), single if single is not None else (one, many)


def _templates(source: Path) -> Iterator[tuple[str, str]]:
    """Each with where it lies."""
    for file in sorted(source.rglob("*.html")):
        yield file.relative_to(source.parent).as_posix(), file.read_text(encoding="utf-8")


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _is_saying(called: ast.expr) -> bool:
    match called:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in _SAYING
        case ast.Attribute(attr="count", value=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _SAYING
    return False


def _is_plain(call: ast.Call) -> bool:
    match call.func:
        case ast.Attribute(attr="count"):
            texts = call.args[:2]
        case _:
            texts = call.args[:1]
    return bool(texts) and all(
        isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
    )
