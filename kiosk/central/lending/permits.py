"""Permits: sealed leave to reserve one title, once. No kiosk can read or make one."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime
from os import urandom

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kiosk.central.installation import kept
from kiosk.central.storage.database import Database
from kiosk.domain.channels import Channel
from kiosk.domain.errors import PermitEnded
from kiosk.domain.patrons import PatronId
from kiosk.domain.reservations import Permit
from kiosk.domain.titles import TitleId

_NONCE_BYTES = 12  # NIST SP 800-38D: 96 bits
_PURPOSE = b"permit to reserve, 1"  # bound to the seal: nothing else sealed with the key is one


@dataclass(frozen=True, slots=True)
class Grant:
    """What a permit says to the service."""

    id: str
    kiosk: str
    patron: PatronId
    title: TitleId
    issued_at: datetime  # UTC, whole seconds
    channel: Channel = Channel.KIOSK


class Seal:
    """Encrypts and authenticates grants with AES-256-GCM, and opens them again."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(key)

    @classmethod
    def of(cls, database: Database) -> "Seal":
        """The library's seal; its key is made on the first start and kept."""
        key = kept(database, "permit_key", lambda: AESGCM.generate_key(bit_length=256).hex())
        return cls(bytes.fromhex(key))

    def close(self, grant: Grant) -> Permit:
        at = int(grant.issued_at.timestamp())
        words = [grant.id, grant.kiosk, grant.patron, grant.title, at, grant.channel]
        nonce = urandom(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, json.dumps(words).encode(), _PURPOSE)
        return Permit(urlsafe_b64encode(nonce + sealed).decode())

    def open(self, permit: Permit) -> Grant:
        """Raises PermitEnded: this library did not seal it."""
        try:
            sealed = urlsafe_b64decode(permit.encode())
            words = self._cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], _PURPOSE)
        except (ValueError, InvalidTag) as error:
            raise PermitEnded from error
        # A permit that was sealed before there were other channels names none: a kiosk's.
        permit_id, kiosk, patron, title, at, *channel = json.loads(words)
        issued_at = datetime.fromtimestamp(at, UTC)
        return Grant(
            permit_id, kiosk, PatronId(patron), TitleId(title), issued_at, *map(Channel, channel)
        )
