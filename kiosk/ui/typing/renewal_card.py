"""First what opens a new password, then the new password: two steps, one field each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.ui.parts.explained import Explained
from kiosk.ui.parts.step_heading import StepHeading
from kiosk.ui.text import Button
from kiosk.ui.typing.entry_card import EntryCard, open_enter
from kiosk.ui.typing.field import Field, FieldState
from kiosk.ui.typing.new_password import NewPassword
from kiosk.ui.typing.number_pad import NumberPad
from kiosk.words.words import Words


class RenewalCard(EntryCard):
    """What was typed stays until the page is left, or until it is refused.

    beside: what stands below the first field and is shown with it.
    """

    entered = Signal()  # `proof` and `new.secret` are to be tried
    turned = Signal()  # another step is asked for: the page makes room anew

    def __init__(
        self, words: Words, field: Field, lengths: tuple[int, int], beside: Sequence[QWidget] = ()
    ) -> None:
        """lengths: the fewest and the most signs of the proof; as many of each: digits alone."""
        self._words, self.field, self._beside = words, field, tuple(beside)
        self._shortest, self._longest = lengths
        self.step_proof, self.step_new = StepHeading(1), StepHeading(2)
        self.new, self.trouble = NewPassword(words), Explained()
        self.retype = Button(icon="back")
        self.proof_pad = NumberPad(words, has_letters=not self._is_code)
        self.new_pad = NumberPad(words)
        self.is_new = False  # whether the new password is asked for
        self._why_not, self._verb, self._is_asking = "", "", False
        new = self.new
        first = (self.step_proof, field)
        second = (self.step_new, new.field, new.rule, self.trouble, new.look, self.retype)
        super().__init__((*first, *second, *beside), (self.proof_pad, self.new_pad))
        field.show_state(FieldState.ACTIVE)
        self._listen()

    def _listen(self) -> None:
        self.proof_pad.pressed.connect(self._type_proof)
        self.proof_pad.erased.connect(lambda: self._show_proof(self.proof[:-1]))
        self.proof_pad.entered.connect(self._go_on)
        self.new_pad.pressed.connect(self._type_new)
        self.new_pad.erased.connect(self._erase_new)
        self.new_pad.entered.connect(self._enter)
        self.retype.clicked.connect(lambda: self._turn_to(is_new=False))

    @property
    def proof(self) -> str:
        return self.field.text

    @property
    def _is_code(self) -> bool:
        return self._shortest == self._longest

    # ---- being told
    def show_steps(self, proof: str, new: str, retype: str) -> None:
        """What each step asks, and the key that leads back to the first."""
        self.step_proof.show_text(proof, is_done=self.is_new)
        self.step_new.show_text(new)
        self.retype.show_text(retype)
        self.new.show()

    def show_keys(self, verb: str, why_not: str, *, is_asking: bool) -> None:
        self._verb, self._why_not, self._is_asking = verb, why_not, is_asking
        self._show_keys()

    def refuse_proof(self) -> None:
        """It is asked for anew; the new password stays."""
        self.field.show_text("")
        self._turn_to(is_new=False)
        self.field.show_state(FieldState.ERROR)

    def refuse_new(self) -> None:
        """Another new password is asked for; the proof stays."""
        self.new.forget()
        self.new.is_refused = True
        self._turn_to(is_new=True)

    def set_visible(self) -> None:
        """The parts of the step that is asked for now, before room is made."""
        new = self.new
        of_new: tuple[QWidget, ...] = (
            self.step_new,
            new.field,
            new.rule,
            new.look,
            self.retype,
            self.new_pad,
        )
        for part in of_new:
            part.setVisible(self.is_new)
        of_proof: tuple[QWidget, ...] = (self.field, self.proof_pad, *self._beside)
        for part in of_proof:
            part.setVisible(not self.is_new)

    def first_to_go(self) -> tuple[QWidget, ...]:
        """What gives way of what is shown now, the first first."""
        if self.is_new:
            said = (self.new.rule,) if not self.trouble.isHidden() else ()
            return (self.new.look, self.step_proof, *said)
        return ()

    # ---- typing
    def _type_proof(self, key: str) -> None:
        if len(self.proof) < self._longest and (key.isdigit() or not self._is_code):
            self._show_proof(self.proof + key)

    def _show_proof(self, typed: str) -> None:
        self.field.show_text(typed)
        self.field.show_state(FieldState.ACTIVE)
        self._show_keys()

    def _go_on(self) -> None:
        if self.proof_pad.enter.isEnabled():
            self._turn_to(is_new=True)

    def _type_new(self, key: str) -> None:
        self.new.add(key)
        self._show_keys()

    def _erase_new(self) -> None:
        self.new.erase()
        self._show_keys()

    def _enter(self) -> None:
        if self.new_pad.enter.isEnabled():
            self.entered.emit()

    def _turn_to(self, *, is_new: bool) -> None:
        self.is_new = is_new
        self.field.show_state(FieldState.ACTIVE)
        self.new_pad.show_numbers()
        self._show_keys()
        self.turned.emit()

    def _show_keys(self) -> None:
        words = self._words
        self.proof_pad.show_verb(words("Next"))
        self.new_pad.show_verb(words("Checking…") if self._is_asking else self._verb)
        is_long = len(self.proof) >= self._shortest
        open_enter(self.proof_pad, is_open=is_long and not self._is_asking)
        is_open = is_long and self.new.is_long_enough
        is_free = not self._is_asking and not self._why_not
        open_enter(self.new_pad, is_open=is_open and is_free, why_not=self._why_not)
