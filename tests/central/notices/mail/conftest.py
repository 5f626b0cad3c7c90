"""A letter in its envelope, and a mail server that takes it."""

from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from kiosk.central.notices.mail.envelope import Envelope, enclose
from kiosk.domain.looks import Language
from kiosk.words.letters import Letter
from tests.central.clock import START
from tests.central.notices.mail.server import Answers, serving

LETTER = Letter("【みなと市立図書館】ご予約の資料が用意できました", "書名：坊っちゃん\n.5\n")
ENVELOPE = Envelope(
    id="notice-1",
    library="みなと市立図書館",
    sender="toshokan@library.example",
    recipient="hanako@example.jp",
    languages=(Language.JAPANESE, Language.ENGLISH),
    written_at=START,
)


@pytest.fixture
def message() -> EmailMessage:
    return enclose(LETTER, ENVELOPE)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def port(answers: Answers) -> Iterator[int]:
    with serving(answers) as number:
        yield number
