"""Why there is no backup, or none that can be used; each note names a file or a program."""

from kiosk.domain.errors import LibraryError


class BackupNotMade(LibraryError):
    """The backup could not be made; the last good one is untouched."""


class BackupUnusable(LibraryError):
    """The file is no whole backup, or it was made with another key."""


class RestoreRefused(LibraryError):
    """A backup is restored into an empty database only, of the same kind."""


def noted(error: LibraryError, note: object) -> LibraryError:
    error.add_note(str(note))
    return error
