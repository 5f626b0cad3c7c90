"""A mail server takes an e-mail, refuses it, or leaves it unknown; each is told apart."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import pytest

from kiosk.central.notices.handed import Handed, accepted, later, refused, unknown
from kiosk.central.notices.mail.settings import MailSettings, Tls
from kiosk.central.notices.mail.smtp import SmtpPost
from tests.central.notices.mail.server import LOOPBACK, Answers


def post(port: int, **options: object) -> SmtpPost:
    settings = {"tls": Tls.NONE, "answer_s": 5.0, **options}
    return SmtpPost(MailSettings(server=LOOPBACK, port=port, **settings))  # type: ignore[arg-type]


def test_what_the_server_takes_is_accepted(
    answers: Answers, port: int, message: EmailMessage
) -> None:
    assert post(port).send(message) == accepted("sent")
    [arrived] = answers.taken
    assert answers.recipients == ["hanako@example.jp"]
    assert arrived["Subject"] == message["Subject"]
    assert arrived.get_content() == message.get_content()


def test_a_line_that_begins_with_a_point_keeps_it(
    answers: Answers, port: int, message: EmailMessage
) -> None:
    message.set_content("1\n.2\n..3\n.\n", cte="7bit")
    assert post(port).send(message) == accepted("sent")
    assert answers.taken[0].get_content().split() == ["1", ".2", "..3", "."]


@pytest.mark.parametrize(
    ("rcpt", "handed"),
    [
        ("550 no such user", refused("address_refused_550")),
        ("451 greylisted", later("address_not_now_451")),
        ("452 mailbox full", later("address_not_now_452")),
        ("421 going down", later("address_not_now_421")),
    ],
)
def test_an_address_is_refused_for_good_or_for_now(
    answers: Answers, port: int, message: EmailMessage, rcpt: str, handed: Handed
) -> None:
    answers.rcpt = rcpt
    assert post(port).send(message) == handed
    assert answers.taken == []


@pytest.mark.parametrize(
    ("data", "handed"),
    [("554 spam", refused("text_refused_554")), ("451 later", later("text_not_now_451"))],
)
def test_a_text_is_refused_for_good_or_for_now(
    answers: Answers, port: int, message: EmailMessage, data: str, handed: Handed
) -> None:
    answers.data = data
    assert post(port).send(message) == handed


def test_a_server_that_hangs_up_after_the_text_leaves_it_unknown(
    answers: Answers, port: int, message: EmailMessage
) -> None:
    answers.is_deaf = True
    assert post(port).send(message) == unknown("no_answer")


def test_a_server_that_answers_too_late_leaves_it_unknown(
    answers: Answers, port: int, message: EmailMessage
) -> None:
    answers.waits_s = 1.0
    assert post(port, answer_s=0.2).send(message) == unknown("no_answer")


def test_a_server_that_is_down_may_be_tried_later(message: EmailMessage) -> None:
    with socket.create_server((LOOPBACK, 0)) as held:
        port = held.getsockname()[1]
    assert post(port).send(message) == later("server_not_reached")


def test_a_server_without_encryption_gets_nothing(
    answers: Answers, port: int, message: EmailMessage
) -> None:
    assert post(port, tls=Tls.STARTTLS).send(message) == later("no_safe_connection")
    assert answers.taken == []


def test_a_server_that_never_greets_is_left(message: EmailMessage) -> None:
    with scripted(lambda _: None) as port:
        assert post(port, answer_s=0.2).send(message) == later("server_not_reached")


def test_a_server_that_breaks_off_in_the_middle_of_the_text_leaves_it_unknown(
    message: EmailMessage,
) -> None:
    with scripted(_hangs_up_in_the_text) as port:
        assert post(port).send(message) == unknown("no_answer")


def test_a_server_that_breaks_off_before_the_text_may_be_tried_later(
    message: EmailMessage,
) -> None:
    with scripted(_hangs_up_at_the_recipient) as port:
        assert post(port).send(message) == later("server_not_reached")


def test_a_server_that_drips_its_answer_is_cut_off(message: EmailMessage) -> None:
    with scripted(_drips) as port:
        assert post(port, longest_s=0.3).send(message) == later("server_not_reached")


def test_an_authority_that_cannot_be_read_is_known_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        post(25, authority_file=tmp_path / "none.pem")


def test_a_certificate_that_nobody_vouches_for_is_not_trusted() -> None:
    context = MailSettings(server=LOOPBACK).tls_context()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)


@contextmanager
def scripted(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """A server that greets one client and then talks as it likes; silent where it returns."""
    listener = socket.create_server((LOOPBACK, 0))
    ended = threading.Event()

    def serve() -> None:
        client, _ = listener.accept()
        with client:
            talk(client)
            ended.wait(5)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        ended.set()
        thread.join()
        listener.close()


def _greets(client: socket.socket) -> None:
    client.sendall(b"220 mail.example\r\n")
    for answer in (b"250 mail.example\r\n", b"250 OK\r\n"):  # EHLO, MAIL
        client.recv(4096)
        client.sendall(answer)
    client.recv(4096)  # RCPT


def _hangs_up_at_the_recipient(client: socket.socket) -> None:
    _greets(client)
    client.shutdown(socket.SHUT_RDWR)


def _hangs_up_in_the_text(client: socket.socket) -> None:
    _greets(client)
    client.sendall(b"250 OK\r\n")
    client.recv(4096)  # DATA
    client.sendall(b"354 go on\r\n")
    client.recv(10)
    client.shutdown(socket.SHUT_RDWR)


def _drips(client: socket.socket) -> None:
    _greets(client)
    client.sendall(b"250-")
    for _ in range(100):
        try:
            client.sendall(b"x")
        except OSError:
            return
        threading.Event().wait(0.05)
