"""A title in a patron's own list, which the patron may hide from whoever stands behind."""

from dataclasses import dataclass

from kiosk.domain.loans import Loan
from kiosk.domain.reservations import Reservation
from kiosk.domain.titles import Creator, Material, Title
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.words.words import Words


@dataclass(frozen=True, slots=True)
class OwnTitle:
    """The words and the cover of one title; hidden, neither says which title it is."""

    name: str  # may carry the marks of a sentence
    cover: Title | None  # None: a plain back


def own_title(words: Words, title: Title, number: int, *, is_hidden: bool) -> OwnTitle:
    """number: its place in the list, from 1. The word for a hidden title is always as long."""
    if is_hidden:
        return OwnTitle(words("Item %(num)d", num=number), None)
    return OwnTitle(as_catalogued(title.name), title)


def title_of(own: Reservation | Loan) -> Title:
    """As much of the title as its cover is woven from."""
    return Title(
        own.title,
        own.title_name,
        creators=(Creator(own.creator),) if own.creator else (),
        material=own.material if isinstance(own, Loan) else Material.BOOK,
        call_number=own.call_number,
    )
