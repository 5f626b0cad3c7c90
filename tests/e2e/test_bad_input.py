"""Bad input at the real command line: one clear sentence, status 2, and nothing lost."""

import os
import subprocess
import sys
import time

from kiosk.central.data_folder import holding
from kiosk.commands.folder import only_one
from kiosk.events import Event, LineCameBack, LineWentDown
from kiosk.services.central.http import CentralHttp
from kiosk.services.central.limits import LineLimits
from kiosk.services.central.line import LineWatch
from kiosk.services.kiosk_key import read_key
from kiosk.settings import read_settings
from kiosk.supervisor.service import Service
from tests.e2e.conftest import Library

PATIENCE_S = 60.0
KIOSK = (sys.executable, "-m", "kiosk")


def kiosk(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*KIOSK, *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )


def refused(ended: subprocess.CompletedProcess[str]) -> str:
    """The one sentence that it said."""
    assert (ended.returncode, ended.stdout) == (2, ""), ended.stderr
    assert len(ended.stderr.splitlines()) == 1, ended.stderr
    [sentence] = ended.stderr.splitlines()
    return sentence


def test_a_search_says_what_it_found_and_nothing_else(library: Library) -> None:
    found = kiosk("search", "猫", *library.named)
    assert (found.returncode, found.stderr) == (0, "")
    assert "吾輩は猫である" in found.stdout


def test_a_wrong_setting_is_named_with_file_line_and_what_is_allowed(library: Library) -> None:
    before = library.rows()
    with library.settings_file.open("a", encoding="utf-8") as file:
        file.write("answer_s = 99\n")
    expected = f"{library.settings_file}, line 5: central.answer_s: allowed is a number, from 0.5"
    assert expected in refused(kiosk("search", "猫", *library.named))
    assert library.rows() == before


def test_a_wrong_variable_is_named(library: Library) -> None:
    sentence = refused(kiosk("run", *library.named, KIOSK_KIOSK_NUMBER="000"))
    assert sentence.startswith("kiosk: environment: KIOSK_KIOSK_NUMBER: allowed is text, three")


def test_a_search_with_a_wrong_policy_gives_up_at_once(library: Library) -> None:
    before = library.rows()
    line = library.spoil_policy()
    sentence = refused(kiosk("search", "猫", *library.named))
    assert sentence == (
        f"kiosk: {library.policy}, line {line}: session.idle_minutes: "
        "allowed is a whole number, from 1 to 60 (found: 99)"
    )
    assert library.rows() == before


def test_another_kiosk_on_the_same_folder_is_refused(library: Library) -> None:
    with only_one(library.data):
        assert f"another kiosk is running on {library.data}" in refused(
            kiosk("run", *library.named, QT_QPA_PLATFORM="offscreen")
        )


def test_a_second_service_on_the_same_folder_is_refused(library: Library) -> None:
    before = library.rows()
    with holding(library.data):
        sentence = refused(kiosk("search", "猫", *library.named))
    assert sentence == f"kiosk: {library.data}: another service holds this data folder"
    assert library.rows() == before


def test_a_kiosk_goes_on_without_its_service_and_has_it_back_once_the_policy_is_mended(
    library: Library,
) -> None:
    line = library.spoil_policy()
    settings = read_settings(library.settings_file, {})
    said: list[str] = []
    events: list[Event] = []
    command = [*KIOSK, "central", "serve", "--beside-kiosk", *library.named]
    service = Service(command, settings.socket, say=said.append)
    limits = LineLimits(connect_s=0.5)
    http = CentralHttp.over_socket(settings.socket, read_key(settings.kiosk_key_file), limits)
    watch = LineWatch(http, events.append)

    def until(kind: type[Event]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not any(isinstance(event, kind) for event in events):
            assert time.monotonic() < end, (events, said)
            service.keep_running()
            watch.look()

    until(LineWentDown)
    ends = len(said)
    while not ends:  # the line went down before the first start had failed
        service.keep_running()
        service.wait(1)
        ends = len(said)
    library.mend_policy()
    until(LineCameBack)
    service.stop()
    http.close()
    assert len(said) == 1
    assert f"{library.policy}, line {line}: session.idle_minutes" in said[0]
