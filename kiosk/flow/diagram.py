"""Draws the chart as a Mermaid state diagram, for docs/flow.md."""

from kiosk.flow.step import Chart, Go, Group, Place


def draw(chart: Chart) -> str:
    """The whole chart; the ways that a group shares are drawn once, from the group."""
    lines = ["stateDiagram-v2", f"    [*] --> {chart.start.name}"]
    lines += _draw_group(chart.root, "    ")
    return "\n".join(lines) + "\n"


def _draw_group(group: Group, indent: str) -> list[str]:
    lines = [f"{indent}state {_group_id(group)} {{"]
    for part in group.places:
        if isinstance(part, Group):
            lines += _draw_group(part, indent + "    ")
        else:
            lines += _draw_place(part, indent + "    ")
    lines.append(f"{indent}}}")
    lines += [_draw_way(_group_id(group), way, indent) for way in group.ways if _leads(way)]
    return lines


def _group_id(group: Group) -> str:
    return f"group_{group.name}"


def _draw_place(place: Place, indent: str) -> list[str]:
    does = f" / {place.does.__name__}" if place.does else ""
    lines = [f"{indent}{place.name}: {place.name} [{place.shows.value}{does}]"]
    return lines + [_draw_way(place.name, way, indent) for way in place.ways if _leads(way)]


def _leads(way: Go) -> bool:
    return way.to is not None


def _draw_way(start: str, way: Go, indent: str) -> str:
    return f"{indent}{start} --> {way.to}: {describe(way)}"


def describe(way: Go) -> str:
    """What opens a way, in one line: event, reason, condition, deed."""
    because = way.because if isinstance(way.because, tuple) else (way.because,)
    reasons = ", ".join(reason.__name__ for reason in because if reason is not None)
    parts = [
        way.on.__name__,
        f"({reasons})" if reasons else "",
        f"when {way.when.__name__}" if way.when else "",
        f"/ {way.does.__name__}" if way.does else "",
    ]
    return " ".join(part for part in parts if part)


def table(chart: Chart) -> str:
    """Every place with its own ways, also those on which the patron stays."""
    rows = ["| place | shows | works | hears |", "|---|---|---|---|"]
    for place in chart.places:
        does = place.does.__name__ if place.does else ""
        ways = "; ".join(f"{describe(way)} → {_target(way)}" for way in place.ways)
        rows.append(f"| {place.name} | {place.shows.value} | {does} | {ways} |")
    return "\n".join(rows) + "\n"


def _target(way: Go) -> str:
    if way.is_back:
        return "back"
    return way.to or "stays"
