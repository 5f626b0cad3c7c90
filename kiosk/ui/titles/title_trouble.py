"""What did not go on about a title, across the page; or that its slip is there."""

from kiosk.domain import errors
from kiosk.ui.panel.banner import Tone
from kiosk.ui.parts.explained import Explained
from kiosk.visit import Visit
from kiosk.words.errors import Explanation, explain
from kiosk.words.words import Words


def tell_trouble(words: Words, note: Explained, visit: Visit) -> None:
    """A printer's trouble names what says the same without paper."""
    trouble = visit.trouble
    if isinstance(trouble, errors.NotPrinted | errors.DeviceGone):
        instead = words("“To phone” shows the same on this screen.")
        note.explain(Explanation(explain(words, trouble).what, instead), Tone.HINT, "printer")
    elif trouble is not None:
        note.explain(explain(words, trouble))
    elif visit.search.located.is_printed:
        taken, nameless = words("Please take the slip."), words("Your name is not on it.")
        note.explain(Explanation(taken, nameless), Tone.HINT, "printer")
    else:
        note.explain(None)
