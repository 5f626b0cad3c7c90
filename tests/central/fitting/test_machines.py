"""What stands in the settings is what delivers."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.central.fitting.machines import machines_of
from kiosk.central.notices.calling.baresip import BaresipCaller
from kiosk.central.notices.calling.settings import CallSettings
from kiosk.central.notices.mail.folder import FolderPost
from kiosk.central.notices.mail.settings import MailSettings
from kiosk.central.notices.mail.smtp import SmtpPost
from kiosk.central.settings import CentralSettings
from kiosk.domain.contacts import NoticeMethod
from kiosk.domain.errors import SettingWrong

PLAIN = CentralSettings(Path("data"), Path("policy.toml"))


def test_a_library_without_machines_has_none() -> None:
    assert machines_of(PLAIN).methods == frozenset()


def test_a_mail_server_sends_e_mail_and_with_a_gateway_faxes() -> None:
    mail = MailSettings(server="mail.example")
    machines = machines_of(replace(PLAIN, mail=mail))
    assert isinstance(machines.post, SmtpPost)
    assert machines.methods == {NoticeMethod.EMAIL}
    with_gateway = machines_of(replace(PLAIN, mail=mail, fax_gateway="fax.example"))
    assert with_gateway.methods == {NoticeMethod.EMAIL, NoticeMethod.FAX}


def test_a_gateway_without_mail_sends_no_fax() -> None:
    assert machines_of(replace(PLAIN, fax_gateway="fax.example")).methods == frozenset()


def test_a_folder_takes_e_mail_where_no_server_does(tmp_path: Path) -> None:
    machines = machines_of(replace(PLAIN, mail=MailSettings(folder=tmp_path)))
    assert isinstance(machines.post, FolderPost)


def test_an_account_lets_phones_ring() -> None:
    calls = CallSettings(account="sip:library@pbx.example")
    machines = machines_of(replace(PLAIN, calls=calls))
    assert isinstance(machines.caller, BaresipCaller)
    assert machines.methods == {NoticeMethod.MISSED_CALL}


def test_an_authority_that_cannot_be_read_stops_the_start(tmp_path: Path) -> None:
    mail = MailSettings(server="mail.example", authority_file=tmp_path / "none.pem")
    with pytest.raises(SettingWrong) as wrong:
        machines_of(replace(PLAIN, mail=mail))
    assert wrong.value.key == "mail.authority_file"
