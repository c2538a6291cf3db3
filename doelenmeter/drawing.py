"""Draws levels against time as SVG: rows with words on the left, marks and lines on the right.

Made for a phone: 360 pixels wide, letters of 12, and a shape for everybody beside a colour.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from html import escape

WIDTH = 360
EDGE = 8
AXIS = 138
"""Where the words on the left end."""
FROM, UNTIL = AXIS + 14, WIDTH - 14
"""Where time begins and ends."""

SIZE, LINE = 12, 15
"""Height of letters and of a line of text."""
LETTER = 6.4
"""Mean width of a letter; a line that comes out longer is squeezed to fit."""

COLOURS = ("#0b5fa5", "#b3430b", "#5b2a86")
"""One for each shape; all stand out against white, also for who sees no colours."""
INK, FAINT, GOAL = "#1a1a1a", "#c9c9c9", "#e4f3e4"

MANY = 40
"""From this many marks on they are drawn smaller."""


@dataclass(frozen=True, slots=True)
class Row:
    """One level, the best first. A note makes it stand out."""

    number: int
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One score: a shape in a row at a moment, and what it says when touched."""

    at: datetime
    row: int
    shape: int
    label: str


@dataclass(frozen=True, slots=True)
class Flag:
    """A line through all rows at a moment."""

    at: datetime
    label: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A row on the page."""

    row: Row
    top: float
    height: float
    lines: Sequence[str]

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


def svg(
    *,
    title: str,
    description: str,
    rows: Sequence[Row],
    marks: Sequence[Mark],
    flags: Sequence[Flag],
    legend: Sequence[tuple[int, str]],
    flag_legend: str,
    nothing: str,
    write_day: Callable[[datetime], str],
) -> str:
    """Draw rows, marks and flags. ``legend`` names the shapes; ``nothing`` is said without marks.

    Every mark carries its row and moment, so that a reader or a test can tell what it shows.
    """
    head = _wrap(title, WIDTH - 2 * EDGE, LETTER * 1.15)
    top = EDGE + LINE * len(head) + 10
    places = _places(rows, top)
    bottom = places[-1].top + places[-1].height
    across = _across([*(mark.at for mark in marks), *(flag.at for flag in flags)])
    parts = [
        *_lines(head, EDGE, EDGE + SIZE, weight="bold"),
        *(part for place in places for part in _row(place)),
        *(part for flag in flags for part in _flag(flag, across(flag.at), top, bottom)),
        *_ways(marks, across, places),
        *(_mark(mark, across, places, small=len(marks) > MANY) for mark in marks),
        *_days([mark.at for mark in marks], bottom + LINE, write_day),
    ]
    below = bottom + LINE
    if not marks:
        parts += _lines([nothing], EDGE, below)
    for shape, name in legend:
        below += LINE + 4
        parts += [_shape(shape, EDGE + 8, below - 4, 3), *_lines([name], EDGE + 22, below)]
    if flags:
        below += LINE + 4
        parts += [_pennant(EDGE + 8, below - 8), *_lines([flag_legend], EDGE + 22, below)]
    height = round(below + EDGE + 4)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{WIDTH}" '
            f'height="{height}" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
            f'font-size="{SIZE}" fill="{INK}">',
            f"<title>{_safe(title)}</title>",
            f"<desc>{_safe(description)}</desc>",
            f'<rect width="{WIDTH}" height="{height}" fill="white"/>',
            *parts,
            "</svg>",
        ]
    )


def _places(rows: Sequence[Row], top: float) -> list[_Place]:
    """Lay the rows below each other, each as high as its words."""
    places = []
    for row in rows:
        lines = _wrap(row.text, AXIS - EDGE - 4, LETTER)
        height = max(34, LINE * (len(lines) + bool(row.note)) + 10)
        places.append(_Place(row, top, height, lines))
        top += height
    return places


def _across(moments: Sequence[datetime]) -> Callable[[datetime], float]:
    """Give how far to the right a moment stands; a single one stands in the middle."""
    first, last = min(moments, default=None), max(moments, default=None)
    if first is None or last is None or first == last:
        return lambda _at: (FROM + UNTIL) / 2
    return lambda at: FROM + (UNTIL - FROM) * ((at - first) / (last - first))


def _row(place: _Place) -> Iterator[str]:
    fill = GOAL if place.row.note else "none"
    yield (
        f'<rect class="row" data-level="{place.row.number}" x="0" y="{place.top:g}" '
        f'width="{WIDTH}" height="{place.height:g}" fill="{fill}" stroke="{FAINT}"/>'
    )
    high = LINE * (len(place.lines) + bool(place.row.note))
    first = place.middle - high / 2 + SIZE
    yield from _lines(place.lines, EDGE, first, until=AXIS)
    if place.row.note:
        yield from _lines([place.row.note], EDGE, first + LINE * len(place.lines), weight="bold")


def _lines(
    lines: Sequence[str], x: float, y: float, *, until: float = WIDTH, weight: str = "normal"
) -> Iterator[str]:
    room = until - x - 4
    for number, line in enumerate(lines):
        too_long = len(line) * LETTER > room
        squeeze = f' textLength="{room:g}" lengthAdjust="spacingAndGlyphs"' if too_long else ""
        yield (
            f'<text x="{x:g}" y="{y + number * LINE:g}" font-weight="{weight}"{squeeze}>'
            f"{_safe(line)}</text>"
        )


def _wrap(text: str, room: float, letter: float) -> list[str]:
    """Cut a text into lines between words; a word that is too long has a line of its own."""
    lines: list[str] = []
    for word in text.split():
        if lines and (len(lines[-1]) + 1 + len(word)) * letter <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines or [""]


def _flag(flag: Flag, x: float, top: float, bottom: float) -> Iterator[str]:
    yield (
        f'<g class="flag" data-at="{flag.at.isoformat()}"><title>{_safe(flag.label)}</title>'
        f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top:g}" y2="{bottom:g}" stroke="{INK}" '
        f'stroke-dasharray="3 3"/>{_pennant(x, top - 7)}</g>'
    )


def _pennant(x: float, y: float) -> str:
    return f'<path d="M{x - 5:.1f} {y:g}h10l-5 8z" fill="{INK}"/>'


def _ways(
    marks: Sequence[Mark], across: Callable[[datetime], float], places: Sequence[_Place]
) -> Iterator[str]:
    """Join the marks of one shape, in order of time."""
    middle = {place.row.number: place.middle for place in places}
    for shape, colour in enumerate(COLOURS):
        points = [
            f"{across(mark.at):.1f},{middle[mark.row]:g}" for mark in marks if mark.shape == shape
        ]
        if len(points) > 1:
            yield (
                f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" '
                f'stroke-width="1.5" stroke-opacity="0.6"/>'
            )


def _mark(
    mark: Mark, across: Callable[[datetime], float], places: Sequence[_Place], *, small: bool
) -> str:
    y = next(place.middle for place in places if place.row.number == mark.row)
    return (
        f'<g class="mark" data-level="{mark.row}" data-shape="{mark.shape}" '
        f'data-at="{mark.at.isoformat()}"><title>{_safe(mark.label)}</title>'
        f"{_shape(mark.shape, across(mark.at), y, 3 if small else 5)}</g>"
    )


def _shape(shape: int, x: float, y: float, size: float) -> str:
    """Draw a full dot, an open square around it or an open triangle: all show when they meet."""
    colour = COLOURS[shape]
    if shape == 0:
        return f'<circle cx="{x:.1f}" cy="{y:g}" r="{size}" fill="{colour}"/>'
    half = size + 2.5 * shape
    path = (
        f"M{x - half:.1f} {y - half:.1f}h{2 * half:g}v{2 * half:g}h{-2 * half:g}z"
        if shape == 1
        else f"M{x:.1f} {y - half:.1f}l{half:g} {2 * half:g}h{-2 * half:g}z"
    )
    return f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'


def _days(
    moments: Sequence[datetime], y: float, write_day: Callable[[datetime], str]
) -> Iterator[str]:
    """Write the first and the last day below the rows."""
    days = list(dict.fromkeys(write_day(at) for at in (*moments[:1], *moments[-1:])))
    ends = ((FROM - 10, "start"), (UNTIL + 10, "end"))
    places = ends if len(days) == 2 else (((FROM + UNTIL) / 2, "middle"),)
    for day, (x, anchor) in zip(days, places, strict=False):
        yield f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}">{_safe(day)}</text>'


def _safe(text: str) -> str:
    """Make a text safe inside XML, where control characters cannot stand at all."""
    return escape("".join(c if c.isprintable() or c == "\n" else " " for c in text))
