"""Letters go out with their code, and then nothing of it stays (rules L5 and L6)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.central.notices.handed import Handed, accepted, later, refused, unknown
from kiosk.central.notices.letters import send_letter
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.notices import Notices
from kiosk.central.service import Service
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterId, LetterKind, NoticeState
from tests.central.clock import TurnedClock
from tests.central.notices.scripted import ScriptedPost

ADDRESS, CODE = "haruka@example.jp", "481516"
Deliver = Callable[[ScriptedPost | None], list[Handed]]


@pytest.fixture
def deliver(service: Service) -> Deliver:
    def round_with(post: ScriptedPost | None) -> list[Handed]:
        machines = Machines(post=post)
        notices = Notices(service.database, service.policy, service.clock, machines)
        return list(notices.deliveries().round())

    return round_with


@pytest.fixture
def letter(service: Service) -> LetterId:
    with service.database.writing() as session:
        return send_letter(
            session,
            LetterKind.CONFIRM_EMAIL,
            ADDRESS,
            Language.JAPANESE,
            now=service.clock.now(),
            code=CODE,
        )


def kept(service: Service) -> tuple[str | None, dict[str, str] | None]:
    with service.database.session() as session:
        row = session.scalars(select(LetterRow)).one()
        return row.to_address, row.facts


@pytest.mark.rule("L6")
def test_a_code_goes_to_the_address_and_is_erased(
    service: Service, letter: LetterId, deliver: Deliver
) -> None:
    post = ScriptedPost()
    assert deliver(post) == [accepted("sent")]
    [message] = post.sent
    assert (message["To"], message["Subject"]) == (
        ADDRESS,
        "【みなと市立図書館】メールアドレスの確認",
    )
    assert CODE in message.get_content()
    assert service.notices.letter_state(letter) is NoticeState.DELIVERED
    assert kept(service) == (None, None)


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (refused("address_refused_550"), NoticeState.FAILED),
        (unknown("no_answer"), NoticeState.UNCERTAIN),
    ],
)
def test_what_failed_or_is_uncertain_is_erased_too(
    service: Service, letter: LetterId, deliver: Deliver, answer: Handed, state: NoticeState
) -> None:
    deliver(ScriptedPost(answer))
    assert service.notices.letter_state(letter) is state
    assert kept(service) == (None, None)
    assert deliver(ScriptedPost()) == []


def test_what_is_tried_again_keeps_its_code_until_then(
    service: Service, letter: LetterId, deliver: Deliver, clock: TurnedClock
) -> None:
    post = ScriptedPost(later("address_not_now_451"), accepted("sent"))
    deliver(post)
    assert kept(service) == (ADDRESS, {"code": CODE})
    clock.turn(timedelta(minutes=2))
    deliver(post)
    assert service.notices.letter_state(letter) is NoticeState.DELIVERED
    assert kept(service) == (None, None)


def test_without_a_machine_a_letter_fails_at_once(
    service: Service, letter: LetterId, deliver: Deliver
) -> None:
    assert not service.notices.can_send_email
    deliver(None)
    assert service.notices.letter_state(letter) is NoticeState.FAILED
    assert kept(service) == (None, None)


def test_what_opens_a_card_is_told_in_every_language_of_a_notice(
    service: Service, deliver: Deliver
) -> None:
    post = ScriptedPost()
    kind, facts = LetterKind.CERTIFICATE_ENDS, {"until": "2027-02-10"}
    with service.database.writing() as session:
        now = service.clock.now()
        send_letter(session, kind, ADDRESS, Language.JAPANESE, now=now, **facts)
    deliver(post)
    [message] = post.sent
    japanese, english = message.get_content().split("--------------------")
    assert "2027年2月10日で終わります" in japanese
    assert "ends on 10 February 2027" in english


def test_a_letter_that_was_erased_has_no_state(service: Service) -> None:
    assert service.notices.letter_state(LetterId("gone")) is None
