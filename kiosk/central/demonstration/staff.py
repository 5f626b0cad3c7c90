"""Enters the demonstration's staff, one for each role, with passwords that everybody may know."""

from dataclasses import dataclass, field
from hashlib import sha256

from argon2 import PasswordHasher
from sqlalchemy.orm import Session

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.tables.staff import StaffRow
from kiosk.domain.branches import BranchId
from kiosk.domain.staff import Role, StaffNumber

_SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class DescribedStaff:
    number: StaffNumber
    name: str
    role: Role
    branch: BranchId
    password: str = field(repr=False)


def enter_staff(session: Session, staff: tuple[DescribedStaff, ...], cost: HashCost) -> None:
    """The salt is each one's own, alike in each fill."""
    hasher = PasswordHasher(cost.passes, cost.memory_kib, cost.lanes)
    for one in staff:
        salt = sha256(f"demonstration staff {one.number}".encode()).digest()[:_SALT_BYTES]
        session.add(
            StaffRow(
                number=one.number,
                name=one.name,
                role=one.role,
                branch_id=one.branch,
                password_hash=hasher.hash(one.password, salt=salt),
            )
        )
