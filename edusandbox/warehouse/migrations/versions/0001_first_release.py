"""Tables of the first release (0.1.0), which made them without a table of versions."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes every table that the first release made."""
    _make_dimensions()
    _make_code_lists()
    _make_runs_and_deliveries()
    _make_submissions()
    _make_issues()
    _make_obligations()
    _make_facts()


def _make_dimensions() -> None:
    op.create_table(
        "dim_agency",
        sa.Column("agency_id", sa.Integer),
        *_texts("agency_code", "name_th", "name_en", "kind"),
        sa.Column("area4_code", sa.Text),
        sa.Column("area8_code", sa.Text),
        sa.Column("area6_code", sa.Text),
        sa.Column("valid_from_date", sa.Date, nullable=False),
        sa.Column("valid_to_date", sa.Date),
        _primary_key("dim_agency", "agency_id"),
        _unique("dim_agency", "agency_code", "valid_from_date"),
    )
    op.create_table(
        "dim_period",
        sa.Column("period_id", sa.Integer),
        *_texts("period_code", "kind"),
        sa.Column("year_be", sa.SmallInteger, nullable=False),
        sa.Column("semester", sa.SmallInteger, nullable=False),
        sa.Column("start_date", sa.Date),
        sa.Column("end_date", sa.Date),
        sa.Column("due_date", sa.Date),
        sa.Column("order_date", sa.Date, nullable=False),
        _primary_key("dim_period", "period_id"),
        _unique("dim_period", "period_code"),
    )
    op.create_table(
        "dim_school",
        sa.Column("school_id", sa.Integer, autoincrement=False),
        sa.Column("smis_code", sa.Text),
        sa.Column("ministry_code", sa.Text),
        sa.Column("obec_code", sa.Text),
        _primary_key("dim_school", "school_id"),
        *(_unique("dim_school", each) for each in ("smis_code", "ministry_code", "obec_code")),
    )


def _make_code_lists() -> None:
    op.create_table(
        "dim_grade",
        sa.Column("grade_id", sa.SmallInteger, autoincrement=False),
        _text("grade_code"),
        sa.Column("parent_code", sa.Text),
        *_texts("name_th", "name_en"),
        _primary_key("dim_grade", "grade_id"),
        _unique("dim_grade", "grade_code"),
    )
    op.create_table(
        "dim_grade_total",
        _text("total_code"),
        sa.Column("parent_code", sa.Text),
        *_texts("name_th", "name_en"),
        _primary_key("dim_grade_total", "total_code"),
    )
    op.create_table(
        "dim_mark",
        *_texts("mark_code", "name_th", "name_en"),
        _primary_key("dim_mark", "mark_code"),
    )
    op.create_table(
        "dim_sex",
        sa.Column("sex_id", sa.SmallInteger, autoincrement=False),
        *_texts("sex_code", "name_th", "name_en"),
        _primary_key("dim_sex", "sex_id"),
        _unique("dim_sex", "sex_code"),
    )


def _make_runs_and_deliveries() -> None:
    op.create_table("ops_definition", _text("name"), _text("sha256"), _primary_key("ops_definition", "name"))
    op.create_table(
        "ops_run",
        sa.Column("run_id", sa.Integer),
        *_texts("province_code", "period_code"),
        sa.Column("flow_run_name", sa.Text),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("finished_at", _MOMENT),
        *_texts("code_version", "config_hash", "state"),
        _primary_key("ops_run", "run_id"),
    )
    op.create_table(
        "ops_delivery",
        sa.Column("delivery_id", sa.Integer),
        _number("agency_id"),
        _number("run_id"),
        *_texts("sha256", "file_name", "path"),
        _number("size_bytes"),
        sa.Column("received_at", _MOMENT, nullable=False),
        sa.Column("status", sa.Text),
        sa.Column("bytes_removed_at", _MOMENT),
        _primary_key("ops_delivery", "delivery_id"),
        _unique("ops_delivery", "agency_id", "sha256"),
        _reference("ops_delivery", "agency_id", "dim_agency"),
        _reference("ops_delivery", "run_id", "ops_run"),
    )


def _make_submissions() -> None:
    op.create_table(
        "ops_submission",
        sa.Column("submission_id", sa.Integer),
        _number("agency_id"),
        _text("form_code"),
        _number("period_id"),
        _number("version"),
        _number("delivery_id"),
        *_texts("layout_code", "verdict", "status"),
        sa.Column("is_current", sa.Boolean, nullable=False),
        _text("content_hash"),
        _number("row_count"),
        _number("row_count_loaded"),
        _number("row_count_set_aside"),
        _number("error_count"),
        _number("query_count"),
        _number("notice_count"),
        sa.Column("loaded_at", _MOMENT, nullable=False),
        sa.Column("closed_at", _MOMENT),
        _primary_key("ops_submission", "submission_id"),
        _unique("ops_submission", "agency_id", "form_code", "period_id", "version"),
        _reference("ops_submission", "agency_id", "dim_agency"),
        _reference("ops_submission", "period_id", "dim_period"),
        _reference("ops_submission", "delivery_id", "ops_delivery"),
    )
    op.create_index("ix_ops_submission_delivery_id", "ops_submission", ["delivery_id"])
    op.create_index(
        "uq_ops_submission_current",
        "ops_submission",
        ["agency_id", "form_code", "period_id"],
        unique=True,
        sqlite_where=sa.text("is_current"),
        postgresql_where=sa.text("is_current"),
    )
    op.create_table(
        "ops_submission_sheet",
        _number("submission_id"),
        sa.Column("sheet_number", sa.SmallInteger, nullable=False),
        _text("sheet_name"),
        _primary_key("ops_submission_sheet", "submission_id", "sheet_number"),
        _reference("ops_submission_sheet", "submission_id", "ops_submission"),
    )
    op.create_table(
        "ops_submission_school",
        _number("submission_id"),
        _number("school_id"),
        _text("school_code"),
        sa.Column("school_name", sa.Text),
        sa.Column("source_sheet_number", sa.SmallInteger, nullable=False),
        _number("source_row"),
        _primary_key("ops_submission_school", "submission_id", "school_id"),
        _reference("ops_submission_school", "submission_id", "ops_submission"),
        _reference("ops_submission_school", "school_id", "dim_school"),
        sqlite_with_rowid=False,
    )


