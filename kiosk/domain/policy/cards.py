"""What a card number looks like."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from kiosk.domain.bounds import Between, Matches


class CheckScheme(StrEnum):
    """How the last digit of a card number follows from the others."""

    NONE = "none"
    M10W21 = "m10w21"  # modulus 10, weights 2 and 1; 14-digit library cards too
    M10W31 = "m10w31"
    M11W27 = "m11w27"
    M16 = "m16"  # counts the start and stop letters too
    MODULO_7 = "7dr"
    MODULO_7_COMPLEMENT = "7dsr"


@dataclass(frozen=True, slots=True)
class CardPolicy:
    """Rule L1: what a card number looks like."""

    digits: Annotated[int, Between(4, 20)] = 8
    start_stop: Annotated[str, Matches("[A-D]*", "letters from A to D")] = (
        "ABCD"  # NW-7 letters around the number that a scanner may hand over
    )
    check: CheckScheme = CheckScheme.NONE
    # Rule L9: what stands before the number in the QR code of a digital card, "CARD:"
    qr_prefix: Annotated[str, Matches("[!-~]{0,60}", "up to 60 ASCII signs without spaces")] = ""
