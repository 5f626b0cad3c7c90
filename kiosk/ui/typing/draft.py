"""What stands in the field while the patron types, and what a key makes of it."""

from kiosk.ui.typing import romaji
from kiosk.ui.typing.board_layouts import Act, KeyPlan
from kiosk.ui.typing.kana import Mode, half_voice, katakana, shrink, voice, without_last

LONGEST = 60  # letters; no title is looked for by more
_CHANGES = {
    Act.VOICE: voice,
    Act.HALF_VOICE: half_voice,
    Act.SHRINK: shrink,
    Act.ERASE: without_last,
}


class Draft:
    """A text under the patron's fingers."""

    def __init__(self, longest: int = LONGEST) -> None:
        self._longest = longest
        self.text = ""
        self.mode = Mode.HIRAGANA
        self.is_across = False
        self.is_capital = False
        self._closed = 0  # letters at the beginning that no romaji changes any more

    def show(self, text: str) -> None:
        """Go on from a text that was typed before."""
        self.text = text[: self._longest]
        self._closed = len(self.text)

    def press(self, key: KeyPlan) -> None:
        """Do what a key of the board does; the search itself is somebody else's."""
        if key.act is not Act.ERASE:
            self.finish()
        match key.act:
            case Act.TYPE:
                self._add(key.glyph)
            case Act.END:
                self.text = self.text.partition("@")[0]
                self._add(key.glyph)
            case Act.SPACE:
                self._add(" ")
            case Act.ERASE_ALL:
                self.text = ""
            case Act.CAPITALS:
                self.is_capital = not self.is_capital
            case Act.ORDER:
                self.is_across = not self.is_across
            case Act.MODE:
                assert key.mode is not None, "a mode key names its mode"
                self.mode = key.mode
            case Act.SEARCH:
                pass
            case act:
                self.text = _CHANGES[act](self.text)
        self._closed = min(self._closed, len(self.text)) if key.act is Act.ERASE else len(self.text)

    def hear(self, letters: str) -> None:
        """What a keyboard on the desk sent: romaji while the board types kana."""
        for letter in letters:
            if self._is_kana:
                kept, open_part = self.text[: self._closed], self.text[self._closed :]
                self.text = (kept + self._written(romaji.continued(open_part, letter)))[
                    : self._longest
                ]
            else:
                self._add(letter)
                self._closed = len(self.text)

    def finish(self) -> None:
        """Nothing more comes: a single n is ん."""
        kept, open_part = self.text[: self._closed], self.text[self._closed :]
        self.text = kept + self._written(romaji.finished(open_part))
        self._closed = len(self.text)

    @property
    def _is_kana(self) -> bool:
        return self.mode in (Mode.HIRAGANA, Mode.KATAKANA)

    def _written(self, kana: str) -> str:
        return katakana(kana) if self.mode is Mode.KATAKANA else kana

    def _add(self, glyph: str) -> None:
        if glyph != " " or (self.text and not self.text.endswith(" ")):
            self.text = (self.text + glyph)[: self._longest]
