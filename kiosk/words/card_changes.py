"""What is said where something that opens a patron's card was changed."""

from collections.abc import Mapping
from datetime import datetime

from kiosk.domain.branches import Branch, BranchId
from kiosk.domain.card_changes import CardChange, ToldChange
from kiosk.words.dates import moment, short_day
from kiosk.words.errors import Explanation
from kiosk.words.places import branch_name
from kiosk.words.words import Words


def change_letter(words: Words, facts: Mapping[str, str]) -> str:
    """The body of the letter: what changed, when and where, and what to do."""
    at = moment(words, datetime.fromisoformat(facts["at"]))
    lines = [
        _what(words, CardChange(facts["what"])),
        "",
        words("When: %(moment)s", moment=at),
        words("Where: %(place)s", place=_where(words, facts)),
    ]
    if facts["telephone"]:
        telephone = facts["telephone"]
        lines.append(words("Telephone: %(telephone)s", telephone=telephone))
    return "\n".join(
        [*lines, "", words("If you know of this, you need do nothing."), _if_not(words)]
    )


def changes_told(words: Words, changes: tuple[ToldChange, ...]) -> Explanation | None:
    """The same in short, after signing in: the last change."""
    if not changes:
        return None
    last = changes[0]
    on = short_day(words, last.on)
    if last.at_counter:
        told = words("%(day)s, at the counter: %(what)s", day=on, what=_what(words, last.what))
    else:
        told = words("%(day)s, at a kiosk: %(what)s", day=on, what=_what(words, last.what))
    return Explanation(told, words("If you do not know of this, please tell the staff at once."))


def changes_told_in_short(words: Words, changes: tuple[ToldChange, ...]) -> Explanation | None:
    """Where letters are so large that there is room for two short lines."""
    if not changes:
        return None
    on = short_day(words, changes[0].on)
    told = words("%(day)s: how you sign in was changed.", day=on)
    return Explanation(told, words("Was it not you? Tell the staff."))


def _what(words: Words, what: CardChange) -> str:
    sentences = {
        CardChange.PASSWORD_SET: words("A new password was set for your library card."),
        CardChange.PASSWORD_SET_BACK: words("Your password was set back to the first one."),
        CardChange.IC_CARD_BOUND: words("An IC card was joined to your library card."),
        CardChange.IC_CARD_LET_GO: words("The IC card was taken from your library card."),
        CardChange.MY_NUMBER_BOUND: words("A My Number card was joined to your library card."),
        CardChange.MY_NUMBER_RENEWED: words("Your renewed My Number card was joined."),
        CardChange.MY_NUMBER_LET_GO: words("The My Number card was taken from your library card."),
        CardChange.RELEASED: words(
            "Your library card was closed after many wrong passwords. The staff opened it again."
        ),
    }
    return sentences[what]


def _where(words: Words, facts: Mapping[str, str]) -> str:
    branch = Branch(BranchId(""), facts["branch"], facts["latin_branch"])
    name, at_counter = branch_name(words, branch), facts["place"] == "counter"
    if not name:
        return words("At the counter") if at_counter else words("At a kiosk of the library")
    if at_counter:
        return words("%(branch)s, at the counter", branch=name)
    return words("%(branch)s, at a kiosk", branch=name)


def _if_not(words: Words) -> str:
    return words("If you do not, please tell the library at once, at the counter or by telephone.")
