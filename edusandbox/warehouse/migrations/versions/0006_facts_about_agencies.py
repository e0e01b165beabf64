"""Cells of facts about agencies, which have no school."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TABLE = "ops_cell_source"
_OF_SCHOOL = ["submission_id", "fact_table", "school_id", "key_codes", "field"]
_OF_AGENCY = ["submission_id", "fact_table", "key_codes", "field"]
_COLUMNS = [*_OF_SCHOOL, "source_sheet_number", "source_row", "source_column"]


def upgrade() -> None:
    """Lets the school be missing, so that it can be part of no primary key."""
    if op.get_bind().dialect.name == "sqlite":
        # SQLite changes no key of a table that stands.
        _remake()
    else:
        op.drop_constraint(op.f(f"pk_{_TABLE}"), _TABLE, type_="primary")
        op.alter_column(_TABLE, "school_id", nullable=True)
    op.create_index("uq_ops_cell_source_school", _TABLE, _OF_SCHOOL, unique=True)
    op.create_index(
        "uq_ops_cell_source_agency",
        _TABLE,
        _OF_AGENCY,
        unique=True,
        sqlite_where=sa.text("school_id IS NULL"),
        postgresql_where=sa.text("school_id IS NULL"),
    )


def _remake() -> None:
    op.execute(f"CREATE TABLE old_cell_source AS SELECT * FROM {_TABLE}")  # noqa: S608 - our own names
    op.drop_table(_TABLE)
    op.create_table(
        _TABLE,
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("fact_table", sa.Text, nullable=False),
        sa.Column("school_id", sa.Integer),
        sa.Column("key_codes", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("source_sheet_number", sa.SmallInteger, nullable=False),
        sa.Column("source_row", sa.Integer, nullable=False),
        sa.Column("source_column", sa.SmallInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["submission_id"], ["ops_submission.submission_id"], name=op.f(f"fk_{_TABLE}_submission_id")
        ),
        sa.ForeignKeyConstraint(["school_id"], ["dim_school.school_id"], name=op.f(f"fk_{_TABLE}_school_id")),
    )
    listed = ", ".join(_COLUMNS)
    op.execute(f"INSERT INTO {_TABLE} ({listed}) SELECT {listed} FROM old_cell_source")  # noqa: S608 - our own names
    op.drop_table("old_cell_source")
