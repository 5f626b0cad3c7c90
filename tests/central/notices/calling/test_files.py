"""What baresip is told: one account, and nothing that makes a sound."""

from pathlib import Path

import pytest

from kiosk.central.notices.calling.files import Ports, write_files
from kiosk.central.notices.calling.settings import CallSettings
from kiosk.domain.errors import SettingWrong
from kiosk.domain.toml_table import TomlTable


def written(folder: Path, settings: CallSettings) -> tuple[list[str], str]:
    write_files(folder, settings, Ports(sip=25060, control=24444))
    config = (folder / "config").read_text(encoding="utf-8").splitlines()
    return config, (folder / "accounts").read_text(encoding="utf-8").strip()


def test_its_control_port_is_open_to_this_machine_only(tmp_path: Path) -> None:
    config, _ = written(tmp_path, CallSettings(account="sip:library@pbx.example"))
    assert "ctrl_tcp_listen 127.0.0.1:24444" in config
    assert "sip_listen 0.0.0.0:25060" in config


def test_it_uses_no_sound_card(tmp_path: Path) -> None:
    config, _ = written(tmp_path, CallSettings(account="sip:library@pbx.example"))
    assert [line for line in config if line.startswith("audio_")] == [
        "audio_player aubridge,nowhere",
        "audio_source aubridge,nowhere",
        "audio_alert aubridge,nowhere",
    ]


def test_it_calls_through_the_exchange_under_its_name(tmp_path: Path) -> None:
    settings = CallSettings(
        account="sip:library@pbx.example",
        proxy="sip:192.0.2.9:5070",
        user="line1",
        password="phone-secret",
        local_address="192.0.2.2",
    )
    config, account = written(tmp_path, settings)
    assert account == (
        "<sip:library@pbx.example;transport=udp>;regint=0;answermode=manual;"
        'outbound="sip:192.0.2.9:5070";auth_user=line1;auth_pass=phone-secret'
    )
    assert "net_interface 192.0.2.2" in config
    assert "phone-secret" not in repr(settings)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('account = "library"', "account"),
        ('account = "sip:a@b>;x=y"', "account"),
        ('password = "a;b"', "password"),
        ('prefix = "0,"', "prefix"),
        ('local_address = "eth0 x"', "local_address"),
    ],
)
def test_a_setting_cannot_say_more_than_its_own(line: str, key: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        TomlTable.of(line, file="calls.toml").read(CallSettings)
    assert wrong.value.key == key
