"""Tables that sum up what the file's other tables say: evidence like any total, and not loaded."""

from collections.abc import Collection, Sequence

import pandas as pd

from edusandbox.checking.table_totals import code_field_of, totals_of
from schemas.catalogue import FORMS, field_types
from transforms.grid import Grid
from transforms.headings.recognise import Match
from transforms.rows.sheet_frame import build_sheet_frame
from transforms.rows.tables import Table, read_table

_WHOSE = {"school_code", "school_name"}
_PARTS = {"sex_code"}
_FEWEST_SCHOOLS = 2
"""A table with one row a grade sums up one school as well."""


def sums_up(grid: Grid, match: Match, details: Sequence[pd.DataFrame]) -> bool:
    """Whether a table without codes of schools says again what those that have them say.

    So does a sheet of both sexes together beside one for boys and one for girls.

    One that names schools must name the same ones and say the same of each: a second list of schools may by
    chance add up to the first. One that names none, by grade or by district, must have for each grade the
    sums of all schools, in fewer rows than there are schools.

    Args:
        grid: The sheet.
        match: Its heading, which fits a layout but for the school's code and name.
        details: Sheet frames of the file's tables of the same form.
    """
    if not details or match.misspelt or match.repeated:
        return False
    everything = pd.concat(details, ignore_index=True)
    table = read_table(grid, match)
    if _lacks_only(match, _PARTS):
        return _adds_parts_up(table, everything)
    if not _lacks_only(match, _WHOSE):
        return False
    return any(_agrees(each, everything) for each in (table, table.with_unlabelled_row_as_data()))


def _adds_parts_up(table: Table, details: pd.DataFrame) -> bool:
    """Whether each figure of a table is the sum of all parts of a total, row by row: boys and girls."""
    form = FORMS[table.match.layout.form]
    frame = build_sheet_frame(table, table.data_rows, field_types(form.code)).frame
    keys = list(form.row_key)
    own_fields = [field for field in form.counts if (frame.get(f"{field}_column", pd.Series()) > 0).any()]
    parts = next((parts for parts in form.made_of.values() if {*own_fields} <= {*parts}), ())
    if len(own_fields) != 1 or not {*keys, *parts} <= {*details.columns} or not {*keys} <= {*frame.columns}:
        return False
    expected = details.groupby(keys)[list(parts)].sum(min_count=1).sum(axis=1, skipna=False)
    own = frame.groupby(keys)[own_fields[0]].sum()
    return bool(len(own)) and own.astype(float).equals(expected.reindex(own.index).astype(float))


def _lacks_only(match: Match, fields: Collection[str]) -> bool:
    names = {each.name for each in match.layout.sheet_fields if each.field in fields}
    names |= {
        meaning.header
        for meanings in match.layout.meanings.values()
        for meaning in meanings
        if meaning.field in fields
    }
    return bool(match.absent) and set(match.absent) <= names


def _agrees(table: Table, details: pd.DataFrame) -> bool:
    form = FORMS[table.match.layout.form]
    sheet = build_sheet_frame(table, table.data_rows, field_types(form.code))
    frame, code_field = sheet.frame, code_field_of(form, sheet)
    if frame.empty or not code_field or code_field not in details.columns:
        return False
    over = totals_of(form, table, frame[code_field])
    both = tuple(frame[~frame[code_field].isin(over)] for frame in (frame, details))
    counts = [field for field in form.counts if all((each[f"{field}_column"] > 0).all() for each in both)]
    own, everything = both
    # A sheet with everything may stand beside its parts.
    whose = [name for name in sorted(_WHOSE) if name in everything.columns]
    everything = everything.drop_duplicates([*whose, code_field, *counts])
    if not counts or not own[counts].to_numpy().any():
        return False
    names = [
        name for name in ("school_code", "school_name") if name in own.columns and own[name].notna().any()
    ]
    if names:
        return _says_the_same(own, everything, [*names, code_field], counts)
    is_shorter = bool(
        (own[code_field].value_counts() < max(_school_count(everything), _FEWEST_SCHOOLS)).all()
    )
    sums, expected = (each.groupby(code_field)[counts].sum() for each in (own, everything))
    return is_shorter and sums.equals(expected.reindex(sums.index))


def _says_the_same(
    own: pd.DataFrame, everything: pd.DataFrame, keys: Sequence[str], counts: Sequence[str]
) -> bool:
    """Whether each row of a table stands in others with the same school, grade and figures."""
    if not set(keys) <= set(everything.columns):
        return False
    rows, known = (pd.MultiIndex.from_frame(each[[*keys, *counts]].astype(str)) for each in (own, everything))
    return bool(own[list(keys)].notna().all(axis=None) and rows.isin(known).all() and rows.is_unique)


def _school_count(details: pd.DataFrame) -> int:
    return int(details["school_code"].nunique())
