"""What patrons ask about searching, and about the way to the shelf."""

from kiosk.words.helping.question import Question
from kiosk.words.words import Words


def finding_books(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("How do I search?"),
            words("Touch the search field and type a title, a name or any word. Kana are enough."),
        ),
        Question(
            words("Can I show a book I have?"),
            words("Yes. Hold the barcode on its back to the red light, and its page opens."),
        ),
        Question(
            words("Nothing was found"),
            words("Try fewer letters or another word, or search in all libraries."),
        ),
        Question(
            words("How do I leave this page?"),
            words("Touch “Close”. You are back where you were, and nothing you typed is lost."),
        ),
    )


def finding_shelves(words: Words) -> tuple[Question, ...]:
    return (
        Question(
            words("What do ○, △ and □ say?"),
            words(
                "○ stands on the shelf, a dotted ○ at another library. △ is on loan. □ is read "
                "here only."
            ),
        ),
        Question(
            words("Where on the shelf is it?"),
            words(
                "Look for the same label on the spine: subject above, then the author, then the "
                "volume."
            ),
        ),
        Question(
            words("It does not stand there"),
            words("Somebody may be reading it here. Please ask the staff: they look with you."),
        ),
    )
