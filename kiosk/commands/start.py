"""`kiosk run`: the supervisor, with all that it keeps alive."""

import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.commands.folder import only_one, prepare_folder
from kiosk.domain.errors import AddressInUse, SettingWrong
from kiosk.settings import Settings
from kiosk.supervisor.loop import Supervisor
from kiosk.supervisor.service import Service
from kiosk.virtual_screen import has_display, virtual_screen

log = logging.getLogger(__name__)

ENDING_S = 15.0  # a service whose supervisor was killed writes its last answers


def run(
    settings: Settings, file: Path | None, panel_options: list[str], size: tuple[int, int]
) -> None:
    """Keep the kiosk running until staff quit or a signal comes.

    Raises:
        FolderInUse: another kiosk runs on the same data folder.
        AddressInUse, KioskDiskFull, SettingWrong.
    """
    prepare_folder(settings)
    with only_one(settings.folder), ExitStack() as stack:
        if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
            stack.enter_context(_screen(size))
        named = ["--settings", str(file.absolute())] if file else []
        also = _counter(settings, stack)
        service = embedded_service(settings, named, patience_s=ENDING_S, also=also)
        Supervisor(panel_command([*named, *panel_options]), service).run()


def panel_command(options: list[str]) -> list[str]:
    return [sys.executable, "-m", "kiosk", "panel", *options]


def embedded_service(
    settings: Settings,
    named: list[str],
    *options: str,
    say: Callable[[str], None] = log.error,
    patience_s: float = 0.0,
    also: Mapping[str, int] | None = None,
) -> Service | None:
    """The service beside the kiosk; None where a city's service has an address.

    Raises:
        AddressInUse: another one is kept alive by somebody else.
    """
    if settings.central.address:
        return None
    command = [sys.executable, "-m", "kiosk", "central", "serve", "--beside-kiosk"]
    words = [*command, *options, *named]
    return Service(words, settings.socket, say=say, patience_s=patience_s, also=also)


def _counter(settings: Settings, stack: ExitStack) -> dict[str, int]:
    """The descriptor on which the embedded service answers staff, if it does; says where.

    The socket is ours, so that a restart of the service refuses nobody. Where the port is
    taken, patrons are served all the same.
    """
    if settings.central.address or not settings.central.counter:
        return {}
    from kiosk.central.listening import at_port  # noqa: PLC0415 - only where it is needed

    host, _, port = settings.central.counter.rpartition(":")
    try:
        listener = stack.enter_context(at_port(host, int(port)))
    except AddressInUse as error:
        print(f"The staff's pages stay closed: {error}", flush=True)
        return {}
    print(f"The staff's pages are at http://{settings.central.counter}", flush=True)
    return {"--counter-fd": listener.fileno()}


@contextmanager
def _screen(size: tuple[int, int]) -> Iterator[None]:
    """Raises SettingWrong: this machine has neither a display nor Xvnc."""
    with ExitStack() as stack:
        try:
            screen = stack.enter_context(virtual_screen(*size))
        except (FileNotFoundError, RuntimeError) as error:
            allowed = "a display, or Debian's package tigervnc-standalone-server"
            raise SettingWrong("environment", "DISPLAY", None, allowed, "neither") from error
        os.environ["DISPLAY"] = screen.display
        print(f"No display here: the kiosk shows itself at {screen.address}", flush=True)
        yield
