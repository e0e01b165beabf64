"""The facts of a form, as it declares them: from rows of a Sheet frame to the tables of its Fact models."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

import pandas as pd

from schemas.codes import code_rows
from schemas.fact_model import FactModel, model_keys
from schemas.fact_rows import PLACE, SUBMISSION_NUMBER, FactRows
from schemas.fact_sources import ItemsOf, WholeRows
from schemas.fields import Breakdown, Field
from schemas.form import Form
from transforms.facts.breakdowns import child_facts
from transforms.facts.fact_columns import fact_column, missing_column
from transforms.facts.gather import gather_facts
from transforms.rows.sheet_frame import has_cells_for


class _Columns(NamedTuple):
    """What a Fact model says of its columns.

    Attributes:
        names: All of them.
        keys: Those that tell facts apart, in their order.
        codes: The codes of each key that names an entry of a list; without those of schools.
        marks: The column of the mark for each value that has one.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    codes: Mapping[str, tuple[str, ...]]
    marks: Mapping[str, str]


def facts_of(form: Form, sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes the facts of a form.

    Rows of totals are evidence and no facts: what is kept are the rows whose codes are in the lists of the
    model's dimensions. Keys without a dimension are codes of no list.

    Args:
        form: The form.
        sheet: Sheet frame of a group of deliveries, with the columns of `gather_facts`.
        is_sound: Which of its rows are without fault.

    Returns:
        The facts by table name.
    """
    found = {}
    for table, model in form.fact_models.items():
        match form.fact_sources.get(table):
            case ItemsOf(name):
                found[table] = _of_items(form, model, sheet[is_sound], name)
            case WholeRows(columns):
                found[table] = _of_whole_rows(form, sheet[is_sound], columns)
            case None:
                found[table] = _by_key(form, model, sheet, is_sound)
    return found


def _by_key(form: Form, model: type[FactModel], sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> FactRows:
    """One row a key of the model, with all values side by side."""
    columns = _columns(model)
    values = [each for each in form.fields if each.name in columns.names and each.name not in columns.keys]
    is_fact = is_sound & _names_codes(sheet, columns.codes)
    if len(form.fact_models) > 1:
        # Of a form with tables of different grain, only rows with cells for these values.
        is_fact &= has_cells_for(sheet, [each.name for each in values])
    # Texts of the other columns are not copied with them.
    wanted = [name for name in _read(columns.keys, values) if name in sheet.columns]
    return gather_facts(
        _with_categories(sheet[wanted][is_fact], columns.codes), columns.keys, values, columns.marks
    )


def _of_items(form: Form, model: type[FactModel], rows: pd.DataFrame, name: str) -> FactRows:
    declared = form.by_name[name]
    if not isinstance(declared, Breakdown):
        raise TypeError(f"{name} of the form {form.code} is not taken apart in its cells")
    columns = _columns(model)
    keys = [key for key in columns.keys if key in form.row_key]
    own = {key: columns.codes[key] for key in keys if key in columns.codes}
    facts = child_facts(rows[_names_codes(rows, own)], declared, keys).frame
    return FactRows(
        _with_categories(facts[[each for each in facts.columns if each in columns.names]], columns.codes)
    )


def _of_whole_rows(form: Form, rows: pd.DataFrame, columns: Mapping[str, str]) -> FactRows:
    values = {name: _column(rows, form.by_name[field]) for name, field in columns.items()}
    return FactRows(rows[[*PLACE]].assign(school_code=rows["school_code"].astype("category"), **values))


def _column(rows: pd.DataFrame, field: Field) -> Any:  # noqa: ANN401 - as `fact_column` has it
    """A field of rows as facts hold it; all missing where no table of the group has it."""
    if field.name not in rows.columns:
        return missing_column(len(rows), field)
    return fact_column(rows[field.name].array, field)


def _read(keys: Sequence[str], values: Iterable[Field]) -> list[str]:
    parts = [f"{each.name}{end}" for each in values for end in ("", "_kind", "_column")]
    return [*PLACE, SUBMISSION_NUMBER, *keys, *parts]


def _names_codes(rows: pd.DataFrame, codes: Mapping[str, tuple[str, ...]]) -> "pd.Series[bool]":
    """Which rows name for each key of a list a code of it, and no total."""
    is_fact = pd.Series(data=True, index=rows.index)
    for name, known in codes.items():
        is_fact &= rows[name].isin(known)
    return is_fact


def _with_categories(rows: pd.DataFrame, codes: Mapping[str, tuple[str, ...]]) -> pd.DataFrame:
    categories: dict[str, Any] = {
        name: pd.Categorical(rows[name], categories=known) for name, known in codes.items()
    }
    if "school_code" in rows.columns:
        categories["school_code"] = rows["school_code"].astype("category")
    return rows.assign(**categories)


@cache
def _columns(model: type[FactModel]) -> _Columns:
    given = {name: column.metadata or {} for name, column in model.to_schema().columns.items()}
    keys = model_keys(model)
    lists = {name: str(given[name]["dimension"]) for name in keys if "dimension" in given[name]}
    return _Columns(
        names=tuple(given),
        keys=keys,
        codes={
            name: tuple(row[f"{code_list}_code"] for row in code_rows(code_list))
            for name, code_list in lists.items()
            if name != "school_code"
        },
        marks={name: str(each["mark_column"]) for name, each in given.items() if "mark_column" in each},
    )
