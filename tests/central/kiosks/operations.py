"""Every operation that the kiosks' document names, with a request that could be served."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from fastapi import FastAPI
from sqlalchemy import select

from kiosk.central.storage.database import Database
from kiosk.central.tables.whole import all_tables

# A new field without a line here is filled by its schema.
FIELDS: Mapping[str, object] = {
    "address": "hanako@example.jp",
    "number": "0862234567",
    "pickup": "main",
    "notice": "none",
    "due_on": "2026-12-04",
    "branch": "main",
}
# How often somebody tried is counted whether it is refused or not.
COUNTERS = {"attempt", "guard", "failed_try"}
Dump = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Operation:
    method: str
    path: str  # with {names}
    schemes: frozenset[str]
    body: Any = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def needs_session(self) -> bool:
        return "Patron session" in self.schemes

    @property
    def needs_key(self) -> bool:
        return "Kiosk key" in self.schemes

    def names(self, part: str) -> bool:
        """Whether the address has such a {part}."""
        return f"{{{part}}}" in self.path

    def to(self, ids: Mapping[str, str]) -> str:
        """The address with these ids in it; what they do not name is called "x"."""
        return re.sub(r"\{(\w+)\}", lambda found: ids.get(found[1], "x"), self.path)


def operations(app: FastAPI) -> tuple[Operation, ...]:
    document = app.openapi()
    return tuple(
        Operation(
            method.upper(),
            path,
            frozenset(name for each in found.get("security", ()) for name in each),
            _body(document, found),
        )
        for path, methods in document["paths"].items()
        for method, found in methods.items()
    )


def dump(database: Database) -> Dump:
    """All rows of all tables but the counters of attempts."""
    tables = [table for table in all_tables().sorted_tables if table.name not in COUNTERS]
    with database.session() as session:
        return {
            table.name: sorted(str(row) for row in session.execute(select(table)))
            for table in tables
        }


def _body(document: Mapping[str, Any], operation: Mapping[str, Any]) -> Any:
    content = operation.get("requestBody", {}).get("content", {})
    schemas = [each["schema"] for each in content.values()]
    return _sample(document, schemas[0]) if schemas else None


def _sample(document: Mapping[str, Any], schema: Mapping[str, Any], name: str = "") -> Any:
    """Something that fits."""
    if "$ref" in schema:
        kind = schema["$ref"].rsplit("/", 1)[1]
        return _sample(document, document["components"]["schemas"][kind], name)
    if "anyOf" in schema:
        return _sample(document, schema["anyOf"][0], name)
    if name in FIELDS and "pattern" not in schema:
        return FIELDS[name]
    if schema.get("type") == "object":
        return dict(_members(document, schema))
    known = (*schema.get("examples", ()), *schema.get("enum", ()))
    return known[0] if known else _plain(schema)


def _members(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name in schema.get("required", ()):
        yield name, _sample(document, schema["properties"][name], name)


def _plain(schema: Mapping[str, Any]) -> Any:
    by_pattern = {"^[0-9a-f]{64}$": "0" * 64, "^[0-9]{10}$": "0010000017"}
    if schema.get("pattern") in by_pattern:
        return by_pattern[schema["pattern"]]
    by_type = {"string": "AAAA", "boolean": True, "integer": 1, "array": []}
    return by_type[schema["type"]]
