"""From settings to adapters: what stands behind each port, and at work while a panel is on."""

import logging
import ssl
from collections.abc import Callable

from kiosk.domain.branches import BranchId
from kiosk.domain.codes import ItemCodes
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.enrolling import CityService
from kiosk.domain.errors import LibraryError
from kiosk.domain.kiosks import KioskReport, program_version
from kiosk.events import CatalogueChanged, Event, KioskShutOut, LineCameBack, SetUpNeeded
from kiosk.hardware.health import HealthWatch
from kiosk.hardware.known_health import KnownHealth
from kiosk.hardware.understanding import Understanding
from kiosk.makes import desk_of, simulated_desk
from kiosk.ports import Kit
from kiosk.services.central.accounts import CentralAccounts
from kiosk.services.central.calls import CentralCalls
from kiosk.services.central.details import CentralDetails
from kiosk.services.central.enrolling import CentralEnrolment, Kept
from kiosk.services.central.fresh_trust import FreshTrust
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.key_change import change_key
from kiosk.services.central.limits import LineLimits
from kiosk.services.central.line import LineWatch, Rhythm
from kiosk.services.central.loans import CentralLoans
from kiosk.services.central.records import CentralRecords
from kiosk.services.central.reporting import Reporting
from kiosk.services.central.reservations import CentralReservations
from kiosk.services.central.sender import WishSender
from kiosk.services.clock import SystemClock
from kiosk.services.file_lock import FileLock
from kiosk.services.kiosk_key import is_enrolled_key, read_key
from kiosk.services.outbox import SqliteOutbox
from kiosk.services.refreshing import Refreshing
from kiosk.services.replica import Replica
from kiosk.services.sign import FileSign
from kiosk.services.staff_door import GuardedStaffDoor
from kiosk.services.staff_secret import StaffSecret
from kiosk.settings import Settings
from kiosk.slips.fonts import Fonts
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words

log = logging.getLogger(__name__)

DEMONSTRATION_STAFF_CARD = "99990001"
DEMONSTRATION_STAFF_PIN = "2468"
FAILURES_WHILE_STARTING = 8  # of the embedded service, one a second or slower
KNOWN_TO_ALL = 2**10  # scrypt's cost for what is no secret


class Fitted:
    """A panel's outside; devices and watchers are at work between `come_on` and `leave`."""

    def __init__(self, settings: Settings, words: Words, *, simulate: bool = False) -> None:
        self._settings = settings
        self._clock = SystemClock(settings.zone)
        self._http = central_http(settings)
        self._replica = Replica(settings.folder, settings.place.standpoint().branch.id)
        self._outbox = SqliteOutbox(settings.folder, int(settings.kiosk_number))
        self._staff_door = staff_door(settings, self._clock)
        self.desk = simulated_desk() if simulate else desk_of(settings)
        self._calls = CentralCalls(self._http, _place(settings))
        self.kit = self._kit(words)
        lock = FileLock(settings.folder / "sender.lock")
        self._sender = WishSender(self._http, self._outbox, lock)
        self._line: LineWatch | None = None
        self._refreshing: Refreshing | None = None
        self._health: HealthWatch | None = None
        self._known_health = KnownHealth()
        self._reporting: Reporting | None = None

    def _kit(self, words: Words) -> Kit:
        settings = self._settings
        slips = PillowSlips(words, settings.place.standpoint(), Fonts(), settings.zone)
        reservations = CentralReservations(self._http, self._outbox, self._replica, self._clock)
        return Kit(
            clock=self._clock,
            catalogue=self._replica,
            accounts=CentralAccounts(self._http),
            reservations=reservations,
            loans=CentralLoans(self._http),
            my_number=self.desk.my_number,
            printer=self.desk.printer,
            slips=slips,
            staff_door=self._staff_door,
            sign=FileSign(settings.folder),
            calls=self._calls,
            details=CentralDetails(self._http),
            enrolment=enrolment_of(settings),
        )

    def come_on(self, say: Callable[[Event], None]) -> None:
        """Open the devices and watch the line; events are said from threads of their own."""
        say = self._known_health.noting(say)
        items = ItemCodes(self._settings.item, self._replica.has_item)
        is_staff_card = self._staff_door.is_staff_card
        understanding = Understanding(say, self._settings.card, is_staff_card, items)
        self.desk.card_reader.start(say)
        self.desk.scanner.start(understanding)
        self._refreshing = Refreshing(
            self._replica, CentralRecords(self._http), lambda: say(CatalogueChanged())
        )
        self._refreshing.start()
        self._sender.start()
        ask = (self.desk.printer.health, self.desk.scanner.health, self._catalogue_health)
        self._health = HealthWatch(ask, say)
        self._health.start()
        self._line = LineWatch(self._http, self._waking(say), _rhythm(self._settings))
        self._line.start()
        self._calls.start(say)
        self._reporting = Reporting(
            self._http, self._report, self._change_key, self._asking_for_set_up(say)
        )
        self._reporting.start()

    def needs_set_up(self) -> bool:
        """Whether nobody let this kiosk in yet, and nothing can be searched here either."""
        return self._was_never_enrolled() and not self._replica.new_titles(1)

    def _was_never_enrolled(self) -> bool:
        settings = self._settings
        return bool(settings.central.address) and not is_enrolled_key(settings.kiosk_key_file)

    def _asking_for_set_up(self, say: Callable[[Event], None]) -> Callable[[Event], None]:
        """Who was shut out and has a copy of the catalogue goes on searching."""

        def say_and_ask(event: Event) -> None:
            say(event)
            is_useless = self._was_never_enrolled() or not self._replica.new_titles(1)
            if isinstance(event, KioskShutOut) and self._settings.central.address and is_useless:
                say(SetUpNeeded())

        return say_and_ask

    def _report(self) -> KioskReport:
        """Nothing of patrons: how the devices are, and what the kiosk still has to do."""
        return KioskReport(
            branch=BranchId(self._settings.place.branch_id),
            version=program_version(),
            devices=self._known_health.devices(
                self.desk.printer.health(),
                self.desk.scanner.health(),
                self._catalogue_health(),
            ),
            catalogue_age_s=self._refreshing.age_s() if self._refreshing else None,
            outbox=len(self._outbox.waiting()),
        )

    def _change_key(self) -> None:
        change_key(self._http, self._settings.kiosk_key_file)

    def _catalogue_health(self) -> Health:
        if self._replica.new_titles(1):
            return Health(Device.CATALOGUE, Condition.READY)
        return Health(Device.CATALOGUE, Condition.DEGRADED, "no_titles")

    def _waking(self, say: Callable[[Event], None]) -> Callable[[Event], None]:
        def say_and_wake(event: Event) -> None:
            if isinstance(event, LineCameBack):
                self._sender.wake()
                if self._refreshing is not None:
                    self._refreshing.wake()
            say(event)

        return say_and_wake

    def leave(self) -> None:
        """Let go of the devices, so that the next process can open them."""
        self.desk.card_reader.stop()
        self.desk.scanner.stop()
        watchers = (self._calls, self._line, self._refreshing, self._sender, self._health)
        for watcher in (*watchers, self._reporting):
            if watcher is not None:
                watcher.stop()


