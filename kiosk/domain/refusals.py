"""Refusals of a reservation that are kept: as facts, and as the errors that they were."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from kiosk.domain.errors import (
    AlreadyOnLoan,
    AlreadyReserved,
    LibraryError,
    LimitReached,
    NoticeNotPossible,
    NotReservable,
    PermitEnded,
    PickupNotPossible,
    TitleUnknown,
)

# What the rules say no to; anything else may be asked once more under the same id.
REFUSALS: tuple[type[LibraryError], ...] = (
    AlreadyOnLoan,
    AlreadyReserved,
    LimitReached,
    NoticeNotPossible,
    NotReservable,
    PermitEnded,
    PickupNotPossible,
    TitleUnknown,
)
_KINDS = {kind.__name__: kind for kind in REFUSALS}


def facts_of(refusal: LibraryError) -> dict[str, str]:
    """What is kept of a refusal: nothing of the patron or the title."""
    facts = {"why": type(refusal).__name__}
    if is_dataclass(refusal):
        facts |= {each.name: str(getattr(refusal, each.name)) for each in fields(refusal)}
    return facts


def refusal_of(facts: Mapping[str, str]) -> LibraryError:
    """The refusal again; one that this version does not know is no longer granted."""
    kind = _KINDS.get(facts["why"], PermitEnded)
    if kind is LimitReached:
        return LimitReached(int(facts["limit"]), facts["group"])
    return kind()
