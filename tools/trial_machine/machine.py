"""QEMU as a machine: keys pressed on it, devices plugged and pulled, commands run inside."""

import json
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tools.trial_machine.building import Disk

BOOTING_S = 240.0
PAUSE_S = 0.25
KEY_S = 0.02  # QEMU's USB keyboard remembers 16 keys: slower than the machine asks for them
SCREEN = "screen"  # what the scanner is bound to; keys that name no screen are the staff's
NAMES = {"-": "minus", "\n": "ret"}
MEMORY = "1024"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command inside the machine ended with."""

    status: int
    out: str
    err: str


class Line:
    """A socket of QEMU's on which each line is a JSON object."""

    def __init__(self, path: Path) -> None:
        self._socket = _connected(path)
        self._file = self._socket.makefile("rwb")

    def ask(self, patience_s: float = 60.0, **asked: object) -> dict[str, Any]:
        self._socket.settimeout(patience_s)
        self._file.write(json.dumps(asked).encode() + b"\n")
        self._file.flush()
        return self.read()

    def read(self) -> dict[str, Any]:
        return dict(json.loads(self._file.readline()))


class Machine:
    def __init__(self, folder: Path) -> None:
        self._monitor = Line(folder / "monitor")
        self._monitor.read()  # its greeting
        self.tell("qmp_capabilities")
        self._agent = Line(folder / "agent")

    def tell(self, command: str, **arguments: object) -> Any:
        """Tell the monitor. Raises RuntimeError where it refuses."""
        said = self._monitor.ask(execute=command, arguments=arguments)
        while "event" in said:
            said = self._monitor.read()
        if "error" in said:
            raise RuntimeError(said["error"]["desc"])
        return said["return"]

    def run(self, *argv: str, user: str = "root", timeout_s: float = 60.0) -> Said:
        """Run a command inside; the machine is slow, and never waits longer than that."""
        groups = ["kiosk-devices"] if user == "kiosk" else ["dialout", "lp", "plugdev"]
        said = self._agent.ask(
            timeout_s + 30, argv=argv, user=user, groups=groups, timeout_s=timeout_s
        )
        return Said(**said)

    def plug_in(self, name: str, driver: str, **options: object) -> None:
        self.tell("device_add", id=name, driver=driver, bus="usb.0", **options)

    def unplug(self, name: str) -> None:
        self.tell("device_del", id=name)

    def plug_scanner(self) -> None:
        self.plug_in("scanner", "usb-kbd", display=SCREEN)

    def scan(self, code: str) -> None:
        """Type by the scanner, with Enter behind it as scanners do."""
        self.press_scanner(code + "\n")

    def press_scanner(self, text: str) -> None:
        for sign in text:
            self._press(sign, {"device": SCREEN, "head": 0})

    def type(self, text: str) -> None:
        """Type by the staff's keyboard."""
        for sign in text:
            self._press(sign, {})

    def _press(self, sign: str, where: dict[str, object]) -> None:
        keys = ["shift"] if sign.isupper() else []
        keys.append(NAMES.get(sign, sign.lower()))
        down = [_key(key, is_down=True) for key in keys]
        up = [_key(key, is_down=False) for key in reversed(keys)]
        for event in (*down, *up):
            self.tell("input-send-event", events=[event], **where)
            time.sleep(KEY_S)


@contextmanager
def running(disk: Disk, folder: Path) -> Iterator[Machine]:
    """A machine that is up; killed by its own number when left, however that is."""
    with (folder / "qemu.log").open("wb") as log:
        started = subprocess.Popen(
            _command(disk, folder), stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )
        try:
            wait_until((folder / "monitor").exists, 30)
            machine = Machine(folder)
            wait_until(lambda: _is_up(machine), BOOTING_S)
            yield machine
        finally:
            started.kill()
            started.wait()


def wait_until(is_so: Callable[[], bool], at_most_s: float) -> float:
    """How many seconds it took. Raises TimeoutError."""
    start = time.monotonic()
    while not is_so():
        if time.monotonic() - start > at_most_s:
            raise TimeoutError
        time.sleep(PAUSE_S)
    return time.monotonic() - start


def _is_up(machine: Machine) -> bool:
    return machine.run("true", timeout_s=BOOTING_S).status == 0


def _command(disk: Disk, folder: Path) -> list[str]:
    """No network, no display, no acceleration; a keyboard on PS/2 is there by itself."""
    return [
        *("qemu-system-x86_64", "-machine", "pc,accel=tcg", "-cpu", "max", "-m", MEMORY),
        *("-smp", "2", "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"),
        *("-kernel", str(disk.kernel), "-initrd", str(disk.initrd)),
        *("-append", "root=/dev/vda rw console=ttyS0 quiet panic=-1 systemd.show_status=0"),
        *("-drive", f"file={disk.image},format=raw,if=virtio,cache=unsafe,snapshot=on"),
        *(
            "-serial",
            f"file:{folder}/console.log",
            "-qmp",
            f"unix:{folder}/monitor,server=on,wait=off",
        ),
        *("-device", "virtio-serial-pci"),
        *("-chardev", f"socket,id=agent,path={folder}/agent,server=on,wait=off"),
        *("-device", "virtserialport,chardev=agent,id=trial,name=trial"),
        *("-chardev", f"socket,id=cable,path={folder}/cable,server=on,wait=off"),
        *("-device", f"VGA,id={SCREEN}", "-device", "qemu-xhci,id=usb"),
        *("-device", f"usb-kbd,id=scanner,bus=usb.0,display={SCREEN}"),
        *("-device", "usb-ccid,id=reader,bus=usb.0"),
    ]


def _key(name: str, *, is_down: bool) -> dict[str, object]:
    return {"type": "key", "data": {"down": is_down, "key": {"type": "qcode", "data": name}}}


def _connected(path: Path) -> socket.socket:
    made = socket.socket(socket.AF_UNIX)
    wait_until(path.exists, 30)
    made.connect(str(path))
    return made
