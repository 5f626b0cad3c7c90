"""Times of day at the library: of no zone, so none of RFC 3339's."""

from datetime import time
from typing import Annotated

from pydantic import WithJsonSchema

LocalTime = Annotated[
    time,
    WithJsonSchema(
        {"type": "string", "pattern": r"^[0-2]\d:[0-5]\d:[0-5]\d$", "examples": ["09:00:00"]}
    ),
]
