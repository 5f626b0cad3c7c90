"""Enters the demonstration's patrons, with passwords and the one My Number card."""

from hashlib import sha256
from pathlib import Path

from argon2 import PasswordHasher
from cryptography.x509 import load_pem_x509_certificate
from sqlalchemy.orm import Session

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.demonstration.described import DescribedPatron
from kiosk.central.my_number.credentials import Credential
from kiosk.central.tables.patrons import CredentialRow, PatronRow

_SALT_BYTES = 16


def enter_patrons(
    session: Session, patrons: tuple[DescribedPatron, ...], certificate: Path, cost: HashCost
) -> None:
    """Enter all; who has a My Number card is bound to the certificate, if it is there."""
    hasher = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes)
    session.add_all(_row(patron, hasher) for patron in patrons)
    session.flush()
    if certificate.is_file():
        credential = Credential.of(load_pem_x509_certificate(certificate.read_bytes()))
        session.add_all(
            CredentialRow(
                patron_id=patron.id,
                issuer=credential.issuer,
                serial=credential.serial,
                not_after=credential.not_after,
            )
            for patron in patrons
            if patron.has_my_number_card
        )


def _row(patron: DescribedPatron, hasher: PasswordHasher) -> PatronRow:
    return PatronRow(
        id=patron.id,
        card_number=patron.card_number,
        name=patron.name,
        birth_date=patron.birth_date,
        password_hash=_hash(patron, hasher),
        email=patron.email,
        email_is_confirmed=patron.email_is_confirmed,
        telephone=patron.telephone,
        telephone_is_confirmed=patron.telephone_is_confirmed,
        fax=patron.fax,
        fax_is_confirmed=patron.fax_is_confirmed,
    )


def _hash(patron: DescribedPatron, hasher: PasswordHasher) -> str | None:
    """None while the initial password holds; the salt is the patron's own, alike in each fill."""
    if patron.password is None:
        return None
    salt = sha256(f"demonstration {patron.id}".encode()).digest()[:_SALT_BYTES]
    return hasher.hash(patron.password, salt=salt)
