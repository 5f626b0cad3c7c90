"""Answers staff beside the kiosks: on a listener, a thread and an event loop of its own."""

import logging
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import uvicorn

from kiosk.central.service import Service

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.05


@contextmanager
def serving_staff(
    service: Service, listener: socket.socket | None, kiosks: uvicorn.Server, how: Mapping[str, Any]
) -> Iterator[None]:
    """Serve until the block is left; without a listener, nobody.

    Args:
        service: ready.
        listener: of the staff's pages; who asks too early waits in it.
        kiosks: the server of the kiosks, which are answered first.
        how: settings of uvicorn, the same for both.
    """
    if listener is None:
        yield
        return
    ended = threading.Event()
    given = (service, listener, kiosks, how, ended)
    thread = threading.Thread(target=_serve, args=given, name="counter", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _serve(
    service: Service,
    listener: socket.socket,
    kiosks: uvicorn.Server,
    how: Mapping[str, Any],
    ended: threading.Event,
) -> None:
    while not kiosks.started:
        if ended.wait(LOOK_EVERY_S):
            return
    try:
        # Templates and pages take a fifth of a second, for which no kiosk shall wait.
        from kiosk.central.staff.app import make_counter  # noqa: PLC0415

        server = uvicorn.Server(uvicorn.Config(make_counter(service), **how))
        threading.Thread(target=_end, args=(server, ended), name="counter's end").start()
        server.run(sockets=[listener])
    except Exception:  # without the counter the kiosks are still served
        log.exception("no page is shown to staff")


def _end(server: uvicorn.Server, ended: threading.Event) -> None:
    ended.wait()
    server.should_exit = True
