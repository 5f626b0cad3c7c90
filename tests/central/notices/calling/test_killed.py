"""A service that is killed while a phone rings leaves nothing behind."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.central.notices.calling.phone import Phone, Says
from tests.central.notices.calling.test_baresip import HUNG_UP_WHILE_RINGING, needs_a_phone

PATIENCE_S = 20
CALLING = """
import sys
from kiosk.central.notices.calling.baresip import BaresipCaller
from kiosk.central.notices.calling.settings import CallSettings
account = f"sip:library@127.0.0.1:{sys.argv[1]}"
BaresipCaller(CallSettings(account=account, local_address="127.0.0.1")).ring("09012345678", 60)
"""


@needs_a_phone
@pytest.mark.rule("R3")
def test_a_phone_does_not_ring_on_when_the_service_is_killed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))  # nobody is left to empty it
    with Phone(tmp_path, [Says(180), *HUNG_UP_WHILE_RINGING]) as phone:
        with subprocess.Popen([sys.executable, "-c", CALLING, str(phone.port)]) as service:
            until = time.monotonic() + PATIENCE_S
            while "180" not in phone.heard() and time.monotonic() < until:
                time.sleep(0.05)
            service.kill()
        assert phone.is_satisfied(), phone.heard()
