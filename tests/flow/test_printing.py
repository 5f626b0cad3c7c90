"""Whatever keeps a printer from printing ends neither a visit nor a reservation."""

import pytest

from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import CoverOpen, DeviceGone, LibraryError, PaperOut, PrinterStuck
from kiosk.events import (
    CardPresented,
    Confirmed,
    LocationSlipAsked,
    NoticeChosen,
    PasswordEntered,
    ReserveAsked,
    ScreenName,
    TitleChosen,
)
from kiosk.services.simulated.patrons import CARD, PASSWORD
from kiosk.services.simulated.stock import BOTCHAN
from tests.flow.conftest import Walk

TROUBLES = [PaperOut, CoverOpen, PrinterStuck, DeviceGone]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_reservation_is_made_with_or_without_its_slip(
    walk: Walk, trouble: type[LibraryError]
) -> None:
    walk.library.printer.breaks_with(trouble())
    walk(CardPresented(CARD), PasswordEntered(PASSWORD), TitleChosen(BOTCHAN.title.id))
    walk(ReserveAsked(), NoticeChosen(NoticeMethod.EMAIL), Confirmed())
    assert walk.screen is ScreenName.CONFIRMATION
    assert isinstance(walk.trouble, trouble)
    assert len(walk.library.reservations.placed) > 0


@pytest.mark.parametrize("trouble", TROUBLES)
def test_a_title_stays_open_with_or_without_its_slip(
    walk: Walk, trouble: type[LibraryError]
) -> None:
    walk.library.printer.breaks_with(trouble())
    walk(TitleChosen(BOTCHAN.title.id), LocationSlipAsked())
    assert walk.screen is ScreenName.TITLE
    assert isinstance(walk.trouble, trouble)
