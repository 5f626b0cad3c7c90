"""What lies where on a My Number card: a later card is another table, not other code."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from kiosk.domain.errors import NotMyNumberCard, OldResidentCard, PhoneNotRead
from kiosk.domain.my_number import CardSecret


class Use(Enum):
    """What may be done with a file, and nothing else may."""

    READ = "read"
    PIN = "pin"  # ask its tries, give it four digits
    PASSWORD = "password"  # noqa: S105 - ask its tries, give it 6 to 16 letters and digits
    KEY = "key"  # let it sign a hash


@dataclass(frozen=True, slots=True)
class Place:
    """A file that we need, with the application it belongs to."""

    application: bytes  # AID, whole
    file: bytes  # its two bytes
    use: Use


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    certificate: Place
    key: Place


@dataclass(frozen=True, slots=True)
class ItemTags:
    """What the basic four stand under, within one outer tag."""

    outer: int
    name: int
    address: int
    born: int
    sex: int | None  # None for a card that tells none


@dataclass(frozen=True, slots=True)
class CardFiles:
    """One generation of cards.

    The number itself has places too (券面事項入力補助 0001, 0014, the 券面 and 住基 applications):
    no table of ours may name them.

    Source: OpenSC card-jpki.c and jpki/myna, which agree.
    """

    token: Place
    token_bytes: int
    token_text: bytes  # what stands there, without padding
    other_tokens: Mapping[bytes, type[NotMyNumberCard]]
    secrets: Mapping[CardSecret, Place]
    sign_in: KeyPlaces  # 利用者証明用: bears no name and no address
    signing: KeyPlaces  # 署名用: bears both; read only after its password
    basic_four: Place
    item_tags: ItemTags

    def places(self) -> Iterator[Place]:
        yield self.token
        yield from self.secrets.values()
        for places in (self.sign_in, self.signing):
            yield from (places.certificate, places.key)
        yield self.basic_four


_JPKI = bytes.fromhex("D392F000260100000001")  # 公的個人認証
_ITEMS = bytes.fromhex("D3921000310001010408")  # 券面事項入力補助


def _jpki(file: str, use: Use) -> Place:
    return Place(_JPKI, bytes.fromhex(file), use)


MY_NUMBER_CARD = CardFiles(
    token=_jpki("0006", Use.READ),
    token_bytes=32,
    token_text=b"JPKIAPICCTOKEN2",
    other_tokens={b"JPKIAPICCTOKEN": OldResidentCard, b"JPKIAPGPSETOKEN": PhoneNotRead},
    secrets={
        CardSecret.SIGN_IN: _jpki("0018", Use.PIN),
        CardSecret.SIGNING: _jpki("001B", Use.PASSWORD),
        CardSecret.ITEMS: Place(_ITEMS, bytes.fromhex("0011"), Use.PIN),
    },
    sign_in=KeyPlaces(_jpki("000A", Use.READ), _jpki("0017", Use.KEY)),
    signing=KeyPlaces(_jpki("0001", Use.READ), _jpki("001A", Use.KEY)),
    basic_four=Place(_ITEMS, bytes.fromhex("0002"), Use.READ),
    item_tags=ItemTags(0xFF20, name=0xDF22, address=0xDF23, born=0xDF24, sex=0xDF25),
)
