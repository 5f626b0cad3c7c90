"""For every scene of the tour: what it shows, and the key that a patron would touch next there.

A key is named by its English source sentence, as in `words("Reserve")`. What a key takes from the
library's own records is `_written` alike in every language.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from kiosk.ui.lettering.markup import plain
from kiosk.words.words import Words


@dataclass(frozen=True, slots=True)
class Nothing:
    """No key is to be touched, and why."""

    because: str


Says: TypeAlias = str | Callable[[Words], str] | Nothing


@dataclass(frozen=True, slots=True)
class Next:
    """What a scene shows, and the key to touch there."""

    shows: str
    key: Says
    else_key: str = ""  # there instead where letters are too large for one page

    def said(self, words: Words) -> str | None:
        """What stands on the key, without furigana; None where nothing is to be touched."""
        match self.key:
            case Nothing():
                return None
            case str(sentence):
                return plain(words(sentence))
            case says:
                return plain(says(words))

    def else_said(self, words: Words) -> str:
        return plain(words(self.else_key))


def _written(text: str) -> Callable[[Words], str]:
    return lambda _words: text


def _elsewhere(words: Words) -> str:
    one, many = "%(scope)s: %(num)d title", "%(scope)s: %(num)d titles"
    return words.count(one, many, 3, scope=words("All libraries"))


def _issue(words: Words) -> str:
    return words("Issue %(number)s", number="39")


_BY_PAGES = "Change branch or notice"
_BY_ITSELF = Nothing("nothing: it goes on by itself")
_ENDED = Nothing("nothing: the staff open it again")
_A_BOOK = _written("吾輩は猫である")
_A_DIGIT, _A_KANA, _A_LETTER = _written("1"), _written("あ"), _written("a")

_SEARCHING = {
    "home": Next("the first screen", "Search here"),
    "home-signed-in": Next("the first screen, signed in", "My Library"),
    "search": Next("words are being typed", "Search"),
    "search-empty": Next("nothing is typed yet", _A_KANA),
    "advanced": Next("conditions are set", "Search"),
    "advanced-empty": Next("no condition is set yet", "Title"),
    "results": Next("titles were found", _A_BOOK),
    "results-conditions": Next("titles were found by conditions", _A_BOOK),
    "results-too-narrow": Next("too many conditions for one library", "Change the conditions"),
    "results-sets": Next("sets and magazines were found", _written("港の歴史")),
    "results-not-here": Next("nothing here, some elsewhere", _elsewhere),
    "results-nowhere": Next("nothing anywhere", "Search with other words"),
    "results-listed": Next("some of what was found is on the list", "My list"),
    "list": Next("a list of titles, in the order of a walk", "Print the list"),
    "list-eight-states": Next("a title in each state", "Print the list"),
    "list-scanned": Next("a list that came back from a phone", "Print the list"),
    "list-no-paper": Next(
        "the list could not be printed", Nothing("nothing: the code is there for a phone")
    ),
    "list-empty": Next("nothing is on the list", Nothing("nothing: the bar leads to the titles")),
    "title": Next("a title on the shelf", "Reserve"),
    "title-long": Next("a title with a long name", "Reserve"),
    "title-set": Next("a set, of which a volume is chosen", _written("上巻")),
    "title-volume": Next("one volume of a set", "Reserve"),
    "title-magazine": Next("a magazine, of which an issue is chosen", _issue, "Next page"),
    "title-waited-for": Next("others wait for the title", "Reserve"),
    "title-unanswered": Next("how long it takes is not answered yet", "Reserve"),
    "title-compact-disc": Next("a CD", "Reserve"),
    "title-refused": Next("a reservation was refused", "Show the staff"),
    "title-no-paper": Next("the slip was not printed", "To phone"),
    "title-printed": Next("the slip was printed", "Reserve"),
    "title-alone": Next("a title with nothing beside it", "Reserve"),
    "title-line-down": Next("without the line nothing is reserved", "Place slip", "Back"),
}
_SIGNING_IN = {
    "sign_in": Next("the card, or its number", _A_DIGIT),
    "sign_in-password": Next("the password", _A_DIGIT),
    "sign_in-wrong": Next("card or password was wrong", _A_DIGIT),
    "sign_in-short-wait": Next("it rests for some seconds", _A_DIGIT),
    "sign_in-closed": Next("the card is closed for passwords", _A_DIGIT),
    "sign_in-ic-card": Next("an IC card, and its patron's password", _A_DIGIT),
    "sign_in-ic-card-wrong": Next("the password was wrong, or nobody bound the card", _A_DIGIT),
    "sign_in-ic-card-unbound": Next("an IC card that signs nobody in yet", _A_DIGIT),
    "sign_in-new-password": Next("the password was set anew", _A_DIGIT),
    "pin": Next("the PIN of a My Number card", _A_DIGIT),
    "pin-wrong": Next("the PIN was wrong", _A_DIGIT),
    "pin-last-try": Next("the last try is kept", "Stop"),
    "pin-locked": Next("the PIN is locked", "Stop"),
    "sign_in-to-join": Next("a My Number card that nobody joined", _A_DIGIT),
    "bind_card": Next("a My Number card can be joined", "Join it"),
    "bind_card-another's": Next("it is joined to another card", "Not now"),
    "bind_card-card-gone": Next("the card is gone", "Join it"),
    "bind_card-not-checked": Next("nobody can say whether it is good", "Not now"),
    "bind_card-joined": Next("it is joined", "See My Library"),
    "bind_pin": Next("the PIN of the card to be joined", _A_DIGIT),
    "choose_password": Next("the first password of one's own", _A_DIGIT),
    "choose_password-refused": Next("the password can't be chosen", _A_DIGIT),
    "forgotten": Next("a code can be sent by e-mail", "Send the code"),
    "forgotten-too-often": Next("no more codes for a while", "Stop"),
    "reset": Next("a code was sent", _A_DIGIT),
    "reset-again": Next("another code was sent", _A_DIGIT),
    "reset-wrong": Next("the code was wrong", _A_DIGIT),
    "reset-line": Next("the line broke", _A_DIGIT),
}
_RESERVING = {
    "reserve": Next("branch and notice are chosen", "Reserve"),
    "reserve-choosing": Next("a notice is still to be chosen", "E-mail"),
    "reserve-any-edition": Next("other editions are there too", "Reserve"),
    "confirmation": Next("it is reserved", "Sign out and finish"),
    "confirmation-no-paper": Next("reserved; the slip was not printed", "Print once more"),
    "confirmation-kept": Next("kept until the line is back", "Sign out and finish"),
}
_MY_LIBRARY = {
    "my_library": Next("reservations and loans", "More"),
    "my_library-loans": Next("loans", "Renew"),
    "my_library-cancelled": Next("what was cancelled", "Reserve again"),
    "my_library-empty": Next("nothing is reserved", "Search for books"),
    "my_library-empty-loans": Next("nothing is on loan", "Search for books"),
    "my_library-empty-cancelled": Next("nothing was cancelled", "Search for books"),
    "my_library-unread": Next("the lists could not be read", "Look again"),
    "my_library-many": Next("more than a page holds", "Change or cancel"),
    "my_library-hidden": Next("titles are hidden", "More"),
    "my_library-hidden-loans": Next("titles of loans are hidden", "Renew"),
    "my_library-card-ends": Next("the My Number card ends soon", "More"),
    "my_library-card-renewed": Next("a renewed card was joined by itself", "More"),
    "my_library-card-changed": Next("the password was changed lately", "More"),
    "my_library-card-opened": Next("the staff opened the card again", "More"),
    "my_library-renewed": Next("one loan was renewed", "Renew"),
    "my_library-not-renewed": Next("the line broke while renewing", "Renew"),
    "my_library-undo": Next("a reservation was cancelled", "Undo"),
    "my_library-undo-line-down": Next("nothing is undone without the line", "More"),
    "my_library-refused": Next("a limit stands in the way", "Reserve again"),
    "reservation": Next("one reservation", "Cancel this reservation"),
    "reservation-otherwise": Next("another branch and notice are chosen", "Change it", _BY_PAGES),
    "reservation-changed": Next("it was changed", "Back"),
    "reservation-refused": Next("the change was refused", "E-mail", _BY_PAGES),
    "reservation-hidden": Next("its title is hidden", "Hide titles"),
    "reservation-in-order": Next("one in an order of arrival", "Cancel this reservation"),
    "reservation-long": Next("one with a long wait", "Cancel this reservation"),
    "reservation-on-its-way": Next("it is on its way", "Back"),
    "reservation-ready": Next("it is ready to be fetched", "Sign out"),
    "reservation-unread": Next("its choices could not be read", "Look again"),
    "reservation-line-down": Next("nothing is changed without the line", "Back"),
}
_SETTINGS = {
    "details": Next("contacts, password, history", "Change"),
    "details-nothing": Next("no contact on file", "Enter it"),
    "details-removed": Next("a contact was removed", "Enter it"),
    "details-pending": Next("a new address waits for its code", "Type the code"),
    "details-only-pending": Next("the first address waits for its code", "Type the code"),
    "details-confirmed": Next("an address was confirmed", "Send a test", "Next page"),
    "details-test-sent": Next("a test e-mail was sent", "Back"),
    "details-my-number": Next("a My Number card is joined", "Change"),
    "details-my-number-ends": Next("its certificate ends soon", "Change"),
    "details-my-number-none": Next("it was let go", "Change"),
    "details-ic-card-none": Next("no IC card is bound", "Change"),
    "details-ic-card-lies": Next("a card lies there", "Join it"),
    "details-ic-card-another": Next("another card lies there", "Join it"),
    "details-ic-card-bound": Next("it was bound", "Back"),
    "details-no-line": Next("the line broke", "Change"),
    "details-unknown": Next("the settings could not be read", "Look again"),
    "email": Next("an e-mail address", _A_LETTER),
    "email-not-understood": Next("it is no e-mail address", _A_LETTER),
    "email-too-often": Next("no more codes for a while", "Back"),
    "email-code": Next("the code from the e-mail", _A_DIGIT),
    "email-code-wrong": Next("the code was wrong", _A_DIGIT),
    "email-code-line": Next("the line broke", _A_DIGIT),
    "number": Next("a telephone number", _A_DIGIT),
    "number-fax": Next("a FAX number", _A_DIGIT),
    "number-not-understood": Next("it is no telephone number", _A_DIGIT),
    "change_password": Next("the password used until now", _A_DIGIT),
    "change_password-wrong": Next("that password was wrong", _A_DIGIT),
    "change_password-line": Next("the line broke", _A_DIGIT),
    "history": Next("what was read", "Next page"),
    "history-empty": Next("nothing was read yet", "Your settings"),
}
_PREMISES = {
    "wait": Next("the kiosk works", _BY_ITSELF),
    "wait-signed-in": Next("the kiosk works, signed in", _BY_ITSELF),
    "apology": Next("something went wrong", "To the beginning"),
    "apology-broken": Next("the service is broken", "To the beginning"),
    "apology-shut-out": Next("the service knows the kiosk no more", "To the beginning"),
    "out_of_service": Next("closed by the staff", _ENDED),
    "out_of_service-unwell": Next("closed by the staff, devices unwell", _ENDED),
    "staff_door": Next("the staff's PIN", _A_DIGIT),
    "staff_door-closed": Next("the PIN was wrong too often", "Stop"),
    "staff_door-locked": Next("the PIN has to wait", "Stop"),
    "staff": Next("the staff's page, all well", "Back to the patrons' screen"),
    "staff-unwell": Next("the staff's page, devices unwell", "Out of service"),
    "staff-closed": Next("the staff's page, closed", "Open again"),
    "staff-shut-out": Next("the staff's page, the service knows it no more", "Set up anew"),
    "set_up": Next("who answers is looked for", _BY_ITSELF),
    "set_up-over": Next("the service's certificate is over", "Ask again"),
    "set_up-comparing": Next(
        "whom to believe, to be compared", _written("07  0F  17  1F  27  2F  37  3F")
    ),
    "set_up-code": Next("the code from the service", _written("K")),
    "set_up-refused": Next("the code was refused", _written("K")),
    "set_up-answer-lost": Next("the answer was lost", _written("K")),
    "set_up-asking": Next("the code is on its way", _BY_ITSELF),
    "set_up-by-staff": Next("the same, from the staff's page", "Stop"),
    "set_up-let-in": Next("the kiosk is let in", "To the first screen"),
}
_LYING_OVER = {
    "over-curtain-signed-in": Next("the curtain before a patron", "Go on"),
    "over-curtain-anonymous": Next("the curtain before anybody", "Go on"),
    "over-panel-language": Next("the languages", _written("やさしい にほんご")),
    "over-panel-size": Next("the sizes of letters", "Largest"),
    "over-panel-scheme": Next("the colours", "Yellow on black"),
    "over-line-down": Next("the line is down", _A_BOOK),
    "over-call": Next("a librarian is on the way", _A_BOOK),
    "over-help": Next("help with reserving", "Close"),
    "over-help-elsewhere": Next("help with what is done elsewhere", "Close"),
    "over-help-signing-in": Next("help with signing in; somebody is called", "Close"),
    "over-help-line-down": Next("help without the line", "Close"),
    "over-help-topics": Next("the topics of help", "Finding books"),
}
NEXT_TAPS: Mapping[str, Next] = {
    **_SEARCHING,
    **_SIGNING_IN,
    **_RESERVING,
    **_MY_LIBRARY,
    **_SETTINGS,
    **_PREMISES,
    **_LYING_OVER,
}
