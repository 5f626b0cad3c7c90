"""What was measured at the central service, as tables for docs/performance.md."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from benchmarks.central_kiosks import Call, Seen

MOST_FAILED = 5
NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Run:
    """One database, so many patrons, so many kiosks."""

    database: str
    patrons: int
    kiosks: int
    thinking: Seen
    saturated: Seen
    processor: float  # of the service while patrons thought; 1.0 is one processor, all the time
    argon2_ms: Sequence[float]  # verifications alone, right before


# What a cell says of a call, and the number by which databases are compared.
Cells = Callable[[Run, Call], tuple[str, float] | None]


@dataclass(frozen=True, slots=True)
class Filled:
    database: str
    patrons: int
    took_s: float
    size_mb: float


def at(share: float, times: Sequence[float]) -> float:
    """The smallest time within which this share of all were answered (nearest rank)."""
    return sorted(times)[max(0, ceil(share * len(times)) - 1)]


def say(runs: Sequence[Run], filled: Sequence[Filled]) -> None:
    databases = list(dict.fromkeys(run.database for run in runs))
    print("\n### Patrons who think\n")
    _print_table(databases, "p50, p95, p99", _compared(runs, databases, _thinking))
    print("\n### Everybody at once, nobody thinks\n")
    _print_table(databases, "a second: p50, p95", _compared(runs, databases, _saturated))
    print("\n### Argon2 beside sign-in, and the processor\n")
    _say_argon2(runs)
    print("\n### Filling\n")
    _say_filled(filled)
    _say_failed(runs)


def _compared(
    runs: Sequence[Run], databases: Sequence[str], cells: Cells
) -> Iterable[tuple[str, ...]]:
    """A line for each number of patrons and kiosks, and call; a column for each database."""
    for patrons, kiosks in dict.fromkeys((run.patrons, run.kiosks) for run in runs):
        of = {run.database: run for run in runs if (run.patrons, run.kiosks) == (patrons, kiosks)}
        for call in Call:
            told = [cells(of[each], call) if each in of else None for each in databases]
            if any(told):
                shown = [each[0] if each else NOTHING for each in told]
                yield f"{patrons:,}", str(kiosks), call, *shown, _ratio([t for t in told if t])


def _thinking(run: Run, call: Call) -> tuple[str, float] | None:
    times = run.thinking.took_ms[call]
    if not times:
        return None
    shown = ", ".join(f"{at(share, times):.0f}" for share in (0.5, 0.95, 0.99))
    return f"{shown} ({len(times)})", median(times)


def _saturated(run: Run, call: Call) -> tuple[str, float] | None:
    times, seconds = run.saturated.took_ms[call], run.saturated.seconds.get(call, 0.0)
    if not times or not seconds:
        return None
    rate = len(times) / seconds
    return f"**{rate:.0f}**: {at(0.5, times):.0f}, {at(0.95, times):.0f}", rate


def _ratio(told: Sequence[tuple[str, float]]) -> str:
    """The second database's by the first's."""
    return f"{told[1][1] / told[0][1]:.2f}" if len(told) == 2 else NOTHING


def _print_table(databases: Sequence[str], unit: str, lines: Iterable[tuple[str, ...]]) -> None:
    named = [f"{each}, {unit}" for each in databases]
    print_lines(("Patrons", "Kiosks", "Call", *named, "Ratio"), lines)


def print_lines(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    print(f"| {' | '.join(heads)} |")
    print(f"|{'---|' * len(heads)}")
    for line in lines:
        print(f"| {' | '.join(line)} |")


def _say_argon2(runs: Sequence[Run]) -> None:
    heads = ("Database", "Patrons", "Kiosks", "argon2 alone", "Sign-in", "Service's processors")
    print_lines(
        heads,
        (
            (
                run.database,
                f"{run.patrons:,}",
                str(run.kiosks),
                f"{median(run.argon2_ms):.0f}",
                f"{median(run.thinking.took_ms[Call.SIGN_IN] or [0]):.0f}",
                f"{run.processor:.2f}",
            )
            for run in runs
        ),
    )


def _say_filled(filled: Sequence[Filled]) -> None:
    lines = (
        (each.database, f"{each.patrons:,}", f"{each.took_s:.0f} s", f"{each.size_mb:.0f} MB")
        for each in filled
    )
    print_lines(("Database", "Patrons", "Filled in", "Size"), lines)


def _say_failed(runs: Sequence[Run]) -> None:
    for run in runs:
        failed = [*run.thinking.failed, *run.saturated.failed]
        refused = run.thinking.refused + run.saturated.refused
        print(f"\n{run.database}, {run.patrons:,} patrons, {run.kiosks} kiosks: ", end="")
        print(f"{len(failed)} calls failed, {refused} wishes refused by a rule")
        for each in failed[:MOST_FAILED]:
            print(f"- {each}")
