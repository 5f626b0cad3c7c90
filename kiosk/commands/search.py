"""`kiosk search`: the catalogue as a patron of this kiosk finds it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from kiosk.commands.start import embedded_service, prepare_folder
from kiosk.domain.errors import LineLost
from kiosk.domain.searching import Query
from kiosk.fitting import central_http, is_reachable
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.records import CentralRecords
from kiosk.services.replica import Replica
from kiosk.services.search_answer import SearchAnswer, search_answer
from kiosk.settings import Settings
from kiosk.supervisor.service import Service

PATIENCE_S = 60.0  # for a service that fills its library first
PAUSE_S = 0.1


def answer(settings: Settings, named: list[str], text: str, limit: int) -> SearchAnswer:
    """Bring the kiosk's copy up to date, and ask it.

    Raises:
        LineLost: the service does not answer.
    """
    prepare_folder(settings)
    http = central_http(settings)
    with service_at_hand(settings, named, http):
        replica = Replica(settings.folder, settings.place.standpoint().branch.id)
        replica.refresh(CentralRecords(http))
        found = replica.search(Query(text=text, limit=limit))
        replica.close()
    http.close()
    return search_answer(found)


@contextmanager
def service_at_hand(settings: Settings, named: list[str], http: CentralHttp) -> Iterator[None]:
    """The service that runs already, or one of our own while entered."""
    if is_reachable(http):
        yield
        return
    service = embedded_service(settings, named)
    if service is None:
        raise LineLost
    try:
        wait_until_ready(service, http)
        yield
    finally:
        service.stop()


def wait_until_ready(service: Service, http: CentralHttp) -> None:
    """Keep the service running until it answers. Raises LineLost."""
    until = time.monotonic() + PATIENCE_S
    while not is_reachable(http):
        service.keep_running()
        service.wait(PAUSE_S)
        if time.monotonic() > until:
            raise LineLost
