"""Inside the machine, as root: its kernel plays a USB device that is plugged into itself.

The kernel's dummy_hcd is a host and a device back to back, so usbhid, cdc_acm and usblp meet a
device as they would on a cable: another maker's number, another class, and bytes that arrive.
"""

import subprocess
import sys
from pathlib import Path

GADGETS = Path("/sys/kernel/config/usb_gadget")
# A boot keyboard as HID 1.11, appendix B.1 has it: eight modifiers, a spare byte, six keys.
REPORT = bytes.fromhex(
    "05010906a101050719e029e71500250175019508810295017508810395057501050819012905910295017503"
    "910395067508150025650507190029658100c0"
)
KINDS = {
    # kind: function, maker, product, controller
    "keyboard": ("hid.scanner", "0x05e0", "0x1200", "dummy_udc.0"),
    "serial": ("acm.scanner", "0x0c2e", "0x0b6a", "dummy_udc.1"),
    "printer": ("printer.slips", "0x04b8", "0x0e28", "dummy_udc.2"),
}


def main() -> None:
    kind, deed = sys.argv[1:3]
    if deed == "unplug":
        (GADGETS / kind / "UDC").write_text("\n", encoding="ascii")
        return
    if not (GADGETS / kind).exists():
        _make(kind)
    (GADGETS / kind / "UDC").write_text(KINDS[kind][3], encoding="ascii")


def _make(kind: str) -> None:
    function, vendor, product, _udc = KINDS[kind]
    for module in ("libcomposite", "dummy_hcd num=3"):
        subprocess.run(["modprobe", *module.split()], check=True)
    gadget = GADGETS / kind
    for folder in ("strings/0x409", "configs/c.1", f"functions/{function}"):
        (gadget / folder).mkdir(parents=True)
    _write(gadget, {"idVendor": vendor, "idProduct": product})
    _write(gadget / "strings/0x409", {"product": f"Trial {kind}", "serialnumber": "1"})
    if kind == "keyboard":
        hid = gadget / "functions" / function
        _write(hid, {"protocol": "1", "subclass": "1", "report_length": "8"})
        (hid / "report_desc").write_bytes(REPORT)
    (gadget / "configs/c.1" / function).symlink_to(gadget / "functions" / function)


def _write(folder: Path, values: dict[str, str]) -> None:
    for name, value in values.items():
        (folder / name).write_text(value, encoding="ascii")


main()
