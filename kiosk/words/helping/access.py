"""What patrons ask about signing in, and about what the kiosk knows of them."""

from kiosk.words.helping.question import Question
from kiosk.words.words import Words


def signing_in(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("What is my first password?"),
            words(
                "The last 4 digits of the card number, then month and day of birth. Then you "
                "choose your own."
            ),
        ),
        Question(
            words("What may a password look like?"),
            words(
                "Letters and digits, half-width. How many you may use stands where you choose it."
            ),
        ),
        Question(
            words("I have forgotten it"),
            words(
                "Touch “I have forgotten my password” when you sign in. Without an e-mail "
                "address on file, bring card and proof of identity to the counter."
            ),
        ),
        Question(
            words("May I use my phone as a card?"),
            words("Yes. Hold the digital card on its screen to the red light."),
        ),
    )


def keeping_private(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("What does this kiosk remember?"),
            words("Nothing that says who you are. Once you sign out, your searches are gone too."),
        ),
        Question(
            words("What if I just walk away?"),
            words(
                "The page is hidden, and you are signed out. Still, please always touch “Sign "
                "out” first."
            ),
        ),
        Question(
            words("Is my name on the slip?"),
            words("No. Neither your name nor the number of your card."),
        ),
        Question(
            words("What do staff see when I call them?"),
            words("Where this kiosk stands and which page is open. Not who you are."),
        ),
    )
