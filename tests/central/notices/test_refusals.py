"""Who left before the answer came is told that it was no, by the method of the wish (rule R3)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from kiosk.central.jobs.refusals import erase_refusals
from kiosk.central.lending.late import KEPT
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.mail.settings import MailSettings, Tls
from kiosk.central.notices.mail.smtp import SmtpPost
from kiosk.central.notices.notices import Notices
from kiosk.central.service import Service
from kiosk.central.tables.refusals import RefusalRow
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import AlreadyReserved, LimitReached
from kiosk.domain.notices import NoticeId, NoticeState, StaffOutcome
from kiosk.domain.refusals import REFUSALS, facts_of, refusal_of
from kiosk.domain.reservation_numbers import reservation_number
from kiosk.domain.reservations import Permit, ReservationId, Wish
from tests.central.clock import TurnedClock
from tests.central.notices.mail.server import LOOPBACK, Answers, serving
from tests.central.notices.shelf import EMAIL, FAX, TELEPHONE, Shelf
from tests.central.small_library import BOTCHAN, EAST, HANAKO, KIOSK, MAIN

BY_EMAIL, BY_TELEPHONE, BY_CALL, BY_FAX = list(NoticeMethod)[:4]
NUMBER = reservation_number(1, 2)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def port(answers: Answers) -> Iterator[int]:
    with serving(answers) as port:
        yield port


def permit(library: Service) -> Permit:
    return library.lending.options(HANAKO, BOTCHAN, KIOSK, MAIN, Channel.KIOSK).permit


def refuse(library: Service, shelf: Shelf, method: NoticeMethod) -> None:
    """The kiosk kept a wish; when it is sent the patron has reserved the title elsewhere."""
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE, fax=FAX)
    kept, other = permit(library), permit(library)
    quicker = Wish(_id(1), reservation_number(1, 1), other, MAIN, NoticeMethod.NONE)
    library.lending.reserve(KIOSK, quicker)
    for _ in range(2):
        with pytest.raises(AlreadyReserved):
            library.lending.reserve(KIOSK, Wish(_id(2), NUMBER, kept, EAST, method), has_left=True)


def _id(number: int) -> ReservationId:
    return ReservationId(f"00000000-0000-0000-0000-{number:012}")


def deliver(library: Service, port: int) -> None:
    post = SmtpPost(MailSettings(server=LOOPBACK, port=port, tls=Tls.NONE, answer_s=5.0))
    notices = Notices(library.database, library.policy, library.clock, Machines(post=post))
    list(notices.deliveries().round())


def row(library: Service) -> RefusalRow:
    with library.database.session() as session:
        return session.scalars(select(RefusalRow)).one()


@pytest.mark.rule("R3")
def test_an_e_mail_says_which_title_under_which_number_and_why(
    library: Service, shelf: Shelf, answers: Answers, port: int
) -> None:
    refuse(library, shelf, BY_EMAIL)
    deliver(library, port)
    deliver(library, port)
    [letter] = answers.taken
    assert answers.recipients == [EMAIL]
    assert "ご予約をお受けできませんでした" in letter["Subject"]
    text = letter.get_content()
    for told in ("書名：坊っちゃん", f"予約番号：{NUMBER}", "It could not be made.", "My Library"):
        assert told in text
    assert library.notices.staff_list() == ()


@pytest.mark.rule("R3", "V3")
@pytest.mark.parametrize(
    ("method", "contact"), [(BY_TELEPHONE, TELEPHONE), (BY_CALL, TELEPHONE), (BY_FAX, FAX)]
)
def test_what_no_e_mail_says_the_staff_say(
    library: Service, shelf: Shelf, method: NoticeMethod, contact: str
) -> None:
    refuse(library, shelf, method)
    [task] = library.notices.staff_list(EAST)
    assert (task.method, task.contact, task.number) == (method, contact, NUMBER)
    assert (task.title, task.patron) == ("坊っちゃん", HANAKO)
    assert isinstance(task.refused, AlreadyReserved)
    assert library.notices.staff_list(MAIN) == ()


def test_an_e_mail_that_is_not_taken_is_the_staffs(
    library: Service, shelf: Shelf, answers: Answers, port: int
) -> None:
    answers.rcpt = "550 no such user"
    refuse(library, shelf, BY_EMAIL)
    deliver(library, port)
    [task] = library.notices.staff_list()
    assert (task.method, task.why) == (BY_EMAIL, "address_refused_550")
    assert library.notices.outcome(task.notice, StaffOutcome.WRONG_NUMBER)
    [task] = library.notices.staff_list()
    assert (task.method, task.contact) == (BY_TELEPHONE, TELEPHONE)


def test_who_was_told_is_forgotten_and_the_answer_stays(library: Service, shelf: Shelf) -> None:
    refuse(library, shelf, BY_TELEPHONE)
    assert library.notices.outcome(NoticeId(_id(2)), StaffOutcome.REACHED)
    assert not library.notices.outcome(NoticeId(_id(2)), StaffOutcome.REACHED)
    assert library.notices.staff_list() == ()
    told = row(library)
    assert (told.state, told.patron_id, told.title_name) == (NoticeState.DONE_BY_STAFF, None, None)
    assert told.facts == {"why": "AlreadyReserved"}


def test_who_did_not_answer_is_called_again_later(
    library: Service, shelf: Shelf, clock: TurnedClock
) -> None:
    refuse(library, shelf, BY_TELEPHONE)
    library.notices.outcome(NoticeId(_id(2)), StaffOutcome.NO_ANSWER)
    [task] = library.notices.staff_list()
    later = timedelta(hours=library.policy.notice.no_answer_hours)
    assert task.again_from == clock.now() + later


def test_whom_a_letter_reached_is_forgotten_within_the_hour(
    library: Service, shelf: Shelf, port: int
) -> None:
    refuse(library, shelf, BY_EMAIL)
    erase_refusals(library)
    assert row(library).patron_id == HANAKO
    deliver(library, port)
    erase_refusals(library)
    assert (row(library).patron_id, row(library).state) == (None, NoticeState.DELIVERED)


def test_after_a_month_nothing_is_left(library: Service, shelf: Shelf, clock: TurnedClock) -> None:
    refuse(library, shelf, BY_TELEPHONE)
    clock.turn(KEPT)
    assert erase_refusals(library) == 0
    clock.turn(timedelta(seconds=1))
    assert erase_refusals(library) == 1


def test_every_refusal_is_kept_as_it_was() -> None:
    limit = LimitReached(7, "cd")
    assert refusal_of(facts_of(limit)) == limit
    for kind in REFUSALS:
        if kind is not LimitReached:
            assert type(refusal_of(facts_of(kind()))) is kind
