"""What is said to patrons who do not know how to go on: short questions and answers by topic.

No number stands here that another library's policy changes: where it matters, the page itself
tells it.
"""

from kiosk.words.helping.access import keeping_private, signing_in
from kiosk.words.helping.elsewhere import done_elsewhere
from kiosk.words.helping.finding import finding_books, finding_shelves
from kiosk.words.helping.looking import changing_looks
from kiosk.words.helping.own import reserving, using_my_library
from kiosk.words.helping.question import Question
from kiosk.words.helping.topic import Topic, topic_name
from kiosk.words.words import Words

__all__ = ["Question", "Topic", "questions_about", "topic_name"]

_ABOUT = {
    Topic.START: finding_books,
    Topic.SHELF: finding_shelves,
    Topic.RESERVING: reserving,
    Topic.MY_LIBRARY: using_my_library,
    Topic.SIGNING_IN: signing_in,
    Topic.PRIVACY: keeping_private,
    Topic.ELSEWHERE: done_elsewhere,
    Topic.SCREEN: changing_looks,
}


def questions_about(words: Words, topic: Topic) -> tuple[Question, ...]:
    return _ABOUT[topic](words)
