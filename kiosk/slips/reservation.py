"""Slips as pictures: what is reserved, where a title stands, or several titles."""

from collections.abc import Sequence
from datetime import tzinfo
from itertools import chain, groupby

from kiosk.domain.branches import Standpoint
from kiosk.domain.looks import Language
from kiosk.domain.reservations import Reservation
from kiosk.domain.slips import Slip
from kiosk.domain.titles import FoundTitle
from kiosk.domain.walking_order import in_walking_order
from kiosk.ports import Slips
from kiosk.slips.barcode import draw_barcode
from kiosk.slips.fonts import Fonts
from kiosk.slips.layout import Layout
from kiosk.slips.location import as_plain_text, say_location
from kiosk.slips.paper import Block, Paper, Pasted, Space, png_of
from kiosk.slips.qr import draw_qr
from kiosk.slips.saying import Said, as_text, say
from kiosk.slips.titles import as_plain_text as list_as_text
from kiosk.slips.titles import parts_of
from kiosk.words.listing import Listed, say_listed
from kiosk.words.places import library_name
from kiosk.words.words import Words


class PillowSlips(Slips):
    """Lays slips out once, for the screen and for any printer, dot for dot."""

    def __init__(self, words: Words, standpoint: Standpoint, fonts: Fonts, zone: tzinfo) -> None:
        self._words = words
        self._standpoint = standpoint
        self._layout = Layout(fonts)
        self._zone = zone

    def reservation(self, reservation: Reservation, language: Language) -> Slip:
        words, layout = self._words.speaking(language), self._layout
        said = say(words, self._standpoint, reservation, self._zone)
        blocks = [
            *layout.head(said.library, said.heading),
            *layout.title(reservation.title_name, reservation.creator, reservation.call_number),
            *layout.rows(said.rows),
            *self._number(said, reservation),
        ]
        return _slip(blocks, as_text(said, reservation), reservation.number)

    def location(self, found: FoundTitle, language: Language) -> Slip:
        layout = self._layout
        said = say_location(self._words.speaking(language), self._standpoint, found)
        blocks = [
            *layout.head(said.library, said.heading),
            *layout.title(said.name, said.creator, found.title.call_number),
            layout.state(said.whereabouts, said.state),
            Space(12),
            *layout.rows(said.rows),
            Space(12),
            layout.sentence(said.next),
        ]
        return _slip(blocks, as_plain_text(said, found.title))

    def titles(self, titles: Sequence[FoundTitle], language: Language) -> tuple[Slip, ...]:
        words = self._words.speaking(language)
        library, heading = library_name(words, self._standpoint), words("Your list of titles")
        parts = parts_of(library, heading, say_listed(words, in_walking_order(titles)))
        return tuple(self._list(library, heading, part) for part in parts if part)

    def _list(self, library: str, heading: str, listed: Sequence[Listed]) -> Slip:
        blocks = self._layout.head(library, heading)
        for room, there in groupby(listed, key=lambda each: each.room):
            blocks += self._layout.room(room)
            blocks += chain.from_iterable(map(self._layout.listed, there))
        return _slip(blocks, list_as_text(library, heading, listed))

    def _number(self, said: Said, reservation: Reservation) -> list[Block]:
        return [
            Space(20),
            self._layout.sentence(said.number),
            Space(12),
            Pasted(draw_barcode(reservation.number)),
            self._layout.number(reservation.number),
        ]


def _slip(blocks: list[Block], text: str, number: str = "") -> Slip:
    """The QR code below says the same once more."""
    qr = draw_qr(text)
    paper = Paper()
    paper.add(*blocks, Pasted(qr), Space(24))
    return Slip(png_of(paper.picture()), png_of(qr), text, number)
