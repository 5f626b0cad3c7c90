"""A permit says what it says to this library only."""

from base64 import urlsafe_b64decode, urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.central.database import Database
from kiosk.central.lending.permits import Grant, Seal
from kiosk.domain.errors import PermitEnded
from kiosk.domain.reservations import Permit
from tests.central.clock import START
from tests.central.small_library import BOTCHAN, HANAKO, KIOSK

GRANT = Grant("0123456789abcdef", KIOSK, HANAKO, BOTCHAN, START)
SEAL = Seal(bytes(32))


def test_what_was_sealed_is_read_again() -> None:
    assert SEAL.open(SEAL.close(GRANT)) == GRANT


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
