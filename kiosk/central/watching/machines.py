"""How kiosks and jobs are, and where passwords are guessed."""

from collections.abc import Iterator

from prometheus_client.core import GaugeMetricFamily, Metric

from kiosk.central.jobs.last_runs import last_runs
from kiosk.central.service import Service


def machines(service: Service) -> Iterator[Metric]:
    """Raises StorageFull, StorageBusy, StorageBroken."""
    yield from _kiosks(service)
    yield from _jobs(service)
    yield from _guessing(service)


def _kiosks(service: Service) -> Iterator[Metric]:
    silent = GaugeMetricFamily(
        "kiosk_service_kiosk_silent", "1: it should have reported since.", labels=("kiosk",)
    )
    waiting = GaugeMetricFamily(
        "kiosk_service_kiosk_outbox", "Reservations that wait to be sent.", labels=("kiosk",)
    )
    troubles = GaugeMetricFamily(
        "kiosk_service_kiosk_troubles", "Devices that are not ready.", labels=("kiosk",)
    )
    for kiosk in service.watched.all():
        if kiosk.revoked_at is None:
            silent.add_metric((kiosk.number,), float(kiosk.is_silent))
            waiting.add_metric((kiosk.number,), kiosk.report.outbox if kiosk.report else 0)
            troubles.add_metric((kiosk.number,), len(kiosk.troubles))
    yield from (silent, waiting, troubles)


def _jobs(service: Service) -> Iterator[Metric]:
    failures = GaugeMetricFamily(
        "kiosk_service_job_failures", "How often it failed in a row.", labels=("job",)
    )
    done = GaugeMetricFamily(
        "kiosk_service_job_done_timestamp_seconds", "When it was done last.", labels=("job",)
    )
    took = GaugeMetricFamily(
        "kiosk_service_job_took_seconds", "How long it took the last time.", labels=("job",)
    )
    for run in last_runs(service.database):
        failures.add_metric((run.job,), run.failures)
        took.add_metric((run.job,), run.took_ms / 1000)
        if run.done_at is not None:
            done.add_metric((run.job,), run.done_at.timestamp())
    yield from (failures, done, took)


def _guessing(service: Service) -> Iterator[Metric]:
    slowed = service.staff.guessing.slowed()
    says = "Kiosks (and the counter) where too many passwords were wrong within an hour."
    yield GaugeMetricFamily("kiosk_service_places_slowed", says, value=len(slowed))
    closed = service.staff.guessing.closed()
    says = "Cards that no password opens just now."
    yield GaugeMetricFamily("kiosk_service_cards_closed", says, value=closed)
