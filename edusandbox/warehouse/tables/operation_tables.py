"""What happened: runs, arrivals, deliveries, submissions and what was found in them; the dictionary."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from edusandbox.warehouse.tables.metadata import METADATA, UtcDateTime

ops_definition = Table(
    "ops_definition",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, nullable=False),
)

ops_run = Table(
    "ops_run",
    METADATA,
    Column("run_id", Integer, primary_key=True),
    Column("province_code", Text, nullable=False),
    Column("period_code", Text, nullable=False),
    Column("flow_run_name", Text),
    Column("flow_run_id", Text),
    Column("started_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("code_version", Text, nullable=False),
    Column("config_hash", Text, nullable=False),
    Column("rules_version", Text),
    Column("state", Text, nullable=False),
    Column("today_date", Date),
)

ops_delivery = Table(
    "ops_delivery",
    METADATA,
    Column("delivery_id", Integer, primary_key=True),
    Column("agency_id", ForeignKey("dim_agency.agency_id"), nullable=False),
    Column("run_id", ForeignKey("ops_run.run_id"), nullable=False),
    Column("sha256", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("path", Text, nullable=False),
    Column("size_bytes", Integer, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("status", Text),
    Column("bytes_removed_at", UtcDateTime),
    Column("answered_at", UtcDateTime),
    UniqueConstraint("agency_id", "sha256"),
)

ops_arrival = Table(
    "ops_arrival",
    METADATA,
    Column("arrival_id", Integer, primary_key=True),
    Column("agency_id", ForeignKey("dim_agency.agency_id"), nullable=False),
    Column("path", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("run_id", ForeignKey("ops_run.run_id"), nullable=False),
    Column("arrived_at", UtcDateTime, nullable=False),
    Index("ix_ops_arrival_agency_id_path", "agency_id", "path"),
)

ops_submission = Table(
    "ops_submission",
    METADATA,
    Column("submission_id", Integer, primary_key=True),
    Column("agency_id", ForeignKey("dim_agency.agency_id"), nullable=False),
    Column("form_code", Text, nullable=False),
    Column("period_id", ForeignKey("dim_period.period_id"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("delivery_id", ForeignKey("ops_delivery.delivery_id"), nullable=False, index=True),
    Column("run_id", ForeignKey("ops_run.run_id")),
    Column("layout_code", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("is_current", Boolean, nullable=False),
    Column("content_hash", Text, nullable=False),
    Column("row_count", Integer, nullable=False),
    Column("row_count_loaded", Integer, nullable=False),
    Column("row_count_set_aside", Integer, nullable=False),
    Column("error_count", Integer, nullable=False),
    Column("query_count", Integer, nullable=False),
    Column("notice_count", Integer, nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("province_id", ForeignKey("dim_province.province_id")),
    Column("part_code", Text, nullable=False),
    UniqueConstraint("agency_id", "form_code", "part_code", "period_id", "version"),
    Index(
        "uq_ops_submission_current",
        "agency_id",
        "form_code",
        "part_code",
        "period_id",
        unique=True,
        sqlite_where=text("is_current"),
        postgresql_where=text("is_current"),
    ),
)

ops_submission_sheet = Table(
    "ops_submission_sheet",
    METADATA,
    Column("submission_id", ForeignKey("ops_submission.submission_id"), primary_key=True),
    Column("sheet_number", SmallInteger, primary_key=True, autoincrement=False),
    Column("sheet_name", Text, nullable=False),
)

ops_submission_column = Table(
    "ops_submission_column",
    METADATA,
    Column("submission_id", ForeignKey("ops_submission.submission_id"), primary_key=True),
    Column("sheet_number", SmallInteger, primary_key=True, autoincrement=False),
    Column("field", Text, primary_key=True),
    Column("code", Text, primary_key=True),
    Column("sheet_column", SmallInteger, nullable=False),
    sqlite_with_rowid=False,
)

ops_cell_source = Table(
    "ops_cell_source",
    METADATA,
    Column("submission_id", ForeignKey("ops_submission.submission_id"), nullable=False),
    Column("fact_table", Text, nullable=False),
    Column("school_id", ForeignKey("dim_school.school_id")),
    Column("key_codes", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("source_sheet_number", SmallInteger, nullable=False),
    Column("source_row", Integer, nullable=False),
    Column("source_column", SmallInteger, nullable=False),
    Index(
        "uq_ops_cell_source_school",
        "submission_id",
        "fact_table",
        "school_id",
        "key_codes",
        "field",
        unique=True,
    ),
    # Facts about an agency have no school, and a unique index takes any number of rows without one.
    Index(
        "uq_ops_cell_source_agency",
        "submission_id",
        "fact_table",
        "key_codes",
        "field",
        unique=True,
        sqlite_where=text("school_id IS NULL"),
        postgresql_where=text("school_id IS NULL"),
    ),
)

ops_submission_school = Table(
    "ops_submission_school",
    METADATA,
    Column("submission_id", Integer, primary_key=True, autoincrement=False),
    Column("school_id", Integer, primary_key=True, autoincrement=False),
    Column("school_code", Text, nullable=False),
    Column("school_name", Text),
    Column("source_sheet_number", SmallInteger, nullable=False),
    Column("source_row", Integer, nullable=False),
    # As with the facts, and for their reason: PostgreSQL asks about each row and key by itself.
    ForeignKeyConstraint(["submission_id"], ["ops_submission.submission_id"]).ddl_if(dialect="sqlite"),
    ForeignKeyConstraint(["school_id"], ["dim_school.school_id"]).ddl_if(dialect="sqlite"),
    sqlite_with_rowid=False,
)

ops_issue = Table(
    "ops_issue",
    METADATA,
    Column("issue_id", Integer, primary_key=True),
    Column("delivery_id", ForeignKey("ops_delivery.delivery_id"), nullable=False, index=True),
    Column("submission_id", ForeignKey("ops_submission.submission_id"), index=True),
    Column("rule_code", Text, nullable=False),
    Column("severity", Text, nullable=False),
    Column("sheet_name", Text),
    Column("sheet_row", Integer),
    Column("sheet_column", Integer),
    Column("cell", Text),
    Column("header", Text),
    Column("cell_value", Text),
    Column("school_code", Text),
    Column("school_name", Text),
    Column("message_th", Text, nullable=False),
    Column("message_en", Text, nullable=False),
    Column("remedy_th", Text, nullable=False),
    Column("remedy_en", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("cell_count", Integer, nullable=False),
    Column("closed_at", UtcDateTime),
)

ops_set_aside_row = Table(
    "ops_set_aside_row",
    METADATA,
    Column("submission_id", ForeignKey("ops_submission.submission_id"), primary_key=True),
    Column("source_sheet_number", SmallInteger, primary_key=True, autoincrement=False),
    Column("source_row", Integer, primary_key=True, autoincrement=False),
    Column("school_code", Text),
    Column("school_name", Text),
    Column("content", Text, nullable=False),
)

ops_obligation = Table(
    "ops_obligation",
    METADATA,
    Column("agency_id", ForeignKey("dim_agency.agency_id"), primary_key=True),
    Column("form_code", Text, primary_key=True),
    Column("part_code", Text, primary_key=True),
    Column("period_id", ForeignKey("dim_period.period_id"), primary_key=True),
    Column("due_date", Date, nullable=False),
)

ops_dictionary_table = Table(
    "ops_dictionary_table",
    METADATA,
    Column("table_name", Text, primary_key=True),
    Column("meaning_th", Text, nullable=False),
    Column("meaning_en", Text, nullable=False),
    Column("warning_th", Text),
    Column("warning_en", Text),
)

ops_dictionary_column = Table(
    "ops_dictionary_column",
    METADATA,
    Column("table_name", ForeignKey("ops_dictionary_table.table_name"), primary_key=True),
    Column("column_name", Text, primary_key=True),
    Column("position", SmallInteger, nullable=False),
    Column("data_type", Text, nullable=False),
    Column("is_key", Boolean, nullable=False),
    Column("title_th", Text, nullable=False),
    Column("meaning_th", Text, nullable=False),
    Column("meaning_en", Text, nullable=False),
    Column("unit_th", Text),
    Column("unit_en", Text),
    Column("code_list", Text),
    Column("mark_column", Text),
    Column("missing_th", Text),
    Column("missing_en", Text),
    Column("warning_th", Text),
    Column("warning_en", Text),
)
