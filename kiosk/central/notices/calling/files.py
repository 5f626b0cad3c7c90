"""The files that baresip reads when it starts: no sound, no patience, one account."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.central.notices.calling.settings import CallSettings

_LOOPBACK = "127.0.0.1"
_ANY = "0.0.0.0"  # the exchange answers to whichever address it saw


@dataclass(frozen=True, slots=True)
class Ports:
    """Free ones of this machine."""

    sip: int
    control: int


def write_files(folder: Path, settings: CallSettings, ports: Ports) -> None:
    """Write what baresip reads; only the owner may enter the folder."""
    (folder / "config").write_text(_config(settings, ports), encoding="utf-8")
    (folder / "accounts").write_text(f"{_account(settings)}\n", encoding="utf-8")
    (folder / "contacts").touch()


def _config(settings: CallSettings, ports: Ports) -> str:
    lines = [
        f"sip_listen {settings.local_address or _ANY}:{ports.sip}",
        f"ctrl_tcp_listen {_LOOPBACK}:{ports.control}",
        "call_max_calls 1",
        # A device that leads nowhere: nobody speaks, and no sound card is wanted.
        *(f"{use} aubridge,nowhere" for use in ("audio_player", "audio_source", "audio_alert")),
        f"module_path {settings.modules}",
        *(f"module {name}.so" for name in ("g711", "aubridge")),
        *(f"module_app {name}.so" for name in ("account", "menu", "ctrl_tcp")),
    ]
    if settings.local_address:
        lines.append(f"net_interface {settings.local_address}")
    return "".join(f"{line}\n" for line in lines)


def _account(settings: CallSettings) -> str:
    """Not registered: it only calls."""
    account = [f"<{settings.account};transport=udp>", "regint=0", "answermode=manual"]
    if settings.proxy is not None:
        account.append(f'outbound="{settings.proxy}"')
    if settings.user is not None:
        account.append(f"auth_user={settings.user}")
    if settings.password is not None:
        account.append(f"auth_pass={settings.password}")
    return ";".join(account)
