"""What goes wrong with readers and printers."""

from kiosk.domain.errors.library_error import LibraryError


class DeviceGone(LibraryError):
    """The reader or printer is not there."""


# Paper
class NotPrinted(LibraryError):
    """The printer is there and cannot print; what was to be printed is on the screen."""


class PaperOut(NotPrinted):
    """It has no paper."""


class CoverOpen(NotPrinted):
    """Its cover stands open."""


class PrinterStuck(NotPrinted):
    """Its cutter or its head needs a hand."""
