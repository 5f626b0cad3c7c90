"""A key beside the database is mixed into passwords: hashes alone are no use to a thief."""

from pathlib import Path

import pytest

from kiosk.central.accounts.hashing import ArgonHasher
from kiosk.central.accounts.pepper import Pepper
from kiosk.domain.errors import SettingWrong
from tests.central.hashing import CountingHasher

PASSWORD = "sakura2026"
ONE, OTHER = "1" * 64, "2" * 64


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "password.key"
    path.touch(mode=0o600)
    return path


def hasher(key_file: Path, *keys: str) -> ArgonHasher:
    key_file.write_text("\n".join(keys), encoding="ascii")
    return CountingHasher(pepper=Pepper.read(key_file))


def test_the_right_password_is_right_with_the_key_only(key_file: Path) -> None:
    kept = hasher(key_file, ONE).hash(PASSWORD)
    assert hasher(key_file, ONE).matches(kept, PASSWORD)
    assert not hasher(key_file, ONE).matches(kept, "momiji2026")
    assert not hasher(key_file, OTHER).matches(kept, PASSWORD)
    assert not CountingHasher().matches(kept, PASSWORD)


def test_that_a_key_is_missing_is_told_to_technicians(
    key_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = hasher(key_file, ONE).hash(PASSWORD)
    hasher(key_file, OTHER).matches(kept, PASSWORD)
    assert caplog.messages == ["a password key is missing"]


def test_a_thief_of_the_database_cannot_try_a_password_on_the_hash(key_file: Path) -> None:
    kept = hasher(key_file, ONE).hash(PASSWORD)
    only_argon2 = kept[kept.index("$") :]
    assert not CountingHasher().matches(only_argon2, PASSWORD)


def test_what_was_hashed_before_there_was_a_key_is_right_and_hashed_anew(key_file: Path) -> None:
    before = CountingHasher().hash(PASSWORD)
    with_key = hasher(key_file, ONE)
    assert with_key.matches(before, PASSWORD)
    anew = with_key.anew(before, PASSWORD)
    assert anew is not None
    assert with_key.matches(anew, PASSWORD)
    assert with_key.anew(anew, PASSWORD) is None


def test_a_key_is_changed_while_the_former_one_still_opens(key_file: Path) -> None:
    former = hasher(key_file, ONE).hash(PASSWORD)
    changing = hasher(key_file, OTHER, ONE)
    assert changing.matches(former, PASSWORD)
    anew = changing.anew(former, PASSWORD)
    assert anew is not None
    assert hasher(key_file, OTHER).matches(anew, PASSWORD)


def test_a_host_that_has_the_next_key_last_still_hashes_with_the_former_one(
    key_file: Path,
) -> None:
    """So each host learns the next key before any uses it."""
    kept = hasher(key_file, ONE, OTHER).hash(PASSWORD)
    assert hasher(key_file, ONE).matches(kept, PASSWORD)


@pytest.mark.rule("L7")
@pytest.mark.parametrize("lost", ["key", "hash"])
def test_a_hash_whose_key_is_lost_costs_the_same_work(key_file: Path, lost: str) -> None:
    kept = hasher(key_file, ONE).hash(PASSWORD) if lost == "key" else None
    without = CountingHasher()
    assert not without.matches(kept, PASSWORD)
    assert without.verifications == 1


@pytest.mark.parametrize("text", ["", "12", "g" * 64, f"{ONE}\nx"])
def test_a_file_without_a_key_stops_the_start(key_file: Path, text: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        hasher(key_file, text)
    assert wrong.value.key == "password_key_file"


def test_a_file_that_others_can_read_stops_the_start(key_file: Path) -> None:
    key_file.chmod(0o640)
    with pytest.raises(SettingWrong) as wrong:
        hasher(key_file, ONE)
    assert wrong.value.found == "mode 640"


def test_a_key_is_no_part_of_a_traceback(key_file: Path) -> None:
    key_file.write_text(ONE, encoding="ascii")
    assert "keys" not in repr(Pepper.read(key_file))
