"""Inside the machine, as root: a code typed by the USB keyboard that the kernel plays."""

import os
import sys
from pathlib import Path

USAGES = {**{str(digit): 29 + digit for digit in range(1, 10)}, "0": 39, "\n": 40, "-": 45}
USAGES |= {chr(ord("a") + nth): 4 + nth for nth in range(26)}  # HID Usage Tables, page 7
SHIFT = 2


def main() -> None:
    line = os.open(Path("/dev/hidg0"), os.O_RDWR)
    for sign in sys.argv[1] + "\n":
        shift = SHIFT if sign.isupper() else 0
        os.write(line, bytes((shift, 0, USAGES[sign.lower()], 0, 0, 0, 0, 0)))
        os.write(line, bytes(8))


main()
