"""What is scanned is led on by the chart, and never throws anything away without a word."""

from collections.abc import Iterator

import pytest

from kiosk.domain.codes import NotOurs
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import SlipNotYours
from kiosk.domain.looks import TextSize
from kiosk.domain.patrons import CardNumber
from kiosk.domain.policy import CardPolicy
from kiosk.domain.remarks import Remark
from kiosk.domain.reservations import ReservationNumber
from kiosk.domain.titles import TitleId
from kiosk.events import (
    BackAsked,
    CardPresented,
    Confirmed,
    Event,
    HomeAsked,
    IsbnScanned,
    ItemScanned,
    LogoutAsked,
    NoticeChosen,
    PasswordEntered,
    PriceRowScanned,
    ReserveAsked,
    ScreenName,
    SearchOpened,
    SignInAsked,
    SlipScanned,
    StaffCardPresented,
    StaffPinEntered,
    TextSizeChosen,
    TitleChosen,
    TitlesScanned,
    UnknownCodeScanned,
)
from kiosk.flow.chart import KIOSK
from kiosk.flow.step import Place, step
from kiosk.hardware.understanding import Understanding
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.staff import STAFF_CARD, STAFF_PIN
from kiosk.services.simulated.stock import BOTCHAN, CAT
from kiosk.visit import Signed, Visit
from tests.flow.conftest import Walk
from tests.flow.samples import SESSION
from tests.hardware.test_understanding import wild_texts

ITEM = f"{CAT.title.id}-central"
NO_SLIP = ReservationNumber("0019999990")
BOOK = IsbnScanned(CAT.title.isbn or "")
SCANS: tuple[Event, ...] = (
    BOOK,
    ItemScanned(ITEM),
    SlipScanned(NO_SLIP),
    TitlesScanned((CAT.title.id,)),
)


def remark(walk: Walk) -> Remark | None:
    return walk.visit.told.remark if walk.visit.told is not None else None


@pytest.fixture
def signed(walk: Walk) -> Walk:
    return walk(CardPresented(CARD), PasswordEntered(PASSWORD))


# ---- books
@pytest.mark.parametrize("scanned", [BOOK, ItemScanned(ITEM)])
def test_a_book_opens_its_title_wherever_the_patron_looks(walk: Walk, scanned: Event) -> None:
    for way in ((), (SearchOpened(),), (TitleChosen(BOTCHAN.title.id),)):
        walk(HomeAsked(), *way, scanned)
        assert walk.screen is ScreenName.TITLE
        assert walk.visit.search.chosen == CAT


def test_a_signed_in_patron_opens_a_book_and_is_still_signed_in(signed: Walk) -> None:
    signed(ItemScanned(ITEM))
    assert signed.screen is ScreenName.TITLE
    assert signed.visit.signed is not None


@pytest.mark.parametrize(
    ("scanned", "said"),
    [
        (IsbnScanned("9784000099998"), Remark.NO_SUCH_BOOK),
        (ItemScanned("39999990"), Remark.NO_SUCH_ITEM),
        (PriceRowScanned(), Remark.PRICE_ROW),
        (UnknownCodeScanned(), Remark.UNKNOWN),
        (UnknownCodeScanned(NotOurs.ADDRESS), Remark.ADDRESS),
        (UnknownCodeScanned(NotOurs.CARD_MISREAD), Remark.MISREAD),
        (UnknownCodeScanned(NotOurs.PRODUCT), Remark.PRODUCT),
        (UnknownCodeScanned(NotOurs.IC_CARD), Remark.IC_CARD),
        (UnknownCodeScanned(NotOurs.TWO_CARDS), Remark.TWO_CARDS),
    ],
)
def test_what_opens_nothing_is_told_where_the_patron_stands(
    walk: Walk, scanned: Event, said: Remark
) -> None:
    walk(SearchOpened(), scanned)
    assert walk.screen is ScreenName.SEARCH
    assert remark(walk) is said


def test_what_was_told_is_over_with_the_next_act_and_not_before(walk: Walk) -> None:
    walk(SearchOpened(), PriceRowScanned(), TextSizeChosen(TextSize.LARGE))
    assert remark(walk) is Remark.PRICE_ROW
    walk(BOOK)
    assert remark(walk) is None


def test_the_same_scanned_again_is_told_again(walk: Walk) -> None:
    walk(PriceRowScanned())
    first = walk.visit.told
    walk(PriceRowScanned())
    assert walk.visit.told != first
    assert remark(walk) is Remark.PRICE_ROW


# ---- cards
def test_a_card_signs_nobody_out_and_nobody_else_in(signed: Walk) -> None:
    before = signed.visit.signed
    for card in (CardPresented(CardNumber("00000007")), StaffCardPresented(STAFF_CARD)):
        signed(card)
        assert signed.visit.signed == before
        assert signed.visit.card is None
        assert remark(signed) is Remark.SIGNED_IN
    signed(LogoutAsked(), CardPresented(CardNumber("00000007")))
    assert signed.screen is ScreenName.SIGN_IN
    assert remark(signed) is None


# ---- what has been begun
def test_a_book_does_not_throw_a_sign_in_away(walk: Walk) -> None:
    walk(TitleChosen(BOTCHAN.title.id), ReserveAsked(), CardPresented(CARD))
    walk(BOOK)
    assert (walk.screen, remark(walk)) == (ScreenName.SIGN_IN, Remark.BOOK_NO_CARD)
    assert walk.visit.card is not None
    walk(PasswordEntered(PASSWORD))
    assert walk.screen is ScreenName.RESERVE


