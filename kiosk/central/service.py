"""The central service put together: what its applications work with."""

from dataclasses import dataclass, replace

from kiosk.central.accounts.attempts import Attempts
from kiosk.central.accounts.hashing import ArgonHasher, Hasher
from kiosk.central.accounts.known_kiosks import KnownKiosks
from kiosk.central.accounts.passwords import Passwords
from kiosk.central.accounts.pepper import Pepper
from kiosk.central.accounts.sessions import Sessions
from kiosk.central.backups.backups import Backups
from kiosk.central.calls.calls import Calls
from kiosk.central.circulation.circulation import Circulation
from kiosk.central.clock import Clock, SystemClock
from kiosk.central.details.codes import Codes
from kiosk.central.details.details import Details
from kiosk.central.details.own_password import OwnPassword
from kiosk.central.details.welcoming import Welcome
from kiosk.central.enrolment.enrolments import Enrolments
from kiosk.central.enrolment.watched import WatchedKiosks
from kiosk.central.fitting.authority import authority_of
from kiosk.central.fitting.machines import machines_of
from kiosk.central.ic_cards.bindings import Bindings
from kiosk.central.ic_cards.signing_in import IcCardSignIn
from kiosk.central.lending.lending import Lending
from kiosk.central.lending.loans import Loans
from kiosk.central.my_number.authority import Authority
from kiosk.central.my_number.binding import Binding
from kiosk.central.my_number.challenges import Challenges
from kiosk.central.my_number.proving import Proofs
from kiosk.central.my_number.signing_in import MyNumber
from kiosk.central.net import Answered, unseen
from kiosk.central.notices.card_changes import CardChanges
from kiosk.central.notices.machines import NO_MACHINES, Machines
from kiosk.central.notices.notices import Notices
from kiosk.central.policy_file import read_policy
from kiosk.central.records.feed import Feed
from kiosk.central.settings import CentralSettings
from kiosk.central.staff.parts import Staff
from kiosk.central.storage.database import Database
from kiosk.central.storage.replica import Replica
from kiosk.domain.policy import Policy


@dataclass(frozen=True, slots=True)
class Service:
    database: Database
    clock: Clock
    policy: Policy
    kiosks: KnownKiosks
    enrolments: Enrolments
    watched: WatchedKiosks
    sessions: Sessions
    passwords: Passwords
    my_number: MyNumber
    ic_cards: IcCardSignIn
    lending: Lending
    loans: Loans
    circulation: Circulation
    feed: Feed
    calls: Calls
    details: Details
    own_password: OwnPassword
    staff: Staff
    notices: Notices
    answered: Answered = unseen
    backups: Backups | None = None  # None: of a library in memory, or in a test

    @property
    def welcome(self) -> Welcome:
        return Welcome(self.database, CardChanges(self.clock, self.policy))


def assemble(
    database: Database,
    clock: Clock,
    policy: Policy,
    hasher: Hasher,
    authority: Authority,
    machines: Machines = NO_MACHINES,
) -> Service:
    """Join the parts; nothing is opened or read yet."""
    signing_in = _SigningIn.of(database, clock, policy, hasher)
    return Service(
        database=database,
        clock=clock,
        policy=policy,
        kiosks=KnownKiosks(database, clock),
        enrolments=Enrolments(database, clock, hasher, policy.kiosks),
        watched=WatchedKiosks(database, clock, policy.kiosks),
        sessions=signing_in.sessions,
        passwords=signing_in.passwords,
        my_number=_my_number(database, clock, policy, signing_in.sessions, authority),
        ic_cards=IcCardSignIn(_bindings(database, clock, policy), signing_in.passwords),
        lending=Lending(database, policy, clock),
        loans=Loans(database, policy, clock),
        circulation=Circulation(database, policy, clock),
        feed=Feed(database, policy.stacks),
        calls=Calls(database, clock),
        details=Details(database, clock, policy, signing_in.codes),
        own_password=signing_in.own_password(database),
        staff=Staff.of(database, clock, policy, hasher, signing_in.attempts),
        notices=Notices(database, policy, clock, machines),
    )


@dataclass(frozen=True, slots=True)
class _SigningIn:
    """What counts tries, looks at passwords and opens sessions."""

    sessions: Sessions
    attempts: Attempts
    passwords: Passwords
    codes: Codes
    changes: CardChanges

    @classmethod
    def of(cls, database: Database, clock: Clock, policy: Policy, hasher: Hasher) -> "_SigningIn":
        sessions = Sessions(database, clock, policy.session)
        attempts = Attempts(database, clock, policy.attempts)
        rules, changes = (policy.card, policy.password), CardChanges(clock, policy)
        passwords = Passwords(database, hasher, attempts, sessions, *rules, changes)
        return cls(sessions, attempts, passwords, Codes(clock, policy.codes), changes)

    def own_password(self, database: Database) -> OwnPassword:
        return OwnPassword(database, self.passwords, self.attempts, self.codes, self.changes)


def _my_number(
    database: Database, clock: Clock, policy: Policy, sessions: Sessions, authority: Authority
) -> MyNumber:
    challenges, legal_basis = Challenges(database, clock), policy.my_number.legal_basis
    proofs = Proofs(challenges, authority, clock, legal_basis)
    binding = Binding(database, proofs, clock, policy, CardChanges(clock, policy))
    return MyNumber(database, proofs, binding, sessions)


def _bindings(database: Database, clock: Clock, policy: Policy) -> Bindings:
    return Bindings(database, clock, policy.ic_card, CardChanges(clock, policy))


def assemble_from(settings: CentralSettings, answered: Answered = unseen) -> Service:
    """The service as the settings want it, on a database that is up to date.

    Raises:
        SettingWrong: the policy, a trust anchor, what delivers notices or the key of the
            backups cannot be used.
    """
    service = assemble(
        Database(settings.database, _replica_of(settings)),
        SystemClock(),
        read_policy(settings.policy_file),
        ArgonHasher(settings.password_hash, Pepper.read(settings.password_key_file)),
        authority_of(settings),
        machines_of(settings),
    )
    backups = Backups.of(settings.database, settings.backups, settings.data_folder)
    return replace(service, backups=backups, answered=answered)


def _replica_of(settings: CentralSettings) -> Replica | None:
    if settings.replica_url is None:
        return None
    return Replica(settings.replica_url, settings.replica_behind_s)
