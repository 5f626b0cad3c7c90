"""The code by which a kiosk is let in once: printed at the service, typed at the kiosk by hand."""

import secrets

# No letter is taken for another sign: no 0 O, no 1 I L, no U V, no 2 Z. A prime number of them,
# so that the last one tells every wrong sign and every two that changed places.
SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXY"
RANDOM_SIGNS = 11  # 53 bits
_GROUP = 4


def new_enrolment_code() -> str:
    """Three groups of four signs, "K7QM-3XPD-9TFA"; the last sign checks the others."""
    signs = "".join(secrets.choice(SIGNS) for _ in range(RANDOM_SIGNS))
    return _grouped(signs + _check_sign(signs))


def read_enrolment_code(typed: str) -> str | None:
    """The code as it was printed, however it was typed; None where it was mistyped."""
    signs = "".join(sign for sign in typed.upper() if sign not in " -\t")
    if len(signs) != RANDOM_SIGNS + 1 or not set(signs) <= set(SIGNS):
        return None
    return _grouped(signs) if signs[-1] == _check_sign(signs[:-1]) else None


def _check_sign(signs: str) -> str:
    weighted = (place * SIGNS.index(sign) for place, sign in enumerate(signs, start=1))
    return SIGNS[sum(weighted) % len(SIGNS)]


def _grouped(signs: str) -> str:
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))
