"""Programs that run on inside the machine, and what they have said until now."""

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from tools.trial_machine.machine import Machine, wait_until

PATIENCE_S = 60.0  # the machine is emulated, and many times slower than a real one
PYTHON = "/usr/bin/python3.11"
GUEST = "/opt/kiosk/guest"
SETTINGS = "/etc/library-kiosk.toml"
_ENVIRONMENT = ("PYTHONPATH=/opt/kiosk:/opt/kiosk/site-packages", "LC_ALL=C.UTF-8")


class Unlike(AssertionError):
    """Something else was seen than was expected."""


class Program:
    """A unit of its own inside, so that it ends by its name and by nobody else's."""

    def __init__(self, machine: Machine, name: str, user: str, *argv: str) -> None:
        self._machine = machine
        self._unit = f"trial-{name}"
        self._file = f"/run/{self._unit}.out"
        self._user = user
        self._argv = argv

    def __enter__(self) -> Self:
        must(self._machine, "rm", "-f", self._file)
        environment = [f"--setenv={variable}" for variable in _ENVIRONMENT]
        said = f"--property=StandardOutput=append:{self._file}"
        troubles = f"--property=StandardError=append:{self._file}"
        begin = ["systemd-run", "--quiet", "--collect", f"--unit={self._unit}"]
        must(
            self._machine,
            *begin,
            *environment,
            said,
            troubles,
            f"--uid={self._user}",
            *self._argv,
        )
        return self

    def __exit__(self, *_args: object) -> None:
        with suppress(OSError):  # the machine itself has ended
            self._machine.run("systemctl", "stop", self._unit)

    @property
    def said(self) -> str:
        return self._machine.run("cat", self._file).out


class Listener(Program):
    """The kiosk's own scanner make, opened by the kiosk's user."""

    def __init__(self, machine: Machine, name: str = "listener", make: str = "evdev") -> None:
        super().__init__(machine, name, "kiosk", PYTHON, f"{GUEST}/listen.py", make)

    def until_it_says(self, health: str) -> float:
        """Seconds until the make is like that: "ready", "gone not_plugged_in"."""
        return until(lambda: self._healths[-1:] == [health], health)

    def until_it_heard(self, *codes: str) -> None:
        until(lambda: len(self.codes) >= len(codes), f"{len(codes)} codes")
        expect(self.codes, list(codes))

    @property
    def codes(self) -> list[str]:
        return [str(line["code"]) for line in self._lines if "code" in line]

    @property
    def _healths(self) -> list[str]:
        told = (line for line in self._lines if "health" in line)
        return [f"{line['health']} {line['why']}".strip() for line in told]

    @property
    def _lines(self) -> list[dict[str, object]]:
        whole = [line for line in self.said.splitlines(keepends=True) if line.endswith("\n")]
        return [json.loads(line) for line in whole if line.startswith("{")]


def must(machine: Machine, *argv: str, user: str = "root") -> str:
    """What a command said. Raises Unlike where it failed."""
    said = machine.run(*argv, user=user)
    if said.status != 0:
        raise Unlike(f"{' '.join(argv)}: {said.err.strip() or said.status}")
    return said.out


def may_not(machine: Machine, test: str, path: str, user: str = "kiosk") -> None:
    """Raises Unlike where that user may."""
    if can(machine, test, path, user):
        raise Unlike(f"{user} may: test {test} {path}")


def can(machine: Machine, test: str, path: str, user: str = "kiosk") -> bool:
    return machine.run("test", test, path, user=user).status == 0


def expect(seen: object, wanted: object) -> None:
    if seen != wanted:
        raise Unlike(f"seen: {seen!r}; wanted: {wanted!r}")


def until(is_so: Callable[[], bool], what: str) -> float:
    """Seconds that it took. Raises Unlike where it does not come."""
    try:
        return wait_until(is_so, PATIENCE_S)
    except TimeoutError:
        raise Unlike(f"not within {PATIENCE_S:.0f} s: {what}") from None
