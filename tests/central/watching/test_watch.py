"""Whoever watches the service learns how it is, and nothing of who uses it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from sqlalchemy import text
from starlette.applications import Starlette

from kiosk.central.jobs.net import look
from kiosk.central.jobs.schedule import TIMETABLE
from kiosk.central.kiosks.app import make_app
from kiosk.central.my_number.trust_folder import TrustFolder
from kiosk.central.service import Service
from kiosk.central.storage.database import Database
from kiosk.central.storage.lease import Leases
from kiosk.central.watching.app import make_watch
from kiosk.central.watching.figures import Figures
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.kiosks import KioskReport
from tests.central.caller import Caller
from tests.central.card_authority import CardAuthority
from tests.central.clock import START, TurnedClock
from tests.central.conftest import BRANCH
from tests.central.patrons import CARD, PASSWORD, settle, sign_in

PAPER = Health(Device.PRINTER, Condition.DEGRADED, "paper")


def ask(app: Starlette, path: str) -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://watch") as client:
            return await client.get(path)

    return asyncio.run(send())


@pytest.fixture
def figures() -> Figures:
    return Figures()


@pytest.fixture
def watched(service: Service, figures: Figures) -> Service:
    return replace(service, answered=figures.answered)


@pytest.fixture
def watch(watched: Service, figures: Figures) -> Starlette:
    return make_watch(watched, figures)


@pytest.fixture
def away(watched: Service, figures: Figures, tmp_path: Path) -> Starlette:
    """The database cannot be opened any more."""
    nowhere = Database(f"sqlite:///{tmp_path / 'nowhere' / 'central.sqlite'}")
    return make_watch(replace(watched, database=nowhere), figures)


def test_a_service_with_its_database_is_alive_and_ready(watch: Starlette) -> None:
    assert ask(watch, "/healthz").status_code == 200
    assert ask(watch, "/readyz").text == "ready\n"


def test_without_its_database_it_is_alive_and_not_ready(away: Starlette) -> None:
    assert ask(away, "/healthz").status_code == 200
    answer = ask(away, "/readyz")
    assert (answer.status_code, answer.text) == (500, "not ready: StorageBroken\n")


def test_figures_are_told_without_a_database_too(away: Starlette) -> None:
    answer = ask(away, "/metrics")
    assert answer.status_code == 200
    assert "kiosk_service_ready 0.0" in answer.text
    assert "kiosk_service_reservations{" not in answer.text


def test_one_whose_tables_are_another_versions_is_not_ready(
    watch: Starlette, service: Service
) -> None:
    with service.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert ask(watch, "/readyz").status_code == 500


def test_kiosks_and_what_shares_them_out_learn_it_without_a_key(service: Service) -> None:
    stranger = Caller(make_app(service), None)
    assert stranger.get("/readyz").status_code == 200
    with service.database.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert stranger.get("/readyz").json()["code"] == "storage_broken"


def test_answers_are_counted_by_route_and_status(watched: Service, watch: Starlette) -> None:
    settle(watched)
    kiosk = Caller(make_app(watched), watched.kiosks.register("001", BRANCH))
    sign_in(kiosk)
    kiosk.post("/sessions", {"card": CARD, "password": "wrong"})
    told = ask(watch, "/metrics").text
    counted = 'kiosk_service_answer_seconds_count{method="POST",public="kiosks",route="/sessions"'
    assert f'{counted},status="201"}} 1.0' in told
    assert f'{counted},status="401"}} 1.0' in told


def test_no_figure_bears_what_somebody_sent(watched: Service, watch: Starlette) -> None:
    settle(watched)
    kiosk = Caller(make_app(watched), watched.kiosks.register("001", BRANCH))
    token = sign_in(kiosk)
    kiosk.get("/titles/secret-wish/options", token)
    kiosk.get("/nowhere/secret-wish", token)
    told = ask(watch, "/metrics").text
    for personal in (CARD, PASSWORD, token, "secret-wish", "港"):
        assert personal not in told


def test_what_waits_is_counted(watch: Starlette) -> None:
    told = ask(watch, "/metrics").text
    assert 'kiosk_service_reservations{state="queued"} 0.0' in told
    assert 'kiosk_service_notices{kind="notice",state="uncertain"} 0.0' in told
    assert "kiosk_service_calls_waiting 0.0" in told


def test_kiosks_jobs_and_guessing_are_told(
    watched: Service, watch: Starlette, clock: TurnedClock
) -> None:
    watched.kiosks.register("001", BRANCH)
    watched.watched.heard("001", KioskReport(BRANCH, "1", (PAPER,), None, outbox=2))
    for each in TIMETABLE:
        look(each, watched, Leases(watched.database))
    told = ask(watch, "/metrics").text
    assert 'kiosk_service_kiosk_silent{kiosk="001"} 0.0' in told
    assert 'kiosk_service_kiosk_outbox{kiosk="001"} 2.0' in told
    assert 'kiosk_service_kiosk_troubles{kiosk="001"} 1.0' in told
    assert 'kiosk_service_job_failures{job="expire_reservations"} 0.0' in told
    assert "kiosk_service_places_slowed 0.0" in told
    clock.turn(timedelta(hours=1))
    assert 'kiosk_service_kiosk_silent{kiosk="001"} 1.0' in ask(watch, "/metrics").text


def test_a_certificate_says_its_days(
    watched: Service, figures: Figures, card_authority: CardAuthority, tmp_path: Path
) -> None:
    file, missing = tmp_path / "service.pem", tmp_path / "missing.pem"
    file.write_bytes(card_authority.certificate.public_bytes(Encoding.PEM))
    told = ask(make_watch(watched, figures, [file, missing]), "/metrics").text
    [line] = [line for line in told.splitlines() if line.startswith("kiosk_service_certificate")]
    assert line.startswith('kiosk_service_certificate_days_left{file="service.pem"} ')


def test_anchors_and_lists_say_their_days(
    service: Service, figures: Figures, card_authority: CardAuthority, tmp_path: Path
) -> None:
    anchor = card_authority.certificate.public_bytes(Encoding.PEM)
    (tmp_path / "2023.pem").write_bytes(anchor)
    listed = card_authority.revoke(until=START + timedelta(days=6))
    (tmp_path / "2023.crl").write_bytes(listed.public_bytes(Encoding.PEM))
    proofs = replace(service.my_number.proofs, authority=TrustFolder(tmp_path))
    trusting = replace(service, my_number=replace(service.my_number, proofs=proofs))
    told = ask(make_watch(trusting, figures), "/metrics").text
    assert 'kiosk_service_trust_days_left{file="2023.crl"} 6.0' in told
    assert 'kiosk_service_trust_days_left{file="2023.pem"}' in told
