"""After how long without a touch the screen is hidden, told before anybody signs in."""

from kiosk.words.words import Words

_SECONDS_A_MINUTE = 60


def idle_note(words: Words, idle_s: int) -> str:
    minutes, rest = divmod(idle_s, _SECONDS_A_MINUTE)
    if rest:
        return words.count(
            "After %(num)d second without a touch, the screen is hidden",
            "After %(num)d seconds without a touch, the screen is hidden",
            idle_s,
        )
    return words.count(
        "After %(num)d minute without a touch, the screen is hidden",
        "After %(num)d minutes without a touch, the screen is hidden",
        minutes,
    )
