"""Views that say what facts hold a row a cell, with the sheet, row and column that the figure stands in.

A line of a form's `marts/cell_views.csv` is a count of its facts: `view`, the fact table (`facts`), the code
list of its key beside the school (`key`), the count (`field`), what it is called in the view (`figure`), and
where the lines of one view are told apart by a code, its list and the code (`code_list`, `code`). The count
has marks. Facts never change, so that these views have no past.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import groupby

from edusandbox.warehouse.marts.definition_files import lines_of_views
from edusandbox.warehouse.marts.mart_contract import ContractColumn
from edusandbox.warehouse.tables.collection import FACT_TABLES

_PLACE = ("province_id", "period_id", "source_sheet_number", "source_row", "source_column")
_MAY_BE_EMPTY = {"source_column", "mark_code"}
Line = Mapping[str, str]


@cache
def cell_view_texts() -> Mapping[str, str]:
    """The SQL of each view, by its name."""
    return {view: "UNION ALL\n".join(map(_select, lines)) for view, lines in _lines_by_view().items()}


@cache
def cell_view_columns() -> tuple[ContractColumn, ...]:
    """The columns of all of them, which no contract promises."""
    return tuple(column for view, lines in _lines_by_view().items() for column in _columns(view, lines[0]))


def _lines_by_view() -> dict[str, list[Line]]:
    lines = lines_of_views("cell_views")
    return {view: list(group) for view, group in groupby(lines, key=lambda line: line["view"])}


def _columns(view: str, line: Line) -> list[ContractColumn]:
    lists = [name for name in (line["key"], line["code_list"]) if name]
    keys = ["submission_id", "school_id", *(f"{name}_id" for name in lists)]
    return [
        ContractColumn(
            view,
            name,
            position,
            "text" if name == "mark_code" else "integer",
            is_key=name in keys,
            is_nullable=name in {*_MAY_BE_EMPTY, line["figure"]},
        )
        for position, name in enumerate([*keys, *_PLACE, "mark_code", line["figure"]], start=1)
    ]


def _select(line: Line) -> str:
    template = files("edusandbox.warehouse") / "templates" / "cells_of_field.sql"
    own_key = own_join = ""
    if name := line["code_list"]:
        own_key = f"x.{name}_id, "
        own_join = f"JOIN dim_{name} AS x ON x.{name}_code = '{line['code']}'\n"
    return template.read_text(encoding="utf-8").format(
        **line, mark=_mark_column(line), own_key=own_key, own_join=own_join
    )


def _mark_column(line: Line) -> str:
    column = FACT_TABLES[line["facts"]].c[line["field"]]
    return str(column.info["mark_column"])
