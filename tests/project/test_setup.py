"""The set-up of a bare machine: it says what it installs, and installs nothing twice."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.project.files import ROOT

NEEDED = (
    "bash",
    "cat",
    "chmod",
    "cut",
    "dirname",
    "env",
    "flock",
    "mkdir",
    "rm",
    "sha256sum",
    "touch",
)
ALL_IS_THERE = 'shift 2; for package; do echo "installed $package"; done'
MAKES_A_VENV = """
case "$*" in
    "-m venv "*)
        rm -rf .venv
        mkdir -p .venv/bin
        cat "$0" >.venv/bin/python
        chmod +x .venv/bin/python
        ;;
esac
"""


class BareMachine:
    """A copy of the set-up, among programs that only tell what they were asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project = folder / "project"
        self.programs = folder / "bin"
        self._told = folder / "told"
        (self.project / "tools").mkdir(parents=True)
        self.programs.mkdir()
        shutil.copy(ROOT / "tools" / "setup.sh", self.project / "tools")
        for name in ("constraints.txt", "pyproject.toml"):
            shutil.copy(ROOT / name, self.project)
        for name in NEEDED:
            (self.programs / name).symlink_to(str(shutil.which(name)))
        self.has("dpkg-query", "exit 1")
        self.has("apt-get")
        self.has("install")
        self.has("python3.11", MAKES_A_VENV)
        self.is_run_by(0)

    def has(self, name: str, does: str = "") -> None:
        program = self.programs / name
        program.write_text(f'#!/bin/bash\necho "{name} $*" >>"$TOLD"\n{does}\n', encoding="utf-8")
        program.chmod(0o755)

    def is_run_by(self, user: int) -> None:
        self.has("id", f"echo {user}")

    def set_up(self, purpose: str) -> subprocess.CompletedProcess[str]:
        self._told.write_text("", encoding="utf-8")
        return subprocess.run(
            [self.project / "tools" / "setup.sh", purpose],
            env={"PATH": str(self.programs), "TOLD": str(self._told)},
            capture_output=True,
            text=True,
            check=False,
        )

    def told(self, program: str) -> list[str]:
        return [line for line in self.all_told() if line.startswith(f"{program} ")]

    def all_told(self) -> list[str]:
        return self._told.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def machine(tmp_path: Path) -> BareMachine:
    return BareMachine(tmp_path)


def test_what_is_missing_is_named_and_installed(machine: BareMachine) -> None:
    done = machine.set_up("run")
    assert done.returncode == 0, done.stderr
    named = next(line for line in done.stdout.splitlines() if "Debian packages" in line)
    packages = named.partition(": ")[2].partition(": ")[2].split()
    _update, install = machine.told("apt-get")
    assert packages == install.split()[-len(packages) :]
    assert "swig" in packages


def test_tests_need_more_than_a_run(machine: BareMachine) -> None:
    machine.set_up("run")
    for_run = set(machine.told("apt-get")[1].split())
    shutil.rmtree(machine.project / ".venv")
    machine.set_up("test")
    assert for_run < set(machine.told("apt-get")[1].split())


def test_debian_is_told_to_start_no_database_of_its_own_before_it_is_installed(
    machine: BareMachine,
) -> None:
    machine.has("install", 'cat >>"$TOLD"')
    machine.set_up("test")
    told = machine.all_told()
    written = next(at for at, line in enumerate(told) if "/createcluster.d/" in line)
    assert told[written].startswith("install ")
    assert told[written + 1] == "create_main_cluster = false"
    assert any("postgresql-15" in line.split() for line in told[written + 2 :])


def test_a_run_brings_no_database(machine: BareMachine) -> None:
    machine.set_up("run")
    assert machine.told("install") == []
    assert "postgresql-15" not in machine.told("apt-get")[1].split()


def test_what_is_there_is_not_installed_again(machine: BareMachine) -> None:
    machine.has("dpkg-query", ALL_IS_THERE)
    assert machine.set_up("test").returncode == 0
    assert machine.told("apt-get") == []


def test_the_second_time_nothing_is_done_or_said(machine: BareMachine) -> None:
    machine.has("dpkg-query", ALL_IS_THERE)
    machine.set_up("test")
    for purpose in ("test", "run"):
        again = machine.set_up(purpose)
        assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
        assert machine.told("python3.11") == []


def test_other_pins_fill_the_environment_anew(machine: BareMachine) -> None:
    machine.has("dpkg-query", ALL_IS_THERE)
    machine.set_up("run")
    (machine.project / "constraints.txt").write_text("rich==1\n", encoding="utf-8")
    assert "filling" in machine.set_up("run").stdout


def test_an_environment_left_half_filled_is_made_anew(machine: BareMachine) -> None:
    machine.has("dpkg-query", ALL_IS_THERE)
    machine.set_up("run")
    (machine.project / ".venv" / ".made-from").unlink()
    (machine.project / ".venv" / ".half-filled").touch()
    machine.set_up("run")
    assert "python3.11 -m venv --clear .venv" in machine.told("python3.11")
    assert not (machine.project / ".venv" / ".half-filled").exists()


def test_who_is_not_root_installs_through_sudo(machine: BareMachine) -> None:
    machine.is_run_by(1000)
    machine.has("sudo", '"$@"')
    assert machine.set_up("run").returncode == 0
    assert [line.split()[1] for line in machine.told("sudo")] == ["apt-get", "env"]
    assert len(machine.told("apt-get")) == len(["update", "install"])


def test_with_neither_root_nor_sudo_it_says_what_is_missing(machine: BareMachine) -> None:
    machine.is_run_by(1000)
    done = machine.set_up("run")
    assert done.returncode == 1
    assert "neither root nor sudo" in done.stderr
    assert "swig" in done.stderr
    assert machine.told("apt-get") == machine.told("python3.11") == []


def test_a_package_that_cannot_be_installed_stops_it(machine: BareMachine) -> None:
    machine.has("apt-get", "exit 100")
    assert machine.set_up("run").returncode != 0
    assert machine.told("python3.11") == []


def test_a_purpose_that_it_does_not_know_is_refused(machine: BareMachine) -> None:
    done = machine.set_up("fun")
    assert done.returncode == 1
    assert "Usage" in done.stderr
    assert machine.told("apt-get") == []
