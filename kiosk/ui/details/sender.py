"""The library's own e-mail address, as it stands in a sentence."""


def breakable(address: str) -> str:
    """A line may end before the @: large letters have no room for the whole."""
    return address.replace("@", "\u200b@")
