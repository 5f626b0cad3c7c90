"""What branches, floors and shelves are called, in the patron's language and letters."""

import re
import unicodedata

from kiosk.domain.branches import Branch, Standpoint
from kiosk.domain.looks import Language
from kiosk.words.words import Words

JAPANESE = (Language.JAPANESE, Language.EASY_JAPANESE)
_FLOOR = re.compile(r"(?P<below>地下|B)?(?P<number>[0-9]+)(?:階|F)?")


def branch_name(words: Words, branch: Branch) -> str:
    return branch.name if words.language in JAPANESE else branch.latin_name or branch.name


def library_name(words: Words, standpoint: Standpoint) -> str:
    latin = "" if words.language in JAPANESE else standpoint.latin_library
    return latin or standpoint.library


def floor_name(words: Words, floor: str) -> str:
    """As it is signed, "2階 児童"; told to those who can't read the sign, as far as it is known."""
    signed = unicodedata.normalize("NFKC", floor).split()
    if words.language in JAPANESE:
        return " ".join(signed)
    return _side_by_side(words, *(_part(words, part) for part in signed))


def shelf_name(words: Words, shelf: str) -> str:
    """One shelf by the number or the word that stands on it; empty where none is signed."""
    if not shelf:
        return ""
    number = unicodedata.normalize("NFKC", shelf)
    if number.isascii():
        return words("Shelf %(shelf)s", shelf=shelf)
    return words("Shelf “%(name)s”", name=_sections(words).get(number, shelf))


def room_name(words: Words, branch: Branch, floor: str) -> str:
    """Branch and floor: 本館 2階."""
    return _side_by_side(words, branch_name(words, branch), floor_name(words, floor))


def room_here(words: Words, branch: Branch, floor: str) -> str:
    """In Latin letters, which take room, the branch where the patron stands is not named."""
    is_short = bool(floor) and words.language not in JAPANESE
    return floor_name(words, floor) if is_short else room_name(words, branch, floor)


def shelf_on_floor(words: Words, floor: str, shelf: str) -> str:
    """Within a branch that is named already; as much as is known."""
    return _side_by_side(words, floor_name(words, floor), shelf_name(words, shelf))


def shelf_in_room(words: Words, branch: Branch, floor: str, shelf: str, *, is_here: bool) -> str:
    """Branch, floor and shelf, as much as is known; is_here: the patron stands in the branch."""
    room = (room_here if is_here else room_name)(words, branch, floor)
    if not shelf:
        return room
    return words("%(room)s, %(shelf)s", room=room, shelf=shelf_name(words, shelf))


def _side_by_side(words: Words, *parts: str) -> str:
    """From the large to the small, as signs have them."""
    divider = " " if words.language in JAPANESE else ", "
    return divider.join(filter(None, parts))


def _part(words: Words, part: str) -> str:
    """One word of a floor's sign; what nobody knows stays as it is signed."""
    found = _FLOOR.fullmatch(part)
    if found is None:
        return _sections(words).get(part, part)
    number = int(found["number"])
    if found["below"]:
        return words("Basement %(number)d", number=number)
    return words("Floor %(number)d", number=number)


def _sections(words: Words) -> dict[str, str]:
    """The words that libraries hang over their rooms and shelves."""
    return {
        "屋上": words("Roof"),
        "一般": words("General"),
        "児童": words("Children’s books"),
        "こども": words("Children"),
        "絵本": words("Picture books"),
        "ティーンズ": words("Teenagers"),
        "参考": words("Reference"),
        "郷土": words("Local history"),
        "文庫": words("Pocket books"),
        "大活字": words("Large print"),
        "外国語": words("Foreign languages"),
        "新着": words("New titles"),
        "新聞": words("Newspapers"),
        "雑誌": words("Magazines"),
        "視聴覚": words("Audio and video"),
        "書庫": words("Closed stacks"),
    }
