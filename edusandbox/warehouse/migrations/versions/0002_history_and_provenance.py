"""Province and period in every fact, histories of what changes, arrivals, answers, the dictionary.

Only fact tables are made anew, and only on SQLite, which cannot add a column that must be filled: nothing
refers to them. Elsewhere columns are added in place, so that grants and other people's views stay.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)
_ADDED_COLUMNS = (
    ("dim_school", "same_as_school_id", "INTEGER", "dim_school (school_id)"),
    ("ops_run", "flow_run_id", "TEXT", None),
    ("ops_run", "rules_version", "TEXT", None),
    ("ops_delivery", "answered_at", "MOMENT", None),
    ("ops_submission", "run_id", "INTEGER", "ops_run (run_id)"),
    ("ops_issue", "closed_at", "MOMENT", None),
)
_MOMENT_TYPES = {"sqlite": "DATETIME", "postgresql": "TIMESTAMP WITH TIME ZONE"}
_KEYS: Mapping[str, tuple[str, ...]] = {
    "fact_school": ("school",),
    "fact_enrolment": ("school", "grade", "sex"),
    "fact_classroom": ("school", "grade"),
}
_REMEMBERED: Mapping[str, tuple[str, ...]] = {
    "dim_agency": (
        "agency_id",
        "agency_code",
        "name_th",
        "name_en",
        "kind",
        "area4_code",
        "area8_code",
        "area6_code",
        "valid_from_date",
        "valid_to_date",
    ),
    "dim_period": (
        "period_id",
        "period_code",
        "kind",
        "year_be",
        "semester",
        "start_date",
        "end_date",
        "due_date",
        "order_date",
    ),
    "dim_school": ("school_id", "smis_code", "ministry_code", "obec_code", "same_as_school_id"),
    "ops_obligation": ("agency_id", "form_code", "period_id", "due_date"),
}
_TYPES: Mapping[str, type[sa.types.TypeEngine[Any]]] = {
    "agency_id": sa.Integer,
    "period_id": sa.Integer,
    "school_id": sa.Integer,
    "same_as_school_id": sa.Integer,
    "year_be": sa.SmallInteger,
    "semester": sa.SmallInteger,
    "valid_from_date": sa.Date,
    "valid_to_date": sa.Date,
    "start_date": sa.Date,
    "end_date": sa.Date,
    "due_date": sa.Date,
    "order_date": sa.Date,
}


def upgrade() -> None:
    """Adds tables and columns, and fills what the first release's rows tell."""
    for table, column, kind, target in _ADDED_COLUMNS:
        _add_column(table, column, kind, target)
    _fill_runs_and_answers()
    _make_provinces()
    _make_arrivals()
    for table, columns in _REMEMBERED.items():
        _make_history(table, columns)
    _make_dictionary()
    _drop_references("ops_submission_school", ("submission_id", "school_id"))
    for table in _KEYS:
        if op.get_bind().dialect.name == "sqlite":
            _remake_facts(table)
        else:
            _alter_facts(table)


def _add_column(table: str, column: str, kind: str, target: str | None) -> None:
    # Written out because Alembic cannot add a column with its reference on SQLite, which can.
    sql_type = _MOMENT_TYPES[op.get_bind().dialect.name] if kind == "MOMENT" else kind
    reference = f" CONSTRAINT fk_{table}_{column} REFERENCES {target}" if target else ""
    op.execute(f"ALTER TABLE {table} ADD COLUMN {column} {sql_type}{reference}")


def _fill_runs_and_answers() -> None:
    """A submission was loaded by the newest run that was under way; an ended delivery was answered by it."""
    op.execute(
        "UPDATE ops_submission SET run_id = ("
        "SELECT MAX(ops_run.run_id) FROM ops_run WHERE ops_run.started_at <= ops_submission.loaded_at "
        "AND (ops_run.finished_at IS NULL OR ops_run.finished_at >= ops_submission.loaded_at))"
    )
    op.execute(
        "UPDATE ops_delivery SET answered_at = COALESCE("
        "(SELECT ops_run.finished_at FROM ops_run WHERE ops_run.run_id = ops_delivery.run_id), received_at) "
        "WHERE status IS NOT NULL"
    )


