"""A permit says what it says to this library only."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import replace

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from kiosk.central.lending.permits import _PURPOSE, Grant, Seal
from kiosk.central.storage.database import Database
from kiosk.domain.channels import Channel
from kiosk.domain.errors import PermitEnded
from kiosk.domain.reservations import Permit
from tests.central.clock import START
from tests.central.small_library import BOTCHAN, HANAKO, KIOSK

GRANT = Grant("0123456789abcdef", KIOSK, HANAKO, BOTCHAN, START)
SEAL = Seal(bytes(32))


def test_what_was_sealed_is_read_again() -> None:
    assert SEAL.open(SEAL.close(GRANT)) == GRANT


@pytest.mark.rule("R3")
def test_the_channel_is_sealed_too() -> None:
    at_home = replace(GRANT, channel=Channel.INTERNET)
    assert SEAL.open(SEAL.close(at_home)) == at_home


def test_a_permit_sealed_before_there_were_channels_is_a_kiosks() -> None:
    words = [GRANT.id, GRANT.kiosk, GRANT.patron, GRANT.title, int(GRANT.issued_at.timestamp())]
    nonce = bytes(12)
    former = AESGCM(bytes(32)).encrypt(nonce, json.dumps(words).encode(), _PURPOSE)
    assert SEAL.open(Permit(urlsafe_b64encode(nonce + former).decode())) == GRANT


def test_a_kiosk_can_read_nothing_of_it() -> None:
    bare = urlsafe_b64decode(SEAL.close(GRANT))
    assert HANAKO.encode() not in bare
    assert BOTCHAN.encode() not in bare


def test_two_permits_for_the_same_do_not_look_alike() -> None:
    assert SEAL.close(GRANT)[:20] != SEAL.close(GRANT)[:20]


@given(st.data())
def test_a_changed_permit_is_none(data: st.DataObject) -> None:
    bare = bytearray(urlsafe_b64decode(SEAL.close(GRANT)))
    place = data.draw(st.integers(0, len(bare) - 1))
    bare[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(PermitEnded):
        SEAL.open(Permit(urlsafe_b64encode(bytes(bare)).decode()))


@pytest.mark.parametrize("permit", ["", "a", "none", "許可", "AAAA", "A" * 200])
def test_what_was_never_sealed_is_no_permit(permit: str) -> None:
    with pytest.raises(PermitEnded):
        SEAL.open(Permit(permit))


def test_a_permit_of_another_library_is_none_here() -> None:
    with pytest.raises(PermitEnded):
        Seal(b"1" * 32).open(SEAL.close(GRANT))


def test_the_key_is_made_once(database: Database) -> None:
    permit = Seal.of(database).close(GRANT)
    assert Seal.of(database).open(permit) == GRANT
