"""The platform's part, on this machine: a real HTTPS server that says what a test tells it to."""

import json
import ssl
import threading
from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.central.certificates.authority import PrivateAuthority

API_KEY = "what the platform gave us"
Answering = Callable[[x509.Certificate], bytes | None]


@dataclass
class Heard:
    """What came over the line."""

    certificates: list[x509.Certificate] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


@dataclass
class PlatformServer:
    """Answers each question by `says`; None closes the line without a word."""

    url: str
    authority: Path  # that a service has to trust
    heard: Heard = field(default_factory=Heard)
    status: int = 200
    says: Answering = lambda _certificate: said("good")


def said(standing: str, **more: object) -> bytes:
    return json.dumps({"standing": standing, **more}).encode()


@dataclass(frozen=True)
class Papers:
    """A private authority for the line, and what both ends show each other."""

    folder: Path
    authority: PrivateAuthority

    @classmethod
    def new(cls, folder: Path) -> "Papers":
        papers = cls(folder, PrivateAuthority.new("Platform", datetime.now(UTC), timedelta(30)))
        papers.trusted.write_bytes(papers.authority.pem)
        server = papers.authority.issue(["127.0.0.1"], datetime.now(UTC), timedelta(7))
        papers.server.write_bytes(server)
        papers.client.write_bytes(papers._issue_client())
        return papers

    @property
    def trusted(self) -> Path:
        return self.folder / "platform-authority.pem"

    @property
    def server(self) -> Path:
        return self.folder / "platform.pem"

    @property
    def client(self) -> Path:
        return self.folder / "library.pem"

    def _issue_client(self) -> bytes:
        key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
        certificate = (
            x509.CertificateBuilder()
            .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "a library")]))
            .issuer_name(self.authority.certificate.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(hours=1))
            .not_valid_after(now + timedelta(days=7, hours=1))
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CLIENT_AUTH]), critical=False)
            .sign(self.authority.key, hashes.SHA256())
        )
        plain = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        return plain + certificate.public_bytes(Encoding.PEM)


@contextmanager
def answering(papers: Papers, *, asks_for_certificate: bool = False) -> Iterator[PlatformServer]:
    """While the platform answers at a port of this machine."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(papers.server)
    if asks_for_certificate:
        context.load_verify_locations(papers.trusted)
        context.verify_mode = ssl.CERT_REQUIRED
    with ThreadingHTTPServer(("127.0.0.1", 0), _Desk) as http:
        http.socket = context.wrap_socket(http.socket, server_side=True)
        url = f"https://127.0.0.1:{http.server_port}/v1/certificates/standing"
        platform = PlatformServer(url, papers.trusted)
        _Desk.platforms[http.server_port] = platform
        thread = threading.Thread(target=http.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield platform
        finally:
            http.shutdown()
            thread.join()
            del _Desk.platforms[http.server_port]


class _Desk(BaseHTTPRequestHandler):
    platforms: ClassVar[dict[int, PlatformServer]] = {}
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        platform = self.platforms[self.server.server_address[1]]  # type: ignore[index]
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        certificate = x509.load_der_x509_certificate(b64decode(asked["certificate"]))
        platform.heard.certificates.append(certificate)
        platform.heard.keys.append(self.headers["Authorization"])
        answer = platform.says(certificate)
        self.close_connection = True
        if answer is None:
            return
        self.send_response(platform.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as it is called there
        """Say nothing."""
