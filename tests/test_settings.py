"""A kiosk's settings: read whole, or refused with file, key, line and what is allowed."""

from pathlib import Path

import pytest

from kiosk.domain.errors import SettingWrong
from kiosk.services.staff_secret import StaffSecret
from kiosk.settings import Settings, read_settings

SECRET = StaffSecret.of("12345678", cost=2**10)


def read(folder: Path, text: str, **environment: str) -> Settings:
    file = folder / "kiosk.toml"
    file.write_text(text, encoding="utf-8")
    return read_settings(file, environment)


def refused(folder: Path, text: str, **environment: str) -> SettingWrong:
    with pytest.raises(SettingWrong) as wrong:
        read(folder, text, **environment)
    return wrong.value


def test_a_kiosk_runs_without_any_settings() -> None:
    settings = read_settings(None, {})
    assert settings.is_demonstration
    assert settings.folder.is_absolute()


def test_folders_stand_beside_the_file(tmp_path: Path) -> None:
    assert read(tmp_path, 'data_folder = "data"').folder == tmp_path / "data"


def test_the_environment_goes_first(tmp_path: Path) -> None:
    settings = read(tmp_path, 'kiosk_number = "002"', KIOSK_KIOSK_NUMBER="003", HOME="/")
    assert settings.kiosk_number == "003"


@pytest.mark.parametrize(
    ("text", "key", "line", "allowed"),
    [
        ("x = [", "(syntax)", 1, "TOML"),
        ('\nkiosk_nmber = "001"', "kiosk_nmber", 2, "kiosk_number, perhaps"),
        ('kiosk_number = "12"', "kiosk_number", 1, "three digits from 001 to 999"),
        ('kiosk_number = "000"', "kiosk_number", 1, "three digits from 001 to 999"),
        ("kiosk_number = 1", "kiosk_number", 1, "text in quotes"),
        ("[central]\n\nanswer_s = 99", "central.answer_s", 3, "from 0.5 to 60"),
        ('[central]\naddress = "http://city.example"', "central.address", 2, "https://"),
        ('[central]\naddress = "https://city example"', "central.address", 2, "https://"),
        ('[central]\naddress = "https://"', "central.address", 2, "https://"),
        ('[central]\nauthority = "none.pem"', "central.authority", 2, "PEM"),
        ('[place]\nzone = "Asia/Okayama"', "place.zone", 2, "Asia/Tokyo"),
        ('[place]\nseal = "港区"', "place.seal", 2, "one character"),
        ('[devices]\ncard_reader = "magic"', "devices.card_reader", 2, '"pcsc"'),
        ('[devices]\nprinter = "pcsc"', "devices.printer", 2, '"escpos", "simulated", "none"'),
        ('[devices]\nscanner = "escpos"', "devices.scanner", 2, '"evdev", "qt", "serial"'),
        ("[scanner]\nbaud = 9601", "scanner.baud", 2, "4800, 9600, 19200"),
        ("[scanner]\ngap_ms = 9", "scanner.gap_ms", 2, "from 10 to 200"),
        ('[scanner]\ndevice = "ttyACM0"', "scanner.device", 2, "/dev/ttyACM0"),
        ('[scanner]\nlayout = "fr"', "scanner.layout", 2, '"us", "jp"'),
        ('[scanner]\nending = "enter"', "scanner.ending", 2, '"new_line"'),
        ("[scanner]\ndata_bits = 9", "scanner.data_bits", 2, "from 7 to 8"),
        ("[printer]\nwidth_mm = 57", "printer.width_mm", 2, "58 or 80"),
        ("[printer]\nbaud = 4800", "printer.baud", 2, "9600, 19200"),
        ('[printer]\nmode = "braille"', "printer.mode", 2, '"raster"'),
        ('[printer]\nconnection = "lpt1"', "printer.connection", 2, "usb:/dev/usb/lp0"),
        ('[printer]\nconnection = "tcp:host"', "printer.connection", 2, "tcp:192.0.2.1:9100"),
        ('[printer]\nconnection = "tcp:host:65536"', "printer.connection", 2, "tcp:"),
        ("[idle]\ncurtain_signed_in_s = 19", "idle.curtain_signed_in_s", 2, "from 20 to"),
        ('assets_folder = "elsewhere"', "assets_folder", 1, "words"),
        ('is_demonstration = "yes"', "is_demonstration", 1, "true or false"),
    ],
)
def test_what_is_wrong_is_named(
    tmp_path: Path, text: str, key: str, line: int | None, allowed: str
) -> None:
    wrong = refused(tmp_path, text)
    assert (wrong.file, wrong.key, wrong.line) == (str(tmp_path / "kiosk.toml"), key, line)
    assert allowed in wrong.allowed


