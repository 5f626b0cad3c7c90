"""Reads text files from elsewhere, in the encodings that libraries meet."""

from pathlib import Path

from kiosk.central.importing.csv_rows import readable
from kiosk.central.importing.refusals import FileRefused


def read_text(file: Path) -> str:
    """The text of a file in UTF-8, with or without a mark, or in CP932.

    A last letter that was cut in the middle is left out.

    Raises:
        FileRefused: the file cannot be read, or is no text.
    """
    with readable(file):
        data = file.read_bytes()
    if b"\0" in data:
        raise FileRefused("The file is no text: it holds zero bytes.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _other_than_utf8(data, error)


def _other_than_utf8(data: bytes, error: UnicodeDecodeError) -> str:
    if error.end == len(data) and error.reason == "unexpected end of data":
        return data[: error.start].decode("utf-8-sig")
    try:
        return data.decode("cp932")
    except UnicodeDecodeError:
        reason = f"The file is neither UTF-8 (byte {error.start + 1} is none) nor CP932."
        raise FileRefused(reason) from error
