"""One condition that is chosen, not typed: a key for each answer, the first for none."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kiosk.domain.looks import TextSize
from kiosk.domain.searching import Query, SearchChoices
from kiosk.domain.titles import Material
from kiosk.events import ConditionsChanged
from kiosk.ui.look.style import Style
from kiosk.ui.parts.paged import Paged
from kiosk.ui.searching.rows import Row
from kiosk.ui.text import Button
from kiosk.words.names import name_of
from kiosk.words.places import branch_name
from kiosk.words.searching import language_name
from kiosk.words.words import Words

Choice = tuple[str, Query]  # its name, and the query with it


class ChoiceKeys(Paged):
    """Each key says ConditionsChanged with the whole query as it shall be."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._words = words
        self.keys: list[Button] = []

    def show_row(self, row: Row, query: Query, choices: SearchChoices) -> None:
        self.keys = []
        for name, chosen in choices_of(self._words, row, query.at(0), choices):
            key = Button(has_tick=True, role="name", says=ConditionsChanged(chosen))
            key.show_text(name)
            key.select(chosen == query.at(0))
            self.keys.append(key)
        self.show_rows(self.keys)

    def arrange(self, style: Style) -> None:
        is_largest = style.look.size is TextSize.LARGEST
        self.columns = 1 if style.is_portrait and is_largest else 2 if style.is_portrait else 3
        self.least_row = int(style.component("facet"))
        super().arrange(style)


def choices_of(words: Words, row: Row, query: Query, choices: SearchChoices) -> Sequence[Choice]:
    """The answers of a row, each with the query that it makes."""
    match row:
        case Row.MATERIAL:
            free = replace(query, material=None)
            named = [(name_of(words, each), replace(query, material=each)) for each in Material]
        case Row.LANGUAGE:
            free = replace(query, language=None)
            named = [
                (language_name(words, each), replace(query, language=each))
                for each in choices.languages
            ]
        case Row.BRANCH:
            free = replace(query, branch=None)
            named = [
                (branch_name(words, each), replace(query, branch=each.id))
                for each in choices.branches
            ]
        case _:
            free = replace(query, is_for_children=None)
            named = [
                (words("For children"), replace(query, is_for_children=True)),
                (words("For adults"), replace(query, is_for_children=False)),
            ]
    return [(words("anything"), free), *named]
