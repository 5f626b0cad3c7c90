"""A notice is delivered once, by the method chosen or the next one (rules R3 and V3)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from kiosk.central.notices.calling.caller import Caller
from kiosk.central.notices.handed import Handed, accepted, later, refused, unknown
from kiosk.central.notices.machines import Machines
from kiosk.central.notices.mail.post import Post
from kiosk.central.notices.notices import Notices
from kiosk.central.service import Service
from kiosk.domain.channels import Channel
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.notices import NoticeState
from kiosk.domain.policy import NoticePolicy
from tests.central.clock import START, TurnedClock
from tests.central.notices.scripted import BrokenPost, ScriptedCaller, ScriptedPost
from tests.central.notices.shelf import EMAIL, FAX, TELEPHONE, Shelf
from tests.central.small_library import HANAKO, KOKORO

Deliver = Callable[..., list[Handed]]
BY_EMAIL, BY_TELEPHONE, BY_CALL, BY_FAX = list(NoticeMethod)[:4]
DELIVERED, FAILED, FOR_STAFF, UNCERTAIN, DUE = (
    NoticeState.DELIVERED,
    NoticeState.FAILED,
    NoticeState.FOR_STAFF,
    NoticeState.UNCERTAIN,
    NoticeState.DUE,
)


@pytest.fixture
def deliver(library: Service) -> Deliver:
    """One round with these machines."""

    def round_with(
        post: Post | None = None, caller: Caller | None = None, fax: str = ""
    ) -> list[Handed]:
        machines = Machines(post=post, caller=caller, fax_domain=fax)
        notices = Notices(library.database, library.policy, library.clock, machines)
        return list(notices.deliveries().round())

    return round_with


@pytest.mark.rule("R3", "V3")
def test_an_e_mail_goes_to_the_address_on_file(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(BY_EMAIL)
    post = ScriptedPost()
    assert deliver(post) == [accepted("sent")]
    [message] = post.sent
    assert message["To"] == EMAIL
    assert message["From"].addresses[0].addr_spec == "toshokan@library.example"
    assert "坊っちゃん" in message.get_content()
    assert shelf.notices() == [(BY_EMAIL, DELIVERED)]


@pytest.mark.rule("V3")
def test_what_is_delivered_is_not_delivered_again(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    reservation = shelf.lay(BY_EMAIL)
    post = ScriptedPost()
    deliver(post)
    shelf.lay_again(reservation)
    assert deliver(post) == []
    assert len(post.sent) == 1


@pytest.mark.rule("R3")
def test_a_fax_goes_to_the_gateway_as_the_number_on_file(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, fax=FAX)
    shelf.lay(BY_FAX)
    post = ScriptedPost()
    deliver(post, fax="fax.example")
    assert [message["To"] for message in post.sent] == ["0865550109@fax.example"]
    assert shelf.notices() == [(BY_FAX, DELIVERED)]


@pytest.mark.rule("R3")
def test_a_phone_rings_as_long_as_the_policy_says(
    library: Service, shelf: Shelf, deliver: Deliver
) -> None:
    shelf.lay(BY_CALL)
    caller = ScriptedCaller()
    deliver(caller=caller)
    assert caller.rung == [("09012345678", library.policy.notice.ring_seconds)]
    assert shelf.notices() == [(BY_CALL, DELIVERED)]


@pytest.mark.rule("R3")
def test_no_phone_rings_at_night(shelf: Shelf, deliver: Deliver, clock: TurnedClock) -> None:
    clock.turn(datetime(2026, 11, 20, 11, 0, tzinfo=UTC) - START)  # 20:00 in Japan
    shelf.lay(BY_CALL)
    caller = ScriptedCaller()
    assert deliver(caller=caller) == []
    clock.turn(timedelta(hours=13) - timedelta(seconds=1))
    assert deliver(caller=caller) == []
    clock.turn(timedelta(seconds=1))  # 9:00
    assert deliver(caller=caller) == [accepted("rang")]


@pytest.mark.rule("R3", "V3")
@pytest.mark.parametrize("method", [BY_EMAIL, BY_CALL, BY_FAX])
def test_what_no_machine_can_deliver_is_the_staff_s(
    shelf: Shelf, deliver: Deliver, method: NoticeMethod
) -> None:
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE, fax=FAX)
    shelf.lay(method)
    assert deliver() == []
    assert shelf.notices() == [(method, FOR_STAFF)]


@pytest.mark.rule("V3")
def test_a_refused_e_mail_is_followed_by_the_next_method(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE)
    shelf.lay(BY_EMAIL)
    deliver(ScriptedPost(refused("address_refused_550")))
    assert shelf.notices() == [(BY_EMAIL, FAILED), (BY_TELEPHONE, FOR_STAFF)]


@pytest.mark.rule("V3")
def test_a_phone_that_is_busy_is_followed_by_an_e_mail(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE)
    shelf.lay(BY_CALL)
    post = ScriptedPost()
    deliver(post, ScriptedCaller(refused("busy")))
    deliver(post)
    assert shelf.notices() == [(BY_CALL, FAILED), (BY_EMAIL, DELIVERED)]


@pytest.mark.rule("V3")
def test_who_can_be_reached_by_nothing_else_is_the_staff_s(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(BY_EMAIL, channel=Channel.INTERNET)
    deliver(ScriptedPost(refused("address_refused_550")))
    assert shelf.notices() == [(BY_EMAIL, FOR_STAFF)]


@pytest.mark.rule("V3")
def test_a_contact_that_is_no_longer_on_file_is_followed_by_the_next(
    shelf: Shelf, deliver: Deliver
) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(BY_EMAIL)
    shelf.reach(HANAKO, telephone=TELEPHONE)
    post = ScriptedPost()
    deliver(post)
    assert post.sent == []
    assert shelf.notices() == [(BY_EMAIL, FAILED), (BY_TELEPHONE, FOR_STAFF)]


def test_an_e_mail_that_is_not_taken_for_now_is_tried_again_by_the_policy(
    shelf: Shelf, deliver: Deliver, clock: TurnedClock
) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(BY_EMAIL)
    post = ScriptedPost(later("address_not_now_451"), accepted("sent"))
    deliver(post)
    assert shelf.notices() == [(BY_EMAIL, DUE)]
    clock.turn(timedelta(minutes=2) - timedelta(seconds=1))
    assert deliver(post) == []
    clock.turn(timedelta(seconds=1))
    assert deliver(post) == [accepted("sent")]
    assert [message["Message-ID"] for message in post.sent] == [post.sent[0]["Message-ID"]] * 2


def test_an_e_mail_that_is_never_taken_has_failed_after_the_last_try(
    shelf: Shelf, deliver: Deliver, clock: TurnedClock
) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(BY_EMAIL)
    post = ScriptedPost(later("server_not_reached"))
    for minutes in (2, 10, 60, 600):
        deliver(post)
        clock.turn(timedelta(minutes=minutes))
    assert len(post.sent) == 4
    assert shelf.notices() == [(BY_EMAIL, FOR_STAFF)]


@pytest.mark.parametrize("post", [ScriptedPost(unknown("no_answer")), BrokenPost()])
def test_what_is_unknown_is_tried_by_no_machine_again(
    shelf: Shelf, deliver: Deliver, clock: TurnedClock, post: Post
) -> None:
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE)
    shelf.lay(BY_EMAIL)
    deliver(post)
    clock.turn(timedelta(days=3))
    assert deliver(post) == []
    assert shelf.notices() == [(BY_EMAIL, UNCERTAIN)]


def test_what_is_collected_meanwhile_needs_no_notice(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    reservation = shelf.lay(BY_EMAIL)
    post = ScriptedPost(later("server_not_reached"))
    deliver(post)
    shelf.hand_out(reservation)
    assert shelf.notices() == [(BY_EMAIL, NoticeState.DROPPED)]
    assert deliver(post) == []


def test_an_address_that_no_e_mail_can_bear_is_not_tried(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email="花子@example.jp")
    shelf.lay(BY_EMAIL)
    post = ScriptedPost()
    assert deliver(post) == [refused("address_unusable")]
    assert post.sent == []


@pytest.mark.parametrize("method", [BY_CALL, BY_FAX])
def test_a_number_that_no_machine_can_dial_is_the_staff_s(
    shelf: Shelf, deliver: Deliver, method: NoticeMethod
) -> None:
    shelf.reach(HANAKO, telephone="内線12", fax="内線12")
    shelf.lay(method)
    post, caller = ScriptedPost(), ScriptedCaller()
    assert deliver(post, caller, fax="fax.example") == [refused("number_unusable")]
    assert (post.sent, caller.rung) == ([], [])
    assert FOR_STAFF in {state for _method, state in shelf.notices()}


def test_one_that_fails_holds_up_no_other(shelf: Shelf, deliver: Deliver) -> None:
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(BY_EMAIL)
    shelf.lay(BY_EMAIL, title=KOKORO)
    deliver(ScriptedPost(refused("address_refused_550"), accepted("sent")))
    assert sorted(shelf.notices()) == [(BY_EMAIL, DELIVERED), (BY_EMAIL, FOR_STAFF)]


@pytest.mark.rule("V3")
def test_the_audit_shows_exactly_one_delivered_notice(
    library: Service, shelf: Shelf, deliver: Deliver
) -> None:
    shelf.reach(HANAKO, email=EMAIL, telephone=TELEPHONE)
    reservation = shelf.lay(BY_CALL)
    deliver(ScriptedPost(), ScriptedCaller(refused("busy")))
    deliver(ScriptedPost())
    told = library.notices.history(reservation)
    assert [(one.method, one.state, one.code) for one in told] == [
        (BY_CALL, FAILED, "busy"),
        (BY_EMAIL, DELIVERED, "sent"),
    ]


@pytest.mark.parametrize("patience", [(), (5,)])
def test_how_often_a_machine_tries_is_the_library_s(
    library: Service, shelf: Shelf, clock: TurnedClock, patience: tuple[int, ...]
) -> None:
    policy = replace(library.policy, notice=NoticePolicy(retry_minutes=patience))
    post = ScriptedPost(later("server_not_reached"))
    shelf.reach(HANAKO, email=EMAIL)
    shelf.lay(BY_EMAIL)
    notices = Notices(library.database, policy, clock, Machines(post=post))
    for _ in range(5):
        list(notices.deliveries().round())
        clock.turn(timedelta(hours=1))
    assert len(post.sent) == 1 + len(patience)
