"""What goes wrong with readers and printers."""

from kiosk.domain.errors.library_error import LibraryError


class DeviceGone(LibraryError):
    """The reader or printer is not there."""


# Paper
class PaperOut(LibraryError):
    """The printer has no paper; what was to be printed is on the screen."""
