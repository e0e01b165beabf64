"""From cells to facts with pandas, for all peers that work on pandas frames.

`long_frame` makes one row a school and grade of wide and tidy tables alike, so that rules are written
once; `facts_of` melts what is left.
"""

from collections.abc import Iterable, Sequence
from math import isnan
from typing import Any

import numpy as np
import pandas as pd
from recipe import COUNTS, THAI_DIGITS, Recipe, Source, period_code

SEXES = (("male_count", "male"), ("female_count", "female"))


def frame_of_rows(source: Source, rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
    """A frame of a file's data rows whose columns are numbered as in the sheet."""
    frame = pd.DataFrame(rows, dtype=object)
    frame.columns = pd.RangeIndex(1, frame.shape[1] + 1)
    return frame[[each.column for each in source.columns]]


def long_frame(recipe: Recipe, sources: Sequence[Source], frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Makes one row a school and grade of files of one shape.

    Args:
        recipe: The work.
        sources: The files.
        frames: Their data rows, columns numbered as in the sheet.

    Returns:
        `file_id`, `source_row`, `agency_code`, `period`, `school_code`, `grade_code`, the four counts
        (float), `is_text` (a count was no number), and the sheet column of three counts.
    """
    shape = sources[0]
    cells = pd.concat(frames, ignore_index=True)
    lengths = [len(each) for each in frames]
    rows = pd.DataFrame(
        {
            "file_id": np.repeat([each.file_id for each in sources], lengths),
            "source_row": np.concatenate([np.arange(each.first_row, each.last_row + 1) for each in sources]),
            "agency_code": np.repeat([str(each.agency) for each in sources], lengths),
            "school_code": _codes(cells[shape.column_of("school_code")]),
        }
    )
    rows["period"] = _periods(sources, cells, lengths)
    if not shape.is_wide:
        grades = cells[shape.column_of("grade_code")].map(recipe.spellings)
        return _with_counts(rows.assign(grade_code=grades), shape, cells, None)
    parts = [
        _with_counts(rows.assign(grade_code=grade), shape, cells, grade).loc[lambda part: ~part["is_blank"]]
        for grade in shape.grades
    ]
    return pd.concat(parts, ignore_index=True)


def _codes(cells: "pd.Series[Any]") -> "pd.Series[Any]":
    texts = cells.map(lambda cell: str(int(cell)) if isinstance(cell, float) and not isnan(cell) else cell)
    return texts.where(texts.notna() & (texts != "")).astype("str")


def _periods(sources: Sequence[Source], cells: pd.DataFrame, lengths: Sequence[int]) -> Any:
    if sources[0].period is not None:
        return np.repeat([each.period for each in sources], lengths)
    pairs = pd.MultiIndex.from_arrays(
        [cells[sources[0].column_of("academic_year")], cells[sources[0].column_of("semester")]]
    )
    codes, distinct = pairs.factorize()
    return np.array([period_code(*pair) for pair in distinct], dtype=object)[codes]


def _with_counts(rows: pd.DataFrame, shape: Source, cells: pd.DataFrame, grade: str | None) -> pd.DataFrame:
    is_text = np.zeros(len(rows), dtype=bool)
    is_blank = np.ones(len(rows), dtype=bool)
    columns: dict[str, Any] = {}
    for field in COUNTS:
        column = shape.column_of(field, grade)
        typed = cells[column]
        numbers, unread, blank = read_counts(typed)
        columns[field] = numbers
        columns[f"{field}_column"] = column
        is_text |= unread
        is_blank &= blank
    return rows.assign(**columns, is_text=is_text, is_blank=is_blank)


def read_counts(typed: "pd.Series[Any]") -> tuple[Any, Any, Any]:
    """Reads a column of counts: numbers (float), which cells are no numbers, which are blank."""
    numbers = pd.to_numeric(typed, errors="coerce").to_numpy(dtype=float, copy=True)
    blank = (typed.isna() | (typed == "")).to_numpy(dtype=bool)
    unread = np.isnan(numbers) & ~blank
    if unread.any():
        texts = typed[unread].astype(str).str.translate(THAI_DIGITS).str.replace(r"[,\s]", "", regex=True)
        numbers[unread] = pd.to_numeric(texts.replace("-", "0"), errors="coerce").to_numpy(dtype=float)
        unread = np.isnan(numbers) & ~blank
    return numbers, unread, blank


def broken_rows(long: pd.DataFrame, broken: Iterable[tuple[str, Any]]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Sets aside the sheet rows that break a rule.

    Args:
        long: As `long_frame` gives it.
        broken: Rule codes, each with the labels of the rows of `long` that break it.

    Returns:
        The rows left, and the `set_aside` rows: `file_id`, `source_row`, `rule`.
    """
    found = [
        long.loc[pd.unique(np.asarray(labels)), ["file_id", "source_row"]].assign(rule=rule)
        for rule, labels in broken
        if len(labels)
    ]
    if not found:
        return long, pd.DataFrame({"file_id": [], "source_row": [], "rule": []})
    aside = pd.concat(found).drop_duplicates()
    keys = long["file_id"].to_numpy() * 10_000_000 + long["source_row"].to_numpy()
    faulty = aside["file_id"].to_numpy() * 10_000_000 + aside["source_row"].to_numpy()
    return long[~np.isin(keys, faulty)], aside.reset_index(drop=True)


def facts_of(kept: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Melts rows without a fault into facts of pupils and of classrooms."""
    identity = kept[["agency_code", "school_code", "grade_code", "period", "file_id", "source_row"]]
    pupils = [
        identity.assign(
            sex_code=sex,
            pupil_count=kept[field].astype("Int32"),
            source_column=kept[f"{field}_column"],
        )
        for field, sex in SEXES
    ]
    rooms = identity.assign(
        classroom_count=kept["classroom_count"].astype("Int32"),
        source_column=kept["classroom_count_column"],
    )
    return pd.concat(pupils, ignore_index=True), rooms


def register_frame(sources: Sequence[Source], frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The schools that registers name: `agency_code`, `school_code`, `school_name`."""
    parts = []
    for source, cells in zip(sources, frames, strict=True):
        agency_column = source.column_of("agency_code")
        agencies = str(source.agency) if agency_column is None else cells[agency_column].astype("str")
        parts.append(
            pd.DataFrame(
                {
                    "agency_code": agencies,
                    "school_code": _codes(cells[source.column_of("school_code")]),
                    "school_name": cells[source.column_of("school_name")].astype("str"),
                }
            )
        )
    empty = pd.DataFrame({"agency_code": [], "school_code": [], "school_name": []}, dtype="str")
    return pd.concat(parts, ignore_index=True) if parts else empty
