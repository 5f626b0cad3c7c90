"""Which ids a title may bear: they stand in addresses and in other systems' files."""

import re

from kiosk.central.importing.refusals import RowRefused
from kiosk.domain.titles import TitleId

_LONGEST = 64
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9._:()-]+")


def title_id(text: str) -> TitleId:
    """The id for another system's number: other signs become hyphens ("112244 /AC" → 112244-AC).

    Raises:
        RowRefused: nothing or too much is left.
    """
    allowed = _NOT_ALLOWED.sub("-", text.strip())
    if not allowed.strip("-") or len(allowed) > _LONGEST:
        raise RowRefused(f"The title's number is none of 1 to {_LONGEST} letters and digits.")
    return TitleId(allowed)