def _make_provinces() -> None:
    """The first release knew only codes; the next run brings the names in from the registry."""
    op.create_table(
        "dim_province",
        sa.Column("province_id", sa.SmallInteger, autoincrement=False),
        _text("province_code"),
        _text("name_th"),
        _text("name_en"),
        _primary_key("dim_province", "province_id"),
        sa.UniqueConstraint("province_code", name=op.f("uq_dim_province_province_code")),
    )
    op.execute(
        "INSERT INTO dim_province (province_id, province_code, name_th, name_en) "
        "SELECT DISTINCT CAST(province_code AS SMALLINT), province_code, province_code, province_code "
        "FROM ops_run"
    )


def _make_arrivals() -> None:
    op.create_table(
        "ops_arrival",
        sa.Column("arrival_id", sa.Integer),
        sa.Column("agency_id", sa.Integer, nullable=False),
        _text("path"),
        _text("sha256"),
        sa.Column("run_id", sa.Integer, nullable=False),
        sa.Column("arrived_at", _MOMENT, nullable=False),
        _primary_key("ops_arrival", "arrival_id"),
        _reference("ops_arrival", "agency_id", "dim_agency"),
        _reference("ops_arrival", "run_id", "ops_run"),
    )
    op.create_index("ix_ops_arrival_agency_id_path", "ops_arrival", ["agency_id", "path"])
    op.execute(
        "INSERT INTO ops_arrival (agency_id, path, sha256, run_id, arrived_at) "
        "SELECT agency_id, path, sha256, run_id, received_at FROM ops_delivery ORDER BY delivery_id"
    )


def _make_history(table: str, columns: tuple[str, ...]) -> None:
    """What is known now has been so since the first run, as far as anybody can say."""
    keys = ["agency_id", "form_code", "period_id"] if table == "ops_obligation" else [columns[0]]
    history = f"{table}_history"
    # The first release's rules of what may be empty hold for the past too; nothing enforces them there.
    op.create_table(
        history,
        *(
            sa.Column(each, _TYPES.get(each, sa.Text), autoincrement=False, nullable=each not in keys)
            for each in columns
        ),
        sa.Column("recorded_at", _MOMENT, nullable=False),
        sa.Column("replaced_at", _MOMENT),
        _primary_key(history, *keys, "recorded_at"),
    )
    listed = ", ".join(columns)
    statement = (
        f"INSERT INTO {history} ({listed}, recorded_at) "  # noqa: S608 - our own names
        f"SELECT {listed}, COALESCE((SELECT MIN(started_at) FROM ops_run), "
        f"(SELECT MIN(loaded_at) FROM ops_submission), :now) FROM {table}"
    )
    op.execute(sa.text(statement).bindparams(sa.bindparam("now", datetime.now(UTC), _MOMENT)))


def _make_dictionary() -> None:
    op.create_table(
        "ops_dictionary_table",
        _text("table_name"),
        _text("meaning_th"),
        _text("meaning_en"),
        sa.Column("warning_th", sa.Text),
        sa.Column("warning_en", sa.Text),
        _primary_key("ops_dictionary_table", "table_name"),
    )
    optional = ("unit_th", "unit_en", "code_list", "mark_column", "missing_th", "missing_en")
    op.create_table(
        "ops_dictionary_column",
        _text("table_name"),
        _text("column_name"),
        sa.Column("position", sa.SmallInteger, nullable=False),
        _text("data_type"),
        sa.Column("is_key", sa.Boolean, nullable=False),
        _text("title_th"),
        _text("meaning_th"),
        _text("meaning_en"),
        *(sa.Column(each, sa.Text) for each in (*optional, "warning_th", "warning_en")),
        _primary_key("ops_dictionary_column", "table_name", "column_name"),
        _reference("ops_dictionary_column", "table_name", "ops_dictionary_table"),
    )


def _drop_references(table: str, columns: Iterable[str]) -> None:
    """PostgreSQL asks about each row and key by itself, which slows the COPY: no references there."""
    if op.get_bind().dialect.name == "postgresql":
        for column in columns:
            op.drop_constraint(op.f(f"fk_{table}_{column}"), table, type_="foreignkey")


