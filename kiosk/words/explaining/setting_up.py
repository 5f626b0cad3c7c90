"""What a technician reads where the kiosk is not let in at the city's service."""

from kiosk.domain import errors
from kiosk.domain.enrolling import TlsFault
from kiosk.words.explaining.explanation import Explanation
from kiosk.words.words import Words


def explain_set_up(
    words: Words, error: Exception, number: str, *, has_typed: bool
) -> Explanation | None:
    """number: of this kiosk. has_typed: a code was sent, and is still there."""
    match error:
        case errors.LineNotSecure(fault):
            return _explain_tls(words, fault)
        case errors.LineLost() if has_typed:
            return Explanation(
                words("The service’s answer did not come."),
                words("Send the same code again: it is taken once, however often it is sent."),
            )
        case errors.LineLost():
            return Explanation(
                words("The service does not answer."),
                words("Please check the cable, the address, and whether the service is running."),
            )
        case errors.EnrolmentRefused():
            return Explanation(
                words("The service did not take this code."),
                words(
                    "It is over, used, tried too often, or of another number. "
                    "Print a new one for %(number)s.",
                    number=number,
                ),
            )
    return _explain_others(words, error)


def _explain_others(words: Words, error: Exception) -> Explanation | None:
    match error:
        case errors.AuthorityDiffers():
            return Explanation(
                words("Another authority answers than the one that was named."),
                words("Nothing was sent. Please check the address and the fingerprint."),
            )
        case errors.NothingHere():
            return Explanation(
                words("The service does not say who signed its certificate."),
                words("Set authority below [tls] in the service’s settings."),
            )
        case errors.KioskDiskFull():
            return Explanation(
                words("This kiosk cannot keep its key."),
                words("Please make room on its disk, then send the same code again."),
            )
        case errors.ServiceBroken():
            return Explanation(
                words("The service could not answer."),
                words("Its log says why. Please try again then."),
            )
    return None


def _explain_tls(words: Words, fault: TlsFault) -> Explanation:
    match fault:
        case TlsFault.OVER:
            return Explanation(
                words("The service’s certificate is over, or this kiosk’s clock is wrong."),
                words(
                    "Are day and time of this kiosk right? "
                    "Then renew the certificate at the service."
                ),
            )
        case TlsFault.OF_TOMORROW:
            return Explanation(
                words("The service’s certificate is not valid yet, or this clock is wrong."),
                words("Are day and time of this kiosk right? Then check the clock of the service."),
            )
    return _explain_certificate(words, fault)


def _explain_certificate(words: Words, fault: TlsFault) -> Explanation:
    match fault:
        case TlsFault.OTHER_NAME:
            return Explanation(
                words("The service’s certificate is for another address."),
                words("Issue one for this address, or set central.address to its name."),
            )
        case TlsFault.OTHER_AUTHORITY:
            return Explanation(
                words("Another authority signed the service’s certificate."),
                words("Please check the address, and central.authority in the settings."),
            )
        case TlsFault.NO_TLS:
            return Explanation(
                words("What answers there speaks no TLS."),
                words("Please check address and port: another program may be there."),
            )
    return Explanation(
        words("The line to the service cannot be made secure."),
        words("A proxy may stand between. This kiosk’s log says more."),
    )
