"""Draws bar, band, keys and curtain in every look to PNG files, to be looked at."""

import os
import sys
from datetime import datetime
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.domain.branches import Branch, BranchId, Standpoint
from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.domain.patrons import Session, SessionToken
from kiosk.premises import Premises
from kiosk.ui.look.style import Style
from kiosk.ui.look.theme import Theme
from kiosk.ui.panel.stage import Stage
from kiosk.ui.screen import BarKind, Screen
from kiosk.ui.text import Button, Kind, Label
from kiosk.visit import Look, Signed, Visit
from kiosk.words.words import Words

WORDS = Path(__file__).resolve().parents[1] / "assets" / "words"
NOON = datetime(2026, 11, 20, 14, 32, tzinfo=ZoneInfo("Asia/Tokyo"))
HERE = Standpoint(
    library="みなと市立図書館",
    seal="港",
    branch=Branch(BranchId("main"), "本館", "Main Library"),
    floor="2階 一般",
    latin_library="Minato City Library",
    hours="9:30 − 20:00",
)
SENTENCE = "**本館**で受け取り、用意できたら**eメール**（ha•••@example.jp）でお知らせします。"
RUBY = "{本館|ほんかん}で うけとります。 {用意|ようい}が できたら、 メールで お{知|し}らせします。"


class Gallery(Screen):
    """Keys in all their states, and sentences."""

    def __init__(self, words: Words, bar: BarKind) -> None:
        super().__init__(words)
        self.bar = bar  # type: ignore[misc]
        self._page = QVBoxLayout(self)
        self._add(*_first_keys())
        self._add(*_second_keys())
        for role, text in (("title", "どこで受け取りますか"), ("body", SENTENCE), ("lead", RUBY)):
            label = Label(role, bold=role == "title")
            label.show_text(text)
            self._page.addWidget(label)
        question = Label("display", literary=True)
        question.show_text("どんな本を、おさがしですか。")
        self._page.addWidget(question)
        self._page.addStretch(1)

    def display(self, visit: Visit) -> None:
        pass

    def arrange(self, style: Style) -> None:
        self._page.setContentsMargins(style.margin, style.gap, style.margin, style.gap)
        self._page.setSpacing(style.space(3))

    def _add(self, *keys: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for key in keys:
            row.addWidget(key)
        row.addStretch(1)
        self._page.addLayout(row)


def _first_keys() -> tuple[Button, ...]:
    off = Button("延長する")
    off.turn_off("延長は11月28日から")
    return (
        Button("予約する", kind=Kind.PRIMARY),
        Button("場所の券", icon="printer"),
        Button("取り消す", kind=Kind.DANGER, icon="x"),
        off,
    )


def _second_keys() -> tuple[Button, ...]:
    on = Button("全館", has_tick=True)
    on.show_text("全館", count="438")
    on.select()
    down = Button("押した")
    down.setDown(True)
    two = Button(icon="person")
    two.show_text("マイライブラリ", "予約・借りている本")
    return on, down, Button("確かめる", kind=Kind.ENTER, icon="check"), two


def draw(folder: Path) -> None:
    theme = Theme(is_motion_reduced=True)
    for is_portrait, scheme, size, language in product(
        (False, True),
        Scheme,
        (TextSize.STANDARD, TextSize.LARGE, TextSize.LARGEST),
        (Language.JAPANESE, Language.EASY_JAPANESE, Language.ENGLISH),
    ):
        if language is not Language.JAPANESE and scheme is not Scheme.LIGHT:
            continue
        words = Words.load(WORDS, Language.JAPANESE)
        stage = Stage(words, theme, HERE, lambda: NOON)
        stage.resize(*((1080, 1920) if is_portrait else (1920, 1080)))
        stage.show()
        look = Look(language, size, scheme)
        name = f"{'portrait' if is_portrait else 'landscape'}-{scheme}-{size.value}-{language}"
        for bar, visit in _visits(look):
            stage.present(Gallery(words, bar), visit)
            QApplication.processEvents()
            stage.grab().save(str(folder / f"{name}-{bar.name.lower()}.png"))
        stage.curtain.fall(21, visit)
        QApplication.processEvents()
        stage.grab().save(str(folder / f"{name}-curtain.png"))
        stage.deleteLater()


def _visits(look: Look) -> tuple[tuple[BarKind, Visit], ...]:
    return (
        (BarKind.HOME, Visit(look)),
        (BarKind.SIGNING_IN, Visit(look, premises=Premises(is_line_down=True))),
        (BarKind.PATRON, Visit(look, signed=Signed(Session(SessionToken("none"))))),
    )


if __name__ == "__main__":
    application = QApplication(sys.argv)
    draw(Path(sys.argv[1]))
