"""What went wrong, for as long as the screen explains it."""

from kiosk.events import Event, Failed
from kiosk.visit.acts import is_act


def trouble_after(trouble: Exception | None, event: Event) -> Exception | None:
    if isinstance(event, Failed):
        return event.error
    return None if is_act(event) else trouble
