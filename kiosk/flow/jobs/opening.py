"""Jobs that open a title, with all that stands beside it."""

from collections.abc import Iterator

from kiosk.domain.errors import TitleUnknown
from kiosk.domain.related import Heading, Related
from kiosk.domain.searching import Query, Term, TermField
from kiosk.domain.titles import FoundTitle, Title
from kiosk.events import Event, IsbnScanned, ItemScanned, TitleChosen, TitleOpened
from kiosk.ports import Catalogue, Kit
from kiosk.visit import Visit

MOST_CREATORS = 3
MOST_SUBJECTS = 4


def open_title(_visit: Visit, kit: Kit, chosen: Event) -> Event:
    assert isinstance(chosen, TitleChosen)
    return _opened(kit.catalogue, kit.catalogue.title(chosen.title))


def open_by_isbn(_visit: Visit, kit: Kit, scanned: Event) -> Event:
    assert isinstance(scanned, IsbnScanned)
    return _opened(kit.catalogue, kit.catalogue.by_isbn(scanned.isbn))


def open_by_item(_visit: Visit, kit: Kit, scanned: Event) -> Event:
    assert isinstance(scanned, ItemScanned)
    return _opened(kit.catalogue, kit.catalogue.by_item(scanned.barcode))


def _opened(catalogue: Catalogue, found: FoundTitle) -> TitleOpened:
    title = found.title
    of_set, before, after = _neighbours(catalogue, title)
    return TitleOpened(
        found,
        Related(
            parts=catalogue.parts(title.id),
            of_set=of_set,
            before=before,
            after=after,
            editions=catalogue.editions(title),
            headings=tuple(_headings(catalogue, title)),
            refused_at=tuple(
                each for each in catalogue.branches() if title.material in each.refuses
            ),
        ),
    )


def _neighbours(
    catalogue: Catalogue, title: Title
) -> tuple[FoundTitle | None, FoundTitle | None, FoundTitle | None]:
    """The set, and what comes before and after in it; nothing where the set is not held."""
    if title.set_id is None:
        return None, None, None
    try:
        of_set = catalogue.title(title.set_id)
    except TitleUnknown:
        return None, None, None
    ordered = sorted(catalogue.parts(title.set_id), key=lambda each: each.title.part_rank)
    at = [each.title.id for each in ordered].index(title.id)
    before = ordered[at - 1] if at else None
    after = ordered[at + 1] if at + 1 < len(ordered) else None
    return of_set, before, after


def _headings(catalogue: Catalogue, title: Title) -> Iterator[Heading]:
    for term in _terms(title):
        count = catalogue.count(Query(terms=(term,)))
        if count > 1:
            yield Heading(term, count)


def _terms(title: Title) -> Iterator[Term]:
    for name in dict.fromkeys(creator.name for creator in title.creators[:MOST_CREATORS]):
        yield Term(TermField.CREATOR, name, is_whole=True)
    for subject in dict.fromkeys(title.subjects[:MOST_SUBJECTS]):
        yield Term(TermField.SUBJECT, subject, is_whole=True)
    if title.series:
        yield Term(TermField.SERIES, title.series, is_whole=True)
    if title.call_number.ndc:
        yield Term(TermField.NDC, title.call_number.ndc)
