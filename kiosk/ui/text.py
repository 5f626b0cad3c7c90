"""The only way a screen shows text: labels to be read, buttons to be touched."""

from kiosk.ui.button import Button
from kiosk.ui.label import Label
from kiosk.ui.slab import Kind

__all__ = ["Button", "Kind", "Label"]
