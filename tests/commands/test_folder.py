"""The data folder: ours alone, with one key, held by one kiosk."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.commands.folder import only_one, prepare_folder
from kiosk.domain.errors import FolderInUse, SettingWrong
from kiosk.services.kiosk_key import keep_key, read_key
from kiosk.settings import Settings


def test_the_folder_and_its_key_are_ours_alone(settings: Settings) -> None:
    prepare_folder(settings)
    assert settings.folder.stat().st_mode & 0o777 == 0o700
    assert settings.kiosk_key_file.stat().st_mode & 0o777 == 0o600


def test_the_key_stays_the_same(settings: Settings) -> None:
    prepare_folder(settings)
    key = read_key(settings.kiosk_key_file)
    prepare_folder(settings)
    assert read_key(settings.kiosk_key_file) == key
    assert len(key) > 40


def test_a_key_that_a_power_cut_left_empty_is_made_anew(settings: Settings) -> None:
    settings.folder.mkdir()
    settings.kiosk_key_file.touch()
    prepare_folder(settings)
    assert read_key(settings.kiosk_key_file)


def test_who_starts_at_the_same_moment_finds_the_same_key(tmp_path: Path) -> None:
    path, begin, keys = tmp_path / "key", threading.Barrier(4), []

    def start() -> None:
        begin.wait()
        keep_key(path)
        keys.append(read_key(path))

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(keys) == 4
    assert len(set(keys)) == 1


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"two lines\nof a key", b"  \n"])
def test_a_key_that_is_none_is_refused_and_not_repeated(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "key"
    path.write_bytes(content)
    with pytest.raises(SettingWrong) as wrong:
        read_key(path)
    assert wrong.value.file == str(path)
    assert "lines" not in str(wrong.value)


def test_a_folder_that_cannot_be_made_is_named(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    nowhere = replace(settings, data_folder=tmp_path / "file" / "data")
    with pytest.raises(SettingWrong) as wrong:
        prepare_folder(nowhere)
    assert (wrong.value.file, wrong.value.key) == (str(nowhere.folder), "data_folder")
    assert wrong.value.found == "Not a directory"


def test_another_kiosk_on_the_same_folder_is_named(tmp_path: Path) -> None:
    with only_one(tmp_path), pytest.raises(FolderInUse) as refused, only_one(tmp_path):
        pass
    assert str(tmp_path) in str(refused.value)
    with only_one(tmp_path):
        pass
