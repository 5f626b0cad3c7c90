"""Settings that come as environment variables: texts, to be read as TOML would have them."""

import tomllib
import types
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any, NewType, Union, get_args, get_origin, get_type_hints

from kiosk.domain.allowed import near
from kiosk.domain.errors import SettingWrong


def environment_keys(environment: Mapping[str, str], prefix: str, kind: Any) -> dict[str, str]:
    """The variable that sets each key; raises SettingWrong for one that sets none."""
    known = {prefix + field.name.upper(): field.name for field in fields(kind) if field.init}
    keys: dict[str, str] = {}
    for variable in environment:
        if variable.startswith(prefix):
            if variable not in known:
                allowed = near(variable, list(known))
                raise SettingWrong("environment", variable, None, allowed, "an unknown variable")
            keys[known[variable]] = variable
    return keys


def environment_value(kind: Any, key: str, text: str) -> object:
    """The text as the key's type has it; the text itself where that is not possible.

    A relative path starts at the working folder, one with ~ at a home folder.
    """
    expected = _bare(get_type_hints(kind, include_extras=True)[key])
    if expected is Path:
        return text if text.startswith("~") else str(Path(text).absolute())
    if isinstance(expected, type) and issubclass(expected, str):
        return text
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except tomllib.TOMLDecodeError:
        return text


def _bare(kind: Any) -> Any:
    """The type behind bounds, None and new names."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in {Union, types.UnionType}:
        return _bare(next(part for part in get_args(kind) if part is not types.NoneType))
    return _bare(kind.__supertype__) if isinstance(kind, NewType) else kind
