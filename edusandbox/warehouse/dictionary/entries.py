"""What every table and column means, put together from its definition and its texts.

The shape of tables comes from `METADATA`, that of marts from their contract. The words come, each layer
over the one below: from what a form or code list is called, from the column's type, from the lines `*` of
`columns.csv`, from the Fact models, from declared sums, from the lines for several tables (`mart_school*`),
from the lines for one. Such lines lie in `dictionary_texts/`, those of a form in its `marts/`, those of code
lists in `codes/texts/`. A cell that is empty leaves what the layer below says; `-` takes it away.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from itertools import groupby
from typing import Any

from pandera.api.pandas.components import Column as ModelColumn
from sqlalchemy import Boolean, Column, Date, Double, Integer, Table, Text
from sqlalchemy.types import TypeEngine

from edusandbox.warehouse.dictionary.defaults import column_defaults, table_defaults
from edusandbox.warehouse.dictionary.sum_texts import sum_texts_of_columns, sum_texts_of_tables
from edusandbox.warehouse.marts.cell_views import cell_view_columns
from edusandbox.warehouse.marts.definition_files import lines_of_texts
from edusandbox.warehouse.marts.mart_contract import newest_contract
from edusandbox.warehouse.marts.mart_views import FACT_VIEW_NAMES
from edusandbox.warehouse.tables.collection import FACT_MODELS, METADATA
from edusandbox.warehouse.tables.history_tables import HISTORY_TABLES
from edusandbox.warehouse.tables.metadata import Baht, UtcDateTime
from schemas.fact_model import DATE, OTHER_ERA
from schemas.fields import Bilingual

Texts = Mapping[str, str]

_TABLE_TEXTS = ("meaning_th", "meaning_en", "warning_th", "warning_en")
_COLUMN_TEXTS = (
    "title_th",
    "meaning_th",
    "meaning_en",
    "unit_th",
    "unit_en",
    "code_list",
    "mark_column",
    "missing_th",
    "missing_en",
    "warning_th",
    "warning_en",
)
_TYPES: Sequence[tuple[type[TypeEngine[Any]], str]] = (
    (Boolean, "boolean"),
    (Integer, "integer"),
    (Double, "decimal"),
    (Baht, "money"),
    (Date, "date"),
    (UtcDateTime, "moment"),
    (Text, "text"),
)
_REQUIRED = ("title_th", "meaning_th", "meaning_en")
_EVERYWHERE = "*"
_NOTHING = "-"
_MOMENT = Bilingual("เวลา UTC", "UTC time")
# Readers come for the marts; who looks further wants facts, then what they refer to.
_ORDER = ("mart_", "fact_", "dim_", "ops_")


@dataclass(frozen=True, slots=True)
class DictionaryColumn:
    """A column, as `ops_dictionary_column` has it.

    Attributes:
        table_name: Its table or mart.
        column_name: Its name.
        position: Its place, from 1.
        data_type: `integer`, `decimal`, `money`, `text`, `date`, `moment` or `boolean`.
        is_key: Whether it belongs to the key.
        title_th: Short Thai title.
        meaning_th: What it holds, in Thai.
        meaning_en: The same in English.
        unit_th: Its unit.
        unit_en: The same in English.
        code_list: The table that says what its codes or keys stand for.
        mark_column: The column that says why a value is missing.
        missing_th: What an empty cell means.
        missing_en: The same in English.
        warning_th: What a reader might get wrong.
        warning_en: The same in English.
    """

    table_name: str
    column_name: str
    position: int
    data_type: str
    is_key: bool
    title_th: str
    meaning_th: str
    meaning_en: str
    unit_th: str | None
    unit_en: str | None
    code_list: str | None
    mark_column: str | None
    missing_th: str | None
    missing_en: str | None
    warning_th: str | None
    warning_en: str | None


@dataclass(frozen=True, slots=True)
class DictionaryTable:
    """A table or mart, as `ops_dictionary_table` has it, with its columns in their order."""

    table_name: str
    meaning_th: str
    meaning_en: str
    warning_th: str | None
    warning_en: str | None
    columns: tuple[DictionaryColumn, ...]

    @property
    def is_view(self) -> bool:
        """Whether it is a mart or another view."""
        return self.table_name.startswith("mart_") or self.table_name in FACT_VIEW_NAMES


@dataclass(frozen=True, slots=True)
class _Shape:
    name: str
    data_type: str
    is_key: bool
    is_nullable: bool


@cache
def read_dictionary() -> tuple[DictionaryTable, ...]:
    """The whole dictionary: marts, facts, dimensions, operations, and the tables of history last.

    Raises:
        ValueError: A table or column has no meaning or title.
    """
    marts = groupby((*newest_contract(), *cell_view_columns()), key=lambda each: each.view)
    shapes = {
        view: [_Shape(each.name, each.data_type, each.is_key, each.is_nullable) for each in columns]
        for view, columns in marts
    }
    # By name, because `METADATA` has tables in the order in which modules happened to be imported.
    shapes |= {name: _table_shapes(table) for name, table in sorted(METADATA.tables.items())}
    return tuple(_table(name, shapes[name]) for name in sorted(shapes, key=_place))


@cache
def text_lines(name: str) -> tuple[Texts, ...]:
    """The lines of `tables` or `columns`, each after those that it overrides."""
    lines = lines_of_texts(name)
    return tuple(sorted(lines, key=lambda line: _breadth(line["table_name"]), reverse=True))


def applies(line: Texts, table: str, column: str | None = None) -> bool:
    """Whether a line speaks of a table or column; a table of history is spoken of as its table is."""
    if column is None:
        return fnmatchcase(table, line["table_name"])
    return line["column_name"] == column and fnmatchcase(_told_of(table), line["table_name"])


def model_texts(column: ModelColumn) -> Texts:
    """What a Fact model's column says of itself, under the dictionary's names."""
    given = column.metadata or {}
    texts = {
        "title_th": column.title or "",
        "meaning_th": given.get("meaning_th", ""),
        "meaning_en": column.description or "",
        "code_list": given.get("code_list", ""),
        "mark_column": given.get("mark_column", ""),
    }
    for name in ("unit", "missing", "warning"):
        texts |= _both(name, given.get(name))
    return texts


def model_columns(table: str) -> Mapping[str, ModelColumn]:
    """Columns of a fact table's model by their names in the table; empty for any other table."""
    if table not in FACT_MODELS:
        return {}
    columns = FACT_MODELS[table].to_schema().columns
    return {_name_in_table(name, each.metadata or {}): each for name, each in columns.items()}


