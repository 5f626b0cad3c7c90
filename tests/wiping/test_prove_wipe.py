"""`kiosk prove-wipe`: a sound panel passes, and one that keeps something does not."""

import json
import sys

import pytest

from kiosk.commands.prove_wipe import prove, tell
from kiosk.wiping.finding import Finding
from kiosk.wiping.plays import play_named

LEAKY = (sys.executable, "-m", "tests.wiping.leaky_panel")
CLEAN = Finding("logout", "the spare", {}, {}, {}, {"query": 3})


@pytest.mark.slow
def test_nothing_stays_of_who_searched_signed_in_reserved_and_logged_out() -> None:
    (finding,) = prove([play_named("logout after reserving")])
    assert finding.is_clean, finding
    assert finding.known, "the canaries were never in the process: nothing is proved"


@pytest.mark.slow
def test_nothing_stays_of_an_address_a_code_and_a_password_that_were_typed() -> None:
    plays = ("a forgotten password given up", "logout after changing details")
    forgotten, changed = prove([play_named(name) for name in plays])
    assert forgotten.is_clean, forgotten
    assert changed.is_clean, changed


@pytest.mark.slow
def test_what_a_leaky_panel_keeps_is_found_in_all_three_places() -> None:
    (finding,) = prove([play_named("idle, signed in by PIN")], LEAKY)
    assert "query in Query" in finding.objects
    assert finding.files == {"query in home/diary": 1}
    assert not finding.is_clean


@pytest.mark.slow
def test_what_the_next_process_reads_of_the_former_one_is_found() -> None:
    plays = [play_named("home, a password still owed"), play_named("killed while signed in")]
    *_, finding = prove(plays, LEAKY)
    assert finding.next_process.get("query")


def test_a_proof_without_findings_ends_well(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell(iter([CLEAN]), as_json=False) == 0
    assert "logout" in capsys.readouterr().out


@pytest.mark.parametrize("where", ["objects", "files", "next_process"])
def test_a_canary_in_any_place_fails_the_proof(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing: dict[str, int] = {}
    found = dict.fromkeys(("objects", "files", "next_process"), nothing) | {where: {"card": 2}}
    finding = Finding("idle", "the spare", **found)
    assert tell(iter([CLEAN, finding]), as_json=True) == 1
    told = json.loads(capsys.readouterr().out)
    assert not told["is_clean"]
    assert [each["is_clean"] for each in told["endings"]] == [True, False]
    assert told["endings"][1][where] == {"card": 2}


def test_what_remains_in_the_ended_process_is_told_and_not_judged() -> None:
    assert CLEAN.is_clean
