"""What is said between a printer and us while it prints: is it well, and how far is it."""

from collections import deque
from collections.abc import Callable
from time import monotonic

from kiosk.hardware.slip_printer import commands
from kiosk.hardware.slip_printer.answers import Answer, Answers, Kind
from kiosk.hardware.slip_printer.line import Line, LineGone, LineStill
from kiosk.hardware.slip_printer.state import PrinterState

ANSWER_S = 1.0  # a printer at rest answers at once
SILENT_S = 6.0  # while it prints; three strips on their way take 3 s at 9600 baud
LOOK_S = 0.25  # without news so long, it is asked how it is


class Talk:
    """One conversation over one line; used by one thread."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._answers = Answers()
        self._statuses: deque[int] = deque()
        self._has_told_trouble = False  # unasked: a reason to ask at once
        self.through = 0  # how often the printer told that it is through

    def state(self, limit_s: float = ANSWER_S) -> PrinterState:
        """Ask how it is. Raises LineGone, also where no answer comes in time."""
        answers = [self._ask(question, limit_s) for question in commands.HOW_ARE_YOU]
        return PrinterState.of_answers(*answers)

    def tells_when_through(self) -> bool:
        """Whether this printer answers in its turn; simple ones do not know the question."""
        self._line.send(commands.TELL_WHEN_THROUGH, ANSWER_S)
        self._listen(ANSWER_S, lambda: self.through > 0)
        return self.through > 0

    def wait_through(self, count: int, patience_s: float) -> None:
        """Wait until it told so often that it is through.

        Raises:
            NotPrinted: it says why it cannot go on.
            LineStill: it is well, and yet does not go on for so long.
            LineGone: it went, or answers nothing any more.
        """
        until = monotonic() + patience_s
        while self.through < count:
            before = self.through
            self._listen(LOOK_S, lambda: self.through >= count or self._has_told_trouble)
            if self.through >= count:
                return
            self.raise_trouble(SILENT_S)
            if self.through > before:
                until = monotonic() + patience_s
            if monotonic() > until:
                raise LineStill

    def raise_trouble(self, limit_s: float = ANSWER_S) -> None:
        """Raises NotPrinted if it cannot print, LineGone if it does not even say so."""
        trouble = self.state(limit_s).trouble
        if trouble is not None:
            raise trouble

    def pause(self, limit_s: float) -> None:
        """Take what comes, for so long."""
        self._listen(limit_s, lambda: False)

    def _ask(self, question: bytes, limit_s: float) -> int:
        self._statuses.clear()
        self._line.send(question, limit_s)
        if not self._listen(limit_s, lambda: bool(self._statuses)):
            raise LineGone("offline")
        return self._statuses.popleft()

    def _listen(self, limit_s: float, is_enough: Callable[[], bool]) -> bool:
        """Take what comes until it is enough; whether it was, in time."""
        until = monotonic() + limit_s
        while not is_enough():
            left = until - monotonic()
            if left <= 0:
                return False
            for answer in self._answers.take(self._line.receive(left)):
                self._note(answer)
        return True

    def _note(self, answer: Answer) -> None:
        if answer.kind is Kind.STATUS:
            self._statuses.append(answer.data[0])
        elif answer.kind is Kind.THROUGH:
            self.through += 1
        else:
            told = PrinterState.of_own_accord(*answer.data)
            self._has_told_trouble = told.trouble is not None
