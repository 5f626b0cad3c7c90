"""利用者情報設定: contacts, the test e-mail, the password, the reading history."""

import pytest

from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.errors import (
    CardOrPasswordWrong,
    CodeWrong,
    ContactMissing,
    ContactNotUnderstood,
    LineLost,
    PasswordNotAllowed,
    SessionEnded,
)
from kiosk.events import (
    BackAsked,
    CardPresented,
    ContactChosen,
    ContactEntered,
    ContactRemoved,
    DetailsAsked,
    EmailCodeAsked,
    EmailCodeEntered,
    EyeTouched,
    HistoryAsked,
    HistoryWished,
    LogoutAsked,
    MyLibraryAsked,
    PasswordChangeAsked,
    PasswordChangeEntered,
    PasswordEntered,
    ScreenName,
    TrialEmailAsked,
)
from kiosk.services.simulated.details import READ
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.visit import Deed, OwnDetails
from tests.flow.conftest import Walk

EMAIL, TELEPHONE, FAX = ContactKind
ADDRESS = "hanako.new@example.jp"
MASKED = "ha•••@example.jp"
NEW_MASKED = "ha•••@example.com"
OTHER_ADDRESS = "hanako.new@example.com"
NEW = "ume2026"


def own(walk: Walk) -> OwnDetails:
    assert walk.visit.signed is not None
    return walk.visit.signed.details


def found(walk: Walk) -> PatronDetails:
    details = own(walk).found
    assert details is not None
    return details


@pytest.fixture
def details(walk: Walk) -> Walk:
    """Before the details of a patron with an address and a telephone."""
    return walk(MyLibraryAsked(), CardPresented(CARD), PasswordEntered(PASSWORD), DetailsAsked())


@pytest.mark.rule("V3", "L6")
def test_from_my_library_patrons_see_their_contacts_masked(details: Walk) -> None:
    assert details.screen is ScreenName.DETAILS
    assert (found(details).email, found(details).telephone) == (MASKED, "090-••••-5678")
    assert "@" in found(details).sender_address
    details(BackAsked())
    assert details.screen is ScreenName.MY_LIBRARY


@pytest.mark.rule("L6")
def test_a_new_address_is_used_only_once_its_code_was_typed(details: Walk) -> None:
    details(ContactChosen(EMAIL))
    assert details.screen is ScreenName.EMAIL
    details(ContactEntered(EMAIL, OTHER_ADDRESS))
    assert own(details).wants_code
    assert found(details).email == MASKED
    assert found(details).email_pending == NEW_MASKED
    details(EmailCodeEntered(details.library.details.last_code))
    assert details.screen is ScreenName.DETAILS
    assert found(details).email == NEW_MASKED
    assert own(details).done is Deed.EMAIL_CONFIRMED


@pytest.mark.rule("L6")
def test_who_types_the_code_later_keeps_the_former_address_until_then(details: Walk) -> None:
    details(ContactChosen(EMAIL), ContactEntered(EMAIL, OTHER_ADDRESS), DetailsAsked())
    assert details.screen is ScreenName.DETAILS
    assert found(details).email == MASKED
    details(LogoutAsked(), MyLibraryAsked(), CardPresented(CARD), PasswordEntered(PASSWORD))
    details(DetailsAsked(), EmailCodeAsked())
    assert details.screen is ScreenName.EMAIL
    details(EmailCodeEntered(details.library.details.last_code))
    assert found(details).email == NEW_MASKED


@pytest.mark.rule("E4")
def test_a_wrong_code_is_told_and_can_be_typed_again(details: Walk) -> None:
    details(ContactChosen(EMAIL), ContactEntered(EMAIL, OTHER_ADDRESS), EmailCodeEntered("000"))
    assert isinstance(details.trouble, CodeWrong)
    assert details.screen is ScreenName.EMAIL
    assert own(details).wants_code
    details(EmailCodeEntered(details.library.details.last_code))
    assert found(details).email == NEW_MASKED


def test_another_code_makes_the_first_one_void(details: Walk) -> None:
    details(ContactChosen(EMAIL), ContactEntered(EMAIL, OTHER_ADDRESS))
    first = details.library.details.last_code
    details(ContactEntered(EMAIL, OTHER_ADDRESS), EmailCodeEntered(first + "x"))
    assert isinstance(details.trouble, CodeWrong)
    details(EmailCodeEntered(details.library.details.last_code))
    assert found(details).email == NEW_MASKED


@pytest.mark.rule("E4")
@pytest.mark.parametrize(
    ("kind", "typed"), [(EMAIL, "hanako"), (TELEPHONE, "12345"), (FAX, "9012345678")]
)
def test_what_no_contact_can_be_is_told_where_it_is_typed(
    details: Walk, kind: ContactKind, typed: str
) -> None:
    details(ContactChosen(kind))
    page = details.screen
    details(ContactEntered(kind, typed))
    assert details.screen is page
    assert details.trouble == ContactNotUnderstood(kind)
    assert not own(details).wants_code


