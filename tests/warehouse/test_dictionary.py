"""Every table and column is explained, in both languages, once, and everywhere the same."""

import re
from dataclasses import asdict, fields

import pytest
from sqlalchemy import Engine, text

from edusandbox.warehouse.dictionary.entries import applies, model_columns, model_texts, text_lines
from edusandbox.warehouse.dictionary.publishing import (
    DictionaryColumn,
    comment_statements,
    read_dictionary,
    sync_dictionary,
)
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.marts.cell_views import cell_view_columns
from edusandbox.warehouse.marts.mart_contract import newest_contract
from edusandbox.warehouse.marts.mart_views import FACT_VIEW_NAMES, VIEW_NAMES
from edusandbox.warehouse.tables.code_lists import CODE_LIST_TABLES
from edusandbox.warehouse.tables.collection import FACT_MODELS, METADATA
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period, dim_province
from edusandbox.warehouse.tables.history_tables import HISTORY_TABLES
from edusandbox.warehouse.tables.operation_tables import ops_dictionary_column, ops_dictionary_table
from tests.warehouse.builders import Warehouse

COLUMNS = [column for table in read_dictionary() for column in table.columns]
ENTRIES = {(each.table_name, each.column_name): each for each in COLUMNS}
LISTS = [*CODE_LIST_TABLES.values(), dim_agency, dim_period, dim_province]
LIST_OF_CODE = {
    next(name for name in table.c.keys() if name.endswith("_code")): table.name  # noqa: SIM118 - SQLAlchemy's
    for table in LISTS
    # Each list with totals has a column of this name.
    if not table.name.endswith("_total")
}
THAI = re.compile("[ก-๙]")
BOTH_LANGUAGES = re.compile(r"[^·]*[ก-๙][^·]* · [^·]*[A-Za-z][^·]*")
# Alembic's own table is not for readers.
COMMENTS = r"""
    WITH relations AS (
        SELECT oid, relname FROM pg_class
        WHERE relnamespace = CAST(current_schema() AS regnamespace) AND relkind IN ('r', 'p', 'v')
            AND relname <> 'ops_schema_version'
    )
    SELECT relname, NULL, obj_description(oid, 'pg_class') FROM relations
    UNION ALL
    SELECT relname, attname, col_description(oid, attnum) FROM relations
    JOIN pg_attribute ON attrelid = oid AND attnum > 0 AND NOT attisdropped
"""


def place(column: DictionaryColumn) -> str:
    return f"{column.table_name}.{column.column_name}"


def test_every_table_and_mart_is_there_with_its_columns_in_order() -> None:
    said = {table.table_name: [each.column_name for each in table.columns] for table in read_dictionary()}
    made = {name: table.columns.keys() for name, table in METADATA.tables.items()}
    columns = [*newest_contract(), *cell_view_columns()]
    views = {
        view: [each.name for each in columns if each.view == view] for view in (*VIEW_NAMES, *FACT_VIEW_NAMES)
    }
    assert said == made | views


def test_meanings_are_in_both_languages() -> None:
    explained = [*COLUMNS, *read_dictionary()]
    assert [each for each in explained if not THAI.search(each.meaning_th)] == []
    assert [each for each in explained if not re.search("[A-Za-z]", each.meaning_en)] == []


@pytest.mark.parametrize("text_name", ["unit", "missing", "warning"])
def test_what_is_said_in_one_language_is_said_in_the_other(text_name: str) -> None:
    for each in [*COLUMNS, *(table for table in read_dictionary() if text_name == "warning")]:
        thai, english = getattr(each, f"{text_name}_th"), getattr(each, f"{text_name}_en")
        assert (thai is None) == (english is None), each
        assert thai is None or THAI.search(thai), each


def test_figures_dates_and_moments_have_units() -> None:
    ends = ("_count", "_bytes", "_share", "_score", "_baht", "_date", "_at")
    measured = [each for each in COLUMNS if each.column_name.endswith(ends) or "_count_" in each.column_name]
    assert len(measured) > 80
    assert [place(each) for each in measured if each.unit_en is None] == []


def test_codes_name_their_lists() -> None:
    wrong = [
        place(each)
        for each in COLUMNS
        for code, table in LIST_OF_CODE.items()
        if f"_{each.column_name}".endswith(f"_{code}")
        if each.code_list != table and each.table_name.removesuffix("_history") != table
    ]
    assert wrong == []


