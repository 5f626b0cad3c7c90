"""What this scanner can: the technician scans codes that are known, and is told."""

from collections.abc import Callable, Mapping
from enum import StrEnum

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.scanner_codes import TRIAL_CODES, Symbol, TrialCode

ABOUT = "scanner"
_TRIES = 3  # other codes read before one is given up

Read = Callable[[], str | None]  # the next text; None where time ran out or Enter was pressed
Readings = Mapping[TrialCode, str | None]


class Letters(StrEnum):
    """What becomes of NW-7's start and stop letters."""

    KEPT = "kept"
    LOWER = "lower-cased"
    STRIPPED = "stripped"
    OTHER = "changed"


def ask(read: Read, show: Callable[[TrialCode], None], say: Callable[[str], None]) -> Readings:
    """Each code once. What is read besides may be somebody's card: only its length is said."""
    readings: dict[TrialCode, str | None] = {}
    for code in TRIAL_CODES:
        show(code)
        readings[code] = _first_that_fits(code, read, say)
        say("not read" if readings[code] is None else "read")
    return readings


def _first_that_fits(code: TrialCode, read: Read, say: Callable[[str], None]) -> str | None:
    for _try in range(_TRIES):
        text = read()
        if text is None or fits(code, text):
            return text
        say(f"That was another code, of {len(text)} characters. Scan the one shown.")
    return None


def fits(code: TrialCode, text: str) -> bool:
    """Whether a text may be that code, whatever the scanner did to letters and check digit."""
    if not code.is_card:
        return text == code.text
    inner = code.text[1:-1]
    return inner in text or text.strip("abcdABCD") == inner[:-1]


def assess(readings: Readings) -> list[Finding]:
    cards = {code: text for code, text in readings.items() if code.is_card}
    reads_nw7 = any(cards.values())
    reads_qr = any(text for code, text in readings.items() if code.symbol is Symbol.QR)
    return [
        *_letters_said(cards),
        _plain("QR codes", is_read=reads_qr, otherwise=_NO_QR),
        _plain(
            "ISBN (EAN-13)",
            is_read=any(text for code, text in readings.items() if code.symbol is Symbol.ISBN),
            otherwise="Scan EAN-13 “on” in the scanner's manual.",
        ),
        _phones(reads_nw7=reads_nw7, reads_qr=reads_qr),
    ]


_NO_QR = (
    "A laser reads no QR: a scanner with a camera (2D imager) does; see its manual for QR “on”."
)


def letters_of(code: TrialCode, text: str) -> Letters:
    inner = code.text[1:-1]
    match text:
        case code.text:
            return Letters.KEPT
        case _ if text == code.text.lower():
            return Letters.LOWER
        case _ if text == inner:
            return Letters.STRIPPED
    return Letters.OTHER


def _letters_said(cards: Readings) -> list[Finding]:
    read = {code: text for code, text in cards.items() if text is not None}
    if not read:
        step = "Scan NW-7 (Codabar) “on” in the scanner's manual; it is often off."
        return [Finding(ABOUT, State.MISSING, "NW-7 (Codabar): not read", step)]
    found = sorted({letters_of(code, text) for code, text in read.items()})
    unread = [code.name for code in cards if code not in read]
    says = f"NW-7 (Codabar): read, start and stop letters {', '.join(found)}"
    if unread:
        step = "Let the scanner read all start and stop letters, or keep to those of the cards."
        says += f"; not read: {', '.join(unread)}"
        return [Finding(ABOUT, State.ATTENTION, says, step)]
    if found == [Letters.OTHER]:
        step = "Turn off what the scanner cuts or adds: check digit “send”, no prefix."
        return [Finding(ABOUT, State.ATTENTION, says, step)]
    if len(found) > 1:
        step = "Choose one way for start and stop letters in the scanner's manual."
        return [Finding(ABOUT, State.ATTENTION, says, step)]
    return [Finding(ABOUT, State.OK, says)]


def _plain(name: str, *, is_read: bool, otherwise: str) -> Finding:
    if is_read:
        return Finding(ABOUT, State.OK, f"{name}: read")
    return Finding(ABOUT, State.ATTENTION, f"{name}: not read", otherwise)


def _phones(*, reads_nw7: bool, reads_qr: bool) -> Finding:
    """True of where the codes were: a laser may read NW-7 on paper, and not on a screen."""
    which = {
        (True, True): "NW-7 and QR",
        (True, False): "NW-7 only",
        (False, True): "QR only",
        (False, False): "neither",
    }[reads_nw7, reads_qr]
    says = f"digital cards on phones, if these codes were on a screen: {which}"
    if reads_nw7 or reads_qr:
        return Finding(ABOUT, State.OK, says)
    step = "Patrons with a digital card type its number, unless another scanner comes."
    return Finding(ABOUT, State.ATTENTION, says, step)
