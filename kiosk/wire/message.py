"""What every message on the line has in common."""

from pydantic import BaseModel, ConfigDict


class Message(BaseModel):
    """Does not change once made, and holds nothing that was not agreed."""

    model_config = ConfigDict(frozen=True, extra="forbid")
