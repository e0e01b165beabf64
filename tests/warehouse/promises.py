"""What a mart's contract promises, held against a warehouse that has something in each of its columns."""

import re
from collections import Counter
from collections.abc import Callable
from importlib.resources import files
from typing import Any

from sqlalchemy import text

from edusandbox.warehouse.marts.mart_contract import newest_contract
from schemas.packages import MARTS, form_packages
from tests.warehouse.builders import Warehouse

BUILT_HERE = {"enrolment", "school_register"}
"""The forms of which `builders` make returns."""
POSTGRES_TYPES = {
    "smallint": "integer",
    "integer": "integer",
    "bigint": "integer",
    "text": "text",
    "date": "date",
    "timestamp with time zone": "moment",
    "boolean": "boolean",
}
SQLITE_VALUES: dict[str, Callable[[Any], bool]] = {
    "integer": lambda value: isinstance(value, int),
    "text": lambda value: isinstance(value, str),
    "date": lambda value: isinstance(value, str) and bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value)),
    "moment": lambda value: (
        isinstance(value, str) and bool(re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", value))
    ),
    "boolean": lambda value: value in {0, 1},
}


def marts_of(form: str) -> set[str]:
    """The marts whose contract lies in the form's folder."""
    folder = files(form_packages()[form]).joinpath(MARTS, "contract")
    return {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()


def marts_of_other_forms() -> set[str]:
    """The marts that stay empty here: the tests of their forms fill them."""
    return {mart for form in form_packages().keys() - BUILT_HERE for mart in marts_of(form)}


def check_promise(filled: Warehouse, view: str) -> None:
    """Columns, types and keys of a mart are as its contract says, and no column is empty throughout."""
    promised = [each for each in newest_contract() if each.view == view]
    with filled.engine.connect() as connection:
        result = connection.execute(text(f"SELECT * FROM {view}"))  # noqa: S608 - our own name
        rows = [dict(row) for row in result.mappings()]
    assert list(result.keys()) == [each.name for each in promised]
    if filled.engine.dialect.name == "postgresql":
        assert postgres_types(filled, view) == {each.name: each.data_type for each in promised}
    for each in promised:
        values = [row[each.name] for row in rows if row[each.name] is not None]
        assert values, f"{each.name} is empty throughout: the made-up warehouse proves nothing of it"
        if filled.engine.dialect.name == "sqlite":
            assert all(map(SQLITE_VALUES[each.data_type], values)), (each.name, values[:3])
        assert each.is_nullable or len(values) == len(rows), each.name
    keys = Counter(tuple(row[each.name] for each in promised if each.is_key) for row in rows)
    assert [key for key, count in keys.items() if count > 1 or None in key] == []


def postgres_types(warehouse: Warehouse, view: str) -> dict[str, str]:
    rows = warehouse.query(
        "SELECT table_name, column_name, data_type FROM information_schema.columns "
        "WHERE table_schema = current_schema()"
    )
    return {name: POSTGRES_TYPES.get(given, given) for table, name, given in rows if table == view}
