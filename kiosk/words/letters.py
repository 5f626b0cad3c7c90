"""What the library's e-mails and FAXes say: plain text, the languages one below the other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kiosk.domain.looks import Language
from kiosk.domain.notices import LetterKind, ReadyTitle
from kiosk.domain.refusals import refusal_of
from kiosk.words.card_changes import change_letter
from kiosk.words.dates import day, long_day
from kiosk.words.errors import explain
from kiosk.words.furigana import in_brackets
from kiosk.words.places import branch_name
from kiosk.words.words import Words

_BETWEEN = "\n\n--------------------\n\n"


@dataclass(frozen=True, slots=True)
class Letter:
    subject: str = field(repr=False)
    body: str = field(repr=False)

    @property
    def readable(self) -> "Letter":
        """Readings in brackets: an e-mail has nothing above its line."""
        return Letter(in_brackets(self.subject), in_brackets(self.body))


def ready_letter(words: Words, languages: Sequence[Language], ready: ReadyTitle) -> Letter:
    """The notice that a title waits on the hold shelf; the first language has the subject."""
    letters = [_ready(words.speaking(language), ready) for language in languages]
    body = _BETWEEN.join(letter.body for letter in letters)
    return Letter(letters[0].subject, f"{body}\n").readable


def other_letter(words: Words, library: str, kind: LetterKind, facts: Mapping[str, str]) -> Letter:
    """An e-mail that is no notice, in the language of the words."""
    letter = _WRITERS[kind](words, library, facts)
    body = "\n\n".join((letter.body, library, _by_machine(words)))
    return Letter(letter.subject, f"{body}\n").readable


def letter_in_all(
    words: Words,
    languages: Sequence[Language],
    library: str,
    kind: LetterKind,
    facts: Mapping[str, str],
) -> Letter:
    """The same where nobody knows which language the patron reads."""
    letters = [other_letter(words.speaking(each), library, kind, facts) for each in languages]
    return Letter(letters[0].subject, _BETWEEN.join(letter.body for letter in letters))


def _ready(words: Words, ready: ReadyTitle) -> Letter:
    lines = [
        words("What you reserved is ready for you."),
        "",
        words("Title: %(title)s", title=ready.title),
        words("Reservation number: %(number)s", number=ready.number),
        words("Collect it at: %(branch)s", branch=branch_name(words, ready.pickup)),
    ]
    if ready.until is not None:
        lines.append(words("Until: %(day)s", day=day(words, ready.until)))
    if ready.pickup.telephone:
        telephone = ready.pickup.telephone
        lines.append(words("Telephone of the branch: %(telephone)s", telephone=telephone))
    body = "\n".join([*lines, "", _by_machine(words)])
    return Letter(words("%(library)s: what you reserved is ready", library=ready.library), body)


def _by_machine(words: Words) -> str:
    return words("A machine wrote this. If you have a question, please ask at the library.")


def _confirm_email(words: Words, library: str, facts: Mapping[str, str]) -> Letter:
    subject = words("%(library)s: confirm your e-mail address", library=library)
    return Letter(subject, _with_code(words, facts["code"]))


def _password_reset(words: Words, library: str, facts: Mapping[str, str]) -> Letter:
    subject = words("%(library)s: choose a new password", library=library)
    return Letter(subject, _with_code(words, facts["code"]))


def _with_code(words: Words, code: str) -> str:
    return "\n\n".join(
        (
            words("Please enter this code at the library's kiosk:"),
            code,
            words(
                "Tell it to nobody: the library never asks for it by telephone or e-mail. "
                "If you did not ask for a code, please ignore this e-mail."
            ),
        )
    )


def _test_email(words: Words, library: str, _facts: Mapping[str, str]) -> Letter:
    subject = words("%(library)s: test e-mail", library=library)
    return Letter(subject, words("This is a test: e-mails from the library reach this address."))


def _email_changed(words: Words, library: str, _facts: Mapping[str, str]) -> Letter:
    subject = words("%(library)s: your e-mail address was changed", library=library)
    body = words(
        "From now on the library writes to another e-mail address. "
        "If it was not you who changed it, please tell the library at once."
    )
    return Letter(subject, body)


def _reservation_refused(words: Words, library: str, facts: Mapping[str, str]) -> Letter:
    subject = words("%(library)s: your reservation could not be made", library=library)
    why = explain(words, refusal_of(facts))
    lines = [words("The kiosk kept your reservation for later. It could not be made."), ""]
    if facts["title"]:
        lines.append(words("Title: %(title)s", title=facts["title"]))
    lines.append(words("Reservation number: %(number)s", number=facts["number"]))
    return Letter(subject, "\n".join([*lines, "", why.what, why.then]))


def _card_changed(words: Words, library: str, facts: Mapping[str, str]) -> Letter:
    subject = words("%(library)s: how you sign in was changed", library=library)
    return Letter(subject, change_letter(words, facts))


def _certificate_ends(words: Words, library: str, facts: Mapping[str, str]) -> Letter:
    subject = words("%(library)s: your My Number card's certificate ends soon", library=library)
    until = long_day(words, date.fromisoformat(facts["until"]))
    body = (
        words("Your My Number card's certificate ends on %(day)s.", day=until),
        words("After that day the card signs you in no more. Your library card goes on as before."),
        words("Please have it renewed at your city office, then join the new one."),
    )
    return Letter(subject, "\n".join(body))


_WRITERS: Mapping[LetterKind, Callable[[Words, str, Mapping[str, str]], Letter]] = {
    LetterKind.CONFIRM_EMAIL: _confirm_email,
    LetterKind.PASSWORD_RESET: _password_reset,
    LetterKind.TEST_EMAIL: _test_email,
    LetterKind.EMAIL_CHANGED: _email_changed,
    LetterKind.RESERVATION_REFUSED: _reservation_refused,
    LetterKind.CARD_CHANGED: _card_changed,
    LetterKind.CERTIFICATE_ENDS: _certificate_ends,
}
