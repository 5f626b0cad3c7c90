"""A file fits on a screen or two, and a function does one thing."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.project.files import ROOT, own_python

LONGEST_FILE = 300
LONGEST_FUNCTION = 30
# A migration is one list of what a table had on its day.
MIGRATIONS = ROOT / "kiosk" / "central" / "migrations" / "versions"
SPEAKS_ALOUD = {ROOT / "kiosk" / "__main__.py", ROOT / "kiosk" / "commands"}

Function = ast.FunctionDef | ast.AsyncFunctionDef


def test_no_file_is_longer_than_three_screens() -> None:
    lengths = {
        path: len(_text(path).splitlines()) for path in own_python("kiosk", "tests", "tools")
    }
    assert [f"{path}: {n}" for path, n in lengths.items() if n > LONGEST_FILE] == []


def test_no_function_is_longer_than_one_screen() -> None:
    tried = [path for path in own_python("kiosk", "tools") if MIGRATIONS not in path.parents]
    long = [
        f"{path}: {function.name} has {lines_of(function)} lines"
        for path in tried
        for function in functions(path)
        if lines_of(function) > LONGEST_FUNCTION
    ]
    assert long == []


def test_a_docstring_makes_no_function_long() -> None:
    shown = ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n').body[0]
    assert isinstance(shown, ast.FunctionDef)
    assert lines_of(shown) == len(["def", "return"])


def test_only_the_command_line_prints() -> None:
    silent = [path for path in own_python("kiosk") if not SPEAKS_ALOUD & {path, *path.parents}]
    assert [str(path) for path in silent if any(_prints(node) for node in _nodes(path))] == []


def test_every_module_opens_with_a_sentence() -> None:
    mute = [path for path in own_python("kiosk", "tools") if not _opens_with_a_sentence(path)]
    assert mute == []


def functions(path: Path) -> Iterator[Function]:
    return (node for node in _nodes(path) if isinstance(node, Function))


def lines_of(function: Function) -> int:
    """From its `def` to its end, without what explains it."""
    first = function.body[0]
    explained = 0
    if ast.get_docstring(function) is not None:
        explained = (first.end_lineno or first.lineno) - first.lineno + 1
    return (function.end_lineno or function.lineno) - function.lineno + 1 - explained


def _prints(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"print", "breakpoint"}
    )


def _opens_with_a_sentence(path: Path) -> bool:
    said = (ast.get_docstring(ast.parse(_text(path))) or "").partition("\n")[0]
    return said.endswith((".", "…", ":", "?"))


def _nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(_text(path)))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
