"""What help is there about."""

from enum import StrEnum

from kiosk.words.words import Words


class Topic(StrEnum):
    """In the order of their keys."""

    START = "start"
    SHELF = "shelf"
    RESERVING = "reserving"
    MY_LIBRARY = "my_library"
    SIGNING_IN = "signing_in"
    PRIVACY = "privacy"
    ELSEWHERE = "elsewhere"
    SCREEN = "screen"


def topic_name(words: Words, topic: Topic) -> str:
    names = {
        Topic.START: words("Finding books"),
        Topic.SHELF: words("Where a book stands"),
        Topic.RESERVING: words("Reserving"),
        Topic.MY_LIBRARY: words("Loans and reservations"),
        Topic.SIGNING_IN: words("Signing in to My Library"),
        Topic.PRIVACY: words("What stays private"),
        Topic.ELSEWHERE: words("Not at this kiosk"),
        Topic.SCREEN: words("Letters, colours, languages"),
    }
    return names[topic]
