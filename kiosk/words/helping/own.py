"""What patrons ask about reserving, and about what is theirs."""

from kiosk.words.helping.question import Question
from kiosk.words.words import Words


def reserving(words: Words) -> tuple[Question, ...]:
    return (*_asking(words), *_being_told(words))


def _asking(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("How do I reserve?"),
            words(
                "Open the title and touch “Reserve”. Then choose where to collect it, and how "
                "we tell you."
            ),
        ),
        Question(
            words("How long does it take?"),
            words(
                "Preparing takes some days, even for what stands on the shelf. In a hurry, ask "
                "at the counter."
            ),
        ),
    )


def _being_told(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("How do you tell me?"),
            words(
                "By e-mail, telephone, missed call or FAX, if we know where. Or you look in My "
                "Library yourself."
            ),
        ),
        Question(
            words("No e-mail arrives"),
            words(
                "Please allow e-mail from our address. “Your settings” shows it, and sends you "
                "a test."
            ),
        ),
        Question(
            words("What is a missed call?"),
            words(
                "Your phone rings shortly and keeps the call in its list. You need not answer, "
                "and it costs nothing."
            ),
        ),
    )


def using_my_library(words: Words) -> tuple[Question, ...]:
    return (*_having_on_loan(words), *_having_reserved(words))


def _having_on_loan(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("Until when may I keep a book?"),
            words("My Library shows the day beside every loan."),
        ),
        Question(
            words("Can I keep it longer?"),
            words(
                "From the day it is due you can renew it here. Not if somebody waits for it, "
                "nor CDs and DVDs."
            ),
        ),
    )


def _having_reserved(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("Can I change a reservation?"),
            words("Yes: the library, the notice, or cancel it, until it is on its way to you."),
        ),
        Question(
            words("It is on its way, or ready"),
            words(
                "Ask at the counter, or phone the library where you collect it. “More” shows "
                "its number."
            ),
        ),
        Question(
            words("I cancelled it by mistake"),
            words(
                "“Undo” stands there until you go on. Later, reserve it again under “Cancelled”."
            ),
        ),
    )
