"""Which patron bound which certificate, or is whom a platform names: one each, replaceable."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Self

from cryptography.x509 import Certificate
from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.orm import Session

from kiosk.central.my_number.authority import Verdict
from kiosk.central.storage.database import Database
from kiosk.central.tables.patrons import CredentialKind, CredentialRow, PatronRow
from kiosk.domain.patrons import PatronId

_PLATFORM = "platform"  # in place of an issuer: one library asks one platform


@dataclass(frozen=True, slots=True)
class Credential:
    """What is kept of a certificate: no name, and no key."""

    issuer: str = field(repr=False)
    serial: str = field(repr=False)
    not_after: datetime
    kind: CredentialKind = CredentialKind.CERTIFICATE

    @classmethod
    def of(cls, certificate: Certificate) -> Self:
        return cls(
            certificate.issuer.rfc4514_string(),
            f"{certificate.serial_number:x}",
            certificate.not_valid_after_utc,
        )

    @classmethod
    def said_of(cls, certificate: Certificate, verdict: Verdict) -> Self:
        """The platform's own identifier where it gives one: then no serial is kept at all."""
        if verdict.holder is None:
            return cls.of(certificate)
        ends = certificate.not_valid_after_utc
        return cls(_PLATFORM, verdict.holder, ends, CredentialKind.PLATFORM)


class Credentials:
    def __init__(self, database: Database) -> None:
        self._database = database

    def holder(self, credential: Credential) -> PatronRow | None:
        with self._database.session() as session:
            found = found_by(session, credential)
            return session.get_one(PatronRow, found.patron_id) if found else None

    def bind(self, patron: PatronId, credential: Credential) -> None:
        """From now on this certificate, and no other, finds the patron; and no other patron."""
        with self._database.writing() as session:
            bind(session, patron, credential, None)


def found_by(session: Session, credential: Credential) -> CredentialRow | None:
    return session.scalars(select(CredentialRow).where(_is(credential))).one_or_none()


def found_by_any(
    session: Session, certificate: Certificate, verdict: Verdict
) -> CredentialRow | None:
    """By what the platform names, else by the serial, else by one that the holder had before."""
    own = Credential.of(certificate)
    former = (replace(own, serial=serial) for serial in verdict.earlier)
    for each in (Credential.said_of(certificate, verdict), own, *former):
        found = found_by(session, each)
        if found is not None:
            return found
    return None


def bind(
    session: Session, patron: PatronId, credential: Credential, at: datetime | None
) -> CredentialRow:
    """Let it find this patron and nobody else; what found the patron before does no more."""
    former = session.get(CredentialRow, patron)
    has_same_end = former is not None and former.not_after == credential.not_after
    end_told_at = former.end_told_at if former is not None and has_same_end else None
    session.execute(delete(CredentialRow).where(_is(credential)))
    session.execute(delete(CredentialRow).where(CredentialRow.patron_id == patron))
    row = CredentialRow(
        patron_id=patron,
        kind=credential.kind,
        issuer=credential.issuer,
        serial=credential.serial,
        not_after=credential.not_after,
        bound_at=at,
        end_told_at=end_told_at,
    )
    session.add(row)
    session.flush()
    return row


def _is(credential: Credential) -> ColumnElement[bool]:
    return and_(
        CredentialRow.kind == credential.kind,
        CredentialRow.issuer == credential.issuer,
        CredentialRow.serial == credential.serial,
    )
