"""Which verifier the settings choose; what cannot be used stops the service with its name."""

from pathlib import Path

import pytest

from kiosk.central.fitting.authority import authority_of
from kiosk.central.my_number.authority import Standing
from kiosk.central.my_number.local_trust import LocalTrust
from kiosk.central.my_number.platform import Platform
from kiosk.central.my_number.simulated import SimulatedPlatform
from kiosk.central.my_number.trust_folder import TrustFolder
from kiosk.central.settings import CentralSettings
from kiosk.domain.errors import SettingWrong
from tests.central.card_authority import CardAuthority
from tests.central.clock import START

LEAST = 'data_folder = "data"\npolicy_file = "policy.toml"\n'
FOLDER = LEAST + 'trust_anchors = "anchors"\n'
CITY = LEAST + 'database_url = "postgresql+psycopg://library@db/kiosk"\n'
ASKED = '[my_number]\nverifier = "platform"\n[my_number.platform]\n'


def read(folder: Path, text: str) -> CentralSettings:
    (folder / "anchors").mkdir(exist_ok=True)
    file = folder / "central.toml"
    file.write_text(text, encoding="utf-8")
    return CentralSettings.read(file, {})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LEAST, LocalTrust),
        (FOLDER, TrustFolder),
        (FOLDER + '[my_number]\nverifier = "simulated"', SimulatedPlatform),
        (CITY + ASKED + 'url = "https://platform.example/standing"', Platform),
    ],
    ids=["nobody", "folder", "simulated", "platform"],
)
def test_the_settings_choose(tmp_path: Path, text: str, kind: type) -> None:
    assert isinstance(authority_of(read(tmp_path, text)), kind)


def test_without_anchors_nothing_is_good(tmp_path: Path, card_authority: CardAuthority) -> None:
    card = card_authority.issue()
    verdict = authority_of(read(tmp_path, LEAST)).verdict(card.certificate, START)
    assert verdict.standing is Standing.UNKNOWN


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (CITY + '[my_number]\nverifier = "simulated"', "my_number.verifier"),
        (CITY + '[my_number]\nverifier = "platform"', "my_number.platform.url"),
    ],
    ids=["simulated in a city", "no address"],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        authority_of(read(tmp_path, text))
    assert wrong.value.key == key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (LEAST + '[my_number]\nverifier = "everybody"', "my_number.verifier"),
        (LEAST + ASKED + 'url = "http://platform.example"', "my_number.platform.url"),
        (LEAST + ASKED + 'url = "https://user:word@platform.example"', "my_number.platform.url"),
        (LEAST + ASKED + "answer_s = 30", "my_number.platform.answer_s"),
    ],
    ids=["verifier", "not https", "password in it", "too patient"],
)
def test_a_wrong_value_is_refused_where_it_stands(tmp_path: Path, text: str, key: str) -> None:
    with pytest.raises(SettingWrong) as wrong:
        read(tmp_path, text)
    assert wrong.value.key == key
    assert wrong.value.line is not None
