"""What a kiosk needs besides devices: the line, letters, the hour, a screen."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk.commands.doctor.finding import Finding, State
from kiosk.commands.doctor.machine import Machine, read
from kiosk.settings import Settings
from kiosk.slips.fonts import FONT_FOLDERS, Face

_FONTS = "Install them: apt-get install fonts-morisawa-bizud-gothic fonts-noto-cjk."


def examine_line(settings: Settings, is_reachable: Callable[[], bool]) -> Finding:
    address = settings.central.address
    if is_reachable():
        return Finding("line", State.OK, f"{address or 'the service beside the kiosk'} answers")
    if not address:
        says = "the service beside the kiosk does not run; kiosk run starts it"
        return Finding("line", State.OK, says)
    step = "Look at cable and name server; the kiosk's log says what is wrong with TLS."
    return Finding("line", State.ATTENTION, f"{address} does not answer", step)


def examine_fonts(machine: Machine, folders: Sequence[Path] = FONT_FOLDERS) -> Finding:
    places = [machine.at(str(folder).lstrip("/")) for folder in folders]
    wanted = sorted({name for face in Face for name in face.value})
    lacking = [name for name in wanted if not any((place / name).is_file() for place in places)]
    if len(lacking) == len(wanted):
        return Finding("fonts", State.MISSING, "none of the kiosk's letters is here", _FONTS)
    if lacking:
        return Finding("fonts", State.ATTENTION, f"not here: {', '.join(lacking)}", _FONTS)
    return Finding("fonts", State.OK, "BIZ UD Gothic and Noto Sans CJK are here")


def examine_time(machine: Machine, settings: Settings) -> Finding:
    """The kiosk goes by its own zone; logs and whoever looks at the machine by the machine's."""
    link = machine.at("etc/localtime")
    zone = str(link.readlink()).partition("zoneinfo/")[2] if link.is_symlink() else ""
    zone = zone or read(machine.at("etc/timezone")) or "UTC"
    wanted = settings.place.zone
    if zone.removeprefix("Etc/") == wanted:
        return Finding("time", State.OK, f"machine and kiosk are in {wanted}")
    step = f"Set it: timedatectl set-timezone {wanted}."
    return Finding("time", State.ATTENTION, f"the machine is in {zone}, not {wanted}", step)


def examine_screen(machine: Machine) -> Finding:
    for variable in ("WAYLAND_DISPLAY", "DISPLAY"):
        if machine.environment.get(variable):
            return Finding("screen", State.OK, f"{variable} names one")
    for connector in machine.list("sys/class/drm", "card*-*"):
        if read(connector / "status") == "connected":
            return Finding("screen", State.OK, f"one is at {connector.name}")
    step = "Plug one in; without, kiosk run makes one for a VNC viewer."
    return Finding("screen", State.MISSING, "no screen is here", step)
