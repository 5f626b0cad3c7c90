"""Titles and names as they were catalogued: no sign in them is a mark of ours."""

from kiosk.ui.lettering.markup import plain

_LOOKALIKES = str.maketrans({"{": "｛", "}": "｝", "*": "＊"})


def as_catalogued(text: str) -> str:
    """The same text for a sentence that may carry marks; lookalikes stand for what would be one."""
    return text if plain(text) == text else text.translate(_LOOKALIKES)