def test_a_book_does_not_make_the_kiosk_forget_a_password_that_is_being_checked(
    walk: Walk,
) -> None:
    walk(CardPresented(CARD))
    walk.at_once(PasswordEntered(PASSWORD), BOOK, PriceRowScanned())
    assert walk.visit.signed is not None


def test_a_slip_held_up_for_a_card_is_told_apart(walk: Walk) -> None:
    walk(SignInAsked(), SlipScanned(NO_SLIP))
    assert (walk.screen, remark(walk)) == (ScreenName.SIGN_IN, Remark.SLIP_NO_CARD)


def test_a_book_does_not_throw_a_reservation_away(signed: Walk) -> None:
    signed(TitleChosen(BOTCHAN.title.id), ReserveAsked(), NoticeChosen(NoticeMethod.EMAIL), BOOK)
    assert (signed.screen, remark(signed)) == (ScreenName.RESERVE, Remark.FINISH_FIRST)
    signed(Confirmed())
    assert signed.screen is ScreenName.CONFIRMATION
    signed(BOOK)
    assert signed.screen is ScreenName.TITLE


def test_the_answer_to_a_reservation_is_heard_whatever_is_scanned_meanwhile(signed: Walk) -> None:
    signed(TitleChosen(BOTCHAN.title.id), ReserveAsked(), NoticeChosen(NoticeMethod.EMAIL))
    signed.at_once(Confirmed(), *SCANS, CardPresented(CARD))
    assert signed.screen is ScreenName.CONFIRMATION


def test_staff_mode_opens_no_books(walk: Walk) -> None:
    walk(StaffCardPresented(STAFF_CARD), BOOK)
    assert (walk.screen, remark(walk)) == (ScreenName.STAFF_DOOR, Remark.FINISH_FIRST)
    walk(StaffPinEntered(STAFF_PIN), *SCANS, CardPresented(CARD))
    assert (walk.screen, remark(walk)) == (ScreenName.STAFF, Remark.STAFF_MODE)
    assert walk.visit.card is None


# ---- slips
def test_a_slip_leads_a_signed_in_patron_to_its_reservation(with_one: Walk) -> None:
    assert with_one.visit.signed is not None
    [reservation] = with_one.visit.signed.library.reservations or ()
    with_one(HomeAsked(), SlipScanned(reservation.number))
    assert with_one.screen is ScreenName.RESERVATION
    opened = with_one.visit.signed.library.opened_reservation
    assert opened is not None
    assert opened.number == reservation.number
    with_one(BackAsked())
    assert with_one.screen is not ScreenName.WAIT


def test_a_stranger_with_a_slip_signs_in_and_sees_its_reservation(with_one: Walk) -> None:
    assert with_one.visit.signed is not None
    [reservation] = with_one.visit.signed.library.reservations or ()
    with_one(LogoutAsked(), SlipScanned(reservation.number))
    assert with_one.screen is ScreenName.SIGN_IN
    with_one(CardPresented(CARD), PasswordEntered(PASSWORD))
    assert with_one.screen is ScreenName.RESERVATION


def test_a_slip_of_nothing_that_the_patron_has_is_told_in_my_library(signed: Walk) -> None:
    signed(SlipScanned(NO_SLIP))
    assert signed.screen is ScreenName.MY_LIBRARY
    assert isinstance(signed.trouble, SlipNotYours)
    signed(SearchOpened())
    assert signed.trouble is None


# ---- the whole chart
def _works(place: Place) -> bool:
    return place.does is not None and (place.settles or place.shows is ScreenName.WAIT)


@pytest.mark.parametrize(
    "place", [place for place in KIOSK.places if _works(place)], ids=lambda place: place.name
)
def test_no_scan_makes_an_answer_unheard(place: Place) -> None:
    for visit in (Visit(), Visit(signed=Signed(SESSION))):
        for scanned in (*SCANS, CardPresented(CARD)):
            taken = step(KIOSK, place, visit, scanned)
            assert taken is None or not taken.begins_turn


@pytest.mark.parametrize("place", KIOSK.places, ids=lambda place: place.name)
def test_what_opens_nothing_is_told_at_every_place_that_is_open(place: Place) -> None:
    is_closed = place.shows is ScreenName.OUT_OF_SERVICE
    for scanned in (PriceRowScanned(), UnknownCodeScanned()):
        taken = step(KIOSK, place, Visit(), scanned)
        assert (taken is None) == is_closed
        if taken is not None:
            assert taken.place == place
            assert not taken.begins_turn
            assert taken.visit.told is not None


def _events(texts: list[str]) -> Iterator[Event]:
    said: list[Event] = []
    understanding = Understanding(said.append, CardPolicy(), lambda _code: False)
    for text in texts:
        understanding(text)
        yield from said
        said.clear()


def test_a_thousand_wild_texts_move_nobody_and_nothing_of_them_is_in_the_visit(
    signed: Walk,
) -> None:
    place, before = signed.machine.place, signed.visit
    told = 0
    for event in _events(wild_texts()):
        signed(event)
        told += 1
    assert told > 900
    assert signed.machine.place == place
    signed(TitleChosen(TitleId(BOTCHAN.title.id)))
    assert signed.visit.told is None
    assert signed.visit.signed == before.signed
