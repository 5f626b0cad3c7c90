"""What every test may rely on."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

pytest_plugins = ["tests.databases", "tests.filled"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a slow test begin: one that comes last would leave the other processors idle."""
    slow = {item.path for item in items if item.get_closest_marker("slow") is not None}
    items.sort(key=lambda item: item.path not in slow)
