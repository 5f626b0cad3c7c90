from datetime import datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import CertificateRevocationList

from kiosk.central.my_number.authority import Standing
from kiosk.central.my_number.trust_folder import TrustFolder
from kiosk.domain.errors import SettingWrong
from tests.central.card_authority import CardAuthority, CardOnReader, CardSpec
from tests.central.clock import START

DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path, card_authority: CardAuthority) -> Path:
    """One anchor that issued the cards, and one of another generation with the same name."""
    for authority, name in ((CardAuthority.new(), "2019.pem"), (card_authority, "2023.pem")):
        (tmp_path / name).write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    return tmp_path


def trusting(folder: Path) -> TrustFolder:
    """Without asking for a list of every authority."""
    return TrustFolder(folder, needs_lists=False)


def standing(trust: TrustFolder, card: CardOnReader, at: datetime = START) -> Standing:
    return trust.verdict(card.certificate, at).standing


def lay(folder: Path, listed: CertificateRevocationList, name: str = "revoked.crl") -> None:
    """As whoever fetches lists should: beside the old one, then renamed."""
    beside = folder / "fetched"
    beside.write_bytes(listed.public_bytes(Encoding.PEM))
    beside.rename(folder / name)


def test_any_of_several_generations_is_trusted(folder: Path, card_authority: CardAuthority) -> None:
    card = card_authority.issue()
    assert standing(trusting(folder), card) is Standing.GOOD


def test_an_authority_whose_own_time_is_over_is_not_trusted(
    folder: Path, card_authority: CardAuthority
) -> None:
    after = card_authority.certificate.not_valid_after_utc + DAY
    card = card_authority.issue(CardSpec(ends=after + DAY))
    trust = trusting(folder)
    assert standing(trust, card, after) is Standing.UNKNOWN


def test_a_revoked_card_is_on_the_list(folder: Path, card_authority: CardAuthority) -> None:
    lost, kept = card_authority.issue(), card_authority.issue()
    listed = card_authority.revoke(lost).public_bytes(Encoding.PEM)
    (folder / "revoked.crl").write_bytes(listed)
    trust = trusting(folder)
    assert standing(trust, lost) is Standing.REVOKED
    assert standing(trust, kept) is Standing.GOOD


def test_a_list_that_is_out_of_date_says_nothing_good(
    folder: Path, card_authority: CardAuthority
) -> None:
    lost, kept = card_authority.issue(), card_authority.issue()
    listed = card_authority.revoke(lost, until=START).public_bytes(Encoding.PEM)
    (folder / "revoked.crl").write_bytes(listed)
    trust = trusting(folder)
    assert standing(trust, kept, START + DAY) is Standing.UNKNOWN
    assert standing(trust, lost, START + DAY) is Standing.REVOKED


def test_a_list_that_somebody_else_signed_is_not_heard(
    folder: Path, card_authority: CardAuthority
) -> None:
    card = card_authority.issue()
    lay(folder, CardAuthority.new().revoke(card))
    assert standing(trusting(folder), card) is Standing.GOOD


@pytest.mark.parametrize("name", ["broken.pem", "broken.crl"])
def test_a_broken_file_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("-----BEGIN NOTHING-----")
    with pytest.raises(SettingWrong, match=name):
        TrustFolder(folder)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong, match="nowhere"):
        TrustFolder(tmp_path / "nowhere")


def test_without_a_list_nobody_says_that_a_card_is_good(
    folder: Path, card_authority: CardAuthority
) -> None:
    card = card_authority.issue()
    trust = TrustFolder(folder)
    assert standing(trust, card) is Standing.UNKNOWN
    lay(folder, card_authority.revoke())
    assert standing(trust, card) is Standing.GOOD


def test_a_new_list_counts_from_the_next_card_on(
    folder: Path, card_authority: CardAuthority
) -> None:
    lost = card_authority.issue()
    lay(folder, card_authority.revoke())
    trust = trusting(folder)
    assert standing(trust, lost) is Standing.GOOD
    lay(folder, card_authority.revoke(lost))
    assert standing(trust, lost) is Standing.REVOKED


def test_a_list_may_be_in_der(folder: Path, card_authority: CardAuthority) -> None:
    lost = card_authority.issue()
    listed = card_authority.revoke(lost).public_bytes(Encoding.DER)
    (folder / "revoked.crl").write_bytes(listed)
    assert standing(trusting(folder), lost) is Standing.REVOKED


def test_a_list_that_arrives_broken_changes_nothing(
    folder: Path, card_authority: CardAuthority, caplog: pytest.LogCaptureFixture
) -> None:
    lost, kept = card_authority.issue(), card_authority.issue()
    lay(folder, card_authority.revoke(lost))
    trust = TrustFolder(folder)
    (folder / "revoked.crl").write_text("half a li")
    assert standing(trust, lost) is Standing.REVOKED
    assert standing(trust, kept) is Standing.GOOD
    assert "the former count" in caplog.text


def test_another_generation_is_believed_as_soon_as_it_lies_there(
    folder: Path,
) -> None:
    newer = CardAuthority.new()
    card, trust = newer.issue(), trusting(folder)
    assert standing(trust, card) is Standing.UNKNOWN
    (folder / "2027.pem").write_bytes(newer.certificate.public_bytes(Encoding.PEM))
    assert standing(trust, card) is Standing.GOOD


def test_a_list_of_one_generation_says_nothing_of_another(
    folder: Path, card_authority: CardAuthority
) -> None:
    """Both bear the same name: only their keys tell them apart."""
    newer = CardAuthority.new()
    card = newer.issue()
    (folder / "2027.pem").write_bytes(newer.certificate.public_bytes(Encoding.PEM))
    lay(folder, card_authority.revoke())
    assert standing(TrustFolder(folder), card) is Standing.UNKNOWN


def test_days_that_are_left_are_told_by_file(folder: Path, card_authority: CardAuthority) -> None:
    lay(folder, card_authority.revoke(until=START + 6 * DAY))
    left = TrustFolder(folder).days_left(START)
    assert left["revoked.crl"] == 6
    assert left["2023.pem"] == (card_authority.certificate.not_valid_after_utc - START).days
    assert set(left) == {"2019.pem", "2023.pem", "revoked.crl"}
