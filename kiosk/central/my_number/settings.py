"""What a technician may set about who checks the certificates of My Number cards."""

from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Annotated

from kiosk.domain.bounds import Between, Matches


class Verifier(StrEnum):
    LOCAL = "local"  # anchors and lists in the folder trust_anchors
    PLATFORM = "platform"  # an accredited platform operator (プラットフォーム事業者), over HTTPS
    SIMULATED = "simulated"  # for demonstrations; a city's database refuses it


@dataclass(frozen=True, slots=True)
class PlatformSettings:
    """How the platform is asked; docs/my-number.md says what crosses the line."""

    url: Annotated[str, Matches(r"https://[^\s/@]+(/\S*)?", "an address like https://…")] | None = (
        None
    )
    answer_s: Annotated[float, Between(0.1, 4)] = 3.0  # in all: a patron waits at the kiosk
    authority: Path | None = None  # PEM; None: the machine's own authorities are trusted
    certificate: Path | None = None  # ours towards the platform, in PEM; None: none is shown
    key: Path | None = None  # of the certificate; None: it stands in the certificate's file
    # A file with the key that the platform gave us, which its owner alone may read
    api_key_file: Path | None = None


@dataclass(frozen=True, slots=True)
class MyNumberSettings:
    verifier: Verifier = Verifier.LOCAL
    # Whether an anchor without a list of what it revoked says nothing good (local)
    needs_lists: bool = True
    platform: PlatformSettings = field(default_factory=PlatformSettings)
