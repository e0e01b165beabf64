"""Whether rows hold together where the database does not see to it."""

import functools
from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    ForeignKeyConstraint,
    FromClause,
    Select,
    Table,
    Text,
    and_,
    cast,
    column,
    func,
    literal,
    or_,
    select,
    text,
    union,
)

from edusandbox.form_parts import form_and_part
from edusandbox.warehouse.checks.findings import Check, Finding
from edusandbox.warehouse.marts.sum_views import sums_from_facts
from edusandbox.warehouse.tables.code_lists import CODE_LIST_TABLES
from edusandbox.warehouse.tables.collection import DECLARED_SUMS, FACT_TABLES, METADATA, SUM_TABLES
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period, dim_province
from edusandbox.warehouse.tables.operation_tables import (
    ops_cell_source,
    ops_delivery,
    ops_run,
    ops_submission,
    ops_submission_column,
)
from schemas.codes import JOINED_BY
from schemas.fact_rows import NO_SUCH_CELL


def row_findings(connection: Connection) -> list[Finding]:
    """Where rows refer to nothing, contradict each other, or say what another row does not bear out.

    Args:
        connection: To a warehouse with tables of the newest version.
    """
    findings = [*_orphans(connection), *_current_versions(connection), *_provinces(connection)]
    if findings:
        # Facts that are wrong otherwise would be told once more, as sums or cells that are not theirs.
        return findings
    of_facts = [found for table in FACT_TABLES.values() for found in _cells(connection, table)]
    return of_facts + [found for table in SUM_TABLES.values() for found in _sums(connection, table)]


def file_findings(connection: Connection) -> list[Finding]:
    """Where SQLite does not find its file whole; PostgreSQL has means of its own."""
    if connection.dialect.name != "sqlite":
        return []
    said = connection.scalars(text("PRAGMA integrity_check")).all()
    return [Finding(Check.FILE, "warehouse", f"SQLite says: {each}") for each in said if each != "ok"]


def _orphans(connection: Connection) -> Iterator[Finding]:
    """Rows whose reference leads nowhere, also where the database does not enforce it."""
    for table in METADATA.sorted_tables:
        for constraint in sorted(table.foreign_key_constraints, key=lambda each: list(each.column_keys)):
            count = connection.scalar(_orphan_count(table, constraint)) or 0
            if count:
                (column,) = constraint.column_keys
                target = constraint.referred_table.name
                message = f"{_rows(count)} of {table.name} with a {column} that {target} has not"
                yield Finding(Check.REFERENCES, table.name, message)


def _orphan_count(table: Table, constraint: ForeignKeyConstraint) -> Select[int]:
    (element,) = constraint.elements
    # A table may refer to itself.
    target = element.column.table.alias("target")
    there = select(1).where(target.c[element.column.name] == element.parent).exists()
    return select(func.count()).select_from(table).where(element.parent.is_not(None), ~there)


