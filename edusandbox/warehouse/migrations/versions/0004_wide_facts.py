"""One fact row a school and grade with its values side by side, and where each value stands.

Province and period are the submission's; the column of each field is kept once a sheet, and only values that
stand elsewhere are kept one by one.
"""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_VALUES = ("male", "female", "classroom")
_SUMS = "fact_enrolment_by_grade"
_SUMMED = ("male_count", "female_count", "pupil_count", "classroom_count")
_SUM_COLUMNS = (
    "school_count",
    "male_count",
    "female_count",
    "pupil_count",
    "missing_count",
    "hidden_count",
    "classroom_count",
    "classroom_missing_count",
    "classroom_hidden_count",
)
_SCHOOL_TEXTS = ("school_type_th", "subdistrict_name_th", "district_name_th")
_CELLS = """
    SELECT f.submission_id, f.school_id, f.grade_id,
        CASE WHEN x.sex_code = 'male' THEN 'male_count' ELSE 'female_count' END AS field,
        f.pupil_count AS value, f.mark_code, f.source_sheet_number, f.source_row, f.source_column
    FROM fact_enrolment AS f
    JOIN dim_sex AS x ON x.sex_id = f.sex_id
    UNION ALL
    SELECT submission_id, school_id, grade_id, 'classroom_count', classroom_count, mark_code,
        source_sheet_number, source_row, source_column
    FROM fact_classroom
"""
_OLD_TABLES = ("fact_enrolment", "fact_classroom", "fact_school", _SUMS)


def upgrade() -> None:
    """Makes the tables anew and brings every fact of every version over."""
    _add_provinces()
    op.execute(f"CREATE TEMPORARY TABLE old_cell AS {_CELLS}")
    op.execute("CREATE INDEX ix_old_cell ON old_cell (submission_id, school_id, grade_id)")
    op.execute("CREATE TEMPORARY TABLE old_school AS SELECT * FROM fact_school")
    op.execute(f"CREATE TEMPORARY TABLE old_sums AS SELECT * FROM {_SUMS}")  # noqa: S608 - our own name
    for table in _OLD_TABLES:
        op.drop_table(table)
    _create_tables()
    _fill()
    for table in ("old_cell", "old_school", "old_sums"):
        op.execute(f"DROP TABLE {table}")


def _add_provinces() -> None:
    """A submission's province is that of the run that loaded it, or else of the run that fetched its file."""
    # Written out because Alembic cannot add a column with its reference on SQLite, which can.
    op.execute(
        "ALTER TABLE ops_submission ADD COLUMN province_id SMALLINT "
        "CONSTRAINT fk_ops_submission_province_id REFERENCES dim_province (province_id)"
    )
    op.execute(
        "UPDATE ops_submission SET province_id = (SELECT p.province_id FROM ops_delivery AS d "
        "JOIN ops_run AS r ON r.run_id = COALESCE(ops_submission.run_id, d.run_id) "
        "JOIN dim_province AS p ON p.province_code = r.province_code "
        "WHERE d.delivery_id = ops_submission.delivery_id)"
    )


