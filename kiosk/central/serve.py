"""Runs the central service until it is told to end, or whoever started it has ended."""

import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.types import ASGIApp

from kiosk.central.beside import Public, answering
from kiosk.central.certificates.looking import names_in
from kiosk.central.certificates.securing import authority_of
from kiosk.central.certificates.showing import Shown, renewing
from kiosk.central.data_folder import at_work
from kiosk.central.doors import Descriptors, Door, Doors, doors
from kiosk.central.jobs.delivering import delivering
from kiosk.central.jobs.schedule import FIRST_AFTER_S, recurring
from kiosk.central.kiosks.app import make_app
from kiosk.central.logs import log_to
from kiosk.central.net import unseen
from kiosk.central.service import Service, assemble_from
from kiosk.central.settings import CentralSettings
from kiosk.central.storage.migrate import migrate

if TYPE_CHECKING:
    from kiosk.central.watching.figures import Figures

log = logging.getLogger(__name__)

ENDING_S = 5  # for answers that are being written when the service ends
_QUIET: dict[str, Any] = {
    "log_config": None,  # the log is ours
    "access_log": False,  # it would name addresses
    "lifespan": "off",
    "server_header": False,
    "timeout_graceful_shutdown": ENDING_S,
    "ws": "none",
}


def _nothing() -> None:
    """What is done first where nothing is."""


def serve(
    settings: CentralSettings,
    fd: int,
    *,
    counter_fd: int | None = None,
    watch_fd: int | None = None,
    phones_fd: int | None = None,
    first: Callable[[], None] = _nothing,
    watch_stdin: bool = False,
    is_quiet: bool = False,
    jobs_after_s: float = FIRST_AFTER_S,
) -> None:
    """Answer kiosks on a listening socket's descriptor, until SIGTERM or SIGINT.

    Kiosks that wait in the socket already are answered as soon as the service is ready.

    Args:
        settings: of this service.
        fd: from the supervisor or systemd, or of a socket of listening.py.
        counter_fd: of another socket, on which staff are answered; None: they are not.
        watch_fd: of one more, on which figures are told; None: nothing is counted.
        phones_fd: of one that the internet may reach; None: phones are not answered.
        first: what is to be done before anybody is answered, once nobody else can write.
        watch_stdin: end too when standard input ends: whoever started us holds its other end
            open for as long as they live.
        is_quiet: write down only what went wrong.
        jobs_after_s: how long only kiosks are served, before recurring work begins.

    Raises:
        DataFolderHeld, SettingWrong, StorageBroken, StorageBusy, StorageFull.
    """
    began = time.perf_counter()
    log_to(level=logging.WARNING if is_quiet else logging.INFO)
    fds = Descriptors(fd, counter_fd, watch_fd, phones_fd)
    with doors(settings, fds) as open_doors, at_work(settings):
        figures = _figures(open_doors.watch.listener)
        # A policy that is wrong stops us before anything changes.
        service = assemble_from(settings, figures.answered if figures else unseen)
        first()
        migrate(settings.database)
        server = _server(service, settings, open_doors)
        if watch_stdin:
            _end_with(server, sys.stdin.fileno())
        _tell_ready(began)
        others = _publics(service, figures, open_doors)
        with _jobs(service, jobs_after_s), renewing(open_doors.shown), _beside(server, others):
            server.run(sockets=[open_doors.kiosks_listener])
        service.database.close()
    log.info("ended")


def _server(service: Service, settings: CentralSettings, open_doors: Doors) -> uvicorn.Server:
    app = make_app(service, authority_of(settings.tls))
    return uvicorn.Server(uvicorn.Config(app, **_QUIET, **open_doors.kiosks.how))


def _tell_ready(began: float) -> None:
    took_ms = round((time.perf_counter() - began) * 1000)
    log.info("ready", extra={"told": {"took_ms": took_ms}})


def _publics(service: Service, figures: "Figures | None", open_doors: Doors) -> tuple[Public, ...]:
    """Who is answered beside the kiosks."""
    house = open_doors.house

    def public(name: str, make: Callable[[], ASGIApp], door: Door) -> Public:
        return Public(name, make, door.listener, {**_QUIET, **door.how})

    return (
        public("counter", lambda: _counter_app(service, house), open_doors.counter),
        public("watch", lambda: _watch_app(service, figures, open_doors), open_doors.watch),
        public("phones", _phones_app, open_doors.phones),
    )


@contextmanager
def _jobs(service: Service, after_s: float) -> Iterator[None]:
    with delivering(service), recurring(service, first_after_s=after_s):
        yield


@contextmanager
def _beside(kiosks: uvicorn.Server, publics: tuple[Public, ...]) -> Iterator[None]:
    with ExitStack() as stack:
        for each in publics:
            stack.enter_context(answering(each, kiosks))
        yield


def _figures(watch: socket.socket | None) -> "Figures | None":
    if watch is None:
        return None
    # Imported only for who watches: it costs a twentieth of a second at the start.
    from kiosk.central.watching.figures import Figures  # noqa: PLC0415

    return Figures()


def _counter_app(service: Service, shown: Shown | None) -> ASGIApp:
    # Templates and pages take a fifth of a second, for which no kiosk shall wait.
    from kiosk.central.staff.app import make_counter  # noqa: PLC0415

    return make_counter(service, hosts=names_in(shown.certificate) if shown else ())


def _phones_app() -> ASGIApp:
    from kiosk.central.phones.app import make_phones  # noqa: PLC0415 - as the counter's

    return make_phones()


def _watch_app(service: Service, figures: "Figures | None", open_doors: Doors) -> ASGIApp:
    from kiosk.central.watching.app import make_watch  # noqa: PLC0415 - as the counter's

    assert figures is not None, "who watches has a listener, and is counted for"
    return make_watch(service, figures, [shown.certificate for shown in open_doors.shown])


def _end_with(server: uvicorn.Server, alive: int) -> None:
    """Let the server end when nothing holds the other end of the descriptor any more."""

    def watch() -> None:
        with suppress(OSError):
            while os.read(alive, 1024):
                pass
        server.should_exit = True

    threading.Thread(target=watch, name="starter", daemon=True).start()
