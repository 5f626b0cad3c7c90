"""Runs the central service until it is told to end, or whoever started it has ended."""

import logging
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import uvicorn
from starlette.types import ASGIApp

from kiosk.central.beside import Public, answering
from kiosk.central.data_folder import at_work
from kiosk.central.jobs.delivering import delivering
from kiosk.central.jobs.schedule import FIRST_AFTER_S, recurring
from kiosk.central.kiosks.app import make_app
from kiosk.central.logs import log_to
from kiosk.central.migrate import migrate
from kiosk.central.net import unseen
from kiosk.central.service import Service, assemble_from
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong

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
    with (
        _listener(fd) as listener,
        _another(counter_fd, "--counter-fd") as counter,
        _another(watch_fd, "--watch-fd") as watch,
        at_work(settings),
    ):
        figures = _figures(watch)
        # A policy that is wrong stops us before anything changes.
        service = assemble_from(settings, figures.answered if figures else unseen)
        first()
        migrate(settings.database)
        server = uvicorn.Server(uvicorn.Config(make_app(service), **_QUIET))
        if watch_stdin:
            _end_with(server, sys.stdin.fileno())
        took_ms = round((time.perf_counter() - began) * 1000)
        log.info("ready", extra={"told": {"took_ms": took_ms}})
        with (
            delivering(service),
            recurring(service, first_after_s=jobs_after_s),
            answering(Public("counter", lambda: _counter_app(service), counter, _QUIET), server),
            answering(Public("watch", lambda: _watch_app(service, figures), watch, _QUIET), server),
        ):
            server.run(sockets=[listener])
        service.database.close()
    log.info("ended")


def _listener(fd: int, option: str = "--fd") -> socket.socket:
    """Raises SettingWrong: the descriptor is none of a socket."""
    try:
        return socket.socket(fileno=fd)
    except OSError as error:
        allowed = "the descriptor of a listening socket"
        raise SettingWrong("command line", option, None, allowed, str(fd)) from error


@contextmanager
def _another(fd: int | None, option: str) -> Iterator[socket.socket | None]:
    """Raises SettingWrong."""
    if fd is None:
        yield None
        return
    with _listener(fd, option) as listener:
        yield listener


def _figures(watch: socket.socket | None) -> "Figures | None":
    if watch is None:
        return None
    # Imported only for who watches: it costs a twentieth of a second at the start.
    from kiosk.central.watching.figures import Figures  # noqa: PLC0415

    return Figures()


def _counter_app(service: Service) -> ASGIApp:
    # Templates and pages take a fifth of a second, for which no kiosk shall wait.
    from kiosk.central.staff.app import make_counter  # noqa: PLC0415

    return make_counter(service)


def _watch_app(service: Service, figures: "Figures | None") -> ASGIApp:
    from kiosk.central.watching.app import make_watch  # noqa: PLC0415 - as the counter's

    assert figures is not None, "who watches has a listener, and is counted for"
    return make_watch(service, figures)


def _end_with(server: uvicorn.Server, alive: int) -> None:
    """Let the server end when nothing holds the other end of the descriptor any more."""

    def watch() -> None:
        with suppress(OSError):
            while os.read(alive, 1024):
                pass
        server.should_exit = True

    threading.Thread(target=watch, name="starter", daemon=True).start()
