"""Trials of scanners that are keyboards: QEMU's, one of a known maker, one of uinput."""

from tools.trial_machine.machine import Machine
from tools.trial_machine.programs import (
    GUEST,
    PYTHON,
    Listener,
    Program,
    can,
    expect,
    may_not,
    must,
    until,
)

CODE = "A31415926A"
STAFF_TYPE = "staff"
LINK = "/dev/library/scanner"
READY, GONE = "ready", "gone not_plugged_in"
MANY = [f"{'ABCD'[nth % 4]}{31415900 + nth}{'DCBA'[nth % 4]}" for nth in range(20)]
_HEARD = "/run/console-heard"


def only_the_scanner_is_given(machine: Machine) -> str:
    until(lambda: can(machine, "-r", LINK), LINK)
    staff = must(machine, "sh", "-c", "readlink -f /dev/input/by-path/*i8042-serio-0-event-kbd")
    may_not(machine, "-r", staff.strip())
    may_not(machine, "-r", LINK, user="somebody")
    groups = must(machine, "id", "-nG", "kiosk").split()
    expect(groups, ["kiosk", "kiosk-devices"])
    return (
        "user kiosk may read the scanner, not the staff's keyboard; others may not read the scanner"
    )


def without_grab(machine: Machine) -> str:
    """The counter-trial: it shows that the console would hear, and that we would see it."""
    _forget(machine)
    machine.scan(CODE)
    until(lambda: CODE in _console(machine), "the console hears")
    return "before the kiosk runs, the console hears the card's number"


def grabbed(machine: Machine) -> str:
    with Listener(machine) as listener:
        listener.until_it_says(READY)
        _forget(machine)
        machine.scan(CODE)
        listener.until_it_heard(CODE)
        machine.type(STAFF_TYPE)
        until(lambda: STAFF_TYPE in _console(machine), "the staff's keys")
        expect(_console(machine), STAFF_TYPE)
        for code in MANY:
            machine.scan(code)
        listener.until_it_heard(CODE, *MANY)
        expect(_console(machine), STAFF_TYPE)
    return (
        f"{len(MANY) + 1} of {len(MANY) + 1} codes whole; the console hears the staff's keys only"
    )


def held_by_another(machine: Machine) -> str:
    with Listener(machine) as first:
        first.until_it_says(READY)
        with Listener(machine, "second") as second:
            second.until_it_says("degraded held_by_another_program")
    return "a second program is told: degraded, held by another program"


def pulled_and_plugged(machine: Machine) -> str:
    """In the middle of a code: its half is forgotten, the next one is whole."""
    with Listener(machine) as listener:
        listener.until_it_says(READY)
        _forget(machine)
        machine.press_scanner(CODE[:5])
        machine.unplug("scanner")
        gone_s = listener.until_it_says(GONE)
        machine.plug_scanner()
        back_s = listener.until_it_says(READY)
        machine.scan(CODE)
        listener.until_it_heard(CODE)
        expect(_console(machine), "")
    told = f"gone {gone_s:.1f} s after the pull, ready {back_s:.1f} s after the plug"
    return f"told {told}; half a code is forgotten"


def of_a_known_maker(machine: Machine) -> str:
    """A keyboard with Symbol's number needs no line of the technician's."""
    machine.unplug("scanner")
    until(lambda: not can(machine, "-e", LINK), "QEMU's keyboard is gone")
    gadget(machine, "keyboard", "plug")
    until(lambda: can(machine, "-r", LINK), LINK)
    with Listener(machine, "maker") as listener:
        listener.until_it_says(READY)
        _forget(machine)
        for _time in range(5):
            must(machine, PYTHON, f"{GUEST}/type_by_usb.py", CODE)
        listener.until_it_heard(*[CODE] * 5)
        expect(_console(machine), "")
    gadget(machine, "keyboard", "unplug")
    until(lambda: not can(machine, "-e", LINK), "the maker's keyboard is gone")
    return "05e0:1200 is known by its maker's number; 5 of 5 codes, typed as fast as USB takes keys"


def faster_than_any_scanner(machine: Machine) -> str:
    """Uinput's keys come without a pause, on no bus: the technician's rule would name it."""
    must(machine, "modprobe", "uinput")
    must(machine, "sh", "-c", "rm -f /run/typing; mkfifo /run/typing")
    typing = f"exec {PYTHON} {GUEST}/type_fast.py <>/run/typing"
    with Program(machine, "typing", "root", "sh", "-c", typing) as keyboard:
        until(lambda: "there" in keyboard.said, "uinput's keyboard")
        _give(machine, "Trial scanner")
        with Listener(machine, "fast") as listener:
            listener.until_it_says(READY)
            _forget(machine)
            must(machine, "sh", "-c", f"for n in 1 2 3 4 5; do echo {CODE}; done >/run/typing")
            listener.until_it_heard(*[CODE] * 5)
            expect(_console(machine), "")
        took = [line for line in keyboard.said.splitlines() if line.endswith("ms")]
    must(machine, "rm", "-f", LINK)
    machine.plug_scanner()
    until(lambda: can(machine, "-r", LINK), LINK)
    return f"5 of 5 codes of 10 signs and Enter, each typed within {max(took, key=_number)}"


def gadget(machine: Machine, kind: str, deed: str) -> None:
    must(machine, PYTHON, f"{GUEST}/gadget.py", kind, deed)


def _give(machine: Machine, name: str) -> None:
    found = must(machine, "sh", "-c", f"grep -l '{name}' /sys/class/input/event*/device/name")
    node = f"/dev/input/{found.split('/', 5)[4]}"
    must(machine, "chgrp", "kiosk-devices", node)
    must(machine, "mkdir", "-p", "/dev/library")  # udev takes it away with its last link
    must(machine, "ln", "-sf", node, LINK)


def _console(machine: Machine) -> str:
    """What whoever sits at the console got of all keys since it was forgotten last."""
    return must(machine, "cat", _HEARD)


def _forget(machine: Machine) -> None:
    must(machine, "truncate", "--size=0", _HEARD)


def _number(text: str) -> float:
    return float(text.split(maxsplit=1)[0])
