"""The private authority: what it issues is believed by whoever believes it, and by nobody else."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509

from kiosk.central.certificates.authority import PrivateAuthority, fingerprint_of
from kiosk.central.certificates.looking import days_left, names_in
from kiosk.domain.errors import SettingWrong
from tests.central.certificates.conftest import A_YEAR, Issuing


def test_its_key_is_kept_locked(issuer: Issuing) -> None:
    locked = issuer.authority.locked_key("correct horse")
    assert b"ENCRYPTED PRIVATE KEY" in locked
    again = PrivateAuthority.read(issuer.authority.pem, locked, "correct horse")
    assert again.certificate == issuer.authority.certificate
    with pytest.raises(ValueError, match="password"):
        PrivateAuthority.read(issuer.authority.pem, locked, "wrong horse")


def test_it_signs_no_other_authority(issuer: Issuing) -> None:
    extensions = issuer.authority.certificate.extensions
    limits = extensions.get_extension_for_class(x509.BasicConstraints).value
    assert (limits.ca, limits.path_length) == (True, 0)


def test_a_certificate_names_hosts_and_addresses(issuer: Issuing) -> None:
    path = issuer.certificate(["central.example", "192.0.2.7", "::1"])
    assert names_in(path) == ["central.example", "192.0.2.7", "::1"]


def test_days_are_counted_until_the_first_one_is_over(issuer: Issuing) -> None:
    path = issuer.certificate(good_for=timedelta(days=41))
    now = datetime.now(UTC)
    assert days_left([path, issuer.pem], now) == {path: 40, issuer.pem: 3649}
    path.write_bytes(path.read_bytes() + issuer.authority.pem)
    assert days_left([path], now + timedelta(days=41)) == {path: -1}


@pytest.mark.parametrize("content", [None, b"", b"no certificate", b"\xff" * 99])
def test_what_is_no_certificate_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "central.pem"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SettingWrong) as wrong:
        days_left([path])
    assert wrong.value.file == str(path)


def test_its_fingerprint_is_what_openssl_says(issuer: Issuing) -> None:
    said = fingerprint_of(issuer.authority.certificate)
    assert len(said) == 32 * 3 - 1
    assert set(said) <= set("0123456789ABCDEF:")


def test_what_it_issues_is_good_from_an_hour_ago(issuer: Issuing) -> None:
    before = datetime.now(UTC)
    issued = x509.load_pem_x509_certificate(issuer.authority.issue(["a"], before, A_YEAR))
    assert before - issued.not_valid_before_utc < timedelta(hours=1, seconds=1)
