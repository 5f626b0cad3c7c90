"""Bytes on the line: Base64, and nothing that only looks like it."""

from base64 import b64decode, b64encode
from binascii import Error
from typing import Annotated

from pydantic import EncodedBytes, EncoderProtocol
from pydantic_core import PydanticCustomError


class _StrictBase64(EncoderProtocol):
    @classmethod
    def decode(cls, data: bytes) -> bytes:
        try:
            return b64decode(data, validate=True)
        except Error as error:
            raise PydanticCustomError("base64", "is not Base64") from error

    @classmethod
    def encode(cls, value: bytes) -> bytes:
        return b64encode(value)

    @classmethod
    def get_json_format(cls) -> str:
        return "base64"


Binary = Annotated[bytes, EncodedBytes(encoder=_StrictBase64)]
