"""Trials of serial scanners, printers and card readers, and of our two commands."""

import json

from tools.trial_machine.keyboards import CODE, GONE, LINK, READY, gadget
from tools.trial_machine.machine import Machine
from tools.trial_machine.programs import (
    GUEST,
    PYTHON,
    SETTINGS,
    Listener,
    Program,
    Unlike,
    can,
    expect,
    may_not,
    must,
    until,
)


def serial_scanner(machine: Machine) -> str:
    gadget(machine, "serial", "plug")
    until(lambda: can(machine, "-w", f"{LINK}-serial"), "the serial scanner")
    may_not(machine, "-r", f"{LINK}-serial", user="somebody")
    known = must(machine, "udevadm", "info", "-q", "property", "/dev/ttyACM0").splitlines()
    expect([line for line in known if "MM_DEVICE" in line], ["ID_MM_DEVICE_IGNORE=1"])
    with Listener(machine, "serial", make="serial") as listener:
        listener.until_it_says(READY)
        _send(machine)
        listener.until_it_heard(CODE)
        gadget(machine, "serial", "unplug")
        gone_s = listener.until_it_says(GONE)
        gadget(machine, "serial", "plug")
        back_s = listener.until_it_says(READY)
        _send(machine)
        listener.until_it_heard(CODE, CODE)
    gadget(machine, "serial", "unplug")
    told = f"gone {gone_s:.1f} s after the pull, ready {back_s:.1f} s after the plug"
    return f"read; told {told}; read again; ModemManager is told to keep off"


def printer(machine: Machine) -> str:
    gadget(machine, "printer", "plug")
    until(lambda: can(machine, "-w", "/dev/library/printer"), "the printer")
    may_not(machine, "-w", "/dev/library/printer", user="somebody")
    with Program(machine, "paper", "root", "cat", "/dev/g_printer0") as paper:
        write = "printf '\\033@slip' >/dev/library/printer"
        must(machine, "sh", "-c", write, user="kiosk")
        until(lambda: "\x1b@slip" in paper.said, "the bytes at the printer's end")
    return "what user kiosk writes comes out at the printer's end; others are refused"


def card_reader(machine: Machine) -> str:
    """QEMU's reader speaks CCID, and Debian's own driver drives it; no card lies on it."""
    count = (PYTHON, f"{GUEST}/count_readers.py")
    with Program(machine, "readers", "kiosk", *count) as kiosk:
        _until_counted(kiosk, "1")
        machine.unplug("reader")
        gone_s = _until_counted(kiosk, "1", "0")
        machine.plug_in("reader", "usb-ccid")
        back_s = _until_counted(kiosk, "1", "0", "1")
        killed = must(machine, "pidof", "pcscd")
        must(machine, "sh", "-c", "kill -9 $(pidof pcscd)")
        another = ("sh", "-c", f"pidof pcscd | grep -vx {killed.strip()}")
        again_s = until(lambda: machine.run(*another).status == 0, "another pcscd")
        again_s += until(lambda: kiosk.said.split()[-1] == "1", "the reader, by another pcscd")
    with Program(machine, "refused", "somebody", *count) as other:
        _until_counted(other, "None")
    words = must(machine, "sh", "-c", "tr '\\0' ' ' </proc/$(pidof pcscd)/cmdline").strip()
    expect(words, "/usr/sbin/pcscd --foreground")
    told = f"gone {gone_s:.1f} s after the pull, there {back_s:.1f} s after the plug"
    told += ", each told by pcscd itself"
    return f"{told}; pcscd killed: back {again_s:.1f} s later; others are refused"


def _until_counted(program: Program, *counts: str) -> float:
    wanted = list(counts)
    return until(lambda: program.said.split()[: len(wanted)] == wanted, f"readers: {wanted}")


def doctor(machine: Machine) -> str:
    said = machine.run(
        PYTHON, "-m", "kiosk", "doctor", "--json", "--settings", SETTINGS, user="kiosk"
    )
    if not said.out:
        raise Unlike(said.err)
    told = json.loads(said.out)["findings"]
    first = {finding["about"]: finding for finding in reversed(told)}
    seen = [first[about] for about in ("card reader", "scanner", "printer")]
    expect([finding["state"] for finding in seen], ["ok"] * len(seen))
    return "; ".join(str(finding["says"]) for finding in seen)


def watch(machine: Machine) -> str:
    words = (PYTHON, "-m", "kiosk", "devices", "watch", "--settings", SETTINGS)
    with Program(machine, "watch", "kiosk", *words) as watching:
        until(
            lambda: '"scanner", "event": "HealthChanged", "condition": "ready"' in watching.said,
            "the scanner",
        )
        machine.scan(CODE)
        until(lambda: "CardPresented" in watching.said, "the card")
        said = watching.said
    expect([line for line in said.splitlines() if CODE[1:-1] in line], [])
    return next(line for line in said.splitlines() if "CardPresented" in line)


def _send(machine: Machine) -> None:
    must(machine, "sh", "-c", f"stty -F /dev/ttyGS0 raw -echo; printf '{CODE}\\r' >/dev/ttyGS0")
