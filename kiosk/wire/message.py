"""What every message on the line has in common."""

from typing import Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

NUL = "\0"


class Message(BaseModel):
    """Does not change once made, and holds nothing that was not agreed."""

    # A refused message may hold a password: what it held is not repeated.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Asked(Message):
    """What a kiosk asks: its texts can be kept by every database.

    PostgreSQL keeps no NUL; half a surrogate pair is no text, and pydantic lets none in.
    """

    @model_validator(mode="after")
    def _has_no_nul(self) -> Self:
        if any(isinstance(value, str) and NUL in value for value in self.__dict__.values()):
            kind = "text_with_nul"
            raise PydanticCustomError(kind, "holds the sign NUL")
        return self
