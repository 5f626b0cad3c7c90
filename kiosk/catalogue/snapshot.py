"""One state of the index, as it was committed; never changes, asked from many threads."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import itemgetter

import numpy as np
from tantivy import DocAddress, Query, Schema, Searcher

from kiosk.catalogue.keys import Hits, Keys
from kiosk.catalogue.orders import Orders
from kiosk.catalogue.schema import Field
from kiosk.catalogue.sets import NO_SETS, Packed, Sets
from kiosk.catalogue.stored import unpack_title
from kiosk.domain.titles import Title


class Snapshot:
    def __init__(self, schema: Schema, searcher: Searcher) -> None:
        self.schema = schema
        self.searcher = searcher

    def fetch(self, query: Query) -> Keys:
        """The keys of all that match, the newest first."""
        limit = max(1, self.searcher.num_docs)
        result = self.searcher.search(query, limit, count=False, order_by_field=Field.KEY)
        hits = result.hits
        return np.fromiter(map(itemgetter(0), hits), np.uint64, len(hits))

    @cached_property
    def everything(self) -> Keys:
        return self.fetch(Query.exists_query(Field.KEY))

    @cached_property
    def orders(self) -> Orders:
        return Orders(self._columns)

    @cached_property
    def sets(self) -> Sets:
        if not Hits(self.everything).are_parts.any():
            return NO_SETS
        own, owner = self._columns((Field.OWN, Field.OWNER))
        return Sets.of(Hits(self.everything).numbers, own, owner)

    def _columns(self, fields: Sequence[str]) -> tuple[Packed, ...]:
        """What the fields say of each title, in the order of `everything`."""
        query, limit = Query.exists_query(Field.KEY), max(1, self.searcher.num_docs)
        found = self.searcher.search(query, limit, count=False, order_by_field=Field.KEY).hits
        addresses = [address for _, address in found]
        columns = (self.searcher.fast_field_values(field, addresses) for field in fields)
        return tuple(np.array(column, np.uint64) for column in columns)

    def titles(self, numbers: Iterable[int]) -> tuple[Title, ...]:
        found = (self.one(Field.NUMBER, int(number)) for number in numbers)
        return tuple(title for title in found if title is not None)

    def one(self, field: Field, value: int | str) -> Title | None:
        """The newest title with this number, id or ISBN."""
        query = self.term(field, value)
        hits = self.searcher.search(query, 1, count=False, order_by_field=Field.ADDED).hits
        return self._title(hits[0][1]) if hits else None

    def all(self, field: Field, value: str, limit: int) -> tuple[Title, ...]:
        """The titles with this set or work, the latest to come into the library first."""
        found = self.searcher.search(
            self.term(field, value), max(1, limit), count=False, order_by_field=Field.ADDED
        )
        return tuple(self._title(address) for _, address in found.hits[:limit])

    def count(self, field: Field, value: str) -> int:
        return int(self.fetch(self.term(field, value)).size)

    def newest(self, limit: int) -> tuple[Title, ...]:
        query = Query.exists_query(Field.ADDED)
        hits = self.searcher.search(
            query, max(1, limit), count=False, order_by_field=Field.ADDED
        ).hits
        return tuple(self._title(address) for _, address in hits[:limit])

    def term(self, field: Field, value: int | str) -> Query:
        return Query.term_query(self.schema, field, value, "basic")

    def state(self) -> str:
        """What the last commit noted; "" where nothing was committed."""
        hits = self.searcher.search(self.term(Field.STATE, "state"), 1, count=False).hits
        return str(self.searcher.doc(hits[0][1]).get_all(Field.STATE)[1]) if hits else ""

    def _title(self, address: DocAddress) -> Title:
        return unpack_title(bytes(self.searcher.doc(address)[Field.RECORD][0]))


NO_HITS = Hits(np.empty(0, np.uint64))
