"""Ways to narrow an answer of the simulated catalogue."""

from collections import Counter

from kiosk.domain.searching import FacetCount, Query
from kiosk.domain.titles import FoundTitle
from kiosk.services.simulated.matching import branches_of, is_on_shelf


def facets_of(hits: list[FoundTitle], query: Query) -> tuple[FacetCount, ...]:
    """Ways to narrow that are not taken yet and leave something."""
    facets = []
    on_shelf = sum(is_on_shelf(hit) for hit in hits)
    if on_shelf and not query.is_on_shelf:
        facets.append(FacetCount("is_on_shelf", value=True, count=on_shelf))
    if query.material is None:
        materials = Counter(hit.title.material for hit in hits)
        facets += [FacetCount("material", *counted) for counted in materials.most_common()]
    if query.language is None:
        languages = Counter(hit.title.language for hit in hits)
        facets += [FacetCount("language", *counted) for counted in languages.most_common()]
    if query.branch is None:
        branches = Counter(branch for hit in hits for branch in branches_of(hit))
        facets += [FacetCount("branch", *counted) for counted in branches.most_common()]
    return tuple(facets)
