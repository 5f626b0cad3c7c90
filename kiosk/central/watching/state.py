"""What is told when figures are asked for: read anew at each scrape; how many, never who."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from kiosk.central.certificates.looking import days_left
from kiosk.central.service import Service
from kiosk.central.watching.lending import lending
from kiosk.central.watching.machines import machines
from kiosk.central.watching.readiness import check
from kiosk.domain.errors import LibraryError


class State(Collector):
    """A database that is away is told by one figure, not by an error.

    Args:
        service: whose figures are told.
        certificates: the files that its listeners show.
    """

    def __init__(self, service: Service, certificates: Sequence[Path] = ()) -> None:
        self._service = service
        self._certificates = certificates

    def describe(self) -> list[Metric]:
        """Nothing is known before it is asked for."""
        return []

    def collect(self) -> Iterator[Metric]:
        yield from self._days_left()
        yield self._trust_days_left()
        try:
            check(self._service.database)
            counted = [*lending(self._service), *machines(self._service)]
        except LibraryError:
            yield _ready(is_ready=False)
            return
        yield _ready(is_ready=True)
        yield from counted

    def _days_left(self) -> Iterator[Metric]:
        found = GaugeMetricFamily(
            "kiosk_service_certificate_days_left",
            "Whole days until a certificate is over; a file that cannot be read is missing.",
            labels=("file",),
        )
        for file in self._certificates:
            try:
                found.add_metric((file.name,), days_left((file,))[file])
            except LibraryError:
                continue
        yield found

    def _trust_days_left(self) -> Metric:
        says = "Whole days until what checks My Number cards is over: anchors, lists, our own."
        found = GaugeMetricFamily("kiosk_service_trust_days_left", says, labels=("file",))
        proofs = self._service.my_number.proofs
        for name, left in proofs.authority.days_left(self._service.clock.now()).items():
            found.add_metric((name,), left)
        return found


def _ready(*, is_ready: bool) -> Metric:
    says = "1 while the service can read and write its database."
    return GaugeMetricFamily("kiosk_service_ready", says, value=float(is_ready))
