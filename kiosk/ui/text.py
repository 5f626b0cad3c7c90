"""The only way a screen shows text: labels to be read, buttons to be touched."""

from kiosk.ui.keys.button import Button
from kiosk.ui.keys.slab import Kind
from kiosk.ui.lettering.label import Label

__all__ = ["Button", "Kind", "Label"]
