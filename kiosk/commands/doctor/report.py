"""The doctor's findings, as a table or as JSON."""

import json
from collections.abc import Sequence

from kiosk.commands.doctor.finding import Finding, State, is_well

_SIGNS = {State.OK: "○", State.ATTENTION: "△", State.MISSING: "×"}


def tell(findings: Sequence[Finding], *, as_json: bool) -> int:
    """Print them; the exit status: 0 where all is well, 1 where something is to be done."""
    print(_json(findings) if as_json else _table(findings))
    return 0 if is_well(findings) else 1


def _json(findings: Sequence[Finding]) -> str:
    told = {"is_well": is_well(findings), "findings": [each.as_table() for each in findings]}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _table(findings: Sequence[Finding]) -> str:
    lines: list[str] = []
    for finding in findings:
        lines.append(f"{_SIGNS[finding.state]} {finding.about:<12} {finding.says}")
        if finding.state is not State.OK:
            lines.append(f"  {finding.state}: {finding.do}")
    return "\n".join(lines)
