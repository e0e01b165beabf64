"""From a Sheet frame to facts: one row an entity and key with all its values side by side.

Rows that complete each other (boys in one sheet, girls in another) become one fact. A fact has the place of
its first row; where a value comes from another row, that is kept beside it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from schemas.fact_rows import MARKS, NO_SUCH_CELL, PLACE, SUBMISSION_NUMBER, FactRows
from schemas.fields import Count, Field, Figure
from transforms.cells.counts import CellKind
from transforms.facts.fact_columns import fact_column, missing_column


def gather_facts(
    sheet: pd.DataFrame, key: Sequence[str], fields: Sequence[Field], marks: Mapping[str, str]
) -> FactRows:
    """Puts the values of each entity and key side by side.

    Args:
        sheet: Rows of a Sheet frame: `source_sheet_number`, `source_row`, the key's columns, for each field
            `<field>`, `<field>_kind` and `<field>_column`; `submission_number` where there is more than one.
        key: Columns that tell facts apart within a submission, none of them missing.
        fields: The fields whose values the facts hold, of whatever kind.
        marks: For fields that have a mark beside them, the column of the mark (`taker_mark_code`).

    Returns:
        Facts with the place, the key's columns and for each field its value, of its kind's column type and
        missing where there is none, and its mark (categorical, missing where the value stands as reported).
    """
    whole_key = [SUBMISSION_NUMBER, *key] if SUBMISSION_NUMBER in sheet.columns else list(key)
    is_first = ~sheet.duplicated(whole_key).to_numpy()
    if is_first.all():
        sources = {field.name: np.arange(len(sheet)) for field in fields}
    else:
        sources = _sources(sheet, whole_key, fields, is_first)
    facts: dict[str, Any] = {name: sheet[name].to_numpy()[is_first] for name in PLACE}
    facts |= {name: sheet[name].array[is_first] for name in key}
    columns: dict[str, NDArray[np.int16]] = {}
    for field in fields:
        source = sources[field.name]
        kinds, numbers = (sheet[f"{field.name}_{part}"].to_numpy()[source] for part in ("kind", "column"))
        values, is_missing = _values(sheet, field, source, numbers)
        facts[field.name] = values
        if field.name in marks:
            codes = _marks(kinds, numbers, is_missing)
            facts[marks[field.name]] = pd.Categorical.from_codes(codes, categories=MARKS)
        columns[field.name] = numbers
    index = sheet.index[is_first]
    return FactRows(
        pd.DataFrame(facts, index=index), pd.DataFrame(columns, index=index), _moved(sheet, is_first, sources)
    )


def _values(
    sheet: pd.DataFrame, field: Field, source: NDArray[np.intp], numbers: NDArray[np.int16]
) -> tuple[Any, NDArray[np.bool]]:
    """The values of a field as facts hold them, and where there is none."""
    if isinstance(field, Figure):
        figures = np.where(numbers > 0, sheet[field.name].to_numpy()[source], np.nan)
        return fact_column(figures, field), np.isnan(figures)
    if field.name not in sheet.columns:
        return missing_column(len(source), field), np.ones(len(source), dtype=bool)
    values = sheet[field.name].array.take(source)
    return fact_column(values, field), np.asarray(pd.isna(values))


def _sources(
    sheet: pd.DataFrame, whole_key: Sequence[str], fields: Sequence[Field], is_first: NDArray[np.bool]
) -> dict[str, NDArray[np.intp]]:
    """For each fact and field the position of the row that speaks of it.

    That is the first with a cell for it; of values that may stand in several rows, the first with a value.
    """
    # sort=False numbers the groups in the order in which they come, which is that of their first rows.
    numbers = sheet.groupby(list(whole_key), sort=False, observed=True).ngroup().to_numpy()
    firsts = np.flatnonzero(is_first)
    sources = {}
    for field in fields:
        source = firsts.copy()
        speaking = [sheet[f"{field.name}_column"].to_numpy() > 0]
        if not isinstance(field, Count) and field.name in sheet.columns:
            speaking.append(sheet[field.name].notna().to_numpy())
        for is_speaking in speaking:
            rows = np.flatnonzero(is_speaking)[::-1]
            # Written from the last to the first, so that the first one stays.
            source[numbers[rows]] = rows
        sources[field.name] = source
    return sources


def _marks(
    kinds: NDArray[np.int8], columns: NDArray[np.int16], is_missing: NDArray[np.bool]
) -> NDArray[np.int8]:
    has_none = is_missing & ((columns == 0) | (kinds == CellKind.NONE))
    cases = [has_none, kinds == CellKind.HIDDEN, is_missing]
    codes = [np.int8(MARKS.tolist().index(mark)) for mark in (NO_SUCH_CELL, "c", "x")]
    marks: NDArray[np.int8] = np.select(cases, codes, default=np.int8(-1))
    return marks


def _moved(
    sheet: pd.DataFrame, is_first: NDArray[np.bool], sources: dict[str, NDArray[np.intp]]
) -> pd.DataFrame | None:
    """Where values have another source than their fact."""
    firsts = np.flatnonzero(is_first)
    parts = []
    for field, source in sources.items():
        facts = np.flatnonzero(source != firsts)
        if len(facts):
            places = {name: sheet[name].to_numpy()[source[facts]] for name in PLACE}
            parts.append(pd.DataFrame({"fact": facts, "field": field, **places}))
    return pd.concat(parts, ignore_index=True) if parts else None
