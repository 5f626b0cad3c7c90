"""A technician enrols a kiosk at its panel: real service, real TLS, real panel, real touches."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.central.accounts.hashing import ArgonHasher
from kiosk.central.certificates.authority import fingerprint_of
from kiosk.central.clock import SystemClock
from kiosk.central.enrolment.enrolments import Enrolments
from kiosk.central.storage.database import Database
from kiosk.domain.enrolling import TlsFault
from kiosk.domain.errors import AuthorityDiffers, EnrolmentRefused, LineLost, LineNotSecure
from kiosk.domain.policy import KioskPolicy
from kiosk.events import AuthorityConfirmed, EnrolmentCodeEntered, SetUpNeeded
from kiosk.fitting import central_http, city_of, enrolment_of
from kiosk.premises import SettingUp
from kiosk.services.kiosk_key import is_enrolled_key, keep_key
from kiosk.services.simulated.kit import SimulatedLibrary
from kiosk.settings import Settings, read_settings
from kiosk.wire.branches import BranchesAnswer
from tests.central.certificates.conftest import issuing
from tests.central.small_library import MAIN
from tests.e2e.running import running_kiosk
from tests.e2e.tls_city import CHEAP, City
from tests.flow.conftest import Walk

pytestmark = pytest.mark.slow


@pytest.fixture
def settings(panel: Path) -> Settings:
    """Of a kiosk that nobody let in yet: it has a key that no service knows."""
    read = read_settings(panel)
    read.folder.mkdir(mode=0o700)
    keep_key(read.kiosk_key_file)
    return read


def printed(city: City, number: str) -> str:
    """As `kiosk central enrol` prints it, without the seconds in which a program starts."""
    database = Database(city.database)
    try:
        enrolments = Enrolments(database, SystemClock(), ArgonHasher(CHEAP), KioskPolicy())
        return enrolments.open(number, MAIN, timedelta(hours=1))
    finally:
        database.close()


@pytest.fixture
def code(city: City) -> str:
    return printed(city, "003")


def walk_at(settings: Settings) -> Walk:
    """The chart, and behind it the service itself."""
    library = SimulatedLibrary()
    walk = Walk(library, replace(library.kit(), enrolment=enrolment_of(settings)))
    premises = replace(walk.visit.premises, setting_up=SettingUp(city_of(settings)))
    walk.machine.visit = replace(walk.visit, premises=premises)
    return walk(SetUpNeeded())


def is_let_in(settings: Settings) -> bool:
    http = central_http(settings)
    try:
        return bool(http.get("/branches", BranchesAnswer).branches)
    finally:
        http.close()


def test_who_compares_the_fingerprint_and_types_the_code_lets_the_kiosk_in(
    city: City, settings: Settings, code: str
) -> None:
    line = central_http(settings)
    with pytest.raises(LineNotSecure):
        line.get("/branches", BranchesAnswer)
    walk = walk_at(settings)
    found = walk.visit.premises.setting_up.authority
    assert found is not None
    assert found.fingerprint == fingerprint_of(city.issuing.authority.certificate)
    walk(AuthorityConfirmed(), EnrolmentCodeEntered(code))
    assert walk.visit.premises.setting_up.branch == "main"
    assert is_enrolled_key(settings.kiosk_key_file)
    assert line.get("/branches", BranchesAnswer).branches, "a line from before believes it too"
    line.close()


def test_who_was_enrolled_before_need_not_compare_anew(
    city: City, settings: Settings, code: str
) -> None:
    walk_at(settings)(AuthorityConfirmed(), EnrolmentCodeEntered(code))
    city.says("kiosks", "revoke", "003")
    another = printed(city, "003")
    assert walk_at(settings)(EnrolmentCodeEntered(another)).trouble is None
    assert is_let_in(settings)


def test_a_code_of_another_number_is_refused_and_nothing_is_kept(
    city: City, settings: Settings
) -> None:
    other = printed(city, "004")
    walk = walk_at(settings)(AuthorityConfirmed(), EnrolmentCodeEntered(other))
    assert isinstance(walk.trouble, EnrolmentRefused)
    assert not is_enrolled_key(settings.kiosk_key_file)


def named(settings: Settings, fingerprint: str) -> Settings:
    central = replace(settings.central, authority_fingerprint=fingerprint)
    return replace(settings, central=central)


def test_a_fingerprint_in_the_settings_is_compared_by_the_kiosk_itself(
    city: City, settings: Settings, code: str
) -> None:
    fingerprint = fingerprint_of(city.issuing.authority.certificate)
    walk = walk_at(named(settings, fingerprint))(EnrolmentCodeEntered(code))
    assert walk.visit.premises.setting_up.branch == "main"
    assert is_let_in(settings)


def test_another_fingerprint_in_the_settings_lets_nobody_confirm(
    settings: Settings, tmp_path: Path, code: str
) -> None:
    other = fingerprint_of(issuing(tmp_path / "other").authority.certificate)
    walk = walk_at(named(settings, other))
    assert isinstance(walk.trouble, AuthorityDiffers)
    walk(AuthorityConfirmed(), EnrolmentCodeEntered(code))
    assert not is_enrolled_key(settings.kiosk_key_file)


def test_an_authority_that_is_set_is_the_only_one_that_is_believed(
    settings: Settings, tmp_path: Path
) -> None:
    other = issuing(tmp_path / "other").pem
    central = replace(settings.central, authority=other)
    walk = walk_at(replace(settings, central=central))
    assert walk.trouble == LineNotSecure(TlsFault.OTHER_AUTHORITY)


def test_a_service_that_is_not_there_is_not_waited_for_in_silence(settings: Settings) -> None:
    central = replace(settings.central, address="https://127.0.0.1:1", connect_s=0.5)
    walk = walk_at(replace(settings, central=central))
    assert type(walk.trouble) is LineLost


def at_the_panel(city: City) -> str:
    """The settings of a kiosk on a real screen that names the city's service."""
    return f'\n[central]\naddress = "{city.address}"\nconnect_s = 10\nanswer_s = 30\n'


