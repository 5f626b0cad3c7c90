"""What travels to a mail server travels over TLS, signed in where the server wants it (E2)."""

import ipaddress
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult, LoginPassword
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from kiosk.central.notices.handed import Handed, accepted, later
from kiosk.central.notices.mail.settings import MailSettings, Tls
from kiosk.central.notices.mail.smtp import SmtpPost
from tests.central.notices.mail.server import LOOPBACK, Answers, serving

USER, PASSWORD = "library", "mail-password"


@dataclass(frozen=True)
class Certified:
    certificate: Path
    context: ssl.SSLContext


@pytest.fixture(scope="module")
def certified(tmp_path_factory: pytest.TempPathFactory) -> Certified:
    """A certificate for the loopback address, that vouches for itself."""
    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, LOOPBACK)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(LOOPBACK))]),
            critical=False,
        )
        .sign(key, hashes.SHA256())
    )
    public, private = folder / "public.pem", folder / "private.pem"
    public.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    private.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    return Certified(public, context)


@pytest.fixture
def starttls(answers: Answers, certified: Certified) -> Iterator[int]:
    """A server that takes nothing before it is encrypted and knows who writes."""
    options = {
        "tls_context": certified.context,
        "require_starttls": True,
        "auth_required": True,
        "authenticator": _knows_the_library,
    }
    with serving(answers, **options) as number:
        yield number


def _knows_the_library(*asked: object) -> AuthResult:
    shown = asked[-1]
    assert isinstance(shown, LoginPassword)
    is_right = shown == LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=is_right, handled=is_right)  # not handled: the server says 535


def send(message: EmailMessage, port: int, certified: Certified | None, **more: object) -> Handed:
    authority = certified.certificate if certified else None
    options = {"authority_file": authority, "user": USER, "password": PASSWORD, **more}
    settings = MailSettings(server=LOOPBACK, port=port, **options)  # type: ignore[arg-type]
    return SmtpPost(settings).send(message)


@pytest.mark.rule("E2")
def test_a_letter_travels_encrypted_and_signed_in(
    answers: Answers, starttls: int, certified: Certified, message: EmailMessage
) -> None:
    assert send(message, starttls, certified) == accepted("sent")
    assert len(answers.taken) == 1


@pytest.mark.rule("E2")
def test_a_server_that_nobody_vouches_for_gets_nothing(
    answers: Answers, starttls: int, message: EmailMessage
) -> None:
    assert send(message, starttls, None) == later("no_safe_connection")
    assert answers.taken == []


def test_a_wrong_password_of_the_library_is_no_fault_of_the_address(
    answers: Answers, starttls: int, certified: Certified, message: EmailMessage
) -> None:
    assert send(message, starttls, certified, password="wrong") == later("sign_in_refused")
    assert answers.taken == []


@pytest.mark.rule("E2")
def test_a_server_may_be_encrypted_from_the_start(
    answers: Answers, certified: Certified, message: EmailMessage
) -> None:
    with serving(answers, ssl_context=certified.context) as port:
        settings = MailSettings(
            server=LOOPBACK,
            port=port,
            tls=Tls.FROM_THE_START,
            authority_file=certified.certificate,
        )
        assert SmtpPost(settings).send(message) == accepted("sent")


@pytest.mark.rule("E2")
@pytest.mark.parametrize(
    ("server", "tls", "is_in_the_open"),
    [
        ("mail.example", Tls.NONE, True),
        ("192.0.2.7", Tls.NONE, True),
        ("mail.example", Tls.STARTTLS, False),
        ("127.0.0.1", Tls.NONE, False),
        ("::1", Tls.NONE, False),
        ("localhost", Tls.NONE, False),
        (None, Tls.NONE, False),
    ],
)
def test_only_a_server_on_this_machine_may_be_spoken_to_in_the_open(
    server: str | None, tls: Tls, *, is_in_the_open: bool
) -> None:
    settings = MailSettings(server=server, tls=tls)
    assert settings.leaves_the_machine_in_the_open is is_in_the_open


def test_a_secret_stands_in_no_repr() -> None:
    assert PASSWORD not in repr(MailSettings(user=USER, password=PASSWORD))
