"""Why a file or a row of it cannot be taken."""

from dataclasses import dataclass


@dataclass(unsafe_hash=True)
class FileRefused(Exception):
    """A file of which nothing, or nothing more, can be taken."""

    reason: str  # a sentence for technicians, without anything personal


@dataclass(unsafe_hash=True)
class RowRefused(Exception):
    """A row or record that cannot be taken; the others can."""

    reason: str  # a sentence for technicians, without anything personal
