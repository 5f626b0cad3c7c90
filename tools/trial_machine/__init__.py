"""A whole machine in QEMU, for what no container has: evdev, USB, udev, a real pcscd."""
