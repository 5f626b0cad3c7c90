"""What every test may rely on."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.databases", "tests.filled"]
