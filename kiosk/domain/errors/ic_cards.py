"""What goes wrong with IC cards that are only known by their number."""

from kiosk.domain.errors.library_error import LibraryError


class IcCardNotBound(LibraryError):
    """No patron has bound it."""


class IcCardNotOffered(LibraryError):
    """The library takes no such cards."""
