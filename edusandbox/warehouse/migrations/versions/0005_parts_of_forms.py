"""Versions of each part of a form, what is owed by part, and the day by which a run decided."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_PART = "part_code"
_VERSION_KEY = ("agency_id", "form_code", "period_id", "version")
_VERSION_KEY_WITH_PART = ("agency_id", "form_code", "part_code", "period_id", "version")
_OWED_PART = ("agency_id", "form_code", "part_code", "period_id")


def upgrade() -> None:
    """Adds the columns: what there is belongs to forms without parts, and no earlier run says its day."""
    op.execute("ALTER TABLE ops_run ADD COLUMN today_date DATE")
    if op.get_bind().dialect.name == "sqlite":
        # SQLite changes no key of a table that stands.
        _remake_submissions()
        _remake_obligations("ops_obligation", _OWED_PART)
        _remake_obligations("ops_obligation_history", (*_OWED_PART, "recorded_at"))
        return
    for table in ("ops_submission", "ops_obligation", "ops_obligation_history"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN {_PART} TEXT DEFAULT '' NOT NULL")
        op.execute(f"ALTER TABLE {table} ALTER COLUMN {_PART} DROP DEFAULT")
    op.drop_constraint(op.f(f"uq_ops_submission_{'_'.join(_VERSION_KEY)}"), "ops_submission", type_="unique")
    op.create_unique_constraint(
        op.f(f"uq_ops_submission_{'_'.join(_VERSION_KEY_WITH_PART)}"),
        "ops_submission",
        _VERSION_KEY_WITH_PART,
    )
    op.drop_index("uq_ops_submission_current", "ops_submission")
    _create_index_of_current()
    for table, further in (("ops_obligation", ()), ("ops_obligation_history", ("recorded_at",))):
        op.drop_constraint(op.f(f"pk_{table}"), table, type_="primary")
        op.create_primary_key(op.f(f"pk_{table}"), table, [*_OWED_PART, *further])


def _create_index_of_current() -> None:
    op.create_index(
        "uq_ops_submission_current",
        "ops_submission",
        [*_OWED_PART],
        unique=True,
        sqlite_where=sa.text("is_current"),
        postgresql_where=sa.text("is_current"),
    )


def _remake_submissions() -> None:
    """Other tables refer to this one: its rows are back before the references are looked at."""
    op.execute("PRAGMA defer_foreign_keys = ON")
    op.execute("CREATE TABLE old_submission AS SELECT * FROM ops_submission")
    op.drop_table("ops_submission")
    references = {
        "agency_id": "dim_agency",
        "period_id": "dim_period",
        "delivery_id": "ops_delivery",
        "run_id": "ops_run",
        "province_id": "dim_province",
    }
    columns: list[sa.Column[Any]] = [
        sa.Column("submission_id", sa.Integer, nullable=False),
        *_whole("agency_id"),
        *_texts("form_code"),
        *_whole("period_id", "version", "delivery_id"),
        sa.Column("run_id", sa.Integer),
        *_texts("layout_code", "verdict", "status"),
        sa.Column("is_current", sa.Boolean, nullable=False),
        *_texts("content_hash"),
        *_whole("row_count", "row_count_loaded", "row_count_set_aside"),
        *_whole("error_count", "query_count", "notice_count"),
        sa.Column("loaded_at", _MOMENT, nullable=False),
        sa.Column("closed_at", _MOMENT),
        sa.Column("province_id", sa.SmallInteger),
    ]
    op.create_table(
        "ops_submission",
        *columns,
        *_texts(_PART),
        sa.PrimaryKeyConstraint("submission_id", name=op.f("pk_ops_submission")),
        sa.UniqueConstraint(
            *_VERSION_KEY_WITH_PART, name=op.f(f"uq_ops_submission_{'_'.join(_VERSION_KEY_WITH_PART)}")
        ),
        *(_reference("ops_submission", *reference) for reference in references.items()),
    )
    op.create_index("ix_ops_submission_delivery_id", "ops_submission", ["delivery_id"])
    _create_index_of_current()
    _bring_back("ops_submission", "old_submission", [column.name for column in columns])


def _remake_obligations(table: str, key: tuple[str, ...]) -> None:
    op.execute(f"CREATE TABLE old_obligation AS SELECT * FROM {table}")  # noqa: S608 - our own names
    op.drop_table(table)
    is_history = table.endswith("_history")
    columns: list[sa.Column[Any]] = [
        sa.Column("agency_id", sa.Integer, nullable=False, autoincrement=False),
        *_texts("form_code"),
        sa.Column("period_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("due_date", sa.Date, nullable=is_history),
    ]
    if is_history:
        columns += [sa.Column("recorded_at", _MOMENT, nullable=False), sa.Column("replaced_at", _MOMENT)]
    references = {} if is_history else {"agency_id": "dim_agency", "period_id": "dim_period"}
    op.create_table(
        table,
        *columns,
        *_texts(_PART),
        sa.PrimaryKeyConstraint(*key, name=op.f(f"pk_{table}")),
        *(_reference(table, *reference) for reference in references.items()),
    )
    _bring_back(table, "old_obligation", [column.name for column in columns])


def _bring_back(table: str, copy: str, columns: list[str]) -> None:
    listed = ", ".join(columns)
    op.execute(
        f"INSERT INTO {table} ({listed}, {_PART}) SELECT {listed}, '' FROM {copy}"  # noqa: S608 - our own names
    )
    op.drop_table(copy)


def _texts(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.Text, nullable=False) for name in names]


def _whole(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.{column}"], name=op.f(f"fk_{table}_{column}"))
