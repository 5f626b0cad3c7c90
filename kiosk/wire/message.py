"""What every message on the line has in common."""

from pydantic import BaseModel, ConfigDict


class Message(BaseModel):
    """Does not change once made, and holds nothing that was not agreed."""

    # A refused message may hold a password: what it held is not repeated.
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)
