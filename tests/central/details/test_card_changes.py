"""Whatever opens a patron's card: that it was changed is told, whoever changed it."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from kiosk.central.notices.card_changes import MOST_TOLD, TOLD_FOR, Where
from kiosk.central.service import Service
from kiosk.central.tables.branches import BranchRow
from kiosk.central.tables.notices import LetterRow
from kiosk.domain.branches import BranchId
from kiosk.domain.card_changes import CardChange
from kiosk.domain.errors import PasswordNotAllowed
from kiosk.domain.ic_cards import IcIdentifier, IcKind
from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, NoticeState
from kiosk.domain.patrons import PatronId
from tests.central.caller import Caller
from tests.central.clock import TurnedClock
from tests.central.details.conftest import HARUKA, Letterbox, give_email
from tests.central.patrons import CARD, NEW_CARD, PASSWORD, sign_in

ADDRESS, NEW = "haruka@example.jp", "momiji2026"
MIDORI, MINATO = PatronId("p2"), BranchId("minato")
FARE_CARD, STUDENT_CARD = "012E4CD8A9B1C203", "04A1B2C3D4E5F6"
AT_COUNTER = Where.at_counter(MINATO)


@pytest.fixture
def library(library: Service) -> Service:
    """With the branch where kiosk 001 stands."""
    with library.database.writing() as session:
        row = BranchRow(id=MINATO, name="みなと館", rank=1, telephone="086-555-0100")
        row.latin_name = "Minato Library"
        session.add(row)
    return library


def told(letters: Letterbox) -> list[str]:
    """What the letters tell that something changed."""
    found = [each for each in letters.all() if each.kind is LetterKind.CARD_CHANGED]
    return [each.facts["what"] for each in found if each.facts]


def shown(kiosk: Caller, card: str = CARD, password: str = PASSWORD) -> list[dict[str, Any]]:
    """What signing in tells."""
    answer = kiosk.post("/sessions", {"card": card, "password": password})
    changes: list[dict[str, Any]] = answer.json()["changes"]
    return changes


def change_password(kiosk: Caller, token: str, new: str = NEW) -> int:
    asked = {"old": PASSWORD, "new": new}
    return int(kiosk.put("/session/password/change", asked, token).status_code)


def put_ic_card(kiosk: Caller, token: str, number: str = FARE_CARD) -> int:
    return int(kiosk.put("/session/ic-card", {"number": number}, token).status_code)


def close(service: Service) -> None:
    """Wrong passwords from as many kiosks as there are tries: none of them has to wait."""
    for place in range(service.policy.attempts.per_card):
        service.passwords.attempts.begin(CARD, f"9{place:02}")


# ---- to whom, and how
def test_a_changed_password_is_told_by_email_with_when_and_where(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    give_email(library)
    assert change_password(kiosk, sign_in(kiosk)) == 204
    [letter] = letters.all()
    assert (letter.kind, letter.to_address) == (LetterKind.CARD_CHANGED, ADDRESS)
    assert letter.facts is not None
    assert datetime.fromisoformat(letter.facts.pop("at")) == library.clock.now()
    assert letter.facts == {
        "what": "password_set",
        "place": "kiosk",
        "branch": "みなと館",
        "latin_branch": "Minato Library",
        "telephone": "086-555-0100",
    }


def test_who_has_no_address_is_told_at_the_next_sign_ins(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    assert change_password(kiosk, sign_in(kiosk)) == 204
    assert letters.all() == []
    today = library.policy.calendar.today(library.clock.now()).isoformat()
    told_once = [{"what": "password_set", "on": today, "at_counter": False}]
    assert shown(kiosk, password=NEW) == told_once
    assert shown(kiosk, password=NEW) == told_once  # the first may have been a stranger's


def test_who_was_told_by_email_is_not_told_again(library: Service, kiosk: Caller) -> None:
    give_email(library)
    change_password(kiosk, sign_in(kiosk))
    assert shown(kiosk, password=NEW) == []


@pytest.mark.parametrize("state", [NoticeState.FAILED, NoticeState.UNCERTAIN])
def test_what_no_email_could_bring_is_told_at_the_next_sign_ins(
    library: Service, letters: Letterbox, kiosk: Caller, state: NoticeState
) -> None:
    give_email(library)
    change_password(kiosk, sign_in(kiosk))
    [letter] = letters.all()
    with library.database.writing() as session:
        session.get_one(LetterRow, letter.id).state = state
    assert [each["what"] for each in shown(kiosk, password=NEW)] == ["password_set"]


def test_an_address_that_was_not_confirmed_is_told_nothing(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    library.details.set_email(HARUKA, ADDRESS, Language.JAPANESE)
    change_password(kiosk, sign_in(kiosk))
    assert told(letters) == []
    assert len(shown(kiosk, password=NEW)) == 1


def test_after_thirty_days_it_is_told_no_more(
    library: Service, kiosk: Caller, clock: TurnedClock
) -> None:
    change_password(kiosk, sign_in(kiosk))
    clock.turn(TOLD_FOR - timedelta(seconds=1))
    assert len(shown(kiosk, password=NEW)) == 1
    clock.turn(timedelta(seconds=1))
    assert shown(kiosk, password=NEW) == []


def test_the_last_change_comes_first_and_a_list_has_an_end(
    library: Service, kiosk: Caller, clock: TurnedClock
) -> None:
    bindings = library.ic_cards.bindings
    for _ in range(MOST_TOLD):
        bindings.bind_for(HARUKA, IcIdentifier(IcKind.FELICA, FARE_CARD), moves=False)
        clock.turn(timedelta(minutes=1))
        bindings.let_go(HARUKA)
        clock.turn(timedelta(minutes=1))
    changes = shown(kiosk)
    assert len(changes) == MOST_TOLD
    assert [each["what"] for each in changes[:2]] == ["ic_card_let_go", "ic_card_bound"]


@pytest.mark.rule("L3")
def test_who_must_choose_a_password_first_is_told_nothing_before(
    library: Service, kiosk: Caller
) -> None:
    library.ic_cards.bindings.bind(MIDORI, IcIdentifier(IcKind.FELICA, FARE_CARD))
    assert shown(kiosk, NEW_CARD, "45670910") == []


# ---- what is told
def test_the_first_password_of_ones_own_is_told(library: Service, kiosk: Caller) -> None:
    token = sign_in(kiosk, NEW_CARD, "45670910")
    for _ in range(2):
        assert kiosk.put("/session/password", {"password": NEW}, token).status_code == 204
    assert [each["what"] for each in shown(kiosk, NEW_CARD, NEW)] == ["password_set"]


def test_a_password_set_by_a_code_is_told_once(library: Service, letters: Letterbox) -> None:
    give_email(library)
    library.own_password.ask_reset(CARD, "001")
    library.own_password.send_code(CARD, Language.JAPANESE)
    code = letters.last_code()
    for _ in range(2):
        library.own_password.reset(CARD, code, NEW, "001")
    assert told(letters) == ["password_set"]


def test_a_password_set_back_at_the_counter_is_told_once(
    library: Service, letters: Letterbox
) -> None:
    give_email(library)
    for _ in range(2):
        library.own_password.back_to_initial(HARUKA, AT_COUNTER)
    assert told(letters) == ["password_set_back"]
    [letter] = letters.all()
    assert letter.facts is not None
    assert letter.facts["place"] == "counter"


def test_a_closed_card_that_staff_open_is_told_and_an_open_one_is_not(
    library: Service, letters: Letterbox
) -> None:
    give_email(library)
    library.own_password.release(HARUKA, AT_COUNTER)
    assert told(letters) == []
    close(library)
    for _ in range(2):
        library.own_password.release(HARUKA, AT_COUNTER)
    assert told(letters) == ["released"]
    assert not library.passwords.attempts.is_closed(CARD)


def test_an_ic_card_that_is_bound_changed_or_let_go_is_told_each_time(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    give_email(library)
    token = sign_in(kiosk)
    for number in (FARE_CARD, FARE_CARD, STUDENT_CARD):
        assert put_ic_card(kiosk, token, number) == 204
    for _ in range(2):
        assert kiosk.delete("/session/ic-card", token).status_code == 204
    assert sorted(told(letters)) == ["ic_card_bound", "ic_card_bound", "ic_card_let_go"]


def test_an_ic_card_that_staff_move_is_told_to_both(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    give_email(library)
    identifier = IcIdentifier(IcKind.FELICA, FARE_CARD)
    bindings = library.ic_cards.bindings
    bindings.bind_for(HARUKA, identifier, AT_COUNTER, moves=False)
    bindings.bind_for(MIDORI, identifier, AT_COUNTER, moves=True)
    assert sorted(told(letters)) == ["ic_card_bound", "ic_card_let_go"]
    with library.database.session() as session:
        [theirs] = library.welcome.changes.untold(session, MIDORI)
    assert (theirs.what, theirs.at_counter) == (CardChange.IC_CARD_BOUND, True)


# ---- what is not
def test_where_nothing_was_changed_nothing_is_told(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    give_email(library)
    token = sign_in(kiosk)
    assert kiosk.put("/session/password", {"password": PASSWORD}, token).status_code == 204
    assert change_password(kiosk, token, "abc") == 422
    assert kiosk.delete("/session/ic-card", token).status_code == 204
    assert kiosk.delete("/session/my-number", token).status_code == 204
    assert told(letters) == []


def test_no_letter_holds_a_number_a_password_or_a_code(
    library: Service, letters: Letterbox, kiosk: Caller
) -> None:
    give_email(library)
    token = sign_in(kiosk)
    put_ic_card(kiosk, token)
    change_password(kiosk, token)
    said = str([each.facts for each in letters.all()])
    assert len(told(letters)) == 2
    assert not any(secret in said for secret in (CARD, FARE_CARD, NEW, PASSWORD, "港 はるか"))


def test_a_password_that_is_refused_leaves_no_letter(library: Service, letters: Letterbox) -> None:
    give_email(library)
    library.own_password.ask_reset(CARD, "001")
    library.own_password.send_code(CARD, Language.JAPANESE)
    with pytest.raises(PasswordNotAllowed):
        library.own_password.reset(CARD, letters.last_code(), "abc", "001")
    assert told(letters) == []
