"""What was told of the last thing that was scanned, until the patron's next act."""

from dataclasses import dataclass

from kiosk.domain.codes import NotOurs
from kiosk.domain.errors import IsbnUnknown, ItemUnknown
from kiosk.domain.remarks import Remark
from kiosk.events import Event, Failed, PriceRowScanned, UnknownCodeScanned
from kiosk.visit.acts import is_act

_OF_NOT_OURS = {
    NotOurs.UNKNOWN: Remark.UNKNOWN,
    NotOurs.ADDRESS: Remark.ADDRESS,
    NotOurs.CARD_MISREAD: Remark.MISREAD,
    NotOurs.PRODUCT: Remark.PRODUCT,
    NotOurs.IC_CARD: Remark.IC_CARD,
    NotOurs.TWO_CARDS: Remark.TWO_CARDS,
}


@dataclass(frozen=True, slots=True)
class Told:
    """nth: the same may be told again, and is then said again."""

    remark: Remark
    nth: int = 1


def tell(told: Told | None, remark: Remark) -> Told:
    return Told(remark, told.nth + 1 if told is not None else 1)


def told_after(told: Told | None, event: Event) -> Told | None:
    remark = _remark_on(event)
    if remark is not None:
        return tell(told, remark)
    return None if is_act(event) else told


def _remark_on(event: Event) -> Remark | None:
    match event:
        case UnknownCodeScanned(what):
            return _OF_NOT_OURS[what]
        case PriceRowScanned():
            return Remark.PRICE_ROW
        case Failed(IsbnUnknown()):
            return Remark.NO_SUCH_BOOK
        case Failed(ItemUnknown()):
            return Remark.NO_SUCH_ITEM
    return None
