"""What staff do at the kiosk."""

from dataclasses import dataclass, field

from kiosk.events.screens import Event


@dataclass(frozen=True, slots=True)
class StaffCardPresented(Event):
    card: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StaffPinEntered(Event):
    pin: str = field(repr=False)


class StaffDoorOpened(Event): ...


class StaffLeft(Event): ...


class ClosingAsked(Event):
    """「お休み」にする: out of service until staff says otherwise."""


class OpeningAsked(Event): ...


class SignHung(Event):
    """The sign "out of service" was put up or taken down."""


class QuitAsked(Event): ...


class ClosedFound(Event):
    """The sign "out of service" hangs since before this process."""
