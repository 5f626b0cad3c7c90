"""Every error says what is and what the patron can do instead."""

import tomllib
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.domain import errors
from kiosk.domain.details import ContactKind
from kiosk.domain.errors import LibraryError
from kiosk.domain.loans import WhyNotRenewable
from kiosk.words.errors import Explanation, apologise, explain, explain_here, explain_limit
from kiosk.words.words import Words
from tests.words.conftest import HOUSE

POLICIES = HOUSE / "assets" / "policies"


def _all_kinds(kind: type[LibraryError] = LibraryError) -> Iterator[type[LibraryError]]:
    for narrower in kind.__subclasses__():
        if narrower.__name__ in errors.__all__:
            yield narrower
        yield from _all_kinds(narrower)


def _example(kind: type[LibraryError]) -> LibraryError:
    if not is_dataclass(kind):
        return kind()
    values = {field.name: _value(field) for field in fields(kind) if field.default is MISSING}
    return kind(**values)


def _value(field: Field[object]) -> object:
    return 7 if "int" in str(field.type) else "length"


@pytest.mark.parametrize("kind", list(_all_kinds()), ids=lambda kind: kind.__name__)
def test_every_error_has_words_of_its_own(words: Words, kind: type[LibraryError]) -> None:
    explanation = explain(words, _example(kind))
    assert explanation != apologise(words)
    assert explanation.what
    assert explanation.then
    assert "%(" not in explanation.what + explanation.then


@pytest.mark.parametrize("kind", list(_all_kinds()), ids=lambda kind: kind.__name__)
def test_every_error_is_told_in_japanese(
    japanese: Words, english: Words, kind: type[LibraryError]
) -> None:
    error = _example(kind)
    said, source = explain(japanese, error), explain(english, error)
    assert said.what != source.what
    assert said.then != source.then


def test_the_unforeseen_is_apologised_for_and_not_quoted(words: Words) -> None:
    explanation = explain(words, ValueError("01234567"))
    assert explanation == apologise(words)
    assert "01234567" not in explanation.what + explanation.then


def test_which_of_number_and_password_is_wrong_is_not_said(japanese: Words) -> None:
    wrong = explain(japanese, errors.CardOrPasswordWrong())
    assert wrong.what == "番号かパスワードが違います。"
    assert "「パスワードを忘れた」" in wrong.then
    assert "カウンター" not in wrong.then


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "1秒"), (1, "1秒"), (59, "59秒"), (60, "1分"), (61, "2分"), (900, "15分")],
)
def test_a_short_wait_is_told_in_seconds_a_longer_one_in_whole_minutes(
    japanese: Words, seconds: int, said: str
) -> None:
    assert said in explain(japanese, errors.TriedTooOften(seconds)).then


@pytest.mark.rule("N2", "N3", "E4")
@pytest.mark.parametrize(
    ("why", "what", "then"),
    [
        (WhyNotRenewable.NOT_YET, "11月27日（金）から延長できます", "その日になってから"),
        (WhyNotRenewable.RENEWED_ALREADY, "すでに延長ずみ", "11月27日（金）までに"),
        (WhyNotRenewable.KIND_NOT_RENEWABLE, "この種類", "11月27日（金）までに"),
        (WhyNotRenewable.RESERVED_BY_OTHERS, "ほかの方の予約", "11月27日（金）までに"),
        (WhyNotRenewable.OVERDUE, "期限を過ぎている", "11月27日（金）までに"),
    ],
)
def test_what_is_not_renewed_says_why_and_by_which_day(
    japanese: Words, why: WhyNotRenewable, what: str, then: str
) -> None:
    explanation = explain(japanese, errors.NotRenewable(why, date(2026, 11, 27)))
    assert what in explanation.what
    assert then in explanation.then


@pytest.mark.rule("N2", "E4")
@pytest.mark.parametrize("why", WhyNotRenewable)
def test_no_day_is_named_that_is_over_or_not_known(words: Words, why: WhyNotRenewable) -> None:
    explanation = explain(words, errors.NotRenewable(why))
    assert not any(sign.isdigit() for sign in explanation.what + explanation.then)


