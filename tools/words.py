"""Says which words of the kiosk are missing or faulty, in every offered language."""

import sys
from collections import Counter
from pathlib import Path

from kiosk.words.checking import check

HOUSE = Path(__file__).parent.parent


def main() -> int:
    findings = check(HOUSE / "kiosk", HOUSE / "assets" / "words")
    for finding in findings:
        print(finding)
    kinds = Counter(f"{finding.language or 'source'} {finding.kind}" for finding in findings)
    print(", ".join(f"{kind}: {count}" for kind, count in kinds.items()) or "Words are complete.")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
