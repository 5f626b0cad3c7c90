from pathlib import Path

import pytest

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.notices.mail.settings import Tls
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong

LEAST = 'data_folder = "data"\npolicy_file = "policy.toml"\n'


def read(folder: Path, text: str, **environment: str) -> CentralSettings:
    file = folder / "central.toml"
    file.write_text(text, encoding="utf-8")
    return CentralSettings.read(file, environment)


def test_folders_stand_beside_the_file(tmp_path: Path) -> None:
    settings = read(tmp_path, LEAST)
    assert settings.data_folder == tmp_path / "data"
    assert settings.database == f"sqlite:///{tmp_path / 'data' / 'central.sqlite'}"


def test_the_environment_goes_first(tmp_path: Path) -> None:
    url = "postgresql+psycopg://library@db/kiosk"
    settings = read(tmp_path, LEAST, LIBRARY_SERVICE_DATABASE_URL=url, HOME="/home")
    assert settings.database == url


def test_the_cost_of_a_hash_may_be_set(tmp_path: Path) -> None:
    settings = read(tmp_path, LEAST + "[password_hash]\nmemory_kib = 19456\npasses = 2\n")
    assert settings.password_hash == HashCost(passes=2, memory_kib=19_456)


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('policy_file = "p.toml"', "data_folder", None),
        (LEAST + "data_folder = 3", "(syntax)", 3),
        (LEAST + 'trust_anchor = "ca"', "trust_anchor", 3),
        (LEAST + 'database_url = "mysql://db"', "database_url", 3),
        (LEAST + "[password_hash]\n\nlanes = 0", "password_hash.lanes", 5),
        (LEAST + '[mail]\nserver = "mail.example"\ntls = "none"', "mail.tls", 5),
        (LEAST + "[mail]\nport = 0", "mail.port", 4),
        (LEAST + 'fax_gateway = "fax"', "fax_gateway", 3),
        (LEAST + '[calls]\naccount = "library"', "calls.account", 4),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, text: str, key: str, line: int | None) -> None:
    with pytest.raises(SettingWrong) as wrong:
        read(tmp_path, text)
    assert (wrong.value.key, wrong.value.line) == (key, line)
    assert wrong.value.file.endswith("central.toml")


def test_a_database_address_with_a_password_is_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong) as wrong:
        read(tmp_path, LEAST, LIBRARY_SERVICE_DATABASE_URL="postgres://library:hunter2@db/kiosk")
    assert "hunter2" not in str(wrong.value)


def test_a_mail_server_on_this_machine_may_be_spoken_to_in_the_open(tmp_path: Path) -> None:
    text = LEAST + '[mail]\nserver = "127.0.0.1"\ntls = "none"\nfolder = "mail"\n'
    mail = read(tmp_path, text).mail
    assert (mail.tls, mail.folder) == (Tls.NONE, tmp_path / "mail")