def _name_in_table(name: str, metadata: Mapping[str, Any]) -> str:
    return f"{metadata['dimension']}_id" if "dimension" in metadata else name


@cache
def _quantities() -> Mapping[str, Texts]:
    """What the Fact models say of their columns, by name: the same quantity has the same name everywhere."""
    return {
        name: model_texts(column)
        for table in FACT_MODELS
        for name, column in model_columns(table).items()
        if "dimension" not in (column.metadata or {})
    }


def _table(name: str, shapes: Sequence[_Shape]) -> DictionaryTable:
    texts = {**dict.fromkeys(_TABLE_TEXTS, ""), **table_defaults(name), **sum_texts_of_tables().get(name, {})}
    for line in text_lines("tables"):
        if applies(line, name):
            texts |= {each: line[each] for each in _TABLE_TEXTS if line[each]}
    if name != _told_of(name):
        told = _told_of(name)
        of_table = next(line for line in text_lines("tables") if line["table_name"] == told)
        texts = {
            each: text.format(table=told, meaning=of_table[f"meaning_{each[-2:]}"])
            for each, text in texts.items()
        }
    if not (texts["meaning_th"] and texts["meaning_en"]):
        raise ValueError(f"{name} has no meaning in any tables.csv of the dictionary")
    names = {each.name for each in shapes}
    columns = tuple(_column(name, each, position, names) for position, each in enumerate(shapes, start=1))
    return DictionaryTable(
        name,
        texts["meaning_th"],
        texts["meaning_en"],
        texts["warning_th"] or None,
        texts["warning_en"] or None,
        columns,
    )


def _column(table: str, shape: _Shape, position: int, names: set[str]) -> DictionaryColumn:
    texts = dict.fromkeys(_COLUMN_TEXTS, "")
    for layer in _layers(table, shape):
        texts |= {name: layer[name] for name in _COLUMN_TEXTS if layer.get(name)}
    required = {name: texts.pop(name) for name in _REQUIRED}
    if lacking := [name for name, text in required.items() if not text]:
        raise ValueError(f"{table}.{shape.name} has no {lacking[0]} in any columns.csv of the dictionary")
    optional: dict[str, Any] = {
        name: None if text in {"", _NOTHING} else text for name, text in texts.items()
    }
    if not shape.is_nullable:
        optional |= dict.fromkeys(("missing_th", "missing_en", "mark_column"))
    if optional["mark_column"] not in names:
        # A quantity has its mark beside it only where it was not summed.
        optional["mark_column"] = None
    return DictionaryColumn(
        table, shape.name, position, shape.data_type, shape.is_key, **required, **optional
    )


def _layers(table: str, shape: _Shape) -> Iterator[Texts]:
    yield column_defaults(table, shape.name)
    if shape.data_type == "date":
        yield _both("unit", DATE) | _both("warning", OTHER_ERA)
    if shape.data_type == "moment":
        yield _both("unit", _MOMENT)
    lines = [line for line in text_lines("columns") if applies(line, table, shape.name)]
    yield from (line for line in lines if line["table_name"] == _EVERYWHERE)
    of_model = model_columns(table)
    if shape.name in of_model:
        yield model_texts(of_model[shape.name])
    elif shape.name in _quantities():
        yield _quantities()[shape.name]
    yield sum_texts_of_columns().get((table, shape.name), {})
    yield from (line for line in lines if line["table_name"] != _EVERYWHERE)


def _table_shapes(table: Table) -> list[_Shape]:
    of_table = METADATA.tables[_told_of(table.name)]
    return [
        _Shape(
            each.name,
            _data_type(each),
            is_key=each.primary_key,
            # A history's columns are all nullable: what its table demanded at the time is not its business.
            is_nullable=bool(of_table.c.get(each.name, each).nullable),
        )
        for each in table.columns
    ]


def _data_type(column: Column[Any]) -> str:
    return next(name for type_, name in _TYPES if isinstance(column.type, type_))


def _told_of(table: str) -> str:
    """The table that a table of history is about; any other itself."""
    return next((name for name, history in HISTORY_TABLES.items() if history.name == table), table)


def _both(name: str, said: Bilingual | None) -> dict[str, str]:
    return {f"{name}_th": said.th, f"{name}_en": said.en} if said else {}


def _breadth(pattern: str) -> int:
    return 2 if pattern == _EVERYWHERE else int("*" in pattern)


def _place(table: str) -> tuple[bool, int]:
    """Tables of history come last; the sort leaves the rest of the order as it is."""
    return table != _told_of(table), next(
        place for place, prefix in enumerate(_ORDER) if table.startswith(prefix)
    )
