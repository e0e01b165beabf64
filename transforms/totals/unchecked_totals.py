"""Totals whose formula has no value: they prove nothing, and say nothing against their parts."""

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np

from schemas.issues import Finding, Place
from transforms.cells.counts import CellKind
from transforms.rows.sheet_frame import SheetFrame
from transforms.rows.tables import Table

_FORMULA, _UNCHECKED = "VA014", "VA023"


def tell_unchecked(
    findings: Sequence[Finding],
    table: Table,
    total_rows: Collection[int],
    total_codes: Collection[str],
    total_fields: Collection[str],
) -> list[Finding]:
    """Takes totals out of the cells that set their row aside because their formula has no value.

    Args:
        findings: What is said of the table.
        table: The table.
        total_rows: Sheet rows of data that name a total over codes.
        total_codes: Codes of totals over grades.
        total_fields: Count fields that are the sum of others.

    Returns:
        The findings; in place of `VA014` at totals one `VA023` for each column.
    """
    columns = {
        column.number
        for column in table.columns
        if column.meaning.code in total_codes or column.meaning.field in total_fields
    }
    kept: list[Finding] = []
    unchecked: dict[int | None, list[Place]] = {}
    for finding in findings:
        place = finding.place
        if finding.code == _FORMULA and (place.column in columns or place.row in total_rows):
            unchecked.setdefault(place.column, []).append(place)
        else:
            kept.append(finding)
    return kept + [Finding(_UNCHECKED, places[0], count=len(places)) for places in unchecked.values()]


def unchecked_rows(totals: SheetFrame, counts: Sequence[str]) -> list[Finding]:
    """Says of each totals row how many of its formulas have no value.

    Args:
        totals: The table's totals rows, parsed like data.
        counts: Count fields.

    Returns:
        `VA023` for each row that has any.
    """
    rows = totals.frame["source_row"].to_numpy()
    kinds = totals.frame[[f"{field}_kind" for field in counts]].to_numpy()
    formulas = Counter(rows[np.nonzero(kinds == CellKind.FORMULA)[0]].tolist())
    return [
        Finding(_UNCHECKED, totals.table.place(row, None), count=count) for row, count in formulas.items()
    ]