@pytest.mark.parametrize(("kind", "typed"), [(TELEPHONE, "0901234 5678"), (FAX, "086-123-4567")])
def test_a_number_is_there_at_once_and_said_where_it_stands(
    details: Walk, kind: ContactKind, typed: str
) -> None:
    details(ContactChosen(kind))
    assert details.screen is ScreenName.NUMBER
    details(ContactEntered(kind, typed))
    assert details.screen is ScreenName.DETAILS
    assert found(details).of(kind)[-4:] == typed[-4:]
    assert (own(details).done, own(details).contact) == (Deed.NUMBER_SET, kind)


@pytest.mark.parametrize("kind", [EMAIL, TELEPHONE])
def test_a_contact_is_removed(details: Walk, kind: ContactKind) -> None:
    details(ContactRemoved(kind))
    assert details.screen is ScreenName.DETAILS
    assert found(details).of(kind) == ""
    assert (own(details).done, own(details).contact) == (Deed.REMOVED, kind)


@pytest.mark.rule("V3")
def test_a_test_email_goes_out_and_is_said_in_place(details: Walk) -> None:
    details(TrialEmailAsked())
    assert details.screen is ScreenName.DETAILS
    assert own(details).done is Deed.TEST_SENT
    assert details.library.details.letters == [("test_email ja", MASKED)]
    details(EyeTouched())
    assert own(details).done is Deed.TEST_SENT


@pytest.mark.rule("V3", "E4")
def test_without_a_confirmed_address_a_test_email_says_what_to_do_first(details: Walk) -> None:
    details(ContactRemoved(EMAIL), TrialEmailAsked())
    assert isinstance(details.trouble, ContactMissing)
    assert details.screen is ScreenName.DETAILS


@pytest.mark.rule("L4")
def test_the_password_is_changed_by_who_knows_the_old_one(details: Walk) -> None:
    details(PasswordChangeAsked())
    assert details.screen is ScreenName.CHANGE_PASSWORD
    details(PasswordChangeEntered("guessed1", NEW))
    assert isinstance(details.trouble, CardOrPasswordWrong)
    details(PasswordChangeEntered(PASSWORD, "abc"))
    assert isinstance(details.trouble, PasswordNotAllowed)
    assert details.screen is ScreenName.CHANGE_PASSWORD
    details(PasswordChangeEntered(PASSWORD, NEW))
    assert details.screen is ScreenName.DETAILS
    assert own(details).done is Deed.PASSWORD_CHANGED
    details(LogoutAsked(), MyLibraryAsked(), CardPresented(CARD), PasswordEntered(NEW))
    assert details.screen is ScreenName.MY_LIBRARY


def test_a_reading_history_is_kept_only_on_request_and_erased_when_it_ends(details: Walk) -> None:
    assert not found(details).keeps_history
    details(HistoryWished(keeps=True))
    assert found(details).keeps_history
    assert own(details).done is Deed.HISTORY_BEGUN
    details(HistoryAsked())
    assert details.screen is ScreenName.HISTORY
    assert own(details).history == READ
    details(HistoryWished(keeps=False))
    assert details.screen is ScreenName.DETAILS
    assert own(details).history == ()
    assert own(details).done is Deed.HISTORY_ERASED
    details(HistoryAsked())
    assert own(details).history == ()


def test_back_leads_from_each_page_to_the_details_and_then_to_my_library(details: Walk) -> None:
    asked = (
        ContactChosen(EMAIL),
        ContactChosen(FAX),
        EmailCodeAsked(),
        PasswordChangeAsked(),
        HistoryAsked(),
    )
    for event in asked:
        details(event)
        assert details.screen is not ScreenName.DETAILS
        details(BackAsked())
        assert details.screen is ScreenName.DETAILS
    details(BackAsked())
    assert details.screen is ScreenName.MY_LIBRARY


@pytest.mark.rule("E4")
def test_without_the_line_each_page_stays_and_says_so(details: Walk) -> None:
    steps = (
        (None, TrialEmailAsked()),
        (None, ContactRemoved(TELEPHONE)),
        (None, HistoryWished(keeps=True)),
        (None, HistoryAsked()),
        (ContactChosen(EMAIL), ContactEntered(EMAIL, ADDRESS)),
        (EmailCodeAsked(), EmailCodeEntered("123456")),
        (ContactChosen(FAX), ContactEntered(FAX, "0861234567")),
        (PasswordChangeAsked(), PasswordChangeEntered(PASSWORD, NEW)),
    )
    for opened, asked in steps:
        if opened is not None:
            details(opened)
        page = details.screen
        details.library.details.breaks_with(LineLost(), times=1)
        details(asked)
        assert isinstance(details.trouble, LineLost)
        assert details.screen is page
        details(DetailsAsked())
        assert details.trouble is None


def test_details_that_cannot_be_read_are_asked_for_again_where_they_stand(walk: Walk) -> None:
    walk(MyLibraryAsked(), CardPresented(CARD), PasswordEntered(PASSWORD))
    walk.library.details.breaks_with(LineLost(), times=1)
    walk(DetailsAsked())
    assert walk.screen is ScreenName.DETAILS
    assert own(walk).found is None
    walk(DetailsAsked())
    assert found(walk).email == MASKED


def test_a_session_that_ended_leads_to_the_sign_in(details: Walk) -> None:
    details.library.accounts.ends_all_sessions()
    details(TrialEmailAsked())
    assert isinstance(details.trouble, SessionEnded)
    assert details.screen is ScreenName.SIGN_IN
