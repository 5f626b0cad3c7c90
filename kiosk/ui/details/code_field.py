"""The six digits that came by e-mail, while they are typed."""

from PySide6.QtWidgets import QWidget

from kiosk.ui.typing.field import Field

DIGITS = 6


class CodeField(Field):
    """Seen as they are typed: they are good once, and for minutes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon="mail", numbers=True, parent=parent)

    @property
    def is_whole(self) -> bool:
        return len(self.text) == DIGITS

    def add(self, key: str) -> None:
        if key.isascii() and key.isdigit() and not self.is_whole:
            self.show_text(self.text + key)

    def erase(self) -> None:
        self.show_text(self.text[:-1])