def _current_versions(connection: Connection) -> Iterator[Finding]:
    of_return = (
        dim_agency.c.agency_code,
        ops_submission.c.form_code,
        ops_submission.c.part_code,
        dim_period.c.period_code,
    )
    twice = (
        select(*of_return, func.count())
        .join_from(ops_submission, dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(ops_submission.c.is_current)
        .group_by(*of_return)
        .having(func.count() > 1)
        .order_by(*of_return)
    )
    name = ops_submission.name
    for agency, form, part, period, count in connection.execute(twice):
        message = f"{form_and_part(form, part)} of {agency} for {period} has {count} current versions"
        yield Finding(Check.VERSIONS, name, message)
    closed = select(func.count()).where(ops_submission.c.is_current, ops_submission.c.closed_at.is_not(None))
    if count := connection.scalar(closed):
        yield Finding(Check.VERSIONS, name, f"{_rows(count)} of {name} that is current and closed at once")


def _provinces(connection: Connection) -> Iterator[Finding]:
    """A submission's province is that of the run that loaded it, or else of the run that fetched it."""
    loaded = func.coalesce(ops_submission.c.run_id, ops_delivery.c.run_id)
    wrong = (
        select(func.count())
        .select_from(ops_submission)
        .join(ops_delivery, ops_delivery.c.delivery_id == ops_submission.c.delivery_id)
        .join(ops_run, ops_run.c.run_id == loaded)
        .outerjoin(
            dim_province,
            and_(
                dim_province.c.province_id == ops_submission.c.province_id,
                dim_province.c.province_code == ops_run.c.province_code,
            ),
        )
        .where(dim_province.c.province_id.is_(None))
    )
    name = ops_submission.name
    if count := connection.scalar(wrong):
        yield Finding(Check.PLACES, name, f"{_rows(count)} of {name} with another province than their run")


def _cells(connection: Connection, facts: Table) -> Iterator[Finding]:
    """Values of which nothing says in which column they stand: trace could not end at their cells."""
    for value in facts.columns:
        if "mark_column" not in value.info:
            continue
        count = connection.scalar(_cellless_count(facts, value))
        if count:
            message = f"{_rows(count)} of {facts.name} with a {value.name} whose cell cannot be named"
            yield Finding(Check.PLACES, facts.name, message)


def _cellless_count(facts: Table, value: Column[Any]) -> Select[int]:
    keys = [each for each in facts.primary_key.columns if each.name not in {"submission_id", "school_id"}]
    lists = {name: CODE_LIST_TABLES[name] for each in keys if (name := each.info.get("dimension"))}
    codes: list[ColumnElement[str]] = [
        CODE_LIST_TABLES[name].c[f"{name}_code"] if (name := each.info.get("dimension")) else cast(each, Text)
        for each in keys
    ]
    together = functools.reduce(
        lambda joined, code: joined.concat(JOINED_BY).concat(code),
        codes[1:],
        codes[0] if codes else literal(""),
    )
    named, moved = ops_submission_column.c, ops_cell_source.c
    is_named = select(1).where(
        named.submission_id == facts.c.submission_id,
        named.sheet_number == facts.c.source_sheet_number,
        named.field == value.name,
        named.code.in_([together, *codes, ""]),
    )
    is_moved = select(1).where(
        moved.submission_id == facts.c.submission_id,
        moved.fact_table == facts.name,
        moved.school_id == facts.c.school_id if "school_id" in facts.c else moved.school_id.is_(None),
        moved.key_codes == together,
        moved.field == value.name,
    )
    source: FromClause = facts
    for name, table in lists.items():
        source = source.join(table, table.c[f"{name}_id"] == facts.c[f"{name}_id"])
    mark = facts.c[value.info["mark_column"]]
    has_cell = or_(mark.is_(None), mark != NO_SUCH_CELL)
    return select(func.count()).select_from(source).where(has_cell, ~is_named.exists(), ~is_moved.exists())


def _sums(connection: Connection, sums: Table) -> Iterator[Finding]:
    statement = text(sums_from_facts(DECLARED_SUMS[sums.name]))
    counted = statement.columns(*(column(each.name) for each in sums.columns))
    facts = counted.subquery("counted")
    kept = select(sums)
    anew = select(*(facts.c[each.name] for each in sums.columns))
    keys = [each.name for each in sums.primary_key.columns]
    differing = union(
        *(
            select(*(each.c[key] for key in keys))
            for each in (kept.except_(anew).subquery("unfounded"), anew.except_(kept).subquery("lacking"))
        )
    )
    if count := connection.scalar(select(func.count()).select_from(differing.subquery("differing"))):
        yield Finding(Check.SUMS, sums.name, f"{_rows(count)} of {sums.name} that its facts do not add up to")


def _rows(count: int) -> str:
    return "There is 1 row" if count == 1 else f"There are {count:,} rows"
