import pytest

from kiosk.domain.looks import Language, Scheme, TextSize
from kiosk.ui.look.style import Style
from kiosk.ui.look.theme import Theme
from kiosk.visit import Look

PARTS = {"edge", "here", "focus"}  # of which 3 : 1 is asked; of words 7 : 1
PARTS_PAIRS = {"accent/page", "accent/sunken"}


def luminance(style: Style, name: str) -> float:
    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.03928 else ((channel + 0.055) / 1.055) ** 2.4

    colour = style.colour(name)
    red, green, blue = (linear(c) for c in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style, ink: str, ground: str) -> float:
    lights = sorted((luminance(style, ink), luminance(style, ground)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("scheme", Scheme)
def test_words_stand_out_seven_to_one_and_parts_three_to_one(theme: Theme, scheme: Scheme) -> None:
    style = theme.of(Look(scheme=scheme))
    for pair in theme.tokens["contrast"]:
        ink, ground = pair.split("/")
        limit = 3 if ink in PARTS or pair in PARTS_PAIRS else 7
        assert contrast(style, ink, ground) >= limit, (pair, scheme)


@pytest.mark.parametrize("scheme", Scheme)
def test_the_contrast_that_the_tokens_state_is_the_one_they_have(
    theme: Theme, scheme: Scheme
) -> None:
    style = theme.of(Look(scheme=scheme))
    for pair, stated in theme.tokens["contrast"].items():
        assert contrast(style, *pair.split("/")) == pytest.approx(stated[scheme], abs=0.06)


@pytest.mark.parametrize("size", TextSize)
def test_no_role_is_smaller_than_24_px(theme: Theme, size: TextSize) -> None:
    style = theme.of(Look(size=size))
    assert min(style.px(role) for role in theme.tokens["type"]["px"]) >= 24


def test_the_families_of_every_language_are_on_this_machine(theme: Theme) -> None:
    assert theme.fonts.missing() == ()


def test_japanese_is_set_in_biz_udpgothic_and_numbers_in_its_fixed_width(theme: Theme) -> None:
    style = theme.of()
    assert style.font("body").families()[0] == "BIZ UDPGothic"
    assert style.font("body", numbers=True).families()[0] == "BIZ UDGothic"
    assert style.font("display", literary=True).families()[0] == "BIZ UDMincho"


def test_a_chinese_screen_has_no_japanese_letters_before_its_own(theme: Theme) -> None:
    style = theme.of(Look(language=Language.CHINESE))
    assert style.font("body").families() == ["Noto Sans CJK SC"]
    assert style.font("body", language=Language.JAPANESE).families()[0] == "BIZ UDPGothic"


def test_letters_stand_on_the_same_line_in_every_language(theme: Theme) -> None:
    in_a_key = {theme.of(Look(language)).baseline("label", 84) for language in Language}
    assert in_a_key == {(84 - 26) / 2 + 0.88 * 26}


def test_black_yellow_has_no_thin_lines_and_no_motion(theme: Theme) -> None:
    style = Theme().of(Look(scheme=Scheme.BLACK_YELLOW))
    assert min(style.stroke(name) for name in ("line", "key", "selected", "focus")) >= 3
    assert style.ms("screen_change") == 0
    assert Theme().of().ms("screen_change") == 180


def test_the_same_look_gives_the_same_style(theme: Theme) -> None:
    assert theme.of(Look(size=TextSize.LARGE)) is theme.of(Look(size=TextSize.LARGE))


def test_84_px_are_more_than_20_mm(theme: Theme) -> None:
    assert theme.of().mm(84) == pytest.approx(20.8, abs=0.1)
