"""OpenSC, which was written by others for real cards, takes the virtual card for one."""

import shutil
import subprocess
from collections.abc import Iterator

import pytest
from cryptography.x509 import load_der_x509_certificate

from tests.devices.private_pcscd import PrivatePcscd
from tests.devices.virtual_card import AUTH_CERTIFICATE, VirtualCard
from tests.devices.watched_desk import WatchedDesk

pytestmark = pytest.mark.skipif(
    shutil.which("opensc-tool") is None, reason="Debian's opensc is not installed"
)


@pytest.fixture
def card(pcscd: PrivatePcscd) -> Iterator[VirtualCard]:
    desk = WatchedDesk(pcscd, 1)
    card = VirtualCard.of_the_test_authority()
    card.auth_pin.tries_left = 2
    desk.lay_down(card)
    yield card
    desk.close()


def said_by(*command: str) -> str:
    ran = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    return ran.stdout


def test_it_knows_the_card_by_name(card: VirtualCard) -> None:
    assert said_by("opensc-tool", "-n").strip() == "jpki"


def test_it_lists_the_certificates_and_the_tries_of_both_pins(card: VirtualCard) -> None:
    said = said_by("pkcs15-tool", "--list-certificates", "--list-pins")
    objects = {part.splitlines()[0]: part for part in said.strip().split("\n\n")}
    serial = load_der_x509_certificate(card.files[AUTH_CERTIFICATE]).serial_number
    assert f"{serial:X}" in objects["X.509 Certificate [User Authentication Certificate]"]
    assert "private" in objects["X.509 Certificate [Digital Signature Certificate]"]
    assert "Tries left     : 2" in objects["PIN [User Authentication PIN]"]
    assert "Tries left     : 5" in objects["PIN [Digital Signature PIN]"]
    assert not card.verifies
