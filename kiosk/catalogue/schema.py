"""The fields of the index; whoever changes them raises FORMAT."""

from enum import StrEnum
from typing import NamedTuple

from tantivy import Index, Schema, SchemaBuilder, TextAnalyzerBuilder, Tokenizer

FORMAT = 1
_SPACED = "spaced"  # our tokens, divided by spaces


class Area(NamedTuple):
    """A part of the record that is searched together."""

    pairs: str  # the field of its letter pairs
    mark: str  # stands before its word beginnings in the field STARTS


class Field(StrEnum):
    NUMBER = "number"
    ID = "id"
    ISBN = "isbn"
    KEY = "key"  # what is asked of every hit, packed: see keys.py
    ADDED = "added"  # days since the year 1, then the number: newest first
    STARTS = "starts"
    HEADING = "heading"
    RECORD = "record"
    STATE = "state"


TITLE = Area("title", "t")
CREATOR = Area("creator", "c")
ABOUT = Area("about", "a")  # subjects, series, publisher
SUMMARY = Area("summary", "s")
HEARD = Area("heard", "h")  # readings as they sound
AREAS = (TITLE, CREATOR, ABOUT, SUMMARY)


def build_schema() -> Schema:
    """The fields of a title, and of the one document that says how far the index has come."""
    schema = SchemaBuilder()
    schema.add_unsigned_field(Field.NUMBER, indexed=True)
    schema.add_unsigned_field(Field.KEY, fast=True)
    schema.add_unsigned_field(Field.ADDED, indexed=True, fast=True)
    for name in (Field.ID, Field.ISBN, Field.HEADING):
        schema.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for pairs in (*(area.pairs for area in AREAS), HEARD.pairs):
        schema.add_text_field(pairs, tokenizer_name=_SPACED)
    schema.add_text_field(Field.STARTS, tokenizer_name=_SPACED, index_option="basic")
    schema.add_bytes_field(Field.RECORD, stored=True)
    schema.add_text_field(Field.STATE, stored=True, tokenizer_name="raw", index_option="basic")
    return schema.build()


def register_tokens(index: Index) -> None:
    index.register_tokenizer(_SPACED, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
