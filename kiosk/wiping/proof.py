"""Plays visits through real panel processes, and looks for what stays of them."""

import os
import random
import signal
import string
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kiosk.wiping.canaries import FEW, Canaries
from kiosk.wiping.company import Company
from kiosk.wiping.door import Message
from kiosk.wiping.files import count_in_files, files_below
from kiosk.wiping.finding import Finding, in_places
from kiosk.wiping.folders import Folders
from kiosk.wiping.memory import count_in_memory
from kiosk.wiping.plays import Play
from kiosk.wiping.sieve import Sieve, mirrored, mirrored_marks
from kiosk.wiping.watched_panel import WatchedPanel

LOOKS, PAUSE_S = 4, 0.5  # what is on its way out at an ending may take two seconds to be gone
# The service's own files are to know the patron, and the letters that it lays down here instead
# of sending them.
TRUTH = ("central.", "mail")


@dataclass(frozen=True, slots=True)
class _Looked:
    """What one process was found to hold."""

    objects: Sequence[tuple[str, str]] = ()  # canary, holder
    memory: Counter[str] = field(default_factory=Counter)


class Proof:
    """Visits, played one after the other through the same company of panels."""

    def __init__(self, company: Company, folders: Folders, canaries: Canaries) -> None:
        self._company, self._folders = company, folders
        self._canaries = canaries

    def play(self, play: Play) -> Finding:
        """Play one to its ending, and look everywhere. Raises PlayStuck."""
        self._company.gather()
        used = self._company.on_stage
        for name, count in FEW.items():
            rare = self._rare(name, count, (used, self._company.spare))
            self._canaries = self._canaries.with_rare(name, rare)
        self._order(used, "play", play)
        known = count_in_memory(used.pid, self._sieve)
        return replace(self._end(used, play), known=dict(known))

    def _end(self, used: WatchedPanel, play: Play) -> Finding:
        if play.ending is None:
            return self._kill(used, play)
        if play.signs_in:
            return self._swap(used, play)
        self._order(used, "end", play)
        return self._finding(play, "the same", self._look(used), _Looked())

    def _kill(self, used: WatchedPanel, play: Play) -> Finding:
        os.kill(used.pid, signal.SIGKILL)
        follower = self._company.wait_for_follower(used)
        return self._finding(play, "the spare", _Looked(), self._look(follower))

    def _swap(self, used: WatchedPanel, play: Play) -> Finding:
        """The used process is looked through while the spare stands on stage already."""
        looked: list[_Looked] = []
        used.before_leaving = lambda: looked.append(self._look(used))
        self._order(used, "end", play)
        follower = self._company.wait_for_follower(used)
        return self._finding(play, "the spare", looked[0], self._look(follower))

    def _finding(self, play: Play, who: str, used: _Looked, follower: _Looked) -> Finding:
        objects_of_next = Counter(canary for canary, _ in follower.objects)
        return Finding(
            ending=play.name,
            follower=who,
            objects=in_places(used.objects),
            files=self._in_files(),
            next_process=dict(follower.memory + objects_of_next),
            remains=dict(used.memory),
        )

    # ---- looking
    @property
    def _sieve(self) -> Sieve:
        return Sieve.of(self._canaries)

    def _look(self, panel: WatchedPanel) -> _Looked:
        """The memory as the ending left it; then the objects, once all has come to rest."""
        memory = count_in_memory(panel.pid, self._sieve)
        found: list[tuple[str, str]] = []
        for _ in range(LOOKS):
            order = {"do": "look", "marks": mirrored_marks(self._canaries)}
            answer = self._company.ask(panel, order)
            found = [(canary, holder) for canary, holder in answer["found"]]
            if not found:
                break
            time.sleep(PAUSE_S)
        return _Looked(found, memory)

    def _in_files(self) -> dict[str, int]:
        root = self._folders.root
        found = count_in_files(files_below(root, TRUTH), self._sieve)
        return {
            f"{canary} in {path.relative_to(root)}": count
            for path, counted in found.items()
            for canary, count in counted.items()
        }

    def _rare(self, name: str, count: int, panels: Sequence[WatchedPanel]) -> str:
        """So many digits that stand nowhere yet: neither in the processes nor in a file."""
        while True:
            digits = "".join(random.SystemRandom().sample(string.digits, count))
            sieve = Sieve({name: [mirrored(digits)]})
            in_files = count_in_files(files_below(self._folders.root, TRUTH), sieve)
            if not in_files and not any(count_in_memory(panel.pid, sieve) for panel in panels):
                return digits

    def _order(self, panel: WatchedPanel, what: str, play: Play) -> None:
        self._company.ask(panel, order_of(what, play, self._canaries))


def order_of(what: str, play: Play, canaries: Canaries) -> Message:
    """To play a visit, or to end it; as it may be told to a process that is looked through."""
    texts = {name: mirrored(one.text) for name, one in canaries.by_name.items()}
    return {"do": what, "play": play.name, "canaries": texts}
