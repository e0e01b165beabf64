"""What a trace shows: the figure, the files behind it with their bytes, the cells."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rich.console import Console

from edusandbox.form_parts import form_and_part
from edusandbox.reports.dates import short_date
from edusandbox.reports.frames import records, show_first
from edusandbox.warehouse.history.trace import Trace

_PROVENANCE = ("layout_code", "rules_version", "config_hash", "code_version", "flow_run_id")


def render_trace(
    trace: Trace, places: Mapping[str, str | None], console: Console, *, cell_count: int
) -> None:
    """Shows where a figure comes from.

    Args:
        trace: The figure, its files and its cells.
        places: Where the bytes of each file are, by SHA-256; None where they are no longer kept.
        console: Where.
        cell_count: How many cells to list.
    """
    value = "no figure" if trace.value is None else trace.value
    shown = f"{value:,}" if isinstance(value, int | Decimal) else value
    console.print(f"{trace.mart}.{trace.figure}: {shown}", style="bold", highlight=False)
    for file in records(trace.files):
        form = form_and_part(file["form_code"], file["part_code"])
        version = f"{form} {file['period_code']}, version {file['version']} ({file['status']})"
        lines = (
            f"\n{file['agency_name_th']}, {version}",
            f"  file     {file['path']}, received {short_date(file['received_at'])}",
            f"  sha256   {file['sha256']}",
            f"  bytes    {places.get(file['sha256']) or 'no longer in the landing store'}",
            *(f"  {name}  {file[name]}" for name in _PROVENANCE if file[name] is not None),
            f"  cells    {file['cell_count']:,}",
        )
        for line in lines:
            console.print(line, soft_wrap=True, highlight=False, markup=False)
    if not trace.cells.empty:
        shown_cells = trace.cells.drop(columns=["submission_id", "source_row"])
        show_first(shown_cells, cell_count, console)


def trace_as_json(trace: Trace, places: Mapping[str, str | None]) -> dict[str, Any]:
    """The attributes of `Trace`, for programs; a file has `landing_place` besides."""
    files = [{**each, "landing_place": places.get(each["sha256"])} for each in records(trace.files)]
    return {
        "mart": trace.mart,
        "figure": trace.figure,
        "value": float(trace.value) if isinstance(trace.value, Decimal) else trace.value,
        "row_count": trace.row_count,
        "files": files,
        "cells": records(trace.cells),
    }
