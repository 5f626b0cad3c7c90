"""Why a loan is not renewed now, in the few words that stand where the key would be."""

from kiosk.domain.errors import LineLost
from kiosk.domain.loans import Loan, WhyNotRenewable
from kiosk.domain.titles import Material
from kiosk.words.dates import short_day
from kiosk.words.errors import Explanation, explain
from kiosk.words.names import name_of
from kiosk.words.words import Words

_AUDIOVISUAL = {Material.CD, Material.DVD, Material.VIDEO}


def not_renewed(words: Words, error: Exception) -> Explanation:
    """What came of asking for it; without an answer nobody knows, and asking again is safe."""
    said = explain(words, error)
    if isinstance(error, LineLost):
        return Explanation(said.what, words("Please try once more, or renew it at the counter."))
    return said


def why_no_renewal(words: Words, loan: Loan) -> str:
    """Rules N2 and N3."""
    match loan.why_not:
        case WhyNotRenewable.NOT_YET if loan.renewable_from is not None:
            return words("Renew from %(day)s", day=short_day(words, loan.renewable_from))
        case WhyNotRenewable.RENEWED_ALREADY:
            return words("Renewed already")
        case WhyNotRenewable.KIND_NOT_RENEWABLE if loan.material in _AUDIOVISUAL:
            return words("No renewal for a %(kind)s", kind=name_of(words, loan.material))
        case WhyNotRenewable.RESERVED_BY_OTHERS:
            return words("Others wait for it")
        case WhyNotRenewable.OVERDUE:
            return words("No renewal once past due")
    return words("Not renewable")
