"""What a proof found after each ending: canaries, where they were, and what that means."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Finding:
    """Of one ending. The first three must be empty; the last two are told, and not judged."""

    ending: str
    follower: str  # which process the next patron meets
    objects: Mapping[str, int]  # "query in SearchScreen": how often
    files: Mapping[str, int]  # "query in data/outbox.sqlite"
    next_process: Mapping[str, int]  # "query"
    remains: Mapping[str, int] = field(default_factory=dict)  # in the used process' own memory
    known: Mapping[str, int] = field(default_factory=dict)  # there, before the ending

    @property
    def is_clean(self) -> bool:
        return not (self.objects or self.files or self.next_process)


def in_places(found: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Canary and holder, counted: "query in SearchScreen"."""
    return dict(Counter(f"{canary} in {holder}" for canary, holder in found))
