"""What can be wrong with an index folder."""


class IndexUnusable(Exception):
    """The folder is empty, broken or of another format: build it anew."""
