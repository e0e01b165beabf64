"""Tables of codes, made from `codes/*.csv` of every package: of Python a new list needs a migration alone.

One of a further package needs not even that: `further_tables` makes its table.
"""

from collections.abc import Mapping, Sequence

from sqlalchemy import Column, Connection, Integer, MetaData, SmallInteger, Table, Text, select

from edusandbox.warehouse.load.differences import changed_values
from edusandbox.warehouse.tables.metadata import METADATA
from schemas.codes import code_rows
from schemas.packages import code_list_packages

# How senders spell a code matters to the reader of files, not to the reader of the warehouse.
_UNPUBLISHED = {"spellings"}

Rows = Sequence[Mapping[str, str]]


def read_code_lists() -> dict[str, list[dict[str, str]]]:
    """Reads every code list of our own package and of further ones.

    Returns:
        Rows by list name (`grade`, `sex`, ...), each a mapping of heading to text.
    """
    return {name: [_published(row) for row in code_rows(name)] for name in code_list_packages()}


def code_list_table(name: str, headings: Sequence[str], metadata: MetaData) -> Table:
    """Makes the table of one code list.

    Args:
        name: The list's name; the table is `dim_<name>`.
        headings: Its headings. The first is the code; a heading `<name>_id` is the integer key that facts
            refer to, and without one the code itself is the key.
        metadata: The collection that the table joins.

    Returns:
        A table with one text column a heading, but for the integer key.
    """
    key = f"{name}_id" if f"{name}_id" in headings else headings[0]
    ordered = [key, *(each for each in headings if each != key)]
    return Table(f"dim_{name}", metadata, *(_column(each, key, headings[0]) for each in ordered))


def _column(heading: str, key: str, code: str) -> Column[str] | Column[int]:
    if heading == key and heading.endswith("_id"):
        return Column(heading, SmallInteger, primary_key=True, autoincrement=False)
    if heading == key:
        return Column(heading, Text, primary_key=True)
    is_name_or_code = heading == code or heading.startswith("name_")
    return Column(heading, Text, nullable=not is_name_or_code, unique=(heading == code) or None)


def _published(row: Mapping[str, str]) -> dict[str, str]:
    return {heading: text for heading, text in row.items() if heading not in _UNPUBLISHED}


CODE_LISTS: Mapping[str, Rows] = read_code_lists()
CODE_LIST_TABLES: Mapping[str, Table] = {
    name: code_list_table(name, list(rows[0]), METADATA) for name, rows in CODE_LISTS.items()
}


def sync_code_lists(connection: Connection) -> None:
    """Brings the code lists' rows in: new codes are added, changed names are changed, none is deleted."""
    for name, table in CODE_LIST_TABLES.items():
        key = next(iter(table.primary_key.columns))
        known = {row[key.name]: dict(row) for row in connection.execute(select(table)).mappings()}
        for row in CODE_LISTS[name]:
            values = {heading: _value(table.c[heading], text) for heading, text in row.items()}
            before = known.get(values[key.name])
            if before is None:
                connection.execute(table.insert().values(values))
            elif changed := changed_values(values, before):
                connection.execute(table.update().where(key == before[key.name]).values(changed))


def code_list_ids(connection: Connection, name: str) -> dict[str, int]:
    """The integer key of each code of a list, as the warehouse has them.

    Args:
        connection: To a warehouse.
        name: A list that has keys: `grade`, `sex`.
    """
    table = CODE_LIST_TABLES[name]
    rows = connection.execute(select(table.c[f"{name}_code"], table.c[f"{name}_id"]))
    return {str(row[0]): int(row[1]) for row in rows}


def _value(column: Column[str] | Column[int], text: str) -> str | int | None:
    if isinstance(column.type, Integer):
        return int(text)
    return text or None
