"""What the rows beside a title say: of its volumes, its neighbours, its other editions."""

from kiosk.domain.related import Related
from kiosk.domain.titles import FoundTitle, Material, Title
from kiosk.ui.lettering.catalogued import as_catalogued
from kiosk.ui.titles.related_row import Entry
from kiosk.words.names import name_of
from kiosk.words.words import Words


def part_entries(words: Words, found: FoundTitle, related: Related) -> list[Entry]:
    """The volumes of a set; of a volume what comes before and after it, and the whole set."""
    if related.parts:
        return [_part(words, each, found.title) for each in related.parts]
    entries = []
    if related.after is not None:
        told = _next(words, related.after.title)
        entries.append(Entry(related.after, told, part_name(words, related.after.title)))
    if related.before is not None:
        told = _previous(words, related.before.title)
        entries.append(Entry(related.before, told, part_name(words, related.before.title)))
    if related.of_set is not None:
        entries.append(Entry(related.of_set, as_catalogued(related.of_set.title.name)))
    return entries


def edition_entries(words: Words, found: FoundTitle, related: Related) -> list[Entry]:
    """By year and publisher; in which form, where that is another one."""
    return [_edition(words, each, found.title) for each in related.editions]


def part_name(words: Words, title: Title) -> str:
    """A number becomes 2巻 or 2号; what is printed otherwise stays as it is."""
    if not title.part.isdecimal():
        return as_catalogued(title.part or title.name)
    if title.material is Material.MAGAZINE:
        return words("Issue %(number)s", number=title.part)
    return words("Volume %(number)s", number=title.part)


def year_said(words: Words, title: Title) -> str:
    return words("Published %(year)d", year=title.year) if title.year else ""


def _part(words: Words, part: FoundTitle, of_set: Title) -> Entry:
    title = part.title
    name = "" if title.name == of_set.name else as_catalogued(title.name)
    return Entry(part, part_name(words, title), _joined(name, year_said(words, title)))


def _edition(words: Words, edition: FoundTitle, shown: Title) -> Entry:
    title = edition.title
    published = _joined(year_said(words, title), as_catalogued(title.publisher))
    name = "" if title.name == shown.name else as_catalogued(title.name)
    form = name_of(words, title.material)
    return Entry(edition, published or form, _joined(name, form if published else ""))


def _next(words: Words, title: Title) -> str:
    if title.material is Material.MAGAZINE:
        return words("The next issue")
    return words("The next volume")


def _previous(words: Words, title: Title) -> str:
    if title.material is Material.MAGAZINE:
        return words("The issue before")
    return words("The volume before")


def _joined(*parts: str) -> str:
    return "　".join(filter(None, parts))
