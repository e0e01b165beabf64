"""Frames as tables of the console and as JSON."""

from decimal import Decimal
from typing import Any

import pandas as pd
from rich import box
from rich.console import Console
from rich.measure import Measurement
from rich.table import Table

_WIDEST = 1_000


def frame_table(frame: pd.DataFrame) -> Table:
    """A table of a frame's columns and rows; what is missing is a dash."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    for name in frame.columns:
        values = frame[name].dropna()
        is_number = bool(len(values)) and all(isinstance(value, int | float | Decimal) for value in values)
        table.add_column(str(name), justify="right" if is_number else "left", no_wrap=True)
    for row in frame.itertuples(index=False):
        table.add_row(*(_text(value) for value in row))
    return table


def show_frame(frame: pd.DataFrame, console: Console) -> None:
    """Shows a frame with a line a row, however narrow the terminal: rows that break cannot be compared."""
    table = frame_table(frame)
    narrow = console.width
    # What a print is told of its width, rich cuts to the console's own.
    console.width = max(
        narrow, Measurement.get(console, console.options.update(width=_WIDEST), table).maximum
    )
    try:
        console.print(table, crop=False)
    finally:
        console.width = narrow


def show_first(frame: pd.DataFrame, row_count: int, console: Console) -> None:
    """Shows the first rows of a frame and says how many more there are."""
    if row_count:
        show_frame(frame.head(row_count), console)
    if len(frame) > row_count:
        console.print(f"… and {len(frame) - row_count:,} more; --json has all")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """A frame's rows as JSON-ready objects; what is missing is null, a moment or day is ISO text."""
    return [
        {str(name): _plain(value) for name, value in zip(frame.columns, row, strict=True)}
        for row in frame.itertuples(index=False, name=None)
    ]


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a frame
    if pd.isna(value):
        return None
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return value.item() if hasattr(value, "item") else value


def _text(value: Any) -> str:  # noqa: ANN401 - any value of a frame
    if isinstance(value, Decimal):
        return f"{value:,.2f}"
    plain = _plain(value)
    if plain is None:
        return "–"
    return f"{plain:,}" if isinstance(plain, int) and not isinstance(plain, bool) else str(plain)
