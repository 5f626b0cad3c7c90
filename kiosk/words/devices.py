"""Why a device is not as it should be, for staff: the words for the codes of health."""

from collections.abc import Mapping

from kiosk.words.words import Words


def reason_of(words: Words, why: str) -> str:
    """The sentence for a code; a code that nobody put into words stands for itself."""
    return _reasons(words).get(why, why)


def _reasons(words: Words) -> Mapping[str, str]:
    return {
        "": "",
        "paper_out": words("Put new paper in"),
        "paper_low": words("The paper ends soon"),
        "not_plugged_in": words("Not plugged in"),
        "no_service": words("The card service (pcscd) does not run"),
        "held_by_another_program": words("Another program holds it"),
        "no_answer": words("No answer from the service"),
        "service_broken": words("The service answers that it failed"),
    }
