"""A language that nobody speaks: English, longer, so that tests see what overflows."""

import math
import re
from gettext import NullTranslations

from kiosk.domain.looks import Language

GROWTH = 0.6
_PADDING = "ẽñlåŕgëd "
_LOOKALIKES = str.maketrans("aeiouAEIOU", "åëïöüÅËÏÖÜ")
_KEPT = re.compile(r"(%\(\w+\)[-+ 0#\d.]*[a-z]|\{[^{}|]*\|[^{}|]*\})")


class PseudoCatalogues:
    """Gives the longer English whatever is asked for."""

    def of(self, _language: Language) -> NullTranslations:
        return _Longer()


class _Longer(NullTranslations):
    def gettext(self, message: str) -> str:
        return lengthen(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return lengthen(super().ngettext(msgid1, msgid2, n))


def lengthen(text: str) -> str:
    """The text in brackets, 60 % longer, its %(placeholders)s and furigana as they were."""
    parts = _KEPT.split(text)
    if not any(letter.isalpha() for part in parts[::2] for letter in part):
        return text  # a clock, a number: nothing in it grows with the language
    parts[::2] = [part.translate(_LOOKALIKES) for part in parts[::2]]
    wanted = math.ceil(len(text) * GROWTH)
    padding = (_PADDING * (wanted // len(_PADDING) + 1))[:wanted]
    return f"[{''.join(parts)} {padding.rstrip()}]"
