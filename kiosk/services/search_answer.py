"""A search as the command line answers it: plain values, ready for JSON."""

from typing import TypedDict

from kiosk.domain.searching import Found
from kiosk.domain.titles import Title


class TitleAnswer(TypedDict):
    id: str
    name: str
    creators: list[str]
    call_number: str


class SearchAnswer(TypedDict):
    total: int
    titles: list[TitleAnswer]


def search_answer(found: Found) -> SearchAnswer:
    return {"total": found.total, "titles": [_title(each.title) for each in found.titles]}


def _title(title: Title) -> TitleAnswer:
    return {
        "id": title.id,
        "name": title.name,
        "creators": [creator.name for creator in title.creators],
        "call_number": str(title.call_number),
    }
