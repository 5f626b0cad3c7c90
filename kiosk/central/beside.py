"""Answers others beside the kiosks: on a listener, a thread and an event loop of their own."""

import logging
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from starlette.types import ASGIApp

log = logging.getLogger(__name__)

LOOK_EVERY_S = 0.05


@dataclass(frozen=True, slots=True)
class Public:
    """Who else is answered.

    Args:
        name: of its thread, and in the log.
        make: puts its application together, once the kiosks are answered: none shall wait for it.
        listener: of its own; who asks too early waits in it. None: nobody is answered.
        how: settings of uvicorn.
    """

    name: str
    make: Callable[[], ASGIApp]
    listener: socket.socket | None
    how: Mapping[str, Any]


@contextmanager
def answering(public: Public, kiosks: uvicorn.Server) -> Iterator[None]:
    """Answer until the block is left."""
    if public.listener is None:
        yield
        return
    ended = threading.Event()
    words = (public, public.listener, kiosks, ended)
    thread = threading.Thread(target=_answer, args=words, name=public.name, daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()


def _answer(
    public: Public, listener: socket.socket, kiosks: uvicorn.Server, ended: threading.Event
) -> None:
    while not kiosks.started:
        if ended.wait(LOOK_EVERY_S):
            return
    try:
        server = uvicorn.Server(uvicorn.Config(public.make(), **public.how))
        threading.Thread(target=_end, args=(server, ended), name=f"{public.name}'s end").start()
        server.run(sockets=[listener])
    except Exception:  # without them the kiosks are still served
        log.exception("a public is not answered", extra={"told": {"public": public.name}})


def _end(server: uvicorn.Server, ended: threading.Event) -> None:
    ended.wait()
    server.should_exit = True
