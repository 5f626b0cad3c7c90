"""Turns a template and what is to be shown into a page, in the language of the browser."""

from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from kiosk.domain.looks import Language
from kiosk.words import dates
from kiosk.words.furigana import parse, plain
from kiosk.words.names import name_of
from kiosk.words.words import Words

TEMPLATES = Path(__file__).parent / "templates"
WORDS = Path(__file__).parents[3] / "assets" / "words"


class Rendering:
    """Everything that a page shows is escaped; readings are set above their kanji."""

    def __init__(self, library: str, zone: str, words_folder: Path = WORDS) -> None:
        self._words = Words.load(words_folder, Language.JAPANESE)
        self._zone = ZoneInfo(zone)
        self._templates = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            finalize=_with_readings,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.filters["plain"] = plain
        self._templates.globals["library"] = library

    def speaking(self, language: str | None) -> Words:
        """In the language of a cookie; Japanese where there is none that we speak."""
        spoken = [one for one in Words.offered if one.value == language]
        return self._words.speaking(spoken[0] if spoken else Language.JAPANESE)

    def page(self, template: str, words: Words, **shown: Any) -> str:
        return self._templates.get_template(template).render(
            words=words,
            name_of=partial(name_of, words),
            day=partial(_day, words),
            long_day=partial(dates.long_day, words),
            moment=partial(self._moment, words),
            **shown,
        )

    def _moment(self, words: Words, instant: datetime) -> str:
        return dates.short_moment(words, instant.astimezone(self._zone))


def _day(words: Words, day: date) -> str:
    return dates.day(words, day)


def _with_readings(shown: Any) -> Any:
    if not isinstance(shown, str) or isinstance(shown, Markup) or "{" not in shown:
        return shown
    return Markup().join(_run(run.base, run.reading) for run in parse(shown))


def _run(base: str, reading: str | None) -> Markup:
    if reading is None:
        return escape(base)
    return Markup("<ruby>{}<rt>{}</rt></ruby>").format(base, reading)
