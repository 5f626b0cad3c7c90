"""The listeners of a service, one for each public, and how each of them is answered."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from kiosk.central.certificates.securing import secured, shown_by
from kiosk.central.certificates.showing import Shown
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong


@dataclass(frozen=True, slots=True)
class Descriptors:
    """Of listening sockets; None: this public is not answered."""

    kiosks: int
    counter: int | None = None
    watch: int | None = None
    phones: int | None = None


@dataclass(frozen=True, slots=True)
class Door:
    listener: socket.socket | None
    how: Mapping[str, Any]  # settings of uvicorn


@dataclass(frozen=True, slots=True)
class Doors:
    kiosks: Door
    counter: Door
    watch: Door
    phones: Door
    house: Shown | None  # the certificate towards kiosks and staff
    public: Shown | None  # the one towards phones

    @property
    def shown(self) -> tuple[Shown, ...]:
        return tuple(filter(None, (self.house, self.public)))

    @property
    def kiosks_listener(self) -> socket.socket:
        assert self.kiosks.listener is not None, "kiosks are always answered"
        return self.kiosks.listener


@contextmanager
def doors(settings: CentralSettings, descriptors: Descriptors) -> Iterator[Doors]:
    """Take the sockets over; they are closed when the block is left.

    Raises:
        SettingWrong: a descriptor is none of a socket, a certificate cannot be used, or others
            than this machine would be answered plainly (rule E2).
    """
    house, public = shown_by(settings.tls, "tls"), shown_by(settings.phones, "phones")
    with ExitStack() as stack:

        def door(fd: int | None, shown: Shown | None, option: str) -> Door:
            if fd is None:
                return Door(None, {})
            listener = stack.enter_context(_listener(fd, option))
            return Door(listener, secured(listener, shown, option))

        yield Doors(
            door(descriptors.kiosks, house, "--fd"),
            door(descriptors.counter, house, "--counter-fd"),
            door(descriptors.watch, None, "--watch-fd"),
            door(descriptors.phones, public, "--phones-fd"),
            house,
            public,
        )


def _listener(fd: int, option: str) -> socket.socket:
    try:
        return socket.socket(fileno=fd)
    except OSError as error:
        allowed = "the descriptor of a listening socket"
        raise SettingWrong("command line", option, None, allowed, str(fd)) from error
