"""Facts of a form whose Fact model holds the values of its fields under their own names."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd

from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, model_keys
from edusandbox.schemas.fields import Field
from edusandbox.transforms.facts import FactRows, gather_facts
from edusandbox.transforms.sheet_frame import has_cells_for

ToFacts = Callable[[pd.DataFrame, "pd.Series[bool]"], Mapping[str, FactRows]]


def facts_by_key(table: str, model: type[FactModel], fields: Sequence[Field]) -> ToFacts:
    """Gives what makes the facts of a table: one row a key of its model, with all values side by side.

    Rows of totals are evidence and no facts: what is kept are the rows whose codes are in the lists of the
    model's dimensions. Keys without a dimension are codes of no list.

    Args:
        table: The table.
        model: Its Fact model.
        fields: The form's fields; those that the model has are its values.

    Returns:
        What a form calls `to_facts`.
    """
    columns = model.to_schema().columns
    keys = model_keys(model)
    given = {name: column.metadata or {} for name, column in columns.items()}
    lists = {
        name: given[name]["dimension"]
        for name in keys
        if name != "school_code" and "dimension" in given[name]
    }
    codes = {
        name: [row[f"{code_list}_code"] for row in code_rows(code_list)] for name, code_list in lists.items()
    }
    values = [field for field in fields if field.name in columns and field.name not in keys]
    marks = {name: metadata["mark_column"] for name, metadata in given.items() if "mark_column" in metadata}

    def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
        is_fact = is_sound.copy()
        for name, known in codes.items():
            is_fact &= sheet[name].isin(known)
        # Of a form with tables of different grain, only those with cells for these values.
        rows = sheet[is_fact & has_cells_for(sheet, [field.name for field in values])]
        rows = rows.assign(
            school_code=rows["school_code"].astype("category"),
            **{name: pd.Categorical(rows[name], categories=known) for name, known in codes.items()},
        )
        return {table: gather_facts(rows, keys, values, marks)}

    return to_facts
