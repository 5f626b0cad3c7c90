"""Hands e-mails to the library's mail server by SMTP, and knows what it may try again."""

import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage

from kiosk.central.notices.handed import Handed, accepted, later, refused, unknown
from kiosk.central.notices.mail.post import Post
from kiosk.central.notices.mail.settings import MailSettings, Tls

_DONE = 250
_FORWARDED = 251
_GO_AHEAD = 354
_FOR_GOOD = range(500, 600)
_GOODBYE_S = 1.0  # what was accepted is accepted, whether the server says goodbye or not
_BROKEN = (OSError, smtplib.SMTPException)


class SmtpPost(Post):
    """A connection an e-mail: a library sends some hundreds a day."""

    def __init__(self, settings: MailSettings) -> None:
        assert settings.server is not None, "without a server there is no post"
        self._server = settings.server
        self._settings = settings
        self._context = settings.tls_context()

    def send(self, message: EmailMessage) -> Handed:
        """Hand one over; until the text is on its way nothing can have been accepted."""
        try:
            with self._connection() as server:
                fault = _address(server, message)
                return fault or _hand_over(server, message.as_bytes())
        except _BROKEN as error:
            return later(_why(error))

    @contextmanager
    def _connection(self) -> Iterator[smtplib.SMTP]:
        """Open, greeted, encrypted and signed in as the settings want it; always closed."""
        server = self._connect()
        limit = threading.Timer(self._settings.longest_s, _cut, (server,))
        limit.start()
        try:
            self._sign_in(server)
            yield server
            _say_goodbye(server)
        finally:
            limit.cancel()
            server.close()

    def _connect(self) -> smtplib.SMTP:
        where, limit_s = (self._server, self._settings.port), self._settings.answer_s
        name = socket.gethostname()  # asking for the whole name may take the resolver seconds
        if self._settings.tls is Tls.FROM_THE_START:
            return smtplib.SMTP_SSL(*where, name, timeout=limit_s, context=self._context)
        return smtplib.SMTP(*where, name, timeout=limit_s)

    def _sign_in(self, server: smtplib.SMTP) -> None:
        if self._settings.tls is Tls.STARTTLS:
            server.starttls(context=self._context)
        server.ehlo_or_helo_if_needed()
        if self._settings.user is not None:
            server.login(self._settings.user, self._settings.password or "")


def _address(server: smtplib.SMTP, message: EmailMessage) -> Handed | None:
    """Say from whom and to whom; what is wrong with it, or None."""
    code, _ = server.mail(message["From"].addresses[0].addr_spec)
    if code != _DONE:
        return later("sender_refused")  # no fault of the patron's address
    code, _ = server.rcpt(str(message["To"]))
    return None if code in {_DONE, _FORWARDED} else _refusal(code, "address")


def _hand_over(server: smtplib.SMTP, text: bytes) -> Handed:
    code, _ = server.docmd("DATA")
    if code != _GO_AHEAD:
        return _refusal(code, "text")
    try:
        server.send(_dotted(text))
        code, _ = server.getreply()
    except _BROKEN:
        return unknown("no_answer")
    return accepted("sent") if code == _DONE else _refusal(code, "text")


def _dotted(text: bytes) -> bytes:
    """The text as SMTP wants it: its end is a line with a point alone (RFC 5321, 4.5.2)."""
    end = b"" if text.endswith(b"\r\n") else b"\r\n"
    return re.sub(rb"(?m)^\.", b"..", text) + end + b".\r\n"


def _refusal(code: int, what: str) -> Handed:
    if code in _FOR_GOOD:
        return refused(f"{what}_refused_{code}")
    return later(f"{what}_not_now_{code}")


def _why(error: Exception) -> str:
    match error:
        case smtplib.SMTPAuthenticationError():
            return "sign_in_refused"
        case ssl.SSLError() | smtplib.SMTPNotSupportedError():
            return "no_safe_connection"
    return "server_not_reached"


def _cut(server: smtplib.SMTP) -> None:
    """End a connection in the middle; whoever waits for its answer stops waiting."""
    if server.sock is not None:
        with suppress(OSError):
            server.sock.shutdown(socket.SHUT_RDWR)


def _say_goodbye(server: smtplib.SMTP) -> None:
    with suppress(*_BROKEN):
        if server.sock is not None:
            server.sock.settimeout(_GOODBYE_S)
        server.quit()
