"""A technician has the kiosk let in at a city's service, at the panel."""

from dataclasses import replace

import pytest

from kiosk.domain.enrolling import Authority, CityService, TlsFault
from kiosk.domain.errors import EnrolmentRefused, LineLost, LineNotSecure
from kiosk.events import (
    AuthorityConfirmed,
    CardPresented,
    CatalogueChanged,
    ClosedFound,
    EnrolmentCodeEntered,
    HomeAsked,
    IdleElapsed,
    KioskLetIn,
    KioskShutOut,
    LineCameBack,
    OpeningAsked,
    ScreenName,
    SearchOpened,
    SetUpAsked,
    SetUpNeeded,
    SignInAsked,
    StaffCardPresented,
    StaffLeft,
    StaffPinEntered,
)
from kiosk.premises import SettingUp
from kiosk.services.simulated.enrolment import ENROLMENT_CODE
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.patrons import CARD
from kiosk.services.simulated.staff import STAFF_CARD, STAFF_PIN
from tests.flow.conftest import Walk

CITY = CityService("003", "https://central.library.example")


@pytest.fixture
def walk(library: SimulatedLibrary) -> Walk:
    """At a kiosk whose settings name a city's service."""
    walk = Walk(library)
    premises = replace(walk.visit.premises, setting_up=SettingUp(CITY))
    walk.machine.visit = replace(walk.visit, premises=premises)
    return walk


@pytest.fixture
def at_set_up(walk: Walk) -> Walk:
    return walk(SetUpNeeded())


@pytest.fixture
def at_code(at_set_up: Walk) -> Walk:
    return at_set_up(AuthorityConfirmed())


@pytest.fixture
def with_staff(walk: Walk) -> Walk:
    """Shut out, with a copy of the catalogue; staff stand at their menu."""
    return walk(KioskShutOut(), StaffCardPresented(STAFF_CARD), StaffPinEntered(STAFF_PIN))


def progress(walk: Walk) -> SettingUp:
    return walk.visit.premises.setting_up


def test_a_kiosk_that_nobody_let_in_begins_with_its_set_up(at_set_up: Walk) -> None:
    assert at_set_up.screen is ScreenName.SET_UP
    assert progress(at_set_up).authority == at_set_up.library.enrolment.authority
    assert not progress(at_set_up).may_enter_code


def test_once_the_fingerprint_is_confirmed_the_code_lets_it_in(at_code: Walk) -> None:
    at_code(KioskShutOut(), EnrolmentCodeEntered(ENROLMENT_CODE))
    assert progress(at_code).branch == "main"
    assert not at_code.visit.premises.is_shut_out
    assert at_code.screen is ScreenName.SET_UP


def test_the_first_start_goes_on_by_itself_once_the_catalogue_is_there(at_code: Walk) -> None:
    at_code(EnrolmentCodeEntered(ENROLMENT_CODE), CatalogueChanged())
    assert at_code.screen is ScreenName.HOME
    at_code(SignInAsked())
    assert at_code.screen is ScreenName.SIGN_IN


def test_no_code_is_sent_before_the_fingerprint_was_confirmed(at_set_up: Walk) -> None:
    at_set_up(EnrolmentCodeEntered(ENROLMENT_CODE))
    assert at_set_up.library.enrolment.let_in_by == []
    assert at_set_up.machine.place.name == "comparing"


def test_whom_the_settings_name_nobody_has_to_compare(walk: Walk) -> None:
    walk.library.enrolment.authority = Authority("3A:F0", is_believed=True)
    walk(SetUpNeeded(), EnrolmentCodeEntered(ENROLMENT_CODE))
    assert progress(walk).branch == "main"


def test_a_code_that_is_refused_is_told_and_another_one_taken(at_code: Walk) -> None:
    at_code(EnrolmentCodeEntered("4444-4444-4444"))
    assert isinstance(at_code.trouble, EnrolmentRefused)
    assert not progress(at_code).is_asking
    at_code(EnrolmentCodeEntered(ENROLMENT_CODE))
    assert progress(at_code).branch == "main"


def test_a_lost_answer_keeps_the_technician_at_the_code(at_code: Walk) -> None:
    at_code.library.enrolment.breaks_with(LineLost(), times=1)
    at_code(EnrolmentCodeEntered(ENROLMENT_CODE))
    assert at_code.machine.place.name == "entering_code"
    at_code(EnrolmentCodeEntered(ENROLMENT_CODE))
    assert progress(at_code).branch == "main"


