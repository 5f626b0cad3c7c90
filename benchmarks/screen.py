"""How fast the screen answers a finger, starts, changes, and passes to another process.

python -m benchmarks.screen
"""

import argparse
import os
import platform
import statistics
from collections.abc import Sequence

from benchmarks import swap, taps
from kiosk.virtual_screen import virtual_screen

SIZE = (1920, 1080)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--taps", type=int, default=200)
    asked.add_argument("--swaps", type=int, default=5)
    options = asked.parse_args()
    print(f"{os.cpu_count()} processors, {platform.machine()}, {platform.platform(terse=True)}")
    with virtual_screen(*SIZE) as screen:
        os.environ["DISPLAY"], os.environ["QT_QPA_PLATFORM"] = screen.display, "xcb"
        for name, taken in taps.measure(SIZE, options.taps).items():
            tell(name, taken)
        for name, taken in swap.measure(options.swaps).items():
            tell(name, taken)
        print(f"load of the last minute: {os.getloadavg()[0]:.1f}")


def tell(name: str, taken_ms: Sequence[float]) -> None:
    ordered = sorted(taken_ms)
    p95 = ordered[min(len(ordered) - 1, round(0.95 * len(ordered)))]
    median = statistics.median(ordered)
    count = len(ordered)
    print(f"{name:<44} median {median:7.1f} ms  p95 {p95:7.1f}  max {ordered[-1]:7.1f}  ({count})")


if __name__ == "__main__":
    main()
