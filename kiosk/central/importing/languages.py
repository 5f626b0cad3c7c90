"""Language codes of other catalogues, in ours (ISO 639-1)."""

from functools import cache

from babel.core import get_global
from babel.localedata import exists

_LONG = 3  # letters of a code as MARC has it (ISO 639-2, bibliographic)
_SHORT = 2


@cache
def language_code(code: str) -> str | None:
    """Of jpn and ja, ja; None for a language without a code of two letters, and for none."""
    code = code.strip().lower()
    if len(code) == _LONG:
        code = get_global("language_aliases").get(code, "")
    return code if len(code) == _SHORT and exists(code) else None