@pytest.mark.skipif(shutil.which("Xvnc") is None, reason="no Xvnc on this machine")
def test_a_kiosk_that_nobody_let_in_is_enrolled_by_touching_its_panel(
    city: City, tmp_path: Path
) -> None:
    with running_kiosk(tmp_path, at_the_panel(city)) as kiosk:
        kiosk.until_page("comparing")
        panel = kiosk.panel_pid
        for line in lines_of(fingerprint_of(city.issuing.authority.certificate)):
            kiosk.tap(line)
        kiosk.tap("すべて同じです")
        kiosk.until_page("entering_code")
        kiosk.type(printed(city, "001").replace("-", ""))
        kiosk.tap("登録する")
        kiosk.until_page("home")
        kiosk.until(lambda: kiosk.find("夏目 漱石") is not None, "showing its books")
        assert kiosk.panel_pid == panel, "nothing was started anew"


@pytest.mark.skipif(shutil.which("Xvnc") is None, reason="no Xvnc on this machine")
def test_a_panel_at_its_set_up_goes_on_when_it_is_enrolled_from_the_command_line(
    city: City, tmp_path: Path
) -> None:
    with running_kiosk(tmp_path, at_the_panel(city)) as kiosk:
        kiosk.until_page("comparing")
        fingerprint = fingerprint_of(city.issuing.authority.certificate)
        enrolment = enrolment_of(read_settings(tmp_path / "kiosk.toml"))
        assert enrolment is not None
        enrolment.let_in(printed(city, "001"), fingerprint)
        kiosk.until_page("home")


def lines_of(fingerprint: str) -> list[str]:
    signs = fingerprint.split(":")
    return ["  ".join(signs[at : at + 8]) for at in range(0, 32, 8)]
