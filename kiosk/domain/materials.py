"""In what forms titles come."""

from enum import StrEnum


class Material(StrEnum):
    """In what form a title comes; quotas and pickup rules ask for it."""

    BOOK = "book"
    PICTURE_BOOK = "picture_book"
    COMIC = "comic"
    LARGE_PRINT = "large_print"
    MAGAZINE = "magazine"
    CD = "cd"
    DVD = "dvd"
    VIDEO = "video"
