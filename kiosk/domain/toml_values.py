"""Turns what TOML holds into values of the types that a dataclass names."""

import types
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints

from kiosk.domain.allowed import allowed, near, show
from kiosk.domain.toml_lines import Path as KeyPath


@dataclass(unsafe_hash=True)
class Refused(Exception):
    """A value that is not allowed, and where it stands."""

    path: KeyPath
    allowed: str
    found: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads values; paths that are relative start at a folder."""

    folder: Path

    def value(self, kind: Any, value: object, path: KeyPath) -> object:
        """The value as this type has it; raises Refused."""
        origin = get_origin(kind)
        if origin is Annotated:
            return self._bounded(kind, value, path)
        if origin in {Union, types.UnionType}:
            [inner] = [part for part in get_args(kind) if part is not types.NoneType]
            return self.value(inner, value, path)
        if origin in {tuple, frozenset}:
            return origin(self._members(kind, value, path))
        if origin is dict:
            return self._mapping(kind, value, path)
        if isinstance(kind, NewType):
            return self.value(kind.__supertype__, value, path)
        if is_dataclass(kind):
            return self.dataclass(kind, value, path)
        return self._plain(kind, value, path)

    def dataclass(self, kind: Any, value: object, path: KeyPath) -> object:
        if not isinstance(value, dict):
            raise Refused(path, "a table", show(value))
        known = {field.name: field for field in fields(kind) if field.init}
        for name in value:
            if name not in known:
                raise Refused((*path, name), near(name, list(known)), "an unknown key")
        types_of = get_type_hints(kind, include_extras=True)
        read = {
            name: self._field(field, types_of[name], value, path) for name, field in known.items()
        }
        return kind(**{name: part for name, part in read.items() if part is not MISSING})

    def _field(
        self, field: Field[Any], kind: Any, values: dict[str, object], path: KeyPath
    ) -> object:
        """One field, or MISSING where its default holds; a secret is not repeated."""
        here = (*path, field.name)
        if field.name not in values:
            if field.default is MISSING and field.default_factory is MISSING:
                raise Refused(here, allowed(kind), "nothing")
            return MISSING
        try:
            return self.value(kind, values[field.name], here)
        except Refused as refused:
            if field.repr:
                raise
            raise Refused(refused.path, refused.allowed, "a secret") from None

    def _bounded(self, kind: Any, value: object, path: KeyPath) -> object:
        inner, *bounds = get_args(kind)
        try:
            read = self.value(inner, value, path)
        except Refused as refused:
            if refused.path != path:  # one of its members
                raise
            raise Refused(path, allowed(kind), refused.found) from refused
        if not all(bound.holds(read) for bound in bounds):
            raise Refused(path, allowed(kind), show(value))
        return read

    def _members(self, kind: Any, value: object, path: KeyPath) -> list[object]:
        inner = get_args(kind)
        is_any_length = get_origin(kind) is frozenset or inner[-1] is Ellipsis
        if not isinstance(value, list) or (not is_any_length and len(value) != len(inner)):
            raise Refused(path, allowed(kind), show(value))
        kinds = [inner[0]] * len(value) if is_any_length else inner
        return [
            self.value(part, member, (*path, index))
            for index, (part, member) in enumerate(zip(kinds, value, strict=True))
        ]

    def _mapping(self, kind: Any, value: object, path: KeyPath) -> dict[object, object]:
        if not isinstance(value, dict):
            raise Refused(path, "a table", show(value))
        key, inner = get_args(kind)
        return {
            self.value(key, name, (*path, name)): self.value(inner, member, (*path, name))
            for name, member in value.items()
        }

    def _plain(self, kind: Any, value: object, path: KeyPath) -> object:
        if isinstance(kind, type) and issubclass(kind, Enum):
            if value not in [member.value for member in kind]:
                raise Refused(path, allowed(kind), show(value))
            return kind(value)
        if kind is Path and isinstance(value, str):
            return self._path(value, path)
        if kind is float and type(value) is int:
            return float(value)
        if type(value) is not kind:  # a bool is no int here, an instant no date
            raise Refused(path, allowed(kind), show(value))
        return value

    def _path(self, value: str, path: KeyPath) -> Path:
        try:
            return self.folder / Path(value).expanduser()
        except RuntimeError as error:  # ~somebody whom this machine does not know
            raise Refused(path, allowed(Path), show(value)) from error
