"""Builds the machine's disk: Debian with its own kernel, the project, our files for devices."""

import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.project.files import ROOT

HERE = Path(__file__).parent
WORK = ROOT / "build" / "trial-machine"
DEBIAN = WORK / "debian"  # kept from run to run
SUITE = "bookworm"
PACKAGES = (
    "systemd,systemd-sysv,udev,linux-image-amd64,initramfs-tools,kmod,python3.11,pcscd,libccid,"
    "libpcsclite1,procps,tzdata,login,passwd"
)
DISK_MIB = 3000
MINUTES = 60.0
BUILDING_S = 10 * MINUTES
# The panel's own window is not tried here, and tools that check source have nothing to check.
LEFT_OUT = ("PySide6*", "shiboken6*", "mypy*", "*__mypyc*", "ruff*", "pip*", "hypothesis*")
SETTINGS = """\
data_folder = "/var/lib/kiosk"
[devices]
card_reader = "pcsc"
scanner = "evdev"
"""
# QEMU's keyboard has the number of no scanner's maker: the technician's line names it.
LOCAL_RULE = (
    'SUBSYSTEM=="input", KERNEL=="event*", ENV{ID_VENDOR_ID}=="0627", '
    'ENV{ID_MODEL_ID}=="0001", ENV{LIBRARY_SCANNER}="1"\n'
)


@dataclass(frozen=True, slots=True)
class Disk:
    image: Path
    kernel: Path
    initrd: Path


def build() -> Disk:
    """Needs root, debootstrap and a mirror of Debian; the second time, neither of the latter.

    Raises CalledProcessError.
    """
    WORK.mkdir(parents=True, exist_ok=True)
    if not (DEBIAN / "vmlinuz").exists():
        _bootstrap()
    with tempfile.TemporaryDirectory(dir=WORK, prefix="root-") as folder:
        root = Path(folder) / "root"
        _run("cp", "-a", "--reflink=auto", str(DEBIAN), str(root))
        _furnish(root)
        return _image(root)


def _bootstrap() -> None:
    half = WORK / "debian.half"
    shutil.rmtree(half, ignore_errors=True)
    _run("debootstrap", "--variant=minbase", f"--include={PACKAGES}", SUITE, str(half))
    half.rename(DEBIAN)


def _furnish(root: Path) -> None:
    shutil.copytree(ROOT / "packaging" / "devices" / "etc", root / "etc", dirs_exist_ok=True)
    rules = root / "etc" / "udev" / "rules.d" / "71-library-kiosk-local.rules"
    rules.write_text(LOCAL_RULE, encoding="ascii")
    (root / "etc" / "library-kiosk.toml").write_text(SETTINGS, encoding="ascii")
    _run("chroot", str(root), "systemd-sysusers")
    # Somebody else who may sign in here, with every group that Debian gives to a person.
    _run("chroot", str(root), "useradd", "--groups", "dialout,lp,plugdev", "somebody")
    _put_project(root / "opt" / "kiosk")
    for unit in ("trial-agent", "trial-console"):
        shutil.copy(HERE / "guest" / f"{unit}.service", root / "etc" / "systemd" / "system")
        _run("chroot", str(root), "systemctl", "enable", "--quiet", unit)
    _run("chroot", str(root), "systemctl", "mask", "--quiet", "getty@tty1", "autovt@tty1")
    (root / "etc" / "fstab").write_text("", encoding="ascii")


def _put_project(kiosk: Path) -> None:
    """With what this machine has compiled already: the other one takes long for it."""
    for folder in ("kiosk", "assets"):
        shutil.copytree(ROOT / folder, kiosk / folder)
    shutil.copytree(HERE / "guest", kiosk / "guest")
    site = next((ROOT / ".venv" / "lib").glob("python3.11/site-packages"))
    left_out = shutil.ignore_patterns(*LEFT_OUT)
    shutil.copytree(site, kiosk / "site-packages", ignore=left_out)


def _image(root: Path) -> Disk:
    disk = Disk(WORK / "disk.img", WORK / "vmlinuz", WORK / "initrd.img")
    for link, copy in (("vmlinuz", disk.kernel), ("initrd.img", disk.initrd)):
        shutil.copy(root / (root / link).readlink(), copy)
    disk.image.unlink(missing_ok=True)
    _run("mke2fs", "-q", "-t", "ext4", "-d", str(root), str(disk.image), f"{DISK_MIB}M")
    return disk


def _run(*words: str) -> None:
    subprocess.run(words, check=True, timeout=BUILDING_S, stdout=subprocess.DEVNULL)
