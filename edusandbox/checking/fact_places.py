"""Where each value of a submission stands: one column a field of each sheet, and what differs from it.

A fact knows its sheet and row. The column follows from the table's heading, which is kept once for each
sheet; only values that stand elsewhere are kept one by one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from edusandbox.checking.form_sheet import FormSheet
from edusandbox.checking.table_totals import totals_of
from edusandbox.submissions import CELL_SOURCE_COLUMNS, NO_SCHOOL, CheckedSubmission, ColumnPlace
from schemas.catalogue import FORMS
from schemas.codes import JOINED_BY
from schemas.fact_model import model_keys
from schemas.fact_rows import PLACE, FactRows, heading_codes
from schemas.form import Form

ColumnMap = Mapping[tuple[int, str, str], int]
"""Sheet columns (1-based) by sheet number, field and the code in the heading ('' where it names none)."""


def column_map(
    form: Form, sheets: Sequence[FormSheet], facts: Mapping[str, FactRows]
) -> dict[tuple[int, str, str], int]:
    """The columns from which a submission's values were read, as its first tables have them.

    Columns of totals are left out, which are no facts.

    Args:
        form: The form.
        sheets: The submission's tables.
        facts: Its facts by table name.
    """
    fields = {field for rows in facts.values() if rows.columns is not None for field in rows.columns.columns}
    columns: dict[tuple[int, str, str], int] = {}
    for sheet in sheets:
        table = sheet.parsed.sheet.table
        over = totals_of(form, table, (each.meaning.code for each in table.columns if each.meaning.code))
        for column in table.columns:
            code = column.meaning.code or ""
            if column.meaning.field in fields and code not in over:
                columns.setdefault((table.grid.sheet_number, column.meaning.field, code), column.number)
    return columns


def column_places(columns: ColumnMap) -> tuple[ColumnPlace, ...]:
    """A column map as plain values."""
    return tuple(ColumnPlace(*key, number) for key, number in columns.items())


def cell_sources(
    form: Form, facts: Mapping[str, FactRows], sheets: Sequence[FormSheet], columns: ColumnMap
) -> pd.DataFrame | None:
    """Where values stand that are not in their fact's row and the column of their field.

    Args:
        form: The form.
        facts: A submission's facts by table name.
        sheets: The submission's tables.
        columns: Its column map.

    Returns:
        Columns `fact_table`, `school_code` (`NO_SCHOOL` of facts about agencies), `key_codes` (codes of the
        fact's other keys, joined by `+`), `field`, `source_sheet_number`, `source_row`, `source_column`; None
        where there are no such values.
    """
    tables = Counter(each.parsed.sheet.table.grid.sheet_number for each in sheets)
    # Where each sheet holds one table without class sections, all its values stand where its heading says.
    is_apart = any(count > 1 for count in tables.values())
    is_apart |= any(column.is_sum for sheet in sheets for column in sheet.parsed.sheet.table.columns)
    sources = [
        source
        for name, rows in facts.items()
        if rows.columns is not None and (is_apart or rows.moved is not None)
        for source in _sources(name, model_keys(form.fact_models[name]), rows, columns)
    ]
    return pd.DataFrame(sources, columns=list(CELL_SOURCE_COLUMNS)) if sources else None


def cells_of_facts(
    submission: CheckedSubmission, table: str, facts: pd.DataFrame, field: str
) -> list[tuple[int, int, int | None]]:
    """Sheet, row and column of some facts' values of a field; no column where the table has no such cell.

    Args:
        submission: The submission.
        table: The table of the facts.
        facts: Some of its facts.
        field: The field.
    """
    columns = {(place.sheet_number, place.field, place.code): place.column for place in submission.columns}
    moved: dict[tuple[str, str], tuple[int, int, int]] = {}
    if submission.cell_sources is not None:
        names = ["school_code", "key_codes", *CELL_SOURCE_COLUMNS[-3:]]
        is_own = (submission.cell_sources["fact_table"] == table) & (
            submission.cell_sources["field"] == field
        )
        own_sources = zip(
            *(submission.cell_sources.loc[is_own, name].tolist() for name in names), strict=True
        )
        moved = {(school, codes): (sheet, row, column) for school, codes, sheet, row, column in own_sources}
    cells = []
    keys = model_keys(FORMS[submission.form].fact_models[table])
    places = (facts[name].tolist() for name in PLACE)
    own = zip(*places, schools_of_facts(facts), _key_codes(facts, keys), strict=True)
    for sheet, row, school, codes in own:
        named = (columns.get((sheet, field, code)) for code in heading_codes(codes))
        cells.append(moved.get((school, codes), (sheet, row, next(filter(None, named), None))))
    return cells


def schools_of_facts(facts: pd.DataFrame) -> list[str]:
    """The school of each fact; `NO_SCHOOL` of facts about agencies."""
    is_of_schools = "school_code" in facts.columns
    return facts["school_code"].tolist() if is_of_schools else [NO_SCHOOL] * len(facts)


def _sources(
    name: str, fact_keys: Sequence[str], rows: FactRows, columns: ColumnMap
) -> Iterator[tuple[str, str, str, str, int, int, int]]:
    if rows.columns is None:
        return
    moved = {} if rows.moved is None else _places_by_fact(rows.moved)
    own = list(zip(*(rows.frame[each].tolist() for each in PLACE), strict=True))
    schools = schools_of_facts(rows.frame)
    keys = _key_codes(rows.frame, fact_keys)
    for field in rows.columns.columns:
        for position, column in enumerate(rows.columns[field].tolist()):
            if not column:
                continue
            sheet, row = moved.get((position, field), own[position])
            expected = (columns.get((sheet, field, code)) for code in heading_codes(keys[position]))
            if (sheet, row) != own[position] or column != next(filter(None, expected), None):
                yield name, schools[position], keys[position], field, sheet, row, column


def _places_by_fact(moved: pd.DataFrame) -> dict[tuple[int, str], tuple[int, int]]:
    return {
        (fact, field): (sheet, row)
        for fact, field, sheet, row in zip(
            moved["fact"].tolist(),
            moved["field"].tolist(),
            *(moved[each].tolist() for each in PLACE),
            strict=True,
        )
    }


def _key_codes(frame: pd.DataFrame, fact_keys: Sequence[str]) -> list[str]:
    """The codes of a fact's keys besides its school, joined by `+` as headings name them."""
    codes = [frame[name].astype(str).tolist() for name in fact_keys if name != "school_code"]
    return [JOINED_BY.join(parts) for parts in zip(*codes, strict=True)] if codes else [""] * len(frame)
