"""What is to be told of a list: what a scanned one lacks, or how its printing went."""

from kiosk.domain import errors
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.visit import Visit
from kiosk.visit.listed import Listed
from kiosk.words.errors import Explanation, explain
from kiosk.words.words import Words


def tell_list(words: Words, note: Explained, visit: Visit) -> None:
    """The code on the page says the same without paper."""
    trouble, listed = visit.trouble, visit.listed
    if isinstance(trouble, errors.NotPrinted | errors.DeviceGone):
        instead = words("The code beside the list says the same.")
        note.explain(Explanation(explain(words, trouble).what, instead), Tone.HINT, "printer")
    elif trouble is not None:
        note.explain(explain(words, trouble))
    elif listed.is_printed:
        taken, nameless = words("Please take the slip."), words("Your name is not on it.")
        note.explain(Explanation(taken, nameless), Tone.HINT, "printer")
    elif listed.unknown or listed.left_out:
        note.explain(_lacking(words, listed), Tone.HINT, "phone")
    else:
        note.explain(None)


def _lacking(words: Words, listed: Listed) -> Explanation:
    unknown = words.count(
        "%(num)d title of your list is not in this catalogue.",
        "%(num)d titles of your list are not in this catalogue.",
        listed.unknown,
    )
    left_out = words.count(
        "%(num)d title found no room. Take others off first.",
        "%(num)d titles found no room. Take others off first.",
        listed.left_out,
    )
    told = [unknown if listed.unknown else "", left_out if listed.left_out else ""]
    first, *more = filter(None, told)
    return Explanation(first, more[0] if more else words("The others stand here."))
