"""What happened: runs, deliveries, submissions and what was found in them."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from edusandbox.warehouse.metadata import METADATA, UtcDateTime

ops_definition = Table(
    "ops_definition",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("sha256", Text, nullable=False, comment="Digest of the definitions that this warehouse was given"),
    comment="Tells whether the views and code lists are those of the program that opens the warehouse",
)

ops_run = Table(
    "ops_run",
    METADATA,
    Column("run_id", Integer, primary_key=True),
    Column("province_code", Text, nullable=False),
    Column("period_code", Text, nullable=False, comment="Period that was asked for"),
    Column("flow_run_name", Text),
    Column("started_at", UtcDateTime, nullable=False),
    Column("finished_at", UtcDateTime),
    Column("code_version", Text, nullable=False, comment="Release of the program"),
    Column("config_hash", Text, nullable=False, comment="Digest of the province's folder"),
    Column("state", Text, nullable=False, comment="running, completed or failed"),
    comment="Runs of the program",
)

ops_delivery = Table(
    "ops_delivery",
    METADATA,
    Column("delivery_id", Integer, primary_key=True),
    Column("agency_id", ForeignKey("dim_agency.agency_id"), nullable=False, comment="Whose folder it was in"),
    Column("run_id", ForeignKey("ops_run.run_id"), nullable=False, comment="Run that fetched it"),
    Column("sha256", Text, nullable=False),
    Column("file_name", Text, nullable=False),
    Column("path", Text, nullable=False, comment="Below the agency's folder"),
    Column("size_bytes", Integer, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("status", Text, comment="Worst verdict; empty until all of its submissions are dealt with"),
    Column("bytes_removed_at", UtcDateTime, comment="When its bytes left the landing store: personal data"),
    UniqueConstraint("agency_id", "sha256"),
    comment="Files whose bytes were new for the agency",
)

ops_submission = Table(
    "ops_submission",
    METADATA,
    Column("submission_id", Integer, primary_key=True),
    Column("agency_id", ForeignKey("dim_agency.agency_id"), nullable=False),
    Column("form_code", Text, nullable=False),
    Column("period_id", ForeignKey("dim_period.period_id"), nullable=False),
    Column("version", Integer, nullable=False, comment="From 1, within agency, form and period"),
    Column("delivery_id", ForeignKey("ops_delivery.delivery_id"), nullable=False, index=True),
    Column("layout_code", Text, nullable=False),
    Column("verdict", Text, nullable=False, comment="What the checks said; never changes"),
    Column("status", Text, nullable=False, comment="The verdict, until it is superseded"),
    Column("is_current", Boolean, nullable=False, comment="Whether its facts count"),
    Column("content_hash", Text, nullable=False),
    Column("row_count", Integer, nullable=False, comment="Rows of the sender's table"),
    Column("row_count_loaded", Integer, nullable=False, comment="Rows among the facts"),
    Column("row_count_set_aside", Integer, nullable=False, comment="Rows with an error"),
    Column("error_count", Integer, nullable=False),
    Column("query_count", Integer, nullable=False),
    Column("notice_count", Integer, nullable=False),
    Column("loaded_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime, comment="When it was superseded"),
    UniqueConstraint("agency_id", "form_code", "period_id", "version"),
    Index(
        "uq_ops_submission_current",
        "agency_id",
        "form_code",
        "period_id",
        unique=True,
        sqlite_where=text("is_current"),
        postgresql_where=text("is_current"),
    ),
    comment="What each delivery says for an agency, form and period",
)

ops_submission_sheet = Table(
    "ops_submission_sheet",
    METADATA,
    Column("submission_id", ForeignKey("ops_submission.submission_id"), primary_key=True),
    Column("sheet_number", SmallInteger, primary_key=True, autoincrement=False),
    Column("sheet_name", Text, nullable=False),
    comment="Sheets that a submission was read from",
)

ops_submission_school = Table(
    "ops_submission_school",
    METADATA,
    Column("submission_id", ForeignKey("ops_submission.submission_id"), primary_key=True),
    Column("school_id", ForeignKey("dim_school.school_id"), primary_key=True),
    Column("school_code", Text, nullable=False, comment="Code that the sender wrote"),
    Column("school_name", Text, comment="Name that the sender wrote"),
    Column("source_sheet_number", SmallInteger, nullable=False, comment="Where the school stands first"),
    Column("source_row", Integer, nullable=False, comment="Where the school stands first"),
    sqlite_with_rowid=False,
    comment="Schools that a loaded submission speaks of, as the sender named them",
)

ops_issue = Table(
    "ops_issue",
    METADATA,
    Column("issue_id", Integer, primary_key=True),
    Column("delivery_id", ForeignKey("ops_delivery.delivery_id"), nullable=False, index=True),
    Column("submission_id", ForeignKey("ops_submission.submission_id"), index=True),
    Column("rule_code", Text, nullable=False),
    Column("severity", Text, nullable=False, comment="error, query or notice"),
    Column("sheet_name", Text),
    Column("sheet_row", Integer, comment="From 1"),
    Column("sheet_column", Integer, comment="From 1 (A)"),
    Column("cell", Text, comment="As a spreadsheet names it: C7, C, 7"),
    Column("header", Text),
    Column("cell_value", Text, comment="As typed"),
    Column("school_code", Text),
    Column("school_name", Text),
    Column("message_th", Text, nullable=False),
    Column("message_en", Text, nullable=False),
    Column("remedy_th", Text, nullable=False),
    Column("remedy_en", Text, nullable=False),
    Column("owner", Text, nullable=False, comment="Whose move it is: agency, province or nobody"),
    Column("cell_count", Integer, nullable=False, comment="Cells that the issue stands for"),
    comment="Everything that was found; without a submission where it is about the file as a whole",
)

ops_set_aside_row = Table(
    "ops_set_aside_row",
    METADATA,
    Column("submission_id", ForeignKey("ops_submission.submission_id"), primary_key=True),
    Column("source_sheet_number", SmallInteger, primary_key=True, autoincrement=False),
    Column("source_row", Integer, primary_key=True, autoincrement=False),
    Column("school_code", Text),
    Column("school_name", Text),
    Column("content", Text, nullable=False, comment="The row as typed: JSON object, heading to text"),
    comment="Rows with an error, kept out of the facts",
)

ops_obligation = Table(
    "ops_obligation",
    METADATA,
    Column("agency_id", ForeignKey("dim_agency.agency_id"), primary_key=True),
    Column("form_code", Text, primary_key=True),
    Column("period_id", ForeignKey("dim_period.period_id"), primary_key=True),
    Column("due_date", Date, nullable=False),
    comment="What the province expects, by the registry as it is now",
)
