"""What is erased again at once where a backup brought it back."""

from kiosk.central.jobs.calls import erase_calls
from kiosk.central.jobs.cancelled import erase_cancelled
from kiosk.central.jobs.forgetting import erase_ended, erase_returned, forget_erased
from kiosk.central.jobs.hold_shelf import expire_reservations
from kiosk.central.jobs.letters import erase_letters
from kiosk.central.jobs.looks import erase_looks
from kiosk.central.jobs.queue import erase_queue_changes
from kiosk.central.jobs.refusals import erase_refusals
from kiosk.central.jobs.sign_ins import erase_sign_ins
from kiosk.central.service import Service

ERASING = (
    erase_sign_ins,
    expire_reservations,
    erase_cancelled,
    erase_letters,
    erase_ended,
    erase_returned,
    erase_calls,
    erase_looks,
    erase_refusals,
    erase_queue_changes,
    forget_erased,
)


def erase_again(service: Service) -> dict[str, int]:
    """Do every job that erases, once; how many rows each of them changed."""
    return {job.__name__: job(service) for job in ERASING}
