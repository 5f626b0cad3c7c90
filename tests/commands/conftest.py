"""A kiosk's settings for the command line, on folders of the test."""

from pathlib import Path

import pytest

from kiosk.settings import Settings, read_settings


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    """A library of nothing: no demonstration is filled."""
    file = tmp_path / "kiosk.toml"
    file.write_text('data_folder = "data"\nis_demonstration = false\n', encoding="utf-8")
    return file


@pytest.fixture
def settings(settings_file: Path) -> Settings:
    return read_settings(settings_file, {})
