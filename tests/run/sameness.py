"""What a warehouse says, without what may differ between two that say the same.

Surrogate keys are replaced by what they stand for, runs are left out, and of a moment stays only whether
there is one.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any, Self

import openpyxl
from sqlalchemy import Column, Engine, Row, Table, select

from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.tables.collection import METADATA
from edusandbox.warehouse.tables.metadata import UtcDateTime
from tests.run.expendable import Installation

NATURAL_KEYS: Mapping[str, tuple[str, ...]] = {
    "dim_agency": ("agency_code", "valid_from_date"),
    "dim_period": ("period_code",),
    "dim_school": ("smis_code", "ministry_code", "obec_code"),
    "ops_delivery": ("agency_id", "sha256"),
    "ops_submission": ("agency_id", "form_code", "period_id", "version"),
}
"""What a row of these tables is known by; other tables' keys are codes."""

ORDERED_WITHIN: Mapping[str, tuple[str, ...]] = {
    "ops_arrival": ("agency_id", "path"),
    "ops_issue": ("delivery_id", "submission_id"),
}
"""Tables whose rows stand in an order, and within what."""

LEFT_OUT = {"ops_run"}
Said = Mapping[str, Counter[Hashable]]


def said_by(engine: Engine) -> Said:
    """Rows by table; a reference to a row that is not there raises KeyError."""
    return _Saying(engine).tables()


class _Saying:
    def __init__(self, engine: Engine) -> None:
        with engine.connect() as connection:
            self._rows: dict[str, list[Row[Any]]] = {
                table.name: list(connection.execute(select(table).order_by(*table.primary_key.columns)))
                for table in METADATA.sorted_tables
            }
        self._names: dict[str, dict[int, Hashable]] = {}
        for table in METADATA.sorted_tables:
            if table.name in NATURAL_KEYS:
                self._names[_key_of(table)] = self._name_rows(table)

    def tables(self) -> Said:
        return {
            table.name: self._said_in(table) for table in METADATA.sorted_tables if table.name not in LEFT_OUT
        }

    def _name_rows(self, table: Table) -> dict[int, Hashable]:
        key = _key_of(table)
        columns = [table.c[each] for each in NATURAL_KEYS[table.name]]
        names = {
            row._mapping[key]: tuple(self._plain(column, row) for column in columns)
            for row in self._rows[table.name]
        }
        assert len(set(names.values())) == len(names), f"{table.name} has a row twice"
        return names

    def _said_in(self, table: Table) -> Counter[Hashable]:
        numbers: defaultdict[Hashable, count[int]] = defaultdict(count)
        own = _key_of(table) if _has_surrogate_key(table) else None
        said: Counter[Hashable] = Counter()
        for row in self._rows[table.name]:
            plain = {
                column.name: self._plain(column, row)
                for column in table.columns
                if column.name not in ("run_id", own)
            }
            if table.name in ORDERED_WITHIN:
                within = tuple(plain[each] for each in ORDERED_WITHIN[table.name])
                plain["number"] = next(numbers[within])
            said[tuple(plain.items())] += 1
        return said

    def _plain(self, column: Column[Any], row: Row[Any]) -> Hashable:
        value: Hashable = row._mapping[column.name]
        if isinstance(column.type, UtcDateTime):
            return value is not None
        key = "school_id" if column.name == "same_as_school_id" else column.name
        names = self._names.get(key)
        return value if names is None or value is None else names[value]  # type: ignore[index] # integer keys


def _key_of(table: Table) -> str:
    return next(iter(table.primary_key.columns)).name


def _has_surrogate_key(table: Table) -> bool:
    return table.name in NATURAL_KEYS or table.name in ORDERED_WITHIN


def differences(said: Said, expected: Said) -> dict[str, tuple[list[Hashable], list[Hashable]]]:
    """By table, the rows that are too many and those that are missing; empty where both say the same."""
    return {
        name: (list(said[name] - expected[name]), list(expected[name] - said[name]))
        for name in expected
        if said[name] != expected[name]
    }


def issues_in_marked_workbooks(inbox: Path) -> dict[str, list[tuple[object, ...]]]:
    """The list of issues of each marked workbook, by its place."""
    return {
        path.relative_to(inbox).as_posix(): [
            tuple(row) for row in openpyxl.load_workbook(path)["รายการ"].iter_rows(values_only=True)
        ]
        for path in sorted(inbox.glob("*/out/**/*.xlsx"))
    }


@dataclass(frozen=True)
class Whole:
    """All that a run leaves: the warehouse, the marked workbooks, the landing store."""

    warehouse: Said
    marked: Mapping[str, list[tuple[object, ...]]]
    kept: set[str]

    @classmethod
    def of(cls, installation: Installation) -> Self:
        engine = open_warehouse(installation.warehouse_url)
        try:
            said = said_by(engine)
        finally:
            engine.dispose()
        folder = installation.folder
        return cls(said, issues_in_marked_workbooks(folder / "inbox"), files_kept(folder / "landing"))

    def must_equal(self, expected: "Whole") -> None:
        found = differences(self.warehouse, expected.warehouse)
        assert not found, found
        told = {name: issues for name, issues in self.marked.items() if expected.marked.get(name) != issues}
        assert self.marked == expected.marked, (told, self.marked.keys() ^ expected.marked.keys())
        assert self.kept == expected.kept, self.kept ^ expected.kept


def files_kept(landing: Path) -> set[str]:
    """Digests of the files in the landing store."""
    return {path.name for path in landing.rglob("*") if path.is_file() and not path.name.startswith(".")}
