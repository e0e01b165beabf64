"""Tables that sum up what the file's other tables say: evidence like any total, and not loaded."""

from collections.abc import Sequence

import pandas as pd

from edusandbox.schemas.catalogue import FORMS, field_types
from edusandbox.schemas.codes import grades_by_total
from edusandbox.transforms.grid import Grid
from edusandbox.transforms.recognise import Match
from edusandbox.transforms.sheet_frame import build_sheet_frame, family_field
from edusandbox.transforms.tables import Table, read_table

_WHOSE = {"school_code", "school_name"}


def sums_up(grid: Grid, match: Match, details: Sequence[pd.DataFrame]) -> bool:
    """Whether a table that names no schools has for each grade the sums of those that do.

    Args:
        grid: The sheet.
        match: Its heading, which fits a layout but for the school's code and name.
        details: Sheet frames of the file's tables of the same form.
    """
    if not details or match.misspelt or match.repeated or not _lacks_only_schools(match):
        return False
    everything = pd.concat(details, ignore_index=True)
    table = read_table(grid, match)
    return any(_agrees(each, everything) for each in (table, table.with_unlabelled_row_as_data()))


def _lacks_only_schools(match: Match) -> bool:
    names = {each.name for each in match.layout.sheet_fields if each.field in _WHOSE}
    names |= {
        meaning.header
        for meanings in match.layout.meanings.values()
        for meaning in meanings
        if meaning.field in _WHOSE
    }
    return bool(match.absent) and set(match.absent) <= names


def _agrees(table: Table, details: pd.DataFrame) -> bool:
    form = FORMS[table.match.layout.form]
    types = field_types(form.code)
    frame = build_sheet_frame(table, table.data_rows, types).frame
    code_field = family_field(table) or next((each for each in types.codes if each in frame.columns), "")
    if frame.empty or not code_field or code_field not in details.columns:
        return False
    both = (frame, details)
    counts = [field for field in form.counts if all((each[f"{field}_column"] > 0).all() for each in both)]
    own, expected = (
        each[~each[code_field].isin(grades_by_total())].groupby(code_field)[counts].sum() for each in both
    )
    return bool(counts) and bool(own.to_numpy().any()) and own.equals(expected.reindex(own.index))
