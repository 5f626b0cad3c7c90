"""Writes docs/rules.md: each rule of the library, the tests that show it, and its screens."""

import ast
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rules.md"
RULES = Path(__file__).parent / "library_rules.toml"

_HEAD = """# What the library decides, and what shows it
Made by `make rules` from `tools/library_rules.toml` and the tests' marks (`@pytest.mark.rule`).
A stale page fails `make test`, and so does a rule without a test.

| rule | what it says | decided by | screens | tests |
|---|---|---|---|---|
"""


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    says: str
    policy: tuple[str, ...] = ()
    screens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A test, and the rules that it shows."""

    file: str
    test: str
    rules: tuple[str, ...]


def rules() -> tuple[Rule, ...]:
    told = tomllib.loads(RULES.read_text(encoding="utf-8"))
    return tuple(
        Rule(name, one["says"], tuple(one.get("policy", ())), tuple(one.get("screens", ())))
        for name, one in told.items()
    )


def shown(root: Path = ROOT) -> Iterator[Shown]:
    """Every test that is marked, and those of a marked file."""
    for file in sorted((root / "tests").rglob("test_*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        whole = _marked_whole(tree)
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                marked = (*whole, *_of(node.decorator_list))
                if marked:
                    yield Shown(file.relative_to(root).as_posix(), node.name, marked)


def without_test() -> tuple[str, ...]:
    known = {rule for one in shown() for rule in one.rules}
    return tuple(rule.name for rule in rules() if rule.name not in known)


def unknown() -> tuple[str, ...]:
    """Marks that name no rule."""
    names = {rule.name for rule in rules()}
    return tuple(sorted({rule for one in shown() for rule in one.rules} - names))


def page() -> str:
    by_rule: dict[str, list[Shown]] = defaultdict(list)
    for one in shown():
        for rule in dict.fromkeys(one.rules):
            by_rule[rule].append(one)
    return _HEAD + "".join(_row(rule, by_rule[rule.name]) for rule in rules())


def _row(rule: Rule, tests: list[Shown]) -> str:
    files: dict[str, list[str]] = defaultdict(list)
    for one in tests:
        files[one.file].append(one.test.removeprefix("test_").replace("_", " "))
    told = "<br>".join(f"`{file}`: {'; '.join(names)}" for file, names in files.items())
    policy = ", ".join(f"`{key}`" for key in rule.policy)
    return f"| {rule.name} | {rule.says} | {policy} | {', '.join(rule.screens)} | {told} |\n"


def _marked_whole(tree: ast.Module) -> tuple[str, ...]:
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "pytestmark":
            marks = node.value.elts if isinstance(node.value, ast.List) else [node.value]
            return _of(marks)
    return ()


def _of(marks: list[ast.expr]) -> tuple[str, ...]:
    return tuple(
        argument.value
        for mark in marks
        if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.rule"
        for argument in mark.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    )


def main() -> int:
    for name in without_test():
        print(f"rule {name} has no test")
    for name in unknown():
        print(f"a test names rule {name}, which there is not")
    if "--check" not in sys.argv:
        PAGE.write_text(page(), encoding="utf-8")
    is_fresh = PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page()
    if not is_fresh:
        print("docs/rules.md is stale: run `make rules`")
    return 0 if is_fresh and not without_test() and not unknown() else 1


if __name__ == "__main__":
    sys.exit(main())
