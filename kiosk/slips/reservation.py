"""The slip of a reservation as a picture: what is reserved, where it will be, its number."""

from datetime import tzinfo

from kiosk.domain.branches import Standpoint
from kiosk.domain.looks import Language
from kiosk.domain.reservations import Reservation
from kiosk.domain.slips import Slip
from kiosk.ports import Slips
from kiosk.slips.barcode import draw_barcode
from kiosk.slips.fonts import Face, Fonts
from kiosk.slips.paper import MARGIN, Block, DashedRule, Paper, Pasted, Space, png_of
from kiosk.slips.qr import draw_qr
from kiosk.slips.saying import Said, as_text, say
from kiosk.slips.spine_label import draw_spine_label
from kiosk.slips.text import Row, Style, centred, from_left
from kiosk.words.furigana import Ruby, parse
from kiosk.words.words import Words

HEAD, TITLE, TEXT, NUMBER = 35, 48, 35, 42  # dots of the em
_COLUMN_GAP = 24  # between the names of the rows and their values


class PillowSlips(Slips):
    """Lays slips out once, for the screen and for any printer, dot for dot."""

    def __init__(self, words: Words, standpoint: Standpoint, fonts: Fonts, zone: tzinfo) -> None:
        self._words = words
        self._standpoint = standpoint
        self._fonts = fonts
        self._zone = zone

    def reservation(self, reservation: Reservation, language: Language) -> Slip:
        words = self._words.speaking(language)
        said = say(words, self._standpoint, reservation, self._zone)
        text = as_text(said, reservation)
        qr = draw_qr(text)
        paper = Paper()
        paper.add(*self._head(said), *self._title(reservation), *self._rows(said))
        paper.add(*self._number(said, reservation), Pasted(qr), Space(24))
        return Slip(png_of(paper.picture()), png_of(qr), text)

    def _head(self, said: Said) -> list[Block]:
        return [
            Space(24),
            centred([Ruby(said.library)], self._style(HEAD, Face.BOLD)),
            Space(12),
            DashedRule(),
            Space(12),
            centred(parse(said.heading), self._style(HEAD)),
        ]

    def _title(self, reservation: Reservation) -> list[Block]:
        """As catalogued: what stands in braces there is no furigana."""
        blocks: list[Block] = [
            Space(8),
            centred([Ruby(reservation.title_name)], self._style(TITLE, Face.BOLD)),
            centred([Ruby(reservation.creator)], self._style(TEXT)),
            Space(20),
        ]
        if str(reservation.call_number):
            label = draw_spine_label(reservation.call_number, self._fonts)
            blocks += [Pasted(label), Space(20)]
        return blocks

    def _rows(self, said: Said) -> list[Block]:
        names, values = self._style(TEXT), self._style(TEXT, Face.BOLD)
        widest = max(sum(map(names.measure, parse(name))) for name, _ in said.rows)
        column = MARGIN + widest + _COLUMN_GAP
        return [
            Row(from_left(parse(name), names, MARGIN), from_left(parse(value), values, column))
            for name, value in said.rows
        ]

    def _number(self, said: Said, reservation: Reservation) -> list[Block]:
        return [
            Space(20),
            centred(parse(said.number), self._style(TEXT)),
            Space(12),
            Pasted(draw_barcode(reservation.number)),
            centred([Ruby(reservation.number)], self._style(NUMBER, Face.NUMBERS)),
        ]

    def _style(self, size: int, face: Face = Face.REGULAR) -> Style:
        return Style(self._fonts, size, face)
