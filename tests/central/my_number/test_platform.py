"""Asking a platform operator over HTTPS, and believing nothing but a plain good."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.central.my_number.authority import NO_ANSWER, Standing, Verdict
from kiosk.central.my_number.platform import Platform
from kiosk.central.my_number.settings import PlatformSettings
from kiosk.domain.errors import SettingWrong
from tests.central.card_authority import CardAuthority, CardOnReader, CardSpec
from tests.central.clock import START
from tests.central.my_number.platform_server import API_KEY, Papers, PlatformServer, answering, said


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return Papers.new(tmp_path_factory.mktemp("papers"))


@pytest.fixture
def server(papers: Papers) -> Iterator[PlatformServer]:
    with answering(papers) as server:
        yield server


@pytest.fixture
def card(card_authority: CardAuthority) -> CardOnReader:
    """Its key is quickly made."""
    return card_authority.issue(CardSpec(key=ec.generate_private_key(ec.SECP384R1())))


def settings_of(server: PlatformServer) -> PlatformSettings:
    return PlatformSettings(url=server.url, authority=server.authority)


def ask(settings: PlatformSettings, card: CardOnReader, at: datetime = START) -> Verdict:
    platform = Platform.of(settings)
    try:
        return platform.verdict(card.certificate, at)
    finally:
        platform.close()


@pytest.mark.parametrize("standing", ["good", "revoked", "unknown"])
def test_the_platform_says_how_a_certificate_stands(
    server: PlatformServer, card: CardOnReader, standing: str
) -> None:
    server.says = lambda _: said(standing)
    assert ask(settings_of(server), card) == Verdict(Standing(standing))
    assert server.heard.certificates == [card.certificate]


def test_it_may_name_the_holder_and_the_certificates_before(
    server: PlatformServer, card: CardOnReader
) -> None:
    server.says = lambda _: said("good", holder="MK-0001", earlier_serials=["0a1b"], more="x")
    verdict = ask(settings_of(server), card)
    assert verdict == Verdict(Standing.GOOD, "MK-0001", ("0a1b",))
    assert "MK-0001" not in repr(verdict)


@pytest.mark.parametrize(
    "answer",
    [
        None,
        b"",
        b"good",
        b"{}",
        b'{"standing": "GOOD"}',
        b'{"standing": "fine"}',
        b'{"standing": true}',
        b'["good"]',
        b'{"standing": "good", "holder": ""}',
        b'{"standing": "good", "earlier_serials": ["../etc"]}',
        b'{"standing": "good", "holder": "' + b"x" * 100_000 + b'"}',
    ],
    ids=[
        "hung up",
        "empty",
        "text",
        "no word",
        "loud",
        "other",
        "bool",
        "list",
        "",
        "path",
        "huge",
    ],
)
def test_what_is_no_answer_is_nothing_good(
    server: PlatformServer, card: CardOnReader, answer: bytes | None
) -> None:
    server.says = lambda _: answer
    assert ask(settings_of(server), card) == NO_ANSWER


@pytest.mark.parametrize("status", [201, 204, 302, 401, 403, 404, 429, 500, 503])
def test_a_refusal_is_nothing_good_whatever_stands_in_it(
    server: PlatformServer, card: CardOnReader, status: int
) -> None:
    server.status = status
    server.says = lambda _: b"" if status == 204 else said("good")
    assert ask(settings_of(server), card) == NO_ANSWER


def test_a_platform_that_thinks_too_long_is_not_waited_for(
    server: PlatformServer, card: CardOnReader
) -> None:
    may_answer = threading.Event()
    server.says = lambda _: said("good") if may_answer.wait(60) else None
    try:
        assert ask(replace(settings_of(server), answer_s=0.3), card) == NO_ANSWER
    finally:
        may_answer.set()


def test_a_platform_that_is_away_is_nothing_good(papers: Papers, card: CardOnReader) -> None:
    with answering(papers) as server:
        settings = settings_of(server)
    assert ask(settings, card) == NO_ANSWER


def test_whoever_shows_another_certificate_is_not_the_platform(
    server: PlatformServer, card: CardOnReader, tmp_path: Path
) -> None:
    others = Papers.new(tmp_path)
    settings = replace(settings_of(server), authority=others.trusted)
    assert ask(settings, card) == NO_ANSWER
    assert not server.heard.certificates


def test_the_library_proves_itself_by_a_certificate(papers: Papers, card: CardOnReader) -> None:
    with answering(papers, asks_for_certificate=True) as server:
        settings = settings_of(server)
        assert ask(settings, card) == NO_ANSWER
        assert ask(replace(settings, certificate=papers.client), card).standing is Standing.GOOD


def test_the_library_proves_itself_by_a_key(
    server: PlatformServer, card: CardOnReader, tmp_path: Path
) -> None:
    file = tmp_path / "key"
    file.write_text(f"{API_KEY}\n", encoding="ascii")
    file.chmod(0o600)
    ask(replace(settings_of(server), api_key_file=file), card)
    ask(settings_of(server), card)
    assert server.heard.keys == [f"Bearer {API_KEY}", None]


@pytest.mark.parametrize(
    "spec",
    [CardSpec(policy=None), CardSpec(ends=START - timedelta(1)), CardSpec(digital_signature=False)],
    ids=["no policy", "ended", "usage"],
)
def test_what_can_be_seen_to_be_wrong_is_not_asked(
    server: PlatformServer, card_authority: CardAuthority, spec: CardSpec
) -> None:
    bad = card_authority.issue(spec)
    assert ask(settings_of(server), bad) == Verdict(Standing.UNKNOWN)
    assert not server.heard.certificates


def test_nothing_of_a_certificate_is_written_down(
    server: PlatformServer, card: CardOnReader, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    server.status = 500
    ask(settings_of(server), card)
    server.says = lambda _: None
    ask(settings_of(server), card)
    serial = card.certificate.serial_number
    assert "platform" in caplog.text
    assert f"{serial:x}" not in caplog.text
    assert str(serial) not in caplog.text


def test_the_days_of_our_own_certificate_are_told(server: PlatformServer, papers: Papers) -> None:
    platform = Platform.of(replace(settings_of(server), certificate=papers.client))
    assert platform.days_left(datetime.now(UTC)) == {"library.pem": 7}
    platform.close()


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (PlatformSettings(), "url"),
        (PlatformSettings("https://p.example", authority=Path("/nowhere")), "authority"),
        (PlatformSettings("https://p.example", certificate=Path("/nowhere")), "certificate"),
        (PlatformSettings("https://p.example", api_key_file=Path("/nowhere")), "api_key_file"),
    ],
    ids=["url", "authority", "certificate", "key"],
)
def test_a_setting_that_cannot_be_used_is_named(wrong: PlatformSettings, key: str) -> None:
    with pytest.raises(SettingWrong) as refused:
        Platform.of(wrong)
    assert refused.value.key == f"my_number.platform.{key}"
