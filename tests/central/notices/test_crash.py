"""A service that is killed while it hands something over: uncertain, and never sent again."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from kiosk.central.notices.letters import send_letter
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.notices import Notices
from kiosk.central.service import Service
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, NoticeState
from tests.central.clock import START, TurnedClock
from tests.central.conftest import POLICIES
from tests.central.notices.mail.server import Answers, serving
from tests.central.notices.scripted import ScriptedPost
from tests.central.notices.shelf import EMAIL, TELEPHONE, Shelf
from tests.central.small_library import HANAKO

# Delivers to the server of the test, which takes the text and never answers.
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
list(notices.deliveries().round())
"""


def killed_in_the_middle(database_url: str, policy_file: str) -> Answers:
    """Run a service until the mail server has the text, and kill it before the answer."""
    answers = Answers()
    answers.waits_s = 60
    with serving(answers) as port:
        command = [sys.executable, "-c", DELIVERING, database_url, policy_file, str(port)]
        with subprocess.Popen(command) as child:
            assert answers.has_text.wait(30)
            child.kill()
    return answers


@pytest.fixture
def policy_path() -> str:
    return str(POLICIES / "demonstration.toml")


def in_two_minutes(_session: object) -> datetime:
    """When nothing has been heard of the killed one for long enough."""
    return datetime.now(UTC) + timedelta(minutes=2)


def start_again(library: Service, post: ScriptedPost) -> int:
    machines = Machines(post=post)
    notices = Notices(library.database, library.policy, library.clock, machines)
    deliveries = notices.deliveries(in_two_minutes)
    uncertain = deliveries.start()
    list(deliveries.round())
    return uncertain


@pytest.mark.rule("V3")
def test_a_notice_that_was_on_its_way_is_uncertain_and_the_staff_see_it(
    library: Service, shelf: Shelf, database_url: str, policy_path: str, clock: TurnedClock
) -> None:
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE)
    shelf.lay(NoticeMethod.EMAIL)
    killed_in_the_middle(database_url, policy_path)
    assert shelf.notices() == [(NoticeMethod.EMAIL, NoticeState.HANDING_OVER)]
    post = ScriptedPost()
    assert start_again(library, post) == 1
    clock.turn(timedelta(days=2))
    assert start_again(library, post) == 0
    assert post.sent == []
    [task] = library.notices.staff_list()
    assert (task.method, task.is_uncertain) == (NoticeMethod.EMAIL, True)


def test_a_letter_that_was_on_its_way_is_uncertain_and_erased(
    library: Service, database_url: str, policy_path: str
) -> None:
    with library.database.writing() as session:
        send_letter(session, LetterKind.TEST_EMAIL, EMAIL, Language.ENGLISH, now=START)
    killed_in_the_middle(database_url, policy_path)
    assert start_again(library, ScriptedPost()) == 1
    with library.database.session() as session:
        row = session.scalars(select(LetterRow)).one()
    assert (row.state, row.to_address, row.facts) == (NoticeState.UNCERTAIN, None, None)


@pytest.mark.parametrize("is_alive", [True, False])
def test_what_another_service_has_in_hand_is_left_to_it_while_it_lives(
    library: Service, shelf: Shelf, clock: TurnedClock, *, is_alive: bool
) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(NoticeMethod.EMAIL)
    other = library.notices.deliveries()
    other.start()
    holder = other.presence.holder
    shelf.set_state(NoticeMethod.EMAIL, NoticeState.HANDING_OVER, clock.now(), holder)
    if not is_alive:
        other.end()
    machines = Machines(post=ScriptedPost())
    notices = Notices(library.database, library.policy, clock, machines)
    deliveries = notices.deliveries()
    assert deliveries.start() == (0 if is_alive else 1)
    assert list(deliveries.round()) == []
    state = NoticeState.HANDING_OVER if is_alive else NoticeState.UNCERTAIN
    assert shelf.notices() == [(NoticeMethod.EMAIL, state)]