@pytest.mark.parametrize(
    ("variable", "value", "allowed"),
    [
        ("KIOSK_DATA_FLDER", "/data", "KIOSK_DATA_FOLDER, perhaps"),
        ("KIOSK_KIOSK_NUMBER", "000", "text, three digits from 001 to 999"),
        ("KIOSK_IS_DEMONSTRATION", "maybe", "true or false"),
        ("KIOSK_CENTRAL", "{answer_s = 99}", "from 0.5 to 60"),
    ],
)
def test_a_wrong_variable_is_named(tmp_path: Path, variable: str, value: str, allowed: str) -> None:
    wrong = refused(tmp_path, "", **{variable: value})
    assert (wrong.file, wrong.key) == ("environment", variable)
    assert allowed in wrong.allowed


@pytest.mark.parametrize("content", [None, b"\xff\xfe", "folder"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | str | None) -> None:
    file = tmp_path / "kiosk.toml"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content is not None:
        file.mkdir()
    with pytest.raises(SettingWrong) as wrong:
        read_settings(file, {})
    assert (wrong.value.file, wrong.value.key) == (str(file), "(file)")


def test_a_path_too_long_for_a_socket_is_refused_with_the_longest(tmp_path: Path) -> None:
    wrong = refused(tmp_path, f'data_folder = "/{"x" * 200}"')
    assert wrong.key == "data_folder"
    assert "at most 90 bytes" in wrong.allowed
    longest = f"/{'x' * 89}"
    assert len(str(read(tmp_path, f'data_folder = "{longest}"').socket)) == 107


def test_without_a_service_beside_it_the_path_may_be_long(tmp_path: Path) -> None:
    text = f'data_folder = "/{"x" * 200}"\n[central]\naddress = "https://city.example/kiosks"'
    assert read(tmp_path, text).central.address == "https://city.example/kiosks"


@pytest.mark.parametrize("pin", ["", "2468", "scrypt$16384$?$?"])
def test_a_staff_pin_that_is_no_hash_is_refused_and_not_repeated(tmp_path: Path, pin: str) -> None:
    wrong = refused(tmp_path, f'[staff]\ncards = ["{SECRET}"]\npin = "{pin}"')
    assert (wrong.key, wrong.line) == ("staff.pin", 3)
    assert "2468" not in str(wrong)


def test_a_staff_card_that_is_no_hash_is_refused_and_not_repeated(tmp_path: Path) -> None:
    wrong = refused(tmp_path, f'[staff]\npin = "{SECRET}"\ncards = ["{SECRET}", "99990001"]')
    assert (wrong.key, wrong.line) == ("staff.cards.1", 3)
    assert "99990001" not in str(wrong)


def test_hashed_staff_secrets_are_taken(tmp_path: Path) -> None:
    settings = read(tmp_path, f'[staff]\npin = "{SECRET}"\ncards = ["{SECRET}"]')
    assert settings.staff.cards == (str(SECRET),)


def test_staff_have_their_pages_at_a_port_of_this_machine_unless_they_are_shut(
    tmp_path: Path,
) -> None:
    assert read(tmp_path, "").central.counter == "127.0.0.1:8631"
    assert read(tmp_path, '[central]\ncounter = ""').central.counter == ""
    assert read(tmp_path, '[central]\ncounter = "localhost:80"').central.counter == "localhost:80"


@pytest.mark.parametrize("counter", ["0.0.0.0:8631", "192.168.0.2:8631", "8631", "127.0.0.1:0"])
def test_staff_pages_on_another_machine_are_refused(tmp_path: Path, counter: str) -> None:
    wrong = refused(tmp_path, f'[central]\ncounter = "{counter}"')
    assert (wrong.key, wrong.line) == ("central.counter", 2)
    assert "a port of this machine" in wrong.allowed
