"""A real SMTP server on loopback that answers as a test wants."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

LOOPBACK = "127.0.0.1"


class Answers:
    """What the server says at each step; everything is taken unless a test says otherwise."""

    def __init__(self) -> None:
        self.rcpt = "250 OK"
        self.data = "250 OK"
        self.taken: list[EmailMessage] = []
        self.recipients: list[str] = []
        self.is_deaf = False  # takes the text and hangs up without an answer
        self.waits_s = 0.0  # before it answers to the text
        self.has_text = threading.Event()

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(address)
            self.recipients.append(address)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.has_text.set()
        if self.is_deaf:
            assert server.transport is not None
            server.transport.close()
            return ""
        await asyncio.sleep(self.waits_s)
        if self.data.startswith("250"):
            assert isinstance(envelope.original_content, bytes)
            message = message_from_bytes(envelope.original_content, policy=default)
            assert isinstance(message, EmailMessage)
            self.taken.append(message)
        return self.data


@contextmanager
def serving(answers: Answers, **options: Any) -> Iterator[int]:
    """Serve on a free port, whose number is given."""
    with socket.create_server((LOOPBACK, 0)) as listener:
        controller = _OnSocket(answers, listener, **options)
        controller.start()
        try:
            yield controller.port
        finally:
            controller.stop()


class _OnSocket(Controller):
    """Takes a socket that is bound already, so that no other test takes its port."""

    def __init__(self, answers: Answers, listener: socket.socket, **options: Any) -> None:
        super().__init__(answers, LOOPBACK, listener.getsockname()[1], **options)
        self._listener = listener

    def _create_server(self) -> Any:
        return self.loop.create_server(
            self._factory_invoker, sock=self._listener, ssl=self.ssl_context
        )
