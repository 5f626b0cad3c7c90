"""The service beside a kiosk has a file of its own for mail, FAXes and calls."""

import re
from pathlib import Path

import pytest

from kiosk.central.notices.mail.settings import Tls
from kiosk.commands.central import central_settings
from kiosk.domain.errors import SettingWrong
from kiosk.settings import Central, Settings

ROOT = Path(__file__).parents[2]


def settings(folder: Path, written: str) -> Settings:
    file = folder / "service.toml"
    file.write_text(written, encoding="utf-8")
    return Settings(data_folder=folder / "data", central=Central(service=file))


def test_the_example_of_the_manual_is_understood(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "notices.md").read_text(encoding="utf-8")
    [example] = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    service = central_settings(settings(tmp_path, example))
    assert (service.mail.server, service.mail.tls) == ("mail.example.jp", Tls.STARTTLS)
    assert service.fax_gateway == "fax.example.jp"
    assert service.calls.prefix == "0"


def test_folder_and_policy_are_those_of_the_kiosk(tmp_path: Path) -> None:
    wanted = settings(tmp_path, "")
    service = central_settings(wanted)
    assert service.data_folder == wanted.folder
    assert service.policy_file == wanted.central.policy
    assert service.mail.folder is None, "who has a file of their own wants real mail"


def test_a_variable_goes_before_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIBRARY_SERVICE_MAIL", '{server = "other.example.jp"}')
    service = central_settings(settings(tmp_path, '[mail]\nserver = "mail.example.jp"\n'))
    assert service.mail.server == "other.example.jp"


@pytest.mark.rule("E2")
def test_a_server_elsewhere_in_the_open_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong, match=r"mail\.tls"):
        central_settings(settings(tmp_path, '[mail]\nserver = "192.0.2.1"\ntls = "none"\n'))


def test_a_wrong_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong, match="sever"):
        central_settings(settings(tmp_path, '[mail]\nsever = "mail.example.jp"\n'))


def test_the_demonstration_lays_its_mail_where_it_can_be_read(tmp_path: Path) -> None:
    plain = Settings(data_folder=tmp_path)
    assert central_settings(plain).mail.folder == plain.folder / "mail"