def _alter_facts(table: str) -> None:
    _drop_references(table, [f"{key}_id" for key in ("submission", *_KEYS[table])])
    op.execute(f"ALTER TABLE {table} ADD COLUMN province_id SMALLINT, ADD COLUMN period_id SMALLINT")
    op.execute(
        f"UPDATE {table} AS fact SET province_id = place.province_id, period_id = place.period_id "  # noqa: S608
        f"FROM ({_places()}) AS place WHERE place.submission_id = fact.submission_id"
    )
    for column in ("province_id", "period_id"):
        op.alter_column(table, column, nullable=False)


def _remake_facts(table: str) -> None:
    keys = [f"{each}_id" for each in ("submission", *_KEYS[table])]
    others = _other_columns(table)
    op.create_table(
        f"{table}_new",
        sa.Column("submission_id", sa.Integer, nullable=False),
        *(
            sa.Column(each, sa.Integer if each == "school_id" else sa.SmallInteger, nullable=False)
            for each in keys[1:]
        ),
        sa.Column("province_id", sa.SmallInteger, nullable=False),
        sa.Column("period_id", sa.SmallInteger, nullable=False),
        *others,
        _primary_key(table, *keys),
        _reference(table, "submission_id", "ops_submission"),
        *(_reference(table, f"{each}_id", f"dim_{each}") for each in ("province", "period", *_KEYS[table])),
        *_checks(table, others),
        sqlite_with_rowid=False,
    )
    kept = ", ".join([*keys, *(each.name for each in others)])
    of_fact = ", ".join(f"fact.{each}" for each in kept.split(", "))
    op.execute(
        f"INSERT INTO {table}_new ({kept}, province_id, period_id) "  # noqa: S608 - our own names
        f"SELECT {of_fact}, place.province_id, place.period_id FROM {table} AS fact "
        f"JOIN ({_places()}) AS place ON place.submission_id = fact.submission_id "
        f"ORDER BY {', '.join(f'fact.{each}' for each in keys)}"
    )
    op.drop_table(table)
    # Otherwise SQLite looks into every view first, and somebody's own may read a mart that is gone just now.
    op.execute("PRAGMA legacy_alter_table = ON")
    op.rename_table(f"{table}_new", table)
    op.execute("PRAGMA legacy_alter_table = OFF")


def _places() -> str:
    """Province and period of each submission; the run that loaded it, or that fetched it, says where."""
    return (
        "SELECT ops_submission.submission_id, ops_submission.period_id, dim_province.province_id "
        "FROM ops_submission JOIN ops_delivery ON ops_delivery.delivery_id = ops_submission.delivery_id "
        "JOIN ops_run ON ops_run.run_id = COALESCE(ops_submission.run_id, ops_delivery.run_id) "
        "JOIN dim_province ON dim_province.province_code = ops_run.province_code"
    )


def _other_columns(table: str) -> list[sa.Column[Any]]:
    source: list[sa.Column[Any]] = [
        sa.Column("source_sheet_number", sa.SmallInteger, nullable=False),
        sa.Column("source_row", sa.Integer, nullable=False),
    ]
    if table == "fact_school":
        names = ("school_type_th", "subdistrict_name_th", "district_name_th")
        said: list[sa.Column[Any]] = [_text("school_name_th"), *(sa.Column(each, sa.Text) for each in names)]
        return [*source, *said, sa.Column("established_date", sa.Date)]
    count = "pupil_count" if table == "fact_enrolment" else "classroom_count"
    cell: list[sa.Column[Any]] = [
        sa.Column("source_column", sa.SmallInteger, nullable=False),
        sa.Column("mark_code", sa.Text),
    ]
    return [*source, *cell, sa.Column(count, sa.Integer)]


def _checks(table: str, columns: list[sa.Column[Any]]) -> list[sa.CheckConstraint]:
    conditions = {
        "source_sheet_number": "source_sheet_number >= 1",
        "source_row": "source_row >= 1",
        "source_column": "source_column >= 1",
        "mark_code": "mark_code IN ('x', 'c')",
        "pupil_count": "pupil_count >= 0",
        "classroom_count": "classroom_count >= 0",
    }
    return [
        sa.CheckConstraint(conditions[each.name], name=op.f(f"ck_{table}_{each.name}"))
        for each in columns
        if each.name in conditions
    ]


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _primary_key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.{column}"], name=op.f(f"fk_{table}_{column}"))
