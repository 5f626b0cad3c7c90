"""What goes wrong between staff and the kiosk."""

from kiosk.domain.errors.library_error import LibraryError


# Staff
class StaffDoorClosed(LibraryError):
    """The staff card or the staff PIN is not right."""
