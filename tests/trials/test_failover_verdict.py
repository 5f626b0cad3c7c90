"""What the failover trial concludes from journals and rows."""

from tools.trial_failover.journal import ANSWERED, Deed, Told
from tools.trial_failover.verdict import Kept, verdict


def told(at_s: float, one: str, deed: Deed = Deed.RESERVE, outcome: str = ANSWERED) -> Told:
    return Told(at_s, deed, one, outcome)


def kept(one: str, number: str = "", state: str = "queued") -> Kept:
    return Kept(one, number or one, f"permit of {one}", state)


def test_what_was_acknowledged_and_is_there_is_clean() -> None:
    found = verdict([told(1, "a"), told(2, "b")], [kept("a"), kept("b")])
    assert found.is_clean
    assert found.acknowledged == 2


def test_what_was_acknowledged_and_is_gone_is_lost() -> None:
    found = verdict([told(1, "a"), told(2, "b")], [kept("a")])
    assert found.lost == ("b",)
    assert not found.is_clean


def test_what_is_there_without_an_acknowledgement_is_no_fault() -> None:
    found = verdict([told(1, "a", outcome="StorageBusy")], [kept("a")])
    assert found.is_clean
    assert found.never_answered == 1
    assert found.unanswered_calls == {"StorageBusy": 1}


def test_two_rows_with_one_number_are_doubled() -> None:
    found = verdict([told(1, "a")], [kept("a", number="n"), kept("b", number="n")])
    assert found.doubled == ("a", "b")
    assert not found.is_clean


def test_a_cancellation_that_came_back_to_life_is_lost() -> None:
    heard = [told(1, "a"), told(2, "a", Deed.CANCEL)]
    assert verdict(heard, [kept("a", state="cancelled")]).is_clean
    assert verdict(heard, [kept("a")]).cancellations_lost == ("a",)


def test_writing_stood_still_between_the_two_acknowledgements_furthest_apart() -> None:
    heard = [
        told(1, "a"),
        told(20, "b", outcome="LineLost"),
        told(5, "a", Deed.CANCEL),
        told(31, "b"),
        told(32, "", Deed.READ),
    ]
    assert verdict(heard, [kept("a", state="cancelled"), kept("b")]).stood_still_s == 26


def test_a_repeat_tells_whether_the_first_one_had_been_placed() -> None:
    heard = [
        Told(1, Deed.RESERVE, "a", ANSWERED, tries=3, is_first_answer_again=True),
        Told(2, Deed.RESERVE, "b", ANSWERED, tries=2),
        Told(3, Deed.RESERVE, "c", ANSWERED),
    ]
    found = verdict(heard, [kept("a"), kept("b"), kept("c")])
    assert (found.repeats_placed_before, found.repeats_placed_then) == (1, 1)
