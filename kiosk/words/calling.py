"""What is said while a librarian is called to the kiosk."""

from kiosk.domain.calls import CallState, LibrarianCall
from kiosk.words.words import Words


def call_note(words: Words, call: LibrarianCall | None) -> str:
    """How the call stands, in a few words; nothing where nobody is called."""
    if call is None:
        return ""
    notes = {
        CallState.WAITING: words("Calling a librarian."),
        CallState.ON_THE_WAY: words("A librarian is coming."),
        CallState.DONE: "",
    }
    return notes[call.state]
