"""Which patron bound which certificate: issuer and serial, one for each patron, replaceable."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from cryptography.x509 import Certificate
from sqlalchemy import delete, select

from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import CredentialRow, PatronRow
from kiosk.domain.patrons import PatronId


@dataclass(frozen=True, slots=True)
class Credential:
    """What is kept of a certificate: no name, and no key."""

    issuer: str = field(repr=False)
    serial: str = field(repr=False)
    not_after: datetime

    @classmethod
    def of(cls, certificate: Certificate) -> Self:
        return cls(
            certificate.issuer.rfc4514_string(),
            f"{certificate.serial_number:x}",
            certificate.not_valid_after_utc,
        )


class Credentials:
    def __init__(self, database: Database) -> None:
        self._database = database

    def holder(self, credential: Credential) -> PatronRow | None:
        wanted = (
            select(PatronRow)
            .join(CredentialRow, CredentialRow.patron_id == PatronRow.id)
            .where(CredentialRow.issuer == credential.issuer)
            .where(CredentialRow.serial == credential.serial)
        )
        with self._database.session() as session:
            return session.scalars(wanted).one_or_none()

    def bind(self, patron: PatronId, credential: Credential) -> None:
        """From now on this certificate, and no other, finds the patron; and no other patron."""
        row = CredentialRow(
            patron_id=patron,
            issuer=credential.issuer,
            serial=credential.serial,
            not_after=credential.not_after,
        )
        of_another = (
            delete(CredentialRow)
            .where(CredentialRow.issuer == credential.issuer)
            .where(CredentialRow.serial == credential.serial)
        )
        with self._database.writing() as session:
            session.execute(of_another)
            session.merge(row)
