"""What a My Number card keeps for its holder: secrets with tries, four items, a signature.

The number itself is not among it: nothing here reads, keeps or names it.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum, IntEnum


class CardSecret(Enum):
    """Each has tries of its own on the card, and opens one thing."""

    SIGN_IN = "sign_in"  # 利用者証明用, four digits, three tries
    ITEMS = "items"  # 券面事項入力補助用, four digits, three tries; often the same four
    SIGNING = "signing"  # 署名用, 6 to 16 letters and digits, five tries


class Sex(IntEnum):
    """As ISO/IEC 5218 counts; later cards bear none on their face."""

    NOT_KNOWN = 0
    MALE = 1
    FEMALE = 2
    NOT_APPLICABLE = 9


@dataclass(frozen=True, slots=True)
class BasicFour:
    """基本4情報 as the card tells them: characters that few fonts have stay what they are."""

    name: str = field(repr=False)  # between its parts mostly a full-width space
    address: str = field(repr=False)
    born: date | None = field(repr=False)  # None where the register knows no whole day
    sex: Sex = field(repr=False)


@dataclass(frozen=True, slots=True)
class CardSignature:
    """A document signed by its holder. The certificate names them: it goes to a verifier only."""

    certificate: bytes = field(repr=False)  # DER, 署名用
    signature: bytes = field(repr=False)
