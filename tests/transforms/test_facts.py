"""Values of one school and grade come to stand side by side, and none loses the cell that it stands in."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.fact_rows import PLACE, SUBMISSION_NUMBER, FactRows
from schemas.fields import PERSONS, Bilingual, Count
from transforms.cells.counts import CellKind
from transforms.facts.gather import gather_facts

FIELDS = ("male_count", "female_count", "classroom_count")
DECLARED = [Count(field, PERSONS, Bilingual(field, field)) for field in FIELDS]
MARK_COLUMNS = {field: f"{field.removesuffix('_count')}_mark_code" for field in FIELDS}
KEY = ("school_code", "grade_code")
Cell = tuple[int, str, str, str, float | None, str | None, int, int, int]
"""Submission, school, grade, field, value, mark, sheet, row, column."""


def sheet_frame(rows: list[dict[str, object]]) -> pd.DataFrame:
    """A Sheet frame; a field that a row does not name has no column in its table."""
    frame = pd.DataFrame(rows)
    for field in FIELDS:
        for name, missing in ((field, np.nan), (f"{field}_kind", CellKind.BLANK), (f"{field}_column", 0)):
            if name not in frame:
                frame[name] = missing
        frame[f"{field}_kind"] = frame[f"{field}_kind"].fillna(CellKind.BLANK).astype(np.int8)
        frame[f"{field}_column"] = frame[f"{field}_column"].fillna(0).astype(np.int16)
        frame[field] = frame[field].astype(np.float64)
    return frame.astype({"school_code": "category", "grade_code": "category"})


def cells_of(rows: FactRows) -> Iterator[Cell]:
    """Reads the cells back from facts."""
    assert rows.columns is not None
    moved = (
        {}
        if rows.moved is None
        else {(fact, field): (sheet, row) for fact, field, sheet, row in rows.moved.itertuples(index=False)}
    )
    for position, fact in enumerate(rows.frame.to_dict("records")):
        for field in FIELDS:
            column = int(rows.columns[field].iloc[position])
            if not column:
                assert fact[MARK_COLUMNS[field]] == "z"
                continue
            sheet, row = moved.get((position, field), tuple(fact[name] for name in PLACE))
            mark = fact[MARK_COLUMNS[field]]
            yield (
                int(fact[SUBMISSION_NUMBER]) if SUBMISSION_NUMBER in fact else 0,
                fact["school_code"],
                fact["grade_code"],
                field,
                None if pd.isna(fact[field]) else float(fact[field]),
                None if pd.isna(mark) else mark,
                int(sheet),
                int(row),
                column,
            )


def test_boys_on_one_sheet_and_girls_on_another_become_one_fact() -> None:
    place = {"school_code": "50010001", "grade_code": "P1"}
    rows = gather_facts(
        sheet_frame(
            [
                {**place, "source_sheet_number": 1, "source_row": 4, "male_count": 3, "male_count_column": 5}
                | {"male_count_kind": CellKind.NUMBER},
                {**place, "source_sheet_number": 2, "source_row": 9, "female_count": 4}
                | {"female_count_column": 6, "female_count_kind": CellKind.NUMBER},
            ]
        ),
        KEY,
        DECLARED,
        MARK_COLUMNS,
    )
    (fact,) = rows.frame.to_dict("records")
    assert (fact["source_sheet_number"], fact["source_row"]) == (1, 4)
    assert (fact["male_count"], fact["female_count"], fact["classroom_mark_code"]) == (3, 4, "z")
    assert rows.moved is not None
    assert rows.moved.to_dict("records") == [
        {"fact": 0, "field": "female_count", "source_sheet_number": 2, "source_row": 9}
    ]


def test_blank_not_known_and_hidden_are_marked() -> None:
    place = {"school_code": "50010001", "grade_code": "P1", "source_sheet_number": 1, "source_row": 4}
    kinds = zip(FIELDS, (CellKind.BLANK, CellKind.HIDDEN, CellKind.UNKNOWN), strict=True)
    cells = {f"{field}_kind": kind for field, kind in kinds} | {f"{field}_column": 5 for field in FIELDS}
    (fact,) = gather_facts(sheet_frame([{**place, **cells}]), KEY, DECLARED, MARK_COLUMNS).frame.to_dict(
        "records"
    )
    assert [fact[f"{name}_mark_code"] for name in ("male", "female", "classroom")] == ["x", "c", "x"]


@st.composite
def sheet_frames(draw: st.DrawFn) -> tuple[pd.DataFrame, set[Cell]]:
    """Rows in which each school, grade and field has one cell at most, in whatever rows; and these cells."""
    keys = st.tuples(st.integers(0, 1), st.sampled_from("ABC"), st.sampled_from(["P1", "P2"]))
    said = draw(st.dictionaries(st.tuples(keys, st.sampled_from(FIELDS)), st.integers(0, 99), min_size=1))
    rows: dict[tuple[object, int], dict[str, object]] = {}
    cells: set[Cell] = set()
    for (key, field), value in said.items():
        part = draw(st.integers(1, 3))
        number, school, grade = key
        row = rows.setdefault(
            (key, part),
            {SUBMISSION_NUMBER: number, "school_code": school, "grade_code": grade}
            | {"source_sheet_number": part, "source_row": 4 + len(rows)},
        )
        column = draw(st.integers(1, 9))
        row |= {field: value, f"{field}_kind": CellKind.NUMBER, f"{field}_column": column}
        cells.add(
            (number, school, grade, field, float(value), None, part, int(str(row["source_row"])), column)
        )
    return sheet_frame(draw(st.permutations(list(rows.values())))), cells


@settings(max_examples=25, deadline=None)
@given(sheet_frames())
def test_no_cell_is_lost_or_moved(drawn: tuple[pd.DataFrame, set[Cell]]) -> None:
    sheet, cells = drawn
    rows = gather_facts(sheet, (SUBMISSION_NUMBER, *KEY), DECLARED, MARK_COLUMNS)
    found = list(cells_of(rows))
    assert len(found) == len(cells)
    assert set(found) == cells
    assert not rows.frame.duplicated([SUBMISSION_NUMBER, *KEY]).any()


@settings(max_examples=25, deadline=None)
@given(sheet_frames())
def test_some_facts_keep_what_belongs_to_them(drawn: tuple[pd.DataFrame, set[Cell]]) -> None:
    rows = gather_facts(drawn[0], (SUBMISSION_NUMBER, *KEY), DECLARED, MARK_COLUMNS)
    positions = np.flatnonzero(np.arange(len(rows.frame)) % 2 == 0)
    taken = rows.take(positions)
    keys = set(map(tuple, taken.frame[[SUBMISSION_NUMBER, *KEY]].astype(object).to_numpy().tolist()))
    assert set(cells_of(taken)) == {cell for cell in cells_of(rows) if cell[:3] in keys}
