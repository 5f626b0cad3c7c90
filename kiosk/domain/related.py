"""What stands beside a title: its set, its other editions, and headings that others share."""

from dataclasses import dataclass

from kiosk.domain.branches import Branch
from kiosk.domain.searching import Term
from kiosk.domain.titles import FoundTitle, Whereabouts


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under which the title stands, and how many titles stand there with it."""

    term: Term
    count: int


@dataclass(frozen=True, slots=True)
class Related:
    """Each with where it is; nothing where the title stands alone."""

    parts: tuple[FoundTitle, ...] = ()  # volumes in their order, or issues, the newest first
    of_set: FoundTitle | None = None  # whose volume or issue this is
    before: FoundTitle | None = None  # the volume or issue before this one
    after: FoundTitle | None = None
    editions: tuple[FoundTitle, ...] = ()  # others of the same work, the newest first
    headings: tuple[Heading, ...] = ()  # those that lead to more than the title itself
    refused_at: tuple[Branch, ...] = ()  # branches that do not hand it out (rule R6)


def can_be_reserved(found: FoundTitle, related: Related) -> bool:
    """As far as nobody has to be asked; of a set each volume by itself."""
    not_lent = (Whereabouts.REFERENCE, Whereabouts.MISSING, Whereabouts.UNKNOWN)
    return not related.parts and found.availability.whereabouts not in not_lent


def is_waited_for(found: FoundTitle, related: Related) -> bool:
    """Whether whoever reserves it would stand behind others."""
    return can_be_reserved(found, related) and found.availability.waiting > 0
