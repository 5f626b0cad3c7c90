"""What this kiosk does not do, and where it is done (rules R1, R7, E3, V1, L5)."""

from kiosk.words.helping.question import Question
from kiosk.words.words import Words


def done_elsewhere(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("Reserving several titles at once"),
            words(
                "On the internet, with the reservation basket (予約かご). Here it goes one title "
                "at a time."
            ),
        ),
        Question(
            words("Reserving in a set order, such as volume 1 before 2"),
            words("At the counter: the staff set the order (順番予約), and release it."),
        ),
        Question(
            words("News of new books, a bookshelf of your own, the reading challenge"),
            words("On the internet, on your own page in My Library."),
        ),
        Question(
            words("Changing what is on its way or ready"),
            words("Ask at the counter, or phone the library where you collect it."),
        ),
        Question(
            words("A first card, a lost card, a new address"),
            words("At the counter. Please bring proof of identity."),
        ),
    )
