"""One-time codes: printed here, typed at the kiosk, good once and not for long."""

from datetime import timedelta

from sqlalchemy import delete

from kiosk.central.accounts.hashing import Hasher
from kiosk.central.accounts.known_kiosks import KnownKiosk, set_key
from kiosk.central.clock import Clock
from kiosk.central.storage.database import Database
from kiosk.central.storage.deciding import decided
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.kiosks import EnrolmentRow
from kiosk.domain.branches import BranchId
from kiosk.domain.enrolment_codes import new_enrolment_code, read_enrolment_code
from kiosk.domain.errors import BranchUnknown, EnrolmentRefused
from kiosk.domain.policy import KioskPolicy


class Enrolments:
    """A code is kept by its hash, belongs to one number, and may be tried a few times."""

    def __init__(
        self, database: Database, clock: Clock, hasher: Hasher, policy: KioskPolicy
    ) -> None:
        self._database = database
        self._clock = clock
        self._hasher = hasher
        self._policy = policy

    @decided
    def open(self, number: str, branch: BranchId, good_for: timedelta) -> str:
        """A new code for a kiosk; one that was printed before for it no longer opens.

        Raises:
            BranchUnknown.
        """
        code = new_enrolment_code()
        row = EnrolmentRow(
            kiosk_number=number,
            branch_id=branch,
            code_hash=self._hasher.hash(code),
            expires_at=self._clock.now() + good_for,
            tries_left=self._policy.code_tries,
        )
        with self._database.writing() as session:
            if session.get(BranchRow, branch) is None:
                raise BranchUnknown
            session.execute(delete(EnrolmentRow).where(EnrolmentRow.kiosk_number == number))
            session.add(row)
        return code

    def take(self, number: str, typed: str, key_hash: str) -> KnownKiosk:
        """Let in whoever has the code, by the key of which this is the hash.

        The same code with the same key is answered once more: the answer may have been lost.

        Raises:
            EnrolmentRefused: why is not said.
        """
        code = read_enrolment_code(typed)
        code_hash = self._try(number)
        if code is None or not self._hasher.matches(code_hash, code):
            raise EnrolmentRefused
        return self._let_in(number, code_hash, key_hash)

    @decided
    def _try(self, number: str) -> str:
        """Count one try before it is looked at: those sent at once count each."""
        with self._database.writing() as session:
            row = session.get(EnrolmentRow, number, with_for_update=True)
            if row is None or row.tries_left == 0 or row.expires_at <= self._clock.now():
                raise EnrolmentRefused
            row.tries_left -= 1
            return row.code_hash

    @decided
    def _let_in(self, number: str, code_hash: str, key_hash: str) -> KnownKiosk:
        with self._database.writing() as session:
            row = session.get(EnrolmentRow, number, with_for_update=True)
            if row is None or row.code_hash != code_hash or row.key_hash not in {None, key_hash}:
                raise EnrolmentRefused
            if row.key_hash is None:
                row.key_hash = key_hash
                set_key(session, number, row.branch_id, key_hash, since=self._clock.now())
            return KnownKiosk(number, row.branch_id)