def test_what_is_pointed_at_exists() -> None:
    tables = {table.table_name for table in read_dictionary()}
    assert [place(each) for each in COLUMNS if each.code_list and each.code_list not in tables] == []
    marked = [each for each in COLUMNS if each.mark_column]
    assert {each.column_name for each in marked} >= {"pupil_count", "male_count", "classroom_count"}
    assert [place(each) for each in marked if (each.table_name, each.mark_column) not in ENTRIES] == []


def test_what_may_be_empty_says_what_that_means() -> None:
    histories = {each.name for each in HISTORY_TABLES.values()}
    of_views = (*newest_contract(), *cell_view_columns())
    nullable = {(each.view, each.name) for each in of_views if each.is_nullable} | {
        (table.name, column.name)
        for table in METADATA.tables.values()
        for column in table.columns
        if column.nullable and table.name not in histories
    }
    said = {key for key, each in ENTRIES.items() if each.missing_en and key[0] not in histories}
    assert said == nullable


def test_no_line_is_without_use() -> None:
    unused = [
        (line["table_name"], line["column_name"])
        for line in text_lines("columns")
        if not any(applies(line, *key) for key in ENTRIES)
    ]
    unused += [
        (line["table_name"], "")
        for line in text_lines("tables")
        if not any(applies(line, table.table_name) for table in read_dictionary())
    ]
    assert unused == []


def test_no_two_lines_speak_of_the_same() -> None:
    keys = [(line["table_name"], line["column_name"]) for line in text_lines("columns")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", sorted(FACT_MODELS))
def test_fact_columns_are_explained_by_their_models_alone(table: str) -> None:
    for name, column in model_columns(table).items():
        assert [line for line in text_lines("columns") if line["table_name"] == table] == []
        said = {each: text for each, text in model_texts(column).items() if text}
        assert {"title_th", "meaning_th", "meaning_en"} <= said.keys(), name
        assert said.items() <= asdict(ENTRIES[table, name]).items(), name
        if "dimension" not in (column.metadata or {}):
            everywhere = [line for line in text_lines("columns") if line["column_name"] == name]
            assert all(line["table_name"] != "*" for line in everywhere), name


def test_a_quantity_of_several_facts_means_the_same_in_each() -> None:
    said: dict[str, object] = {}
    for table in FACT_MODELS:
        for name, column in model_columns(table).items():
            if "dimension" not in (column.metadata or {}):
                assert said.setdefault(name, model_texts(column)) == model_texts(column), name


def test_the_database_says_what_the_program_says(warehouse: Warehouse) -> None:
    for table, wanted in (
        (ops_dictionary_table, [asdict(each) for each in read_dictionary()]),
        (ops_dictionary_column, [asdict(each) for each in COLUMNS]),
    ):
        names = table.columns.keys()
        with warehouse.engine.connect() as connection:
            found = {tuple(row) for row in connection.execute(table.select())}
        assert found == {tuple(row[name] for name in names) for row in wanted}
    assert warehouse.count("mart_dictionary") == len(COLUMNS)
    assert set(ops_dictionary_column.columns.keys()) == {each.name for each in fields(DictionaryColumn)}


def test_what_differs_is_put_right(warehouse: Warehouse) -> None:
    with writing(warehouse.engine) as connection:
        connection.execute(text("UPDATE ops_dictionary_column SET meaning_th = 'อื่น' WHERE position = 1"))
        connection.execute(text("DELETE FROM ops_dictionary_column WHERE position = 2"))
        sync_dictionary(connection)
    assert warehouse.query("SELECT COUNT(*) FROM mart_dictionary WHERE meaning_th = 'อื่น'") == [(0,)]
    assert warehouse.count("ops_dictionary_column") == len(COLUMNS)


def test_postgresql_has_a_comment_on_everything(postgres_engine: Engine) -> None:
    with postgres_engine.connect() as connection:
        rows = connection.execute(text(COMMENTS)).all()
    comments = {(table, column): said for table, column, said in rows}
    expected = {*ENTRIES, *((table.table_name, None) for table in read_dictionary())}
    assert comments.keys() == expected
    assert [key for key, said in comments.items() if not BOTH_LANGUAGES.fullmatch(said or "")] == []


def test_comments_are_quoted() -> None:
    statements = comment_statements()
    assert len(statements) == len(COLUMNS) + len(read_dictionary())
    assert any("school''s" in each for each in statements)
