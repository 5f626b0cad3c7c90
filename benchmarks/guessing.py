"""How long a refused sign-in takes, by what is wrong: the times must tell nobody which it was."""

import argparse
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median, quantiles

from kiosk.central.accounts.hashing import ArgonHasher, HashCost
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.policy_file import read_policy
from kiosk.central.service import Service, assemble
from kiosk.central.storage.database import Database
from kiosk.central.storage.migrate import migrate
from kiosk.central.tables.patrons import PatronRow
from kiosk.domain.branches import BranchId
from kiosk.domain.errors import CardClosed, CardOrPasswordWrong
from kiosk.domain.patrons import CardNumber, PatronId
from tests.throwaway.postgres import postgres

POLICY = Path(__file__).parents[1] / "assets" / "policies" / "demonstration.toml"
PASSWORD, WRONG = "sakura2026", "momiji2026"
KNOWN, NEW, CLOSED, UNKNOWN = (CardNumber(f"1000000{nth}") for nth in range(4))
KIOSK = "001"
Taken = dict[str, list["Spent"]]


@dataclass(frozen=True, slots=True)
class Spent:
    """Of one sign-in; the processor's time is told apart, for a busy machine delays all alike."""

    whole_ms: float
    processor_ms: float


class PassingClock:
    """Whoever tries here never has to wait, and no failure adds up."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self._now

    def pass_by(self, time_passed: timedelta) -> None:
        self._now += time_passed


@dataclass(frozen=True, slots=True)
class Trial:
    """One kind of sign-in."""

    name: str
    card: CardNumber
    password: str


TRIALS = (
    Trial("unknown card", UNKNOWN, WRONG),
    Trial("wrong password", KNOWN, WRONG),
    Trial("wrong initial password", NEW, WRONG),
    Trial("closed card, wrong password", CLOSED, WRONG),
    Trial("closed card, right password", CLOSED, PASSWORD),
    Trial("right password", KNOWN, PASSWORD),
)


def measure(url: str, rounds: int) -> Taken:
    """Milliseconds of each; the kinds take turns, so that a busy moment meets all alike."""
    migrate(url)
    clock, database = PassingClock(), Database(url)
    service = assemble(
        database, clock, read_policy(POLICY), ArgonHasher(HashCost()), LocalTrust(())
    )
    _settle(service)
    taken: Taken = {trial.name: [] for trial in TRIALS}
    for nth in range(rounds + 1):
        _keep_closed(service, clock)
        for trial in TRIALS:
            clock.pass_by(timedelta(minutes=6))
            spent = _spent(service, trial)
            if nth > 0:  # the first round warms up
                taken[trial.name].append(spent)
    database.close()
    return taken


def _spent(service: Service, trial: Trial) -> Spent:
    began, began_working = time.perf_counter(), time.process_time()
    _sign_in(service, trial)
    whole, working = time.perf_counter() - began, time.process_time() - began_working
    return Spent(whole * 1000, working * 1000)


def _settle(service: Service) -> None:
    service.kiosks.register(KIOSK, BranchId("main"))
    password_hash = service.passwords.hasher.hash(PASSWORD)
    hashes = {KNOWN: password_hash, NEW: None, CLOSED: password_hash}
    with service.database.writing() as session:
        session.add_all(
            PatronRow(
                id=PatronId(card),
                card_number=card,
                name="港 はるか",
                birth_date=date(1990, 4, 1),
                password_hash=kept,
            )
            for card, kept in hashes.items()
        )


def _keep_closed(service: Service, clock: PassingClock) -> None:
    """What was guessed is long ago for all cards, but for the one that is closed."""
    clock.pass_by(service.policy.attempts.within)
    for card in (KNOWN, NEW, CLOSED, UNKNOWN):
        service.passwords.attempts.release(card)
    for place in range(service.policy.attempts.per_card):
        service.passwords.attempts.begin(CLOSED, f"9{place:02}")


def _sign_in(service: Service, trial: Trial) -> None:
    try:
        service.passwords.sign_in(trial.card, trial.password, KIOSK)
    except (CardOrPasswordWrong, CardClosed):
        return


def say(kind: str, taken: Taken) -> None:
    refused = [name for name in taken if name != "right password"]
    for name, spent in taken.items():
        whole = [each.whole_ms for each in spent]
        ninth_decile = quantiles(whole, n=10)[-1]
        working = median(each.processor_ms for each in spent)
        print(
            f"{kind:10} {name:28} median {median(whole):6.1f} ms, 90 % {ninth_decile:6.1f} ms,"
            f" of the processor {working:6.1f} ms"
        )
    medians = [median(each.processor_ms for each in taken[name]) for name in refused]
    apart = max(medians) - min(medians)
    print(f"{kind:10} what is refused lies {apart:.1f} ms of the processor apart")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        say("SQLite", measure(f"sqlite:///{folder}/central.sqlite", rounds))
    with postgres() as server:
        say("PostgreSQL", measure(server.url(server.create()), rounds))


if __name__ == "__main__":
    main()
