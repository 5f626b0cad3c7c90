"""No slip says who carries it: no name, no address, no number of a card or a telephone."""

from dataclasses import replace

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.patrons import CardNumber
from kiosk.events import (
    CardPresented,
    Confirmed,
    ListOpened,
    ListSlipAsked,
    LocationSlipAsked,
    NoticeChosen,
    PasswordEntered,
    ReserveAsked,
    TitleChosen,
    TitleListed,
)
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.services.simulated.patrons import CARD, CERTIFICATE, DETAILS, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN, CAT
from kiosk.slips.reservation import PillowSlips
from kiosk.words.words import Words
from tests.flow.conftest import Walk
from tests.slips.conftest import ListeningFonts, Scan
from tests.slips.samples import STANDPOINT, TOKYO

# What the kiosk could know of the patron, and parts of it that are long enough to be theirs.
CANARIES = (CARD, CARD[-4:], PASSWORD, CERTIFICATE.decode(), "ha•••", "example.jp", "5678", "090")


@pytest.fixture
def said(words: Words, scan: Scan) -> str:
    """All that is drawn and coded on the slips of a patron who is signed in."""
    library, fonts = SimulatedLibrary(), ListeningFonts()
    kit = replace(library.kit(), slips=PillowSlips(words, STANDPOINT, fonts, TOKYO))
    walk = Walk(library, kit)
    walk(CardPresented(CardNumber(CARD)), PasswordEntered(PASSWORD))
    for title in (BOTCHAN, CAT):
        walk(TitleChosen(title.title.id), LocationSlipAsked(), TitleListed(title.title.id))
    walk(ListOpened(), ListSlipAsked(), TitleChosen(BOTCHAN.title.id), ReserveAsked())
    walk(NoticeChosen(NoticeMethod.EMAIL), Confirmed())
    printed = library.printer.printed
    assert len(printed) == 4, "two places, a list and a reservation"
    read = [scan(slip.picture)["qrcode"] for slip in printed]
    return "\n".join([*fonts.heard, *read, *(slip.text for slip in printed)])


def test_the_slips_of_who_is_signed_in_do_not_say_who_it_is(said: str) -> None:
    assert DETAILS.email not in said
    assert DETAILS.telephone not in said
    assert [canary for canary in CANARIES if canary in said] == []


def test_they_do_say_what_is_looked_for(said: str) -> None:
    assert "坊っちゃん" in said
    assert "吾輩は猫である" in said
