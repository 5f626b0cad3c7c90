"""Two real processes deliver from one database: each letter goes out once, whoever is killed."""

import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from kiosk.central.notices.calling.caller import Caller
from kiosk.central.notices.handed import Handed, accepted
from kiosk.central.notices.letters import send_letter
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.notices import Notices
from kiosk.central.service import Service
from kiosk.central.storage.database import Database
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, NoticeState
from tests.central.clock import START, TurnedClock
from tests.central.conftest import POLICIES
from tests.central.notices.mail.server import Answers, serving
from tests.central.notices.shelf import Shelf
from tests.central.small_library import KOKORO, SERENADE

PATIENCE_S = 60  # for a machine that does much else
LETTERS = 100
IN_THE_MIDDLE = 30

# Delivers until there is nothing left, or whoever started it has ended.
DELIVERING = """
import sys
from pathlib import Path
from kiosk.central.storage.database import Database
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.mail.settings import MailSettings, Tls
from kiosk.central.notices.mail.smtp import SmtpPost
from kiosk.central.notices.notices import Notices
from kiosk.central.policy_file import read_policy
from tests.central.clock import TurnedClock
url, policy, port = sys.argv[1:]
post = SmtpPost(MailSettings(server="127.0.0.1", port=int(port), tls=Tls.NONE))
notices = Notices(Database(url), read_policy(Path(policy)), TurnedClock(), Machines(post=post))
deliveries = notices.deliveries()
deliveries.start()
sys.stdin.readline()
while list(deliveries.round()):
    pass
"""


@pytest.fixture
def written(library: Service) -> Database:
    """Letters to a hundred addresses."""
    with library.database.writing() as session:
        for number in range(LETTERS):
            address, language = f"patron-{number}@example.jp", Language.ENGLISH
            send_letter(session, LetterKind.TEST_EMAIL, address, language, now=START)
    return library.database


@pytest.fixture
def ending() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def two(ending: ExitStack, url: str, port: int) -> list["subprocess.Popen[bytes]"]:
    """Both are ready before the first begins."""
    policy = str(POLICIES / "demonstration.toml")
    command = [sys.executable, "-c", DELIVERING, url, policy, str(port)]
    both = []
    for _ in range(2):
        process = ending.enter_context(subprocess.Popen(command, stdin=subprocess.PIPE))
        ending.callback(process.kill)
        both.append(process)
    for process in both:
        assert process.stdin is not None
        process.stdin.write(b"go\n")
        process.stdin.flush()
    return both


def states(database: Database) -> dict[NoticeState, int]:
    counted = select(LetterRow.state, func.count()).group_by(LetterRow.state)
    with database.session() as session:
        return {row[0]: row[1] for row in session.execute(counted)}


def received(answers: Answers) -> Counter[str]:
    return Counter(str(message["To"]) for message in answers.taken)


def test_a_hundred_letters_arrive_once_each(
    written: Database, database_url: str, ending: ExitStack
) -> None:
    answers = Answers()
    with serving(answers) as port:
        for process in two(ending, database_url, port):
            assert process.wait(PATIENCE_S) == 0
    assert set(received(answers).values()) == {1}
    assert len(answers.taken) == LETTERS
    assert states(written) == {NoticeState.DELIVERED: LETTERS}


def test_when_one_is_killed_none_arrives_twice_and_what_it_had_is_uncertain(
    written: Database, database_url: str, ending: ExitStack, library: Service
) -> None:
    answers = Answers()
    answers.waits_s = 0.02
    with serving(answers) as port:
        first, second = two(ending, database_url, port)
        until = time.monotonic() + PATIENCE_S
        while len(answers.taken) < IN_THE_MIDDLE:
            assert time.monotonic() < until, len(answers.taken)
            time.sleep(0.005)
        first.kill()
        assert second.wait(PATIENCE_S) == 0
    in_hand = states(written).get(NoticeState.HANDING_OVER, 0)
    assert in_hand <= 1
    later = library.notices.deliveries(lambda _session: datetime.now(UTC) + timedelta(minutes=2))
    assert later.start() == in_hand
    uncertain = {NoticeState.UNCERTAIN: in_hand} if in_hand else {}
    assert states(written) == {NoticeState.DELIVERED: LETTERS - in_hand, **uncertain}
    arrived = received(answers)
    assert set(arrived.values()) == {1}
    assert LETTERS - in_hand <= len(arrived) <= LETTERS


class _BusyPhone(Caller):
    """Rings until it is told to stop."""

    def __init__(self) -> None:
        self.rings, self.stop = threading.Event(), threading.Event()
        self.count = 0

    def ring(self, number: str, ring_s: float) -> Handed:
        del number, ring_s
        self.count += 1
        self.rings.set()
        assert self.stop.wait(PATIENCE_S)
        return accepted("rang")


@pytest.mark.rule("R3")
def test_of_two_processes_one_calls_at_a_time(
    library: Service, shelf: Shelf, clock: TurnedClock
) -> None:
    shelf.lay(NoticeMethod.MISSED_CALL)
    shelf.lay(NoticeMethod.MISSED_CALL, title=KOKORO)
    phone, other_phone = _BusyPhone(), _BusyPhone()
    one, other = (
        Notices(library.database, library.policy, clock, Machines(caller=each)).deliveries()
        for each in (phone, other_phone)
    )
    calling = threading.Thread(target=lambda: list(one.round()))
    calling.start()
    assert phone.rings.wait(PATIENCE_S)
    assert list(other.round()) == []
    phone.stop.set()
    calling.join()
    assert (phone.count, other_phone.count) == (2, 0)
    assert {state for _method, state in shelf.notices()} == {NoticeState.DELIVERED}
    other_phone.stop.set()
    shelf.lay(NoticeMethod.MISSED_CALL, title=SERENADE)
    assert list(other.round()) == [accepted("rang")]
