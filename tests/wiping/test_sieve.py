"""A canary is found in whatever form it was written down, and nothing else is."""

import random

import pytest

from kiosk.wiping.canaries import Canaries
from kiosk.wiping.sieve import Sieve, mirrored

CANARIES = Canaries.hatch(random.Random(7))  # noqa: S311 - the same canaries every time
SIEVE = Sieve.of(CANARIES)
NAMES = sorted(CANARIES.by_name)


@pytest.mark.parametrize("name", NAMES)
def test_a_canary_is_found_in_a_text(name: str) -> None:
    assert SIEVE.in_text(f"「{CANARIES.text(name)}」") == {name: len(_marks(name))}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
def test_a_canary_is_found_in_the_bytes_of_a_file_or_a_process(name: str, encoding: str) -> None:
    assert SIEVE.in_bytes(f"\n{CANARIES.text(name)}\n".encode(encoding))[name] >= 1


def test_a_name_is_found_as_json_writes_it() -> None:
    escaped = "".join(f"\\u{ord(kana):04x}" for kana in CANARIES.by_name["name"].marks[0])
    assert SIEVE.in_bytes(escaped.encode())["name"] == 1


def test_what_was_typed_is_found_before_it_was_whole() -> None:
    assert SIEVE.in_text(CANARIES.text("query")[:7])["query"] == 1


@pytest.mark.parametrize("around", ["1{}", "{}9", "a{}", "{}z"])
def test_a_pin_inside_a_longer_number_or_word_is_no_pin(around: str) -> None:
    text = around.format(CANARIES.text("pin"))
    assert not SIEVE.in_text(text)["pin"]
    assert not SIEVE.in_bytes(text.encode())["pin"]
    assert not SIEVE.in_bytes(text.encode("utf-16-le"))["pin"]


def test_a_heap_is_suspect_as_soon_as_one_text_in_it_is() -> None:
    clean: list[str | bytes] = ["猫", b"cat", "0123"]
    assert not SIEVE.catches_any(clean)
    assert SIEVE.catches_any([*clean, CANARIES.text("email")])
    assert SIEVE.catches_any([*clean, CANARIES.text("email").encode()])


def test_the_sieve_itself_holds_no_canary() -> None:
    shapes = [needle.shape for needle in (*SIEVE._as_text, *SIEVE._as_bytes)]
    assert not SIEVE.catches_any(shapes)


def test_a_mirrored_text_is_itself_again_in_the_mirror() -> None:
    assert mirrored(mirrored("ねこ0123")) == "ねこ0123"


def _marks(name: str) -> list[str]:
    """Those that stand in the text as it is written."""
    canary = CANARIES.by_name[name]
    return [mark for mark in canary.marks if mark in canary.text]