@pytest.mark.rule("V1", "E4")
def test_who_cannot_phone_is_told_another_way_first(english: Words) -> None:
    then = explain(english, errors.TooLateToChange()).then
    assert then.index("in writing") < then.index("phone")


def test_the_last_try_of_a_card_is_never_offered(japanese: Words) -> None:
    assert "あと1回" in explain(japanese, errors.PinWrong(2)).then
    assert "図書館カード" in explain(japanese, errors.PinWrong(1)).then


@pytest.mark.parametrize(
    ("group", "said"),
    [("book", "10冊"), ("cd", "CD"), ("dvd_video", "DVDとビデオ"), ("another", "この種類")],
)
def test_a_limit_says_its_number_and_kind(japanese: Words, group: str, said: str) -> None:
    what = explain(japanese, errors.LimitReached(10, group)).what
    assert said in what
    assert "10" in what


@pytest.mark.parametrize("policy", sorted(POLICIES.glob("*.toml")), ids=lambda file: file.stem)
def test_each_limited_group_of_a_shipped_policy_has_words_of_its_own(
    japanese: Words, policy: Path
) -> None:
    groups = tomllib.loads(policy.read_text(encoding="utf-8"))["quota"]["groups"]
    limited = [group["name"] for group in groups if "limit" in group]
    said = {explain_limit(japanese, 3, group) for group in limited}
    assert len(said | {explain_limit(japanese, 3, "another")}) == len(limited) + 1


REASONS = ("length", "letters", "initial", "about_you", "pattern")


@pytest.mark.parametrize("reason", REASONS)
def test_a_refused_password_says_what_is_allowed(japanese: Words, reason: str) -> None:
    explanation = explain(japanese, errors.PasswordNotAllowed(reason, 4, 20))
    assert "4〜20" in explanation.then


def test_each_reason_against_a_password_has_words_of_its_own(english: Words) -> None:
    whats = {explain(english, errors.PasswordNotAllowed(reason)).what for reason in REASONS}
    assert len(whats) == len(REASONS)


@pytest.mark.rule("E4")
def test_a_contact_that_cannot_be_is_told_by_its_kind(japanese: Words) -> None:
    said = {kind: explain(japanese, errors.ContactNotUnderstood(kind)) for kind in ContactKind}
    assert "@" in said[ContactKind.EMAIL].then
    assert "市外局番" in said[ContactKind.TELEPHONE].then
    assert said[ContactKind.TELEPHONE] == said[ContactKind.FAX]


@pytest.mark.rule("E4")
def test_where_something_is_changed_the_old_password_alone_is_wrong(japanese: Words) -> None:
    assert "番号" not in explain_here(japanese, errors.CardOrPasswordWrong()).what


def test_where_codes_are_sent_a_wait_is_not_called_one_for_signing_in(japanese: Words) -> None:
    explanation = explain_here(japanese, errors.TriedTooOften(1800))
    assert "ログイン" not in explanation.what + explanation.then
    assert "30分" in explanation.then


def test_what_was_typed_is_said_to_be_there_only_where_something_was(japanese: Words) -> None:
    assert "残って" in explain_here(japanese, errors.LineLost()).then
    lost = explain_here(japanese, errors.LineLost(), has_typed=False)
    assert lost == explain(japanese, errors.LineLost())
    assert explain_here(japanese, errors.CodeWrong()) == explain(japanese, errors.CodeWrong())


def test_a_wrong_setting_says_where_it_stands_and_what_is_allowed(english: Words) -> None:
    error = errors.SettingWrong("kiosk.toml", "idle_signed_in_s", 7, "20 or more")
    explanation = explain(english, error)
    assert explanation == Explanation(
        "A setting cannot be used: idle_signed_in_s, in kiosk.toml:7.", "Allowed is: 20 or more."
    )
