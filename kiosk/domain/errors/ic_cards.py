"""What goes wrong with IC cards that are only known by their number."""

from kiosk.domain.errors.library_error import LibraryError


class IcCardNotBound(LibraryError):
    """No patron has bound it."""


class IcCardNotOffered(LibraryError):
    """The library takes no such cards."""


class IcCardBoundToAnother(LibraryError):
    """Another patron has bound it; only staff take it from them."""


class IcNumberNotUnderstood(LibraryError):
    """What was typed is no number of an IC card, or none that stays the same."""
