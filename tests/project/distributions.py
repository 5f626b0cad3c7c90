"""What is installed here, and what each extra of the kiosk brings."""

from collections import defaultdict
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

EXTRAS = ("panel", "central", "dev")


def brought_by(extra: str) -> frozenset[str]:
    """The distributions of one extra: its own, those without an extra, and all that these need."""
    return _with_needs([("kiosk", extra)]) - {"kiosk"}


def installed() -> dict[str, str]:
    """Name and version of every distribution in this environment."""
    return {
        canonicalize_name(found.metadata["Name"]): found.version
        for found in metadata.distributions()
    }


def modules_of() -> dict[str, frozenset[str]]:
    """What can be imported, by the distributions that bring it."""
    names: dict[str, set[str]] = defaultdict(set)
    for module, owners in metadata.packages_distributions().items():
        names[module] |= {canonicalize_name(owner) for owner in owners}
    return {module: frozenset(owners) for module, owners in names.items()}


def _with_needs(asked: list[tuple[str, str]]) -> frozenset[str]:
    seen: set[tuple[str, str]] = set()
    while asked:
        name, extra = asked.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        for line in metadata.requires(name) or ():
            needed = Requirement(line)
            if needed.marker is None or needed.marker.evaluate({"extra": extra}):
                other = canonicalize_name(needed.name)
                asked += [(other, ""), *((other, more) for more in needed.extras)]
    return frozenset(name for name, _extra in seen)
