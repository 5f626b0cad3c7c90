"""Tells a key that a finger holds down from one that is typed twice."""

LEAST_MS = 200  # no keyboard repeats sooner; a scanner has typed its equal digits long before


class HeldDown:
    """X repeats a key by letting it go and pressing it again in the same millisecond.

    Qt's own word for it cannot be trusted there: it says so of a scanner's quick "00", and at
    times does not say so of a repeat.
    """

    def __init__(self) -> None:
        self._began_ms = 0
        self._let_go = (0, -1)  # the key, and when

    def is_repeat(self, key: int, at_ms: int, *, is_press: bool) -> bool:
        """Take every key's ways down and up; whether this press is a repeat."""
        if not is_press:
            self._let_go = (key, at_ms)
            return False
        if self._let_go != (key, at_ms):
            self._began_ms = at_ms
        return at_ms - self._began_ms >= LEAST_MS
