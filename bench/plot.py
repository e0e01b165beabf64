"""A bar chart of the results as SVG, without a library: seconds, logarithmic; a panel a work and database."""

import math
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from bench.results import DATABASES

_PANEL_WIDTH = 610
_NAME_WIDTH = 280
_VALUE_WIDTH = 60
_BAR_HEIGHT = 16
_LINE_HEIGHT = 22
_HEAD_HEIGHT = 34
_MARGIN = 16
_COLOURS = {"core": "#1f6f8b", "core_marked": "#6fa9bd", "floor": "#8a8a8a", "straight": "#c98a1b"}
_OTHER_COLOUR = "#b9c4cc"


def plot(results: Mapping[str, Any]) -> str:
    """Draws the medians.

    Args:
        results: What `bench.compare` has written.

    Returns:
        An SVG document; panels of one work stand side by side.
    """
    databases = list(results["databases"])
    panels = []
    top = _MARGIN
    for work in results["works"]:
        found = [
            [
                each
                for each in results["results"]
                if (each["work"], each["database"]) == (work, database) and each["runs"]
            ]
            for database in databases
        ]
        longest = max((each["seconds"]["median"] for rows in found for each in rows), default=1.0)
        least = min((each["seconds"]["median"] for rows in found for each in rows), default=0.1)
        for position, (database, rows) in enumerate(zip(databases, found, strict=True)):
            left = _MARGIN + position * (_PANEL_WIDTH + _MARGIN)
            title = f"{work}, {DATABASES[database]}"
            panels.append(_panel(title, rows, (left, top), (least, longest)))
        top += _HEAD_HEIGHT + max((len(rows) for rows in found), default=0) * _LINE_HEIGHT + _MARGIN
    width = _MARGIN + len(databases) * (_PANEL_WIDTH + _MARGIN)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{top}"'
        f' viewBox="0 0 {width} {top}" font-family="sans-serif" font-size="12">'
        f'<rect width="{width}" height="{top}" fill="#ffffff"/>{"".join(panels)}</svg>\n'
    )


def _panel(
    title: str, rows: Sequence[Mapping[str, Any]], corner: tuple[int, int], span: tuple[float, float]
) -> str:
    left, top = corner
    parts = [
        _text(left, top + 16, title, 'font-weight="bold" font-size="14"'),
        _text(left + _PANEL_WIDTH, top + 16, "seconds, logarithmic", 'text-anchor="end" fill="#666666"'),
    ]
    room = _PANEL_WIDTH - _NAME_WIDTH - _VALUE_WIDTH
    for line, row in enumerate(sorted(rows, key=lambda each: each["seconds"]["median"])):
        y = top + _HEAD_HEIGHT + line * _LINE_HEIGHT
        seconds = row["seconds"]["median"]
        length = max(2.0, room * _share(seconds, span))
        colour = _COLOURS.get(row["peer"], _OTHER_COLOUR)
        x = left + _NAME_WIDTH
        weight = 'text-anchor="end"' + (' font-weight="bold"' if row["peer"] == "core" else "")
        parts += [
            _text(x - 8, y + 12, row["name"], weight),
            f'<rect x="{x}" y="{y}" width="{length:.1f}" height="{_BAR_HEIGHT}" fill="{colour}"/>',
            _text(round(x + length + 6), y + 12, f"{seconds:.2f}", ""),
        ]
    return "".join(parts)


def _share(seconds: float, span: tuple[float, float]) -> float:
    """How far along the scale a value lies; the scale begins at half of the least."""
    low, high = math.log(span[0] / 2), math.log(span[1])
    return (math.log(seconds) - low) / (high - low)


def _text(x: int, y: int, text: str, attributes: str) -> str:
    return f'<text x="{x}" y="{y}" {attributes}>{escape(text)}</text>'
