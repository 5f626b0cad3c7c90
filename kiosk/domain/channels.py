"""Where a patron does something: the rules ask for it, the queue does not."""

from enum import StrEnum


class Channel(StrEnum):
    KIOSK = "kiosk"  # 館内利用者検索機
    INTERNET = "internet"
