"""What an answer's bytes say: what was asked for, or which error of ours."""

import logging
from contextlib import suppress
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from kiosk.domain.errors import LibraryError, LineLost
from kiosk.wire.problems import MEDIA_TYPE, Problem

log = logging.getLogger(__name__)

Answer = TypeVar("Answer", bound=BaseModel)


def read_problem(media_type: str, content: bytes) -> LibraryError | None:
    """The error that a problem document names; None where it is no such document."""
    if not media_type.startswith(MEDIA_TYPE):
        return None
    with suppress(ValidationError):
        return Problem.model_validate_json(content).to_error()
    return None


def read_answer(content: bytes, answer: type[Answer]) -> Answer:
    """What a newer service tells besides is skipped: this kiosk cannot know what it means."""
    with suppress(ValidationError):
        return answer.model_validate_json(content, extra="ignore")
    log.warning("an answer is no %s", answer.__name__)
    raise LineLost
