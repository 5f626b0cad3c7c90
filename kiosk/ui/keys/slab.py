"""The one painter of everything that can be touched: a face with a lip along its foot."""

from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kiosk.ui.look.style import Style

_RING_DISTANCE = 4  # px between a face and its focus ring


class Kind(Enum):
    """What a key is for, which is how its face looks."""

    KEY = auto()
    PRIMARY = auto()  # the one action of a screen
    ENTER = auto()
    DANGER = auto()  # cancelling and refusing
    DARK = auto()  # the way out
    SOFT = auto()  # the index of a board
    FUNCTION = auto()  # works on the board, types nothing
    ERASE = auto()


@dataclass(frozen=True, slots=True)
class Face:
    """How one slab looks now; `ink` is for the words and icons on it, `ink2` for second lines."""

    fill: QColor
    edge: QColor
    lip_colour: QColor
    ink: QColor
    ink2: QColor
    stroke: int
    lip: int
    radius: int
    dashes: tuple[int, int] | None = None
    is_pressed: bool = False


def face(
    style: Style,
    kind: Kind = Kind.KEY,
    *,
    is_selected: bool = False,
    is_pressed: bool = False,
    is_off: bool = False,
    radius: str = "key",
    lip: str = "touchable_lip",
) -> Face:
    """The face of a kind in one of its states."""
    if is_off:
        made = _off(style)
    elif is_selected:
        made = _filled(style, "accent", "accentInk", "accentEdge")
    else:
        made = _at_rest(style, kind)
    if is_pressed and not is_off:
        made = _pressed(style, kind, made, is_selected=is_selected)
    return replace(made, radius=style.radius(radius), lip=0 if is_off else style.lip(lip))


def paint_slab(painter: QPainter, rect: QRectF, face: Face) -> QRectF:
    """Draw lip and face, and give the box for what stands on the face."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = face.lip if face.is_pressed else 0
    body = rect.adjusted(0, top, 0, top - face.lip)
    if face.lip and not face.is_pressed:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(face.lip_colour)
        painter.drawRoundedRect(
            rect.adjusted(0, rect.height() / 2 - face.radius, 0, 0), face.radius, face.radius
        )
    pen = QPen(face.edge, face.stroke)
    if face.dashes is not None:
        pen.setDashPattern([part / face.stroke for part in face.dashes])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    half = face.stroke / 2
    painter.setPen(pen)
    painter.setBrush(face.fill)
    painter.drawRoundedRect(
        body.adjusted(half, half, -half, -half), face.radius - half, face.radius - half
    )
    return body.adjusted(face.stroke, face.stroke, -face.stroke, -face.stroke)


def paint_ring(painter: QPainter, rect: QRectF, style: Style, radius: str = "key") -> None:
    """The focus ring around a slab; it stands ring_room() outside of it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = style.stroke("focus")
    out = _RING_DISTANCE + stroke / 2
    painter.setPen(QPen(style.colour("focus"), stroke))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    round_by = style.radius(radius) + out
    painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), round_by, round_by)


def ring_room(style: Style) -> int:
    """How far the focus ring reaches beyond a slab."""
    return _RING_DISTANCE + style.stroke("focus")


def _at_rest(style: Style, kind: Kind) -> Face:
    match kind:
        case Kind.PRIMARY:
            return _filled(style, "accent", "accentInk", "accentEdge")
        case Kind.ENTER:
            return _filled(style, "ok", "page", "ink")
        case Kind.DARK:
            return _filled(style, "ink", "page", "edge")
        case Kind.DANGER:
            return _outlined(style, "surface", "stop", "stop", "stop")
        case Kind.ERASE:
            return _outlined(style, "waitSoft", "wait", "wait", "wait")
        case Kind.SOFT:
            return _outlined(style, "accentSoft", "edge_soft", "edge", "ink")
        case Kind.FUNCTION:
            return _outlined(style, "sunken", "edge_soft", "edge", "ink")
        case Kind.KEY:
            return _outlined(style, "surface", "edge_soft", "edge", "ink")


def _outlined(style: Style, fill: str, edge: str, lip: str, ink: str) -> Face:
    second = "ink2" if ink == "ink" else ink
    return Face(
        fill=style.colour(fill),
        edge=style.colour(edge),
        lip_colour=style.colour(lip),
        ink=style.colour(ink),
        ink2=style.colour(second),
        stroke=style.stroke("key"),
        lip=0,
        radius=0,
    )


def _filled(style: Style, fill: str, ink: str, lip: str) -> Face:
    return _outlined(style, fill, fill, lip, ink)


def _off(style: Style) -> Face:
    made = _outlined(style, "offSoft", "edge", "edge", "off")
    return replace(made, dashes=style.dashes)


def _pressed(style: Style, kind: Kind, made: Face, *, is_selected: bool) -> Face:
    """What is filled with a colour keeps it, the others take a soft one."""
    if is_selected or kind in (Kind.PRIMARY, Kind.ENTER, Kind.DARK):
        return replace(made, is_pressed=True)
    fill, edge = ("stopSoft", "stop") if kind is Kind.DANGER else ("accentSoft", "accent")
    if kind is Kind.ERASE:
        fill, edge = "waitSoft", "wait"
    return replace(made, fill=style.colour(fill), edge=style.colour(edge), is_pressed=True)