def test_a_service_that_does_not_answer_is_asked_again(walk: Walk) -> None:
    walk.library.enrolment.breaks_with(LineNotSecure(TlsFault.OVER))
    walk(SetUpNeeded())
    assert isinstance(walk.trouble, LineNotSecure)
    walk.library.enrolment.recovers()
    walk(SetUpAsked())
    assert walk.machine.place.name == "comparing"
    assert walk.trouble is None


def test_a_service_that_comes_back_is_asked_by_itself(walk: Walk) -> None:
    walk.library.enrolment.breaks_with(LineLost(), times=1)
    walk(SetUpNeeded(), LineCameBack())
    assert walk.machine.place.name == "comparing"


def test_time_that_runs_out_leaves_it_at_its_set_up_and_confirms_nothing(at_code: Walk) -> None:
    at_code(IdleElapsed())
    assert at_code.machine.place.name == "comparing"


def test_patrons_do_nothing_at_a_kiosk_that_nobody_let_in(at_set_up: Walk) -> None:
    for event in (CardPresented(CARD), SearchOpened(), SignInAsked(), HomeAsked()):
        at_set_up(event)
        assert at_set_up.screen is ScreenName.SET_UP
    assert not at_set_up.visit.is_personal


def test_staff_come_in_and_go_back_to_the_set_up(at_set_up: Walk) -> None:
    at_set_up(StaffCardPresented(STAFF_CARD), StaffPinEntered(STAFF_PIN))
    assert at_set_up.screen is ScreenName.STAFF
    at_set_up(StaffLeft())
    assert at_set_up.screen is ScreenName.SET_UP


def test_whoever_enrols_it_at_the_command_line_need_not_touch_the_panel(at_set_up: Walk) -> None:
    at_set_up(KioskShutOut(), KioskLetIn())
    assert at_set_up.screen is ScreenName.HOME
    assert not progress(at_set_up).is_needed


def test_a_closed_kiosk_stays_closed_until_it_is_opened_into_its_set_up(walk: Walk) -> None:
    walk(ClosedFound(), SetUpNeeded())
    assert walk.screen is ScreenName.OUT_OF_SERVICE
    walk(StaffCardPresented(STAFF_CARD), StaffPinEntered(STAFF_PIN), OpeningAsked())
    assert walk.screen is ScreenName.SET_UP


def test_staff_of_a_kiosk_that_was_shut_out_set_it_up_from_their_menu(with_staff: Walk) -> None:
    with_staff(SetUpAsked(), AuthorityConfirmed(), EnrolmentCodeEntered(ENROLMENT_CODE))
    assert progress(with_staff).branch == "main"
    with_staff(CatalogueChanged())
    assert with_staff.screen is ScreenName.SET_UP, "what they did stays before them"
    with_staff(StaffLeft())
    assert with_staff.screen is ScreenName.HOME
    assert not with_staff.visit.is_personal


def test_staff_who_go_away_leave_the_patrons_screen(with_staff: Walk) -> None:
    with_staff(SetUpAsked(), IdleElapsed())
    assert with_staff.screen is ScreenName.HOME
    assert not with_staff.visit.is_personal


def test_nobody_but_staff_sets_up_a_kiosk_that_can_be_searched(walk: Walk) -> None:
    walk(KioskShutOut(), SetUpAsked())
    assert walk.screen is ScreenName.HOME


def test_a_kiosk_beside_its_own_service_has_no_set_up(library: SimulatedLibrary) -> None:
    walk = Walk(library)
    walk(StaffCardPresented(STAFF_CARD), StaffPinEntered(STAFF_PIN), SetUpAsked())
    assert walk.screen is ScreenName.STAFF


def test_the_code_is_kept_by_nobody(at_code: Walk) -> None:
    at_code.library.enrolment.breaks_with(LineLost())
    at_code(EnrolmentCodeEntered(ENROLMENT_CODE))
    assert ENROLMENT_CODE not in repr(at_code.visit)
    assert ENROLMENT_CODE not in repr(EnrolmentCodeEntered(ENROLMENT_CODE))