def _make_issues() -> None:
    op.create_table(
        "ops_issue",
        sa.Column("issue_id", sa.Integer),
        _number("delivery_id"),
        sa.Column("submission_id", sa.Integer),
        *_texts("rule_code", "severity"),
        sa.Column("sheet_name", sa.Text),
        sa.Column("sheet_row", sa.Integer),
        sa.Column("sheet_column", sa.Integer),
        sa.Column("cell", sa.Text),
        sa.Column("header", sa.Text),
        sa.Column("cell_value", sa.Text),
        sa.Column("school_code", sa.Text),
        sa.Column("school_name", sa.Text),
        *_texts("message_th", "message_en", "remedy_th", "remedy_en", "owner"),
        _number("cell_count"),
        _primary_key("ops_issue", "issue_id"),
        _reference("ops_issue", "delivery_id", "ops_delivery"),
        _reference("ops_issue", "submission_id", "ops_submission"),
    )
    op.create_index("ix_ops_issue_delivery_id", "ops_issue", ["delivery_id"])
    op.create_index("ix_ops_issue_submission_id", "ops_issue", ["submission_id"])
    op.create_table(
        "ops_set_aside_row",
        _number("submission_id"),
        sa.Column("source_sheet_number", sa.SmallInteger, nullable=False),
        _number("source_row"),
        sa.Column("school_code", sa.Text),
        sa.Column("school_name", sa.Text),
        _text("content"),
        _primary_key("ops_set_aside_row", "submission_id", "source_sheet_number", "source_row"),
        _reference("ops_set_aside_row", "submission_id", "ops_submission"),
    )


def _make_obligations() -> None:
    op.create_table(
        "ops_obligation",
        _number("agency_id"),
        _text("form_code"),
        _number("period_id"),
        sa.Column("due_date", sa.Date, nullable=False),
        _primary_key("ops_obligation", "agency_id", "form_code", "period_id"),
        _reference("ops_obligation", "agency_id", "dim_agency"),
        _reference("ops_obligation", "period_id", "dim_period"),
    )


def _make_facts() -> None:
    _make_fact(
        "fact_school",
        ["school"],
        _text("school_name_th"),
        sa.Column("school_type_th", sa.Text),
        sa.Column("subdistrict_name_th", sa.Text),
        sa.Column("district_name_th", sa.Text),
        sa.Column("established_date", sa.Date),
    )
    for name, keys, count in (
        ("fact_enrolment", ["school", "grade", "sex"], "pupil_count"),
        ("fact_classroom", ["school", "grade"], "classroom_count"),
    ):
        _make_fact(
            name,
            keys,
            sa.Column("source_column", sa.SmallInteger, nullable=False),
            sa.Column("mark_code", sa.Text),
            sa.Column(count, sa.Integer),
            _check(name, "source_column", "source_column >= 1"),
            _check(name, "mark_code", "mark_code IN ('x', 'c')"),
            _check(name, count, f"{count} >= 0"),
        )


def _make_fact(name: str, keys: list[str], *others: sa.Column[Any] | sa.CheckConstraint) -> None:
    types = {"school": sa.Integer, "grade": sa.SmallInteger, "sex": sa.SmallInteger}
    op.create_table(
        name,
        _number("submission_id"),
        *(sa.Column(f"{each}_id", types[each], nullable=False) for each in keys),
        sa.Column("source_sheet_number", sa.SmallInteger, nullable=False),
        _number("source_row"),
        *others,
        _primary_key(name, "submission_id", *(f"{each}_id" for each in keys)),
        _reference(name, "submission_id", "ops_submission"),
        *(_reference(name, f"{each}_id", f"dim_{each}") for each in keys),
        _check(name, "source_sheet_number", "source_sheet_number >= 1"),
        _check(name, "source_row", "source_row >= 1"),
        sqlite_with_rowid=False,
    )


def _texts(*names: str) -> list[sa.Column[str]]:
    return [_text(each) for each in names]


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False)


def _primary_key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _unique(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=op.f(f"uq_{table}_{'_'.join(columns)}"))


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.{column}"], name=op.f(f"fk_{table}_{column}"))


def _check(table: str, column: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=op.f(f"ck_{table}_{column}"))
