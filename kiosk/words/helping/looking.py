"""What patrons ask about letters, colours and languages."""

from kiosk.words.helping.question import Question
from kiosk.words.words import Words


def changing_looks(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("How do I get larger letters?"),
            words("Touch a larger letter A at the foot of the screen. All pages grow."),
        ),
        Question(
            words("Can I change the colours?"),
            words("Yes, also at the foot: white, cream, black, and yellow on black."),
        ),
        Question(
            words("Other languages?"),
            words(
                "Touch the key with the globe, or on the first screen the name of your language."
            ),
        ),
        Question(
            words("Does it stay like this?"),
            words("Until you leave. Whoever comes next begins with Japanese and standard letters."),
        ),
    )
