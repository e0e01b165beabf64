"""What a comparison shows: schools that came and went, sums that changed, then every figure."""

from typing import Any

import pandas as pd
from rich.console import Console

from edusandbox.reports.frames import records, show_first, show_frame
from edusandbox.warehouse.history.comparison import Comparison

_MAY_BE_EMPTY = frozenset({"part_code", "school_code", "school_name_th"})


def render_comparison(found: Comparison, console: Console, *, row_count: int) -> None:
    """Shows what differs.

    Args:
        found: The comparison.
        console: Where.
        row_count: How many schools and figures to list.
    """
    if found.is_equal:
        console.print("Nothing differs.")
        return
    is_school = found.schools["school_id"].notna()
    if is_school.any() or found.figures["school_id"].notna().any():
        console.print(f"Schools: {_changes(found.schools[is_school])}", style="bold", highlight=False)
    if not is_school.all():
        shown = _changes(found.schools[~is_school])
        console.print(f"Returns about agencies: {shown}", style="bold", highlight=False)
    if len(found.schools):
        columns = ["change", "period_code", "form_code", "part_code"]
        columns += ["agency_code", "school_code", "school_name_th"]
        show_first(_without_empty(found.schools[columns]), row_count, console)
    if len(found.totals):
        console.print("Sums of what changed", style="bold")
        show_frame(_without_empty(found.totals), console)
    console.print(f"Figures: {len(found.figures):,} changed", style="bold", highlight=False)
    last = ["before", "after"]
    columns = [str(each) for each in found.figures if each not in {"province_code", "school_id", *last}]
    show_first(_without_empty(found.figures[[*columns, *last]]), row_count, console)


def _changes(rows: pd.DataFrame) -> str:
    new, gone = ((rows["change"] == each).sum() for each in ("new", "gone"))
    return f"{new:,} new, {gone:,} gone"


def _without_empty(frame: pd.DataFrame) -> pd.DataFrame:
    """Most forms have no parts, and facts about agencies no schools: columns of them would be empty."""
    is_empty = {
        name: frame[name].isna().all() or (frame[name] == "").all()
        for name in _MAY_BE_EMPTY.intersection(frame.columns)
    }
    return frame.drop(columns=[name for name, empty in is_empty.items() if empty])


def comparison_as_json(found: Comparison) -> dict[str, Any]:
    """The attributes of `Comparison`, for programs."""
    return {
        "schools": records(found.schools),
        "totals": records(found.totals),
        "figures": records(found.figures),
    }
