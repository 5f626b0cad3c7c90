"""Every screen with the visits that show it: for the tour, and for what holds of all screens."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.domain import errors
from kiosk.domain.branches import Standpoint
from kiosk.domain.devices import Condition, Device, Health
from kiosk.domain.looks import Language
from kiosk.events import ScreenName
from kiosk.premises import Premises, SettingUp
from kiosk.slips.fonts import Fonts
from kiosk.slips.reservation import PillowSlips
from kiosk.visit import Signed, Visit
from kiosk.words.words import Words
from tests.screens import account_visits as account
from tests.screens import advanced_visits as advanced
from tests.screens import details_visits as own
from tests.screens import list_visits as listed
from tests.screens import my_library_visits as mine
from tests.screens import set_up_visits as setting_up
from tests.screens import title_visits as title
from tests.screens import visits as searching

WORDS = Path(__file__).parents[2] / "assets" / "words"
TOKYO = ZoneInfo("Asia/Tokyo")
HERE = Standpoint(
    "みなと市立図書館",
    "港",
    account.MAIN,
    "2階 一般",
    "3号機",
    "Minato City Library",
    "9:30 − 20:00",
)

WELL = tuple(Health(device, Condition.READY) for device in Device)
UNWELL = (
    Health(Device.LINE, Condition.GONE, "no_answer"),
    Health(Device.CATALOGUE, Condition.READY),
    Health(Device.CARD_READER, Condition.DEGRADED, "held_by_another_program"),
    Health(Device.SCANNER, Condition.GONE, "not_plugged_in"),
    Health(Device.PRINTER, Condition.DEGRADED, "paper_low"),
)
AT_THE_STAFF_DOOR = Visit(staff_card="staff")
STAFF = Visit(premises=Premises(devices=WELL))
STAFF_CLOSED = Visit(
    premises=Premises(devices=UNWELL[:2] + UNWELL[3:], is_closed=True, is_line_down=True)
)
SHUT_OUT_AT_CITY = Visit(
    premises=Premises(devices=WELL, is_shut_out=True, setting_up=SettingUp(setting_up.SERVICE))
)
CLOSED = Visit(premises=Premises(is_closed=True))
CLOSED_UNWELL = Visit(premises=Premises(is_closed=True, devices=UNWELL))


@cache
def confirmed() -> Visit:
    """Reserved a moment ago, with a slip as it is printed."""
    slips = PillowSlips(Words.load(WORDS, Language.JAPANESE), HERE, Fonts(), TOKYO)
    slip = slips.reservation(account.RESERVATION, Language.JAPANESE)
    reserved = replace(account.RESERVATION, waiting=account.WAITING_TIME)
    signed = Signed(account.SESSION, last_reservation=reserved, slip=slip)
    signed = replace(signed, undoable=account.RESERVATION)
    return replace(account.STRANGER, signed=signed, premises=Premises(HERE))


def kept() -> Visit:
    """Reserved while the line was down: not yet sent, and nothing to undo."""
    visit = confirmed()
    assert visit.signed is not None, "whoever reserved is signed in"
    signed = replace(visit.signed, last_reservation=account.KEPT, undoable=None)
    return replace(visit, signed=signed, premises=Premises(is_line_down=True))


@cache
def every_visit() -> Mapping[ScreenName, Mapping[str, Visit]]:
    """By screen; the visit without a name is the one that the pictures show."""
    return {
        ScreenName.HOME: {
            "": searching.AT_REST,
            "signed-in": searching.signed_in(searching.AT_REST),
        },
        ScreenName.SEARCH: {"": searching.TYPING, "empty": searching.OPENED},
        ScreenName.ADVANCED: {"": advanced.CONDITIONS, "empty": advanced.OPENED},
        ScreenName.RESULTS: {
            "": searching.FOUND,
            "conditions": advanced.FOUND,
            "too-narrow": advanced.TOO_NARROW,
            "sets": advanced.SETS,
            "listed": replace(searching.FOUND, listed=listed.SOME),
            "not-here": searching.NOT_HERE,
            "nowhere": searching.NOWHERE,
        },
        ScreenName.TITLE: title.one_title(),
        ScreenName.LIST: listed.lists(),
        ScreenName.SIGN_IN: {
            "": account.STRANGER,
            "password": account.WITH_CARD,
            "wrong": replace(account.WITH_CARD, trouble=errors.CardOrPasswordWrong()),
            "ic-card": account.WITH_IC_CARD,
            "ic-card-wrong": replace(account.WITH_IC_CARD, trouble=errors.CardOrPasswordWrong()),
            "ic-card-unbound": replace(account.STRANGER, trouble=errors.IcCardNotBound()),
            "short-wait": replace(account.WITH_CARD, trouble=errors.TriedTooOften(16)),
            "closed": replace(account.WITH_CARD, trouble=errors.CardClosed()),
            "new-password": own.RESET,
            "to-join": replace(account.TO_JOIN, trouble=errors.CertificateNotBound()),
        },
        ScreenName.PIN: {
            "": account.WITH_MY_NUMBER,
            "wrong": replace(account.TWO_TRIES, trouble=errors.PinWrong(2)),
            "last-try": replace(account.LAST_TRY, trouble=errors.LastTryKept()),
            "locked": replace(account.LOCKED, trouble=errors.PinLocked()),
        },
        ScreenName.BIND_CARD: account.joining(),
        ScreenName.BIND_PIN: {"": account.JOINING_PIN},
        ScreenName.CHOOSE_PASSWORD: {
            "": account.FIRST_TIME,
            "refused": replace(account.FIRST_TIME, trouble=errors.PasswordNotAllowed("initial")),
        },
        ScreenName.RESERVE: {
            "": account.CHOSEN,
            "choosing": account.CHOOSING,
            "any-edition": title.ANY_EDITION,
        },
        ScreenName.CONFIRMATION: {
            "": confirmed(),
            "no-paper": replace(confirmed(), trouble=errors.PaperOut()),
            "kept": kept(),
        },
        ScreenName.MY_LIBRARY: mine.lists(),
        ScreenName.RESERVATION: mine.one_reservation(),
        ScreenName.DETAILS: own.details(),
        ScreenName.EMAIL: own.email(),
        ScreenName.NUMBER: own.number(),
        ScreenName.CHANGE_PASSWORD: own.change_password(),
        ScreenName.HISTORY: own.history(),
        ScreenName.FORGOTTEN: own.forgotten(),
        ScreenName.RESET: own.reset(),
        ScreenName.WAIT: {"": Visit(), "signed-in": mine.MINE},
        ScreenName.APOLOGY: {
            "": Visit(),
            "broken": Visit(trouble=errors.ServiceBroken()),
            "shut-out": Visit(premises=Premises(is_shut_out=True)),
        },
        ScreenName.OUT_OF_SERVICE: {"": CLOSED, "unwell": CLOSED_UNWELL},
        ScreenName.STAFF_DOOR: {
            "": AT_THE_STAFF_DOOR,
            "closed": replace(AT_THE_STAFF_DOOR, trouble=errors.StaffDoorClosed()),
            "locked": replace(AT_THE_STAFF_DOOR, trouble=errors.TriedTooOften(540)),
        },
        ScreenName.STAFF: {
            "": STAFF,
            "unwell": Visit(premises=Premises(devices=UNWELL, is_line_down=True)),
            "closed": STAFF_CLOSED,
            "shut-out": SHUT_OUT_AT_CITY,
        },
        ScreenName.SET_UP: setting_up.set_up(),
    }
