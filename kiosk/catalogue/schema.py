"""The fields of the index; whoever changes them raises FORMAT."""

from enum import StrEnum
from typing import NamedTuple

from tantivy import Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

FORMAT = 2
_SPACED = "spaced"  # our tokens, divided by spaces


class Area(NamedTuple):
    """A part of the record that is searched together."""

    pairs: str  # the field of its letter pairs
    mark: str  # stands before its word beginnings in the field STARTS


class Field(StrEnum):
    NUMBER = "number"
    ID = "id"
    ISBN = "isbn"
    NDC = "ndc"  # the class and every class above it
    SET = "set"  # of the set that this is a part of
    WORK = "work"
    KEY = "key"  # what is asked of every hit, packed: see keys.py
    ADDED = "added"  # days since the year 1, then the number: newest first
    OWN = "own"  # the id as a number: see sets.py
    OWNER = "owner"  # the id of the set as a number, 0 for what is no part
    STARTS = "starts"
    HEADING = "heading"
    RECORD = "record"
    STATE = "state"


TITLE = Area("title", "t")
CREATOR = Area("creator", "c")
SUBJECT = Area("subject", "b")
SERIES = Area("series", "r")
PUBLISHER = Area("publisher", "p")
SUMMARY = Area("summary", "s")
HEARD_TITLE = Area("heard_title", "h")  # readings as they sound
HEARD_CREATOR = Area("heard_creator", "k")
AREAS = (TITLE, CREATOR, SUBJECT, SERIES, PUBLISHER, SUMMARY)
HEARD_IN = {TITLE: HEARD_TITLE, CREATOR: HEARD_CREATOR}
TITLE_PLACES = ("title_place_1", "title_place_2", "title_place_3")  # see places.py
CREATOR_PLACES = ("creator_place_1", "creator_place_2")


def build_schema() -> Schema:
    """The fields of a title, and of the one document that says how far the index has come."""
    schema = SchemaBuilder()
    schema.add_unsigned_field(Field.NUMBER, indexed=True, fast=True)
    for fast in (Field.KEY, Field.OWN, Field.OWNER, *TITLE_PLACES, *CREATOR_PLACES):
        schema.add_unsigned_field(fast, fast=True)
    schema.add_unsigned_field(Field.ADDED, indexed=True, fast=True)
    for name in (Field.ID, Field.ISBN, Field.NDC, Field.SET, Field.WORK, Field.HEADING):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for pairs in (area.pairs for area in (*AREAS, *HEARD_IN.values())):
        schema.add_text_field(pairs, tokenizer_name=_SPACED)
    schema.add_text_field(Field.STARTS, tokenizer_name=_SPACED, index_option="basic")
    schema.add_bytes_field(Field.RECORD, stored=True)
    schema.add_text_field(Field.STATE, stored=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


def register_tokens(index: Index) -> None:
    index.register_tokenizer(_SPACED, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
