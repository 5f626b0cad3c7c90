"""The service's log: one JSON object a line, and nothing of a person in it."""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import TextIO

_DEEPEST = 12  # frames of a traceback that are told, the last ones


class JsonLines(logging.Formatter):
    """An exception is told by types and places; its text may hold what somebody typed."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "says": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = chain_of(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def log_to(stream: TextIO = sys.stderr, level: int = logging.INFO) -> None:
    """Send everything that is logged in this process to a stream."""
    lines = logging.StreamHandler(stream)
    lines.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[lines], force=True)
    logging.getLogger("alembic.runtime.plugins").setLevel(logging.WARNING)  # says what it could do


def chain_of(error: BaseException) -> list[dict[str, object]]:
    """An error and its causes, outermost first: types and places, without their texts."""
    chain: list[dict[str, object]] = []
    following: BaseException | None = error
    while following is not None:
        frames = traceback.extract_tb(following.__traceback__)[-_DEEPEST:]
        places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
        chain.append({"type": type(following).__qualname__, "places": places})
        following = following.__cause__ or following.__context__
    return chain
