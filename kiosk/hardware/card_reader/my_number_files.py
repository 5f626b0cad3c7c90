"""What lies where on a My Number card: a later card is another row, not other code."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardFiles:
    """One generation of cards, as far as signing in needs it.

    Source: OpenSC card-jpki.c and jpki/myna, which agree. The smartphone's token is
    `JPKIAPGPSETOKEN` and the old 住基カード's `JPKIAPICCTOKEN`: neither is taken here.
    """

    application: bytes  # AID of the 公的個人認証 application, all ten bytes
    token_file: bytes
    token: bytes  # what stands in it, without padding
    token_bytes: int
    certificate_file: bytes  # 利用者証明用: bears no name and no address
    pin_file: bytes  # its four-digit PIN
    key_file: bytes


@dataclass(frozen=True, slots=True)
class SigningKey:
    """What a kind of key is given to sign: the card pads, hashing is ours."""

    hash_name: str  # of hashlib
    digest_info: bytes  # stands before the hash; RFC 8017, 9.2, note 1


MY_NUMBER_CARD = CardFiles(
    application=bytes.fromhex("D392F000260100000001"),
    token_file=bytes.fromhex("0006"),
    token=b"JPKIAPICCTOKEN2",
    token_bytes=32,
    certificate_file=bytes.fromhex("000A"),
    pin_file=bytes.fromhex("0018"),
    key_file=bytes.fromhex("0017"),
)

RSA = SigningKey("sha256", bytes.fromhex("3031300D060960864801650304020105000420"))