def _create_tables() -> None:
    _create_fact(
        "fact_enrolment",
        [*_keys("school_id", grade_id=sa.SmallInteger())],
        [
            column
            for value in _VALUES
            for column in (
                sa.Column(f"{value}_count", sa.Integer),
                sa.Column(f"{value}_mark_code", sa.Text),
            )
        ],
        {f"{value}_count": f"{value}_count >= 0" for value in _VALUES}
        | {f"{value}_mark_code": f"{value}_mark_code IN ('x', 'c', 'z')" for value in _VALUES},
        ("school", "grade"),
    )
    _create_fact(
        "fact_school",
        [*_keys("school_id")],
        [
            sa.Column("school_name_th", sa.Text, nullable=False),
            *(sa.Column(each, sa.Text) for each in _SCHOOL_TEXTS),
            sa.Column("established_date", sa.Date),
        ],
        {},
        ("school",),
    )
    _create_sums()
    op.create_table(
        "ops_submission_column",
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("sheet_number", sa.SmallInteger, nullable=False, autoincrement=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("sheet_column", sa.SmallInteger, nullable=False),
        sa.PrimaryKeyConstraint(
            "submission_id", "sheet_number", "field", "code", name=op.f("pk_ops_submission_column")
        ),
        _reference("ops_submission_column", "submission_id", "ops_submission"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ops_cell_source",
        sa.Column("submission_id", sa.Integer, nullable=False),
        sa.Column("fact_table", sa.Text, nullable=False),
        sa.Column("school_id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("key_codes", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("source_sheet_number", sa.SmallInteger, nullable=False),
        sa.Column("source_row", sa.Integer, nullable=False),
        sa.Column("source_column", sa.SmallInteger, nullable=False),
        sa.PrimaryKeyConstraint(
            *("submission_id", "fact_table", "school_id", "key_codes", "field"),
            name=op.f("pk_ops_cell_source"),
        ),
        _reference("ops_cell_source", "submission_id", "ops_submission"),
        _reference("ops_cell_source", "school_id", "dim_school"),
        sqlite_with_rowid=False,
    )


def _keys(*whole: str, **typed: sa.types.TypeEngine[int]) -> list["sa.Column[int]"]:
    types = dict.fromkeys(whole, sa.Integer()) | typed
    return [sa.Column(name, kind, nullable=False, autoincrement=False) for name, kind in types.items()]


def _create_fact(
    name: str,
    keys: Sequence["sa.Column[int]"],
    values: Sequence["sa.Column[Any]"],
    conditions: dict[str, str],
    dimensions: Sequence[str],
) -> None:
    conditions = {
        "source_sheet_number": "source_sheet_number >= 1",
        "source_row": "source_row >= 1",
        **conditions,
    }
    references = {"submission_id": "ops_submission"} | {f"{each}_id": f"dim_{each}" for each in dimensions}
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.create_table(
        name,
        sa.Column("submission_id", sa.Integer, autoincrement=False),
        *keys,
        sa.Column("source_sheet_number", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("source_row", sa.Integer, nullable=False),
        *values,
        sa.PrimaryKeyConstraint("submission_id", *(each.name for each in keys), name=op.f(f"pk_{name}")),
        *(_reference(name, *each) for each in references.items() if is_sqlite),
        *(
            sa.CheckConstraint(condition, name=op.f(f"ck_{name}_{column}"))
            for column, condition in conditions.items()
        ),
        sqlite_with_rowid=False,
    )


def _create_sums() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    references = {"submission_id": "ops_submission", "grade_id": "dim_grade"}
    op.create_table(
        _SUMS,
        sa.Column("submission_id", sa.Integer, autoincrement=False),
        sa.Column("grade_id", sa.SmallInteger, nullable=False, autoincrement=False),
        *(sa.Column(each, sa.Integer, nullable=each in _SUMMED) for each in _SUM_COLUMNS),
        sa.PrimaryKeyConstraint("submission_id", "grade_id", name=op.f(f"pk_{_SUMS}")),
        *(_reference(_SUMS, *each) for each in references.items() if is_sqlite),
        *(
            sa.CheckConstraint(f"{each} >= {int(each == 'school_count')}", name=op.f(f"ck_{_SUMS}_{each}"))
            for each in _SUM_COLUMNS
        ),
        sqlite_with_rowid=False,
    )


def _reference(table: str, column: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{target}.{column}"], name=op.f(f"fk_{table}_{column}"))


def _fill() -> None:
    # The first cell of a school and grade, in the order of the sheet's columns, is where its fact stands.
    values = ", ".join(
        f"MAX(CASE WHEN field = '{value}_count' THEN value END), "
        f"COALESCE(MAX(CASE WHEN field = '{value}_count' THEN COALESCE(mark_code, '') END), 'z')"
        for value in _VALUES
    )
    columns = ", ".join(f"{value}_count, {value}_mark_code" for value in _VALUES)
    op.execute(
        f"INSERT INTO fact_enrolment (submission_id, school_id, grade_id, {columns}, "  # noqa: S608 - our own names
        "source_sheet_number, source_row) "
        f"SELECT submission_id, school_id, grade_id, {_without_empty_marks(values)}, "
        "MIN(source_sheet_number), "
        "MIN(CASE WHEN source_sheet_number = first_sheet THEN source_row END) "
        "FROM (SELECT c.*, MIN(source_sheet_number) OVER "
        "(PARTITION BY submission_id, school_id, grade_id) AS first_sheet FROM old_cell AS c) AS cell "
        "GROUP BY submission_id, school_id, grade_id ORDER BY submission_id, school_id, grade_id"
    )
    op.execute(
        "INSERT INTO ops_submission_column (submission_id, sheet_number, field, code, sheet_column) "
        "SELECT c.submission_id, c.source_sheet_number, c.field, g.grade_code, MIN(c.source_column) "
        "FROM old_cell AS c JOIN dim_grade AS g ON g.grade_id = c.grade_id "
        "GROUP BY c.submission_id, c.source_sheet_number, c.field, g.grade_code"
    )
    op.execute(
        "INSERT INTO ops_cell_source (submission_id, fact_table, school_id, key_codes, field, "
        "source_sheet_number, source_row, source_column) "
        "SELECT c.submission_id, 'fact_enrolment', c.school_id, g.grade_code, c.field, "
        "c.source_sheet_number, c.source_row, c.source_column "
        "FROM old_cell AS c JOIN dim_grade AS g ON g.grade_id = c.grade_id "
        "JOIN fact_enrolment AS f ON f.submission_id = c.submission_id AND f.school_id = c.school_id "
        "AND f.grade_id = c.grade_id "
        "JOIN ops_submission_column AS m ON m.submission_id = c.submission_id "
        "AND m.sheet_number = c.source_sheet_number AND m.field = c.field AND m.code = g.grade_code "
        "WHERE c.source_sheet_number <> f.source_sheet_number OR c.source_row <> f.source_row "
        "OR c.source_column <> m.sheet_column"
    )
    school = ", ".join(
        (
            "submission_id, school_id, source_sheet_number, source_row, school_name_th",
            *_SCHOOL_TEXTS,
            "established_date",
        )
    )
    op.execute(f"INSERT INTO fact_school ({school}) SELECT {school} FROM old_school ORDER BY 1, 2")  # noqa: S608 - our own names
    sums = ", ".join(("submission_id", "grade_id", *_SUM_COLUMNS))
    op.execute(f"INSERT INTO {_SUMS} ({sums}) SELECT {sums} FROM old_sums ORDER BY 1, 2")  # noqa: S608 - our own names


def _without_empty_marks(values: str) -> str:
    """A cell without a mark has '' while a cell that is not there has none at all: 'z'."""
    return values.replace("COALESCE(MAX(", "NULLIF(COALESCE(MAX(").replace("'z')", "'z'), '')")
