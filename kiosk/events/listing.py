"""What happens while several titles are gathered, to be walked to one after the other."""

from dataclasses import dataclass

from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle, TitleId
from kiosk.events.screens import Event


@dataclass(frozen=True, slots=True)
class TitleListed(Event):
    """Put onto the patron's list."""

    title: TitleId


@dataclass(frozen=True, slots=True)
class TitleUnlisted(Event):
    title: TitleId


class ListOpened(Event): ...


@dataclass(frozen=True, slots=True)
class ListFound(Event):
    """The titles as they stand now, in the order in which one walks; none that is not known."""

    titles: tuple[FoundTitle, ...]
    slips: tuple[Slip, ...]


class ListSlipAsked(Event): ...


class ListSlipPrinted(Event): ...
