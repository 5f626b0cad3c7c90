"""着信履歴 on a real wire: a phone rings once, and nobody is left on the line (rule R3)."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from kiosk.central.notices.calling.baresip import BaresipCaller
from kiosk.central.notices.calling.settings import CallSettings
from kiosk.central.notices.handed import Handed, accepted, later, refused, unknown
from tests.central.notices.calling.phone import LOOPBACK, Hears, Phone, Says, Step, Waits

NUMBER = "09012345678"
RINGS_S = 0.5
needs_a_phone = pytest.mark.skipif(
    shutil.which("sipp") is None or shutil.which("baresip") is None,
    reason="needs Debian's baresip and sip-tester, which tools/setup.sh test brings",
)
HUNG_UP_WHILE_RINGING = (
    Hears("CANCEL"),
    Says(200, to_invite=False),
    Says(487),
    Hears("ACK"),
)
ANSWERED = (Says(200), Hears("ACK"), Hears("BYE", limit_ms=1000), Says(200, to_invite=False))


def settings(port: int, **more: object) -> CallSettings:
    options = {"local_address": LOOPBACK, "unheard_s": 5.0, **more}
    return CallSettings(account=f"sip:library@{LOOPBACK}:{port}", **options)  # type: ignore[arg-type]


def ring(folder: Path, steps: Sequence[Step], **more: object) -> tuple[Handed, Phone]:
    """Call a phone that does these steps; all of them must have come to pass."""
    with Phone(folder, steps) as phone:
        handed = BaresipCaller(settings(phone.port, **more)).ring(NUMBER, RINGS_S)
        assert phone.is_satisfied(), (handed, phone.heard())
    return handed, phone


@needs_a_phone
@pytest.mark.rule("R3")
def test_a_phone_rings_once_and_is_hung_up(tmp_path: Path) -> None:
    handed, phone = ring(tmp_path, [Says(180), *HUNG_UP_WHILE_RINGING])
    assert handed == accepted("rang")
    assert [name for name in phone.heard() if name != "100"] == [
        "INVITE",
        "180",
        "CANCEL",
        "200",
        "487",
        "ACK",
    ]


@needs_a_phone
@pytest.mark.rule("R3")
def test_who_answers_by_mistake_is_hung_up_within_a_second(tmp_path: Path) -> None:
    handed, phone = ring(tmp_path, [Says(180), Waits(100), *ANSWERED])
    assert handed == accepted("answered")
    assert phone.heard() == ["INVITE", "180", "200", "ACK", "BYE", "200"]


@needs_a_phone
@pytest.mark.rule("R3")
def test_a_machine_that_answers_at_once_is_hung_up_too(tmp_path: Path) -> None:
    handed, phone = ring(tmp_path, ANSWERED)
    assert handed == accepted("answered")
    assert "BYE" in phone.heard()


@needs_a_phone
def test_who_answers_while_we_hang_up_is_not_left_on_the_line(tmp_path: Path) -> None:
    crossing = (Hears("CANCEL"), Says(200, to_invite=False), *ANSWERED)
    handed, phone = ring(tmp_path, [Says(180), *crossing])
    assert handed == accepted("rang")
    assert phone.heard()[-2:] == ["BYE", "200"]


@needs_a_phone
@pytest.mark.rule("R3")
@pytest.mark.parametrize(
    ("status", "handed"),
    [
        (486, refused("busy")),
        (480, refused("not_reachable")),
        (404, refused("no_such_number")),
        (503, later("exchange_refused_503")),
    ],
)
def test_a_phone_that_does_not_ring_is_told_by_its_reason(
    tmp_path: Path, status: int, handed: Handed
) -> None:
    answer, _phone = ring(tmp_path, [Says(status), Hears("ACK")])
    assert answer == handed


@needs_a_phone
def test_a_phone_that_is_refused_while_it_rings_has_rung(tmp_path: Path) -> None:
    handed, _phone = ring(tmp_path, [Says(180), Says(486), Hears("ACK")])
    assert handed == accepted("rang")


@needs_a_phone
def test_a_tone_that_may_be_an_announcement_leaves_it_unknown(tmp_path: Path) -> None:
    handed, _phone = ring(tmp_path, [Says(183), *HUNG_UP_WHILE_RINGING], unheard_s=1.0)
    assert handed == unknown("perhaps_rang")


@needs_a_phone
def test_a_phone_that_is_busy_after_a_tone_was_busy(tmp_path: Path) -> None:
    handed, _phone = ring(tmp_path, [Says(183), Says(486), Hears("ACK")])
    assert handed == refused("busy")


@needs_a_phone
def test_an_exchange_that_does_not_answer_never_lets_it_ring() -> None:
    nobody = settings(9, unheard_s=1.0)
    assert BaresipCaller(nobody).ring(NUMBER, RINGS_S) in {
        refused("never_rang"),
        later("exchange_not_reached"),
    }


@needs_a_phone
def test_the_number_is_dialled_behind_the_prefix_of_the_exchange(tmp_path: Path) -> None:
    _handed, phone = ring(tmp_path, [Says(180), *HUNG_UP_WHILE_RINGING], prefix="0")
    assert phone.called() == f"0{NUMBER}"


def test_without_the_program_the_telephone_may_be_tried_later(tmp_path: Path) -> None:
    missing = settings(9, program=tmp_path / "baresip")
    assert BaresipCaller(missing).ring(NUMBER, RINGS_S) == later("telephone_not_started")


def test_what_is_no_number_is_not_dialled() -> None:
    with pytest.raises(AssertionError):
        BaresipCaller(settings(9)).ring("090-1234;transport=tcp", RINGS_S)
