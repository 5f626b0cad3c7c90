"""`kiosk run`: the supervisor, with all that it keeps alive."""

import fcntl
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from kiosk.domain.errors import FolderInUse
from kiosk.settings import Settings
from kiosk.supervisor.loop import Supervisor
from kiosk.supervisor.service import Service
from kiosk.virtual_screen import has_display, virtual_screen

KEY_BYTES = 32


def run(
    settings: Settings, file: Path | None, panel_options: list[str], size: tuple[int, int]
) -> None:
    """Keep the kiosk running until staff quit or a signal comes.

    Raises:
        FolderInUse: another kiosk runs on the same data folder.
    """
    prepare_folder(settings)
    with only_one(settings.folder), ExitStack() as stack:
        if not has_display() and "QT_QPA_PLATFORM" not in os.environ:
            screen = stack.enter_context(virtual_screen(*size))
            os.environ["DISPLAY"] = screen.display
            print(f"No display here: the kiosk shows itself at {screen.address}", flush=True)
        named = ["--settings", str(file.absolute())] if file else []
        service = embedded_service(settings, named)
        Supervisor(panel_command([*named, *panel_options]), service).run()


def prepare_folder(settings: Settings) -> None:
    """A folder that only we may read, with the key that lets this kiosk in at the service."""
    settings.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not settings.kiosk_key_file.exists():
        write_secret(settings.kiosk_key_file, secrets.token_urlsafe(KEY_BYTES))


def write_secret(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Raises FolderInUse where another kiosk holds the folder."""
    with (folder / "kiosk.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise FolderInUse(str(folder)) from error
        yield


def panel_command(options: list[str]) -> list[str]:
    return [sys.executable, "-m", "kiosk", "panel", *options]


def embedded_service(settings: Settings, named: list[str]) -> Service | None:
    """The service beside the kiosk; None where a city's service has an address."""
    if settings.central.address:
        return None
    command = [sys.executable, "-m", "kiosk", "central", "serve", "--beside-kiosk", *named]
    return Service(command, settings.socket)
