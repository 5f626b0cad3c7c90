"""What can be wrong with an index folder."""


class IndexUnusable(Exception):
    """The folder is empty, broken or of another format: build it anew."""


class IndexUnwritable(OSError):
    """The disk is full, or another process writes the same folder."""
