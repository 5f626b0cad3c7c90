"""`kiosk search`: the catalogue as a patron of this kiosk finds it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kiosk.commands.folder import prepare_folder
from kiosk.commands.start import embedded_service
from kiosk.domain.errors import AddressInUse, LineLost, ServiceNotStarted
from kiosk.domain.searching import Found, Query
from kiosk.fitting import central_http, is_reachable
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.records import CentralRecords
from kiosk.services.replica import Replica
from kiosk.services.search_answer import SearchAnswer, search_answer
from kiosk.settings import Settings
from kiosk.supervisor.service import Service

PATIENCE_S = 60.0  # for a service that fills its library first
OTHERS_S = 10.0  # for a service that somebody else keeps alive
PAUSE_S = 0.1


def answer(settings: Settings, named: list[str], text: str, limit: int) -> SearchAnswer:
    """Bring the kiosk's copy up to date, and ask it.

    Raises:
        LineLost: the service does not answer.
        ServiceNotStarted: the one of our own ended, and said why.
        KioskDiskFull, KioskUnknown, SettingWrong.
    """
    prepare_folder(settings)
    http = central_http(settings)
    try:
        with service_at_hand(settings, named, http):
            return search_answer(_search(settings, http, Query(text=text, limit=limit)))
    except LineLost as error:
        error.add_note(settings.central.address or str(settings.socket))
        raise
    finally:
        http.close()


def _search(settings: Settings, http: CentralHttp, query: Query) -> Found:
    replica = Replica(settings.folder, settings.place.standpoint().branch.id)
    try:
        replica.refresh(CentralRecords(http))
        return replica.search(query)
    finally:
        replica.close()


@contextmanager
def service_at_hand(settings: Settings, named: list[str], http: CentralHttp) -> Iterator[None]:
    """The service that runs already, or one of our own while entered."""
    if is_reachable(http):
        yield
        return
    service = _service_of_our_own(settings, named)
    if service is None:
        _wait(http, OTHERS_S, lambda: time.sleep(PAUSE_S))
        yield
        return
    try:
        wait_until_ready(service, http)
        yield
    finally:
        service.stop()


def wait_until_ready(service: Service, http: CentralHttp) -> None:
    """Keep the service running until it answers. Raises LineLost, ServiceBroken."""

    def keep_running() -> None:
        service.keep_running()
        service.wait(PAUSE_S)

    service.keep_running()
    _wait(http, PATIENCE_S, keep_running)


def _service_of_our_own(settings: Settings, named: list[str]) -> Service | None:
    """None where somebody else keeps one alive: it may be starting anew just now."""

    def give_up(why: str) -> None:
        raise ServiceNotStarted(why)

    try:
        return embedded_service(settings, named, "--quiet", say=give_up)
    except AddressInUse:
        return None


def _wait(http: CentralHttp, patience_s: float, meanwhile: Callable[[], None]) -> None:
    until = time.monotonic() + patience_s
    while True:
        try:
            http.reach()
        except LineLost:
            if time.monotonic() > until:
                raise
        else:
            return
        meanwhile()
