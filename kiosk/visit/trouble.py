"""What went wrong, for as long as the screen explains it."""

from kiosk.domain.errors import IsbnUnknown, ItemUnknown
from kiosk.events import Event, Failed
from kiosk.visit.acts import is_act

_TOLD = (IsbnUnknown, ItemUnknown)  # over the screen: told.py


def trouble_after(trouble: Exception | None, event: Event) -> Exception | None:
    if isinstance(event, Failed):
        return None if isinstance(event.error, _TOLD) else event.error
    return None if is_act(event) else trouble
