"""Inside the machine, as root: a keyboard of uinput, which types faster than any scanner."""

import sys
import time

from evdev import UInput, ecodes

NAMES = {"-": "MINUS", "\n": "ENTER"}


def main() -> None:
    """Say when the keyboard is there; type each line of standard input at once."""
    keys = range(ecodes.KEY_ESC, ecodes.KEY_KPDOT + 1)
    with UInput({ecodes.EV_KEY: keys}, name="Trial scanner", vendor=0x05E0, product=0x1200) as made:
        print("there", flush=True)
        for line in sys.stdin:
            start = time.monotonic()
            for sign in line:
                _press(made, sign)
            print(f"{(time.monotonic() - start) * 1000:.2f} ms", flush=True)
            time.sleep(0.2)


def _press(keyboard: UInput, sign: str) -> None:
    key = ecodes.ecodes["KEY_" + NAMES.get(sign, sign.upper())]
    for pressed in (1, 0):
        if sign.isalpha() and sign.isupper():
            keyboard.write(ecodes.EV_KEY, ecodes.KEY_LEFTSHIFT, pressed)
        keyboard.write(ecodes.EV_KEY, key, pressed)
        keyboard.syn()


main()
