from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding

from kiosk.central.my_number.authority import Standing
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.domain.errors import SettingWrong
from tests.central.card_authority import CardAuthority, CardSpec
from tests.central.clock import START

DAY = timedelta(days=1)


@pytest.fixture
def folder(tmp_path: Path, card_authority: CardAuthority) -> Path:
    """One anchor that issued the cards, and one of another generation with the same name."""
    for authority, name in ((CardAuthority.new(), "2019.pem"), (card_authority, "2023.pem")):
        (tmp_path / name).write_bytes(authority.certificate.public_bytes(Encoding.PEM))
    return tmp_path


def test_any_of_several_generations_is_trusted(folder: Path, card_authority: CardAuthority) -> None:
    card = card_authority.issue()
    assert LocalTrust.of_folder(folder).standing(card.certificate, START) is Standing.GOOD


def test_an_authority_whose_own_time_is_over_is_not_trusted(
    folder: Path, card_authority: CardAuthority
) -> None:
    after = card_authority.certificate.not_valid_after_utc + DAY
    card = card_authority.issue(CardSpec(ends=after + DAY))
    trust = LocalTrust.of_folder(folder)
    assert trust.standing(card.certificate, after) is Standing.UNKNOWN


def test_a_revoked_card_is_on_the_list(folder: Path, card_authority: CardAuthority) -> None:
    lost, kept = card_authority.issue(), card_authority.issue()
    listed = card_authority.revoke(lost).public_bytes(Encoding.PEM)
    (folder / "revoked.crl").write_bytes(listed)
    trust = LocalTrust.of_folder(folder)
    assert trust.standing(lost.certificate, START) is Standing.REVOKED
    assert trust.standing(kept.certificate, START) is Standing.GOOD


def test_a_list_that_is_out_of_date_says_nothing_good(
    folder: Path, card_authority: CardAuthority
) -> None:
    lost, kept = card_authority.issue(), card_authority.issue()
    listed = card_authority.revoke(lost, until=START).public_bytes(Encoding.PEM)
    (folder / "revoked.crl").write_bytes(listed)
    trust = LocalTrust.of_folder(folder)
    assert trust.standing(kept.certificate, START + DAY) is Standing.UNKNOWN
    assert trust.standing(lost.certificate, START + DAY) is Standing.REVOKED


def test_a_list_that_somebody_else_signed_is_not_heard(
    folder: Path, card_authority: CardAuthority
) -> None:
    card = card_authority.issue()
    forged = CardAuthority.new().revoke(card).public_bytes(Encoding.PEM)
    (folder / "revoked.crl").write_bytes(forged)
    assert LocalTrust.of_folder(folder).standing(card.certificate, START) is Standing.GOOD


@pytest.mark.parametrize("name", ["broken.pem", "broken.crl"])
def test_a_broken_file_is_named(folder: Path, name: str) -> None:
    (folder / name).write_text("-----BEGIN NOTHING-----")
    with pytest.raises(SettingWrong, match=name):
        LocalTrust.of_folder(folder)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong, match="nowhere"):
        LocalTrust.of_folder(tmp_path / "nowhere")