def central_http(settings: Settings) -> CentralHttp:
    """The line to the configured service, or to the embedded one."""
    file = settings.kiosk_key_file
    key = read_key(file)
    limits = LineLimits(connect_s=settings.central.connect_s, read_s=settings.central.answer_s)
    if not settings.central.address:
        return CentralHttp.over_socket(settings.socket, key, limits, lambda: read_key(file))
    is_set = settings.central.authority is not None
    trust = trust_of(settings) if is_set else FreshTrust(settings.enrolled_authority)
    address = settings.central.address
    return CentralHttp.over_network(address, key, limits, trust, lambda: read_key(file))


def enrolment_of(settings: Settings) -> CentralEnrolment | None:
    """What lets this kiosk in at a city's service; None where there is none."""
    service = city_of(settings)
    if service is None:
        return None
    central = settings.central
    authority = settings.enrolled_authority if central.authority is None else None
    return CentralEnrolment(
        service,
        Kept(settings.kiosk_key_file, authority),
        lambda: trust_of(settings) or ssl.create_default_context(),
        central.authority_fingerprint,
        LineLimits(connect_s=central.connect_s, read_s=central.answer_s),
    )


def city_of(settings: Settings) -> CityService | None:
    """The city's service, where the settings name one."""
    if not settings.central.address:
        return None
    return CityService(settings.kiosk_number, settings.central.address)


def trust_of(settings: Settings) -> ssl.SSLContext | None:
    """Whom the kiosk believes: the authority that is set, or the one of its enrolment.

    None: those that everybody believes.
    """
    authority = settings.central.authority
    if authority is None and settings.enrolled_authority.exists():
        authority = settings.enrolled_authority
    return None if authority is None else ssl.create_default_context(cafile=authority)


def _place(settings: Settings) -> str:
    """Where a librarian who is called has to go."""
    standpoint = settings.place.standpoint()
    return " ".join(part for part in (standpoint.floor, standpoint.kiosk) if part)


def _rhythm(settings: Settings) -> Rhythm:
    """A service that starts together with us, and fills its library first, may take its time."""
    return Rhythm() if settings.central.address else Rhythm(first_failures=FAILURES_WHILE_STARTING)


def staff_door(settings: Settings, clock: SystemClock) -> GuardedStaffDoor:
    """The demonstration has a card and a PIN that everybody may know; a real kiosk never."""
    staff = settings.staff
    if staff.cards:
        cards = tuple(StaffSecret.read(card) for card in staff.cards)
        return GuardedStaffDoor(cards, StaffSecret.read(staff.pin), settings.folder, clock)
    if not settings.is_demonstration:
        return GuardedStaffDoor((), None, settings.folder, clock)
    card = StaffSecret.of(DEMONSTRATION_STAFF_CARD, cost=KNOWN_TO_ALL)
    pin = StaffSecret.of(DEMONSTRATION_STAFF_PIN, cost=KNOWN_TO_ALL)
    return GuardedStaffDoor((card,), pin, settings.folder, clock)


def is_reachable(http: CentralHttp) -> bool:
    """Whether the service answers now."""
    try:
        http.reach()
    except LibraryError:
        return False
    return True
