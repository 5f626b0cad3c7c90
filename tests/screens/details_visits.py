"""Visits of patrons who change what the library knows of them, as the machine hands them over."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from kiosk.domain import errors
from kiosk.domain.bound_card import BoundCard
from kiosk.domain.circulation import Read
from kiosk.domain.details import ContactKind, PatronDetails
from kiosk.domain.ic_cards import BoundIcCard, IcKind
from kiosk.premises import Premises
from kiosk.visit import Deed, OwnDetails, Signed, Visit
from tests.screens.account_visits import FARE_CARD, SESSION, WITH_CARD

SENDER = "toshokan@library.example"
WHOLE = PatronDetails(
    "ha•••@example.jp", "", "090-••••-5678", "086-•••-4567", sender_address=SENDER
)
NOTHING = PatronDetails(sender_address=SENDER)
WITHOUT_CARD = replace(WHOLE, offers_my_number=True)
WITH_CARD_JOINED = replace(WITHOUT_CARD, my_number=BoundCard(date(2031, 9, 10)))
CARD_ENDS = replace(WITHOUT_CARD, my_number=BoundCard(date(2026, 12, 24), ends_soon=True))
IC_UNBOUND = replace(WITHOUT_CARD, offers_ic_card=True)
IC_BOUND = replace(IC_UNBOUND, ic_card=BoundIcCard(IcKind.FELICA, date(2026, 11, 20)))
PENDING = replace(WHOLE, email_pending="ho•••@docomo.ne.jp", fax="", keeps_history=True)
ONLY_PENDING = replace(PENDING, email="")
HISTORY = tuple(
    Read(
        f"全集 第{turn}巻",
        "宮沢 賢治",
        date(2026, 10, 2) - timedelta(turn),
        date(2026, 10, 14) - timedelta(turn),
    )
    for turn in range(1, 25)
)
LINE_DOWN = Premises(is_line_down=True)


def seen(found: PatronDetails | None, **details: object) -> Visit:
    own = OwnDetails(found, **details)  # type: ignore[arg-type]
    return Visit(signed=Signed(SESSION, details=own))


DETAILS = seen(WHOLE)
ADDRESS = seen(WHOLE, contact=ContactKind.EMAIL)
CODE = seen(PENDING, contact=ContactKind.EMAIL, wants_code=True, done=Deed.CODE_SENT)
NUMBER = seen(WHOLE, contact=ContactKind.TELEPHONE)
FAX = seen(WHOLE, contact=ContactKind.FAX)
FORGOTTEN = WITH_CARD
SENT = replace(WITH_CARD, card=replace(WITH_CARD.card, codes_asked=1))  # type: ignore[type-var]
SENT_AGAIN = replace(WITH_CARD, card=replace(WITH_CARD.card, codes_asked=2))  # type: ignore[type-var]
RESET = replace(WITH_CARD, card=replace(WITH_CARD.card, has_new_password=True))  # type: ignore[type-var]


def details() -> Mapping[str, Visit]:
    removed = seen(NOTHING, contact=ContactKind.EMAIL, done=Deed.REMOVED)
    confirmed = seen(WHOLE, contact=ContactKind.EMAIL, done=Deed.EMAIL_CONFIRMED)
    return {
        "": DETAILS,
        "nothing": seen(NOTHING),
        "removed": removed,
        "pending": seen(PENDING),
        "only-pending": seen(ONLY_PENDING),
        "confirmed": confirmed,
        "test-sent": seen(WHOLE, done=Deed.TEST_SENT),
        "my-number": seen(WITH_CARD_JOINED),
        "my-number-ends": seen(CARD_ENDS),
        "my-number-none": seen(WITHOUT_CARD, done=Deed.MY_NUMBER_LET_GO),
        "ic-card-none": seen(IC_UNBOUND),
        "ic-card-lies": seen(IC_UNBOUND, lying=FARE_CARD),
        "ic-card-another": seen(IC_BOUND, lying=FARE_CARD),
        "ic-card-bound": seen(IC_BOUND, done=Deed.IC_CARD_BOUND),
        "no-line": replace(DETAILS, trouble=errors.LineLost()),
        "unknown": replace(seen(None), trouble=errors.LineLost()),
    }


def email() -> Mapping[str, Visit]:
    wrong = errors.ContactNotUnderstood(ContactKind.EMAIL)
    return {
        "": ADDRESS,
        "not-understood": replace(ADDRESS, trouble=wrong),
        "too-often": replace(ADDRESS, trouble=errors.TriedTooOften(1800)),
        "code": CODE,
        "code-wrong": replace(CODE, trouble=errors.CodeWrong()),
        "code-line": replace(CODE, trouble=errors.LineLost()),
    }


def number() -> Mapping[str, Visit]:
    wrong = errors.ContactNotUnderstood(ContactKind.TELEPHONE)
    return {"": NUMBER, "fax": FAX, "not-understood": replace(NUMBER, trouble=wrong)}


def change_password() -> Mapping[str, Visit]:
    return {
        "": DETAILS,
        "wrong": replace(DETAILS, trouble=errors.CardOrPasswordWrong()),
        "line": replace(DETAILS, trouble=errors.LineLost()),
    }


def history() -> Mapping[str, Visit]:
    kept = replace(WHOLE, keeps_history=True)
    return {"": seen(kept, history=HISTORY), "empty": seen(kept)}


def forgotten() -> Mapping[str, Visit]:
    return {"": FORGOTTEN, "too-often": replace(FORGOTTEN, trouble=errors.TriedTooOften(1800))}


def reset() -> Mapping[str, Visit]:
    return {
        "": SENT,
        "again": SENT_AGAIN,
        "wrong": replace(SENT, trouble=errors.CodeWrong()),
        "line": replace(SENT, trouble=errors.LineLost()),
    }
