"""What will not stay is started again, but less and less often."""

from kiosk.supervisor.pauses import Pauses, Rhythm


def pauses_of(ends: int, ran_s: float, rhythm: Rhythm) -> list[float]:
    """How long each of so many restarts had to wait."""
    pauses, now_s, waited = Pauses(rhythm), 0.0, []
    for _ in range(ends):
        now_s += ran_s
        pauses.ended(now_s, ran_s)
        ended_s = now_s
        while not pauses.is_over(now_s):
            now_s += 0.05
        waited.append(round(now_s - ended_s, 1))
    return waited


def test_the_first_start_waits_for_nothing() -> None:
    assert Pauses().is_over(0.0)


def test_pauses_double_up_to_the_longest() -> None:
    assert pauses_of(7, 0.3, Rhythm(0.1, 2.0, 30.0)) == [0.1, 0.2, 0.4, 0.8, 1.6, 2.0, 2.0]


def test_what_ran_for_long_is_started_again_at_once() -> None:
    rhythm = Rhythm(0.1, 2.0, steady_after_s=30.0)
    assert pauses_of(3, 31.0, rhythm) == [0.1, 0.1, 0.1]
