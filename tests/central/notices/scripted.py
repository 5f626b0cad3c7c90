"""A post and a caller that answer as a test wants, and remember what they were given."""

from email.message import EmailMessage

from kiosk.central.notices.calling.caller import Caller
from kiosk.central.notices.handed import Handed, accepted
from kiosk.central.notices.mail.post import Post


class ScriptedPost(Post):
    """Gives its answers one after the other, the last one for ever."""

    def __init__(self, *answers: Handed) -> None:
        self._answers = list(answers) or [accepted("sent")]
        self.sent: list[EmailMessage] = []

    def send(self, message: EmailMessage) -> Handed:
        self.sent.append(message)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


class ScriptedCaller(Caller):
    def __init__(self, answer: Handed = accepted("rang")) -> None:  # noqa: B008 - it is frozen
        self._answer = answer
        self.rung: list[tuple[str, float]] = []

    def ring(self, number: str, ring_s: float) -> Handed:
        self.rung.append((number, ring_s))
        return self._answer


class BrokenPost(Post):
    """Fails as nobody foresaw."""

    def send(self, message: EmailMessage) -> Handed:
        raise ZeroDivisionError
