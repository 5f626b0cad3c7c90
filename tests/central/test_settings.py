from pathlib import Path

import pytest

from kiosk.central.accounts.hashing import HashCost
from kiosk.central.notices.mail.settings import Tls
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong

ADDRESS = "postgresql+psycopg://library:hunter2@db/kiosk"
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


def test_an_address_may_name_several_hosts_and_replicas(tmp_path: Path) -> None:
    hosts = "postgresql+psycopg://library@/kiosk?host=a:5432&host=b:5432"
    urls = f'database_url = "{hosts}&target_session_attrs=read-write"\nreplica_url = "{hosts}"\n'
    settings = read(tmp_path, LEAST + urls + "replica_behind_s = 3\n")
    assert settings.database.startswith(hosts)
    assert (settings.replica_url, settings.replica_behind_s) == (hosts, 3)
    assert not settings.is_embedded
    assert hosts not in repr(settings)


def address_file(folder: Path, mode: int, address: str = ADDRESS) -> str:
    file = folder / "address"
    file.write_text(f"{address}\n", encoding="utf-8")
    file.chmod(mode)
    return LEAST + 'database_url_file = "address"\n'


def test_the_address_may_stand_in_a_file_that_its_owner_alone_reads(tmp_path: Path) -> None:
    assert read(tmp_path, address_file(tmp_path, 0o600)).database == ADDRESS
    assert read(tmp_path, address_file(tmp_path, 0o400)).database == ADDRESS


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_file_that_others_may_read_is_refused_without_its_secret(
    tmp_path: Path, mode: int
) -> None:
    with pytest.raises(SettingWrong) as wrong:
        read(tmp_path, address_file(tmp_path, mode))
    assert (wrong.value.key, wrong.value.found) == ("database_url_file", f"mode {mode:o}")


def test_a_file_with_another_address_is_refused_without_it(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong) as wrong:
        read(tmp_path, address_file(tmp_path, 0o600, "mysql://library:hunter2@db"))
    assert "hunter2" not in str(wrong.value)


def test_an_address_that_is_said_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong):
        read(tmp_path, address_file(tmp_path, 0o600), LIBRARY_SERVICE_DATABASE_URL=ADDRESS)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingWrong) as wrong:
        read(tmp_path, LEAST + 'database_url_file = "nowhere"\n')
    assert wrong.value.found == "No such file or directory"


def test_a_mail_server_on_this_machine_may_be_spoken_to_in_the_open(tmp_path: Path) -> None:
    text = LEAST + '[mail]\nserver = "127.0.0.1"\ntls = "none"\nfolder = "mail"\n'
    mail = read(tmp_path, text).mail
    assert (mail.tls, mail.folder) == (Tls.NONE, tmp_path / "mail")
