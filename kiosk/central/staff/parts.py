"""What the service knows of its staff, put together."""

from dataclasses import dataclass

from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.guessing import Guessing
from kiosk.central.accounts.hashing import Hasher
from kiosk.central.clock import Clock
from kiosk.central.staff.colleagues import Colleagues
from kiosk.central.staff.looks import Looks
from kiosk.central.staff.open_sessions import OpenSessions
from kiosk.central.staff.signing_in import StaffSignIn
from kiosk.central.storage.database import Database
from kiosk.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class Staff:
    colleagues: Colleagues
    sign_in: StaffSignIn
    open_sessions: OpenSessions
    looks: Looks
    guessing: Guessing

    @classmethod
    def of(
        cls, database: Database, clock: Clock, policy: Policy, hasher: Hasher, attempts: Attempts
    ) -> "Staff":
        return cls(
            colleagues=Colleagues(database, clock, hasher, attempts),
            sign_in=StaffSignIn(database, clock, hasher, attempts, policy.counter),
            open_sessions=OpenSessions(database, clock, policy.counter),
            looks=Looks(database, clock, policy),
            guessing=Guessing(database, clock, policy.attempts),
        )
