"""Reads a TOML text into a frozen dataclass, and says which key on which line is wrong."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Self, TypeVar

from kiosk.domain.allowed import IN_QUOTES
from kiosk.domain.environment import environment_keys, environment_value
from kiosk.domain.errors import SettingWrong
from kiosk.domain.toml_lines import Path as KeyPath
from kiosk.domain.toml_lines import line_of_syntax_error, lines_of_keys
from kiosk.domain.toml_values import Reader, Refused

Kind = TypeVar("Kind")


class TomlTable:
    """A TOML text that was read, with the place of each of its keys."""

    def __init__(
        self,
        file: str,
        values: Mapping[str, object],
        lines: Mapping[KeyPath, int],
        variables: Mapping[str, str],
    ) -> None:
        self._file = file
        self._values = values
        self._lines = lines
        self._variables = variables  # of the environment, by the key that each of them set

    @classmethod
    def of(cls, text: str, *, file: str) -> Self:
        """Take a text apart; file is what a technician knows it by.

        Raises:
            SettingWrong: the text is no TOML.
        """
        try:
            values = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = line_of_syntax_error(error, text)
            raise SettingWrong(file, "(syntax)", line, "TOML", str(error)) from error
        return cls(file, values, lines_of_keys(text), {})

    @classmethod
    def read_file(cls, file: Path) -> Self:
        """Raises SettingWrong, for a file that cannot be read too."""
        try:
            text = file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            found = getattr(error, "strerror", None) or "bytes that are no UTF-8"
            readable = "a file that can be read, in UTF-8"
            raise SettingWrong(str(file), "(file)", None, readable, found) from error
        return cls.of(text, file=str(file))

    def under(self, environment: Mapping[str, str], *, prefix: str, kind: type) -> Self:
        """The same, with what the environment sets instead: PREFIX_SESSION_S for session_s.

        Raises:
            SettingWrong: a variable with the prefix names no key of the dataclass.
        """
        keys = environment_keys(environment, prefix, kind)
        values = {key: environment_value(kind, key, environment[var]) for key, var in keys.items()}
        return type(self)(self._file, {**self._values, **values}, self._lines, keys)

    def read(self, kind: type[Kind]) -> Kind:
        """The dataclass that the text describes; its annotations say what is allowed.

        A key that is missing has the field's default; a relative path starts at the file's
        folder; a nested dataclass is a table, a tuple of dataclasses an array of tables.

        Raises:
            SettingWrong: a key is unknown, missing or has a value that is not allowed.
        """
        reader = Reader(Path(self._file).parent)
        try:
            value = reader.dataclass(kind, self._values, ())
        except Refused as refused:
            raise self._wrong(refused.path, refused.allowed, refused.found) from refused
        assert isinstance(value, kind)
        return value

    def wrong(self, key: str, allowed: str, found: str = "") -> SettingWrong:
        """The error for a rule between keys; key is dotted: "lending.cd.limit", "branch.0.id"."""
        path = tuple(int(name) if name.isdigit() else name for name in key.split("."))
        return self._wrong(path, allowed, found)

    def _wrong(self, path: KeyPath, allowed: str, found: str) -> SettingWrong:
        if path[0] in self._variables:
            variable = self._variables[str(path[0])]
            return SettingWrong("environment", variable, None, _outside_toml(allowed), found)
        line = next(
            (
                self._lines[path[:end]]
                for end in range(len(path), 0, -1)
                if path[:end] in self._lines
            ),
            None,
        )
        return SettingWrong(self._file, ".".join(map(str, path)), line, allowed, found)


def _outside_toml(allowed: str) -> str:
    return allowed.replace(IN_QUOTES, "")
