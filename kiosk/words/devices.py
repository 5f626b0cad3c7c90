"""Why a device is not as it should be, for staff: the words for the codes of health."""

from collections.abc import Mapping

from kiosk.words.words import Words


def reason_of(words: Words, why: str) -> str:
    """The sentence for a code; a code that nobody put into words stands for itself."""
    return _reasons(words).get(why, why)


def _reasons(words: Words) -> Mapping[str, str]:
    return {
        "": "",
        "paper_out": words("Put paper in"),
        "paper_low": words("Paper low"),
        "cover_open": words("Close the cover"),
        "cutter": words("Free the knife"),
        "offline": words("Switched off or busy"),
        "no_permission": words("Not allowed to open it"),
        "tells_nothing": words("Cannot tell how it is"),
        "not_plugged_in": words("Not plugged in"),
        "none_here": words("None at this kiosk"),
        "no_service": words("pcscd does not run"),
        "held_by_another_program": words("In use"),
        "no_titles": words("No titles yet"),
        "no_answer": words("No answer"),
        "service_broken": words("The service failed"),
        "kiosk_unknown": words("Enrol it anew"),
    }
