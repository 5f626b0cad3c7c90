"""A new password while it is typed: its field, and the rule, which says what is missing (L4)."""

from PySide6.QtWidgets import QWidget

from kiosk.ui.text import Label
from kiosk.ui.typing.field import FieldState
from kiosk.ui.typing.password_field import PasswordField
from kiosk.words.words import Words

SHORTEST, LONGEST = 4, 20  # rule L4


class NewPassword:
    """Typed once, with 見る: what was typed can be seen before it is set.

    Labels and a field, to be put into a page one below the other; the pad is the page's.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self.name = Label("name", bold=True)
        self.field = PasswordField(words)
        self.rule, self.look = Label(), Label("label", ink="ink2")
        self.is_refused = False  # the one before, and nothing was typed since

    @property
    def parts(self) -> tuple[QWidget, ...]:
        return self.name, self.field, self.rule, self.look

    @property
    def secret(self) -> str:
        return self.field.secret

    @property
    def is_long_enough(self) -> bool:
        return len(self.secret) >= SHORTEST

    def show(self) -> None:
        words, typed = self._words, len(self.secret)
        self.name.show_text(words("New password"))
        self.look.show_text(words("Keep “Show” pressed to see what you typed."))
        self.rule.show_text(words("4 to 20 half-width letters and digits"))
        if 0 < typed < SHORTEST:
            missing = SHORTEST - typed
            self.rule.show_text(
                words.count("%(num)d more sign, please", "%(num)d more signs, please", missing)
            )
        is_wrong = self.is_refused and not typed
        self.field.show_state(FieldState.ERROR if is_wrong else FieldState.ACTIVE)

    def add(self, key: str) -> None:
        if len(self.secret) < LONGEST:
            self.field.show_text(self.secret + key)
        self.is_refused = False
        self.show()

    def erase(self) -> None:
        self.field.show_text(self.secret[:-1])
        self.show()

    def forget(self) -> None:
        """Nothing of what was typed stays."""
        self.field.forget()
