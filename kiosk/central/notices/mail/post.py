"""What a service needs that sends e-mail."""

from email.message import EmailMessage
from typing import Protocol

from kiosk.central.notices.handed import Handed


class Post(Protocol):
    """Takes one e-mail at a time, and raises nothing that it foresees."""

    def send(self, message: EmailMessage) -> Handed: ...
