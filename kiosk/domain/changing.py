"""A value as it is after a change: itself, where the change changes nothing."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")


def changed(value: Value, **changes: Any) -> Value:
    """The value with these fields; the very same one where it has them already.

    Cheaper than a copy where mostly nothing changes, as with every part of a visit that an event
    does not concern.
    """
    is_same = all(getattr(value, name) is new for name, new in changes.items())
    return value if is_same else replace(value, **changes)
