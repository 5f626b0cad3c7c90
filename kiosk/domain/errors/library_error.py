"""What every foreseen error is."""


class LibraryError(Exception):
    """Anything that we foresee; carries what the words need, never who the patron is."""

    def __str__(self) -> str:
        return type(self).__name__
