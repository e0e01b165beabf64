"""Sums of each submission's pupils and classrooms by grade, so that marts need not add up every fact."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLE = "fact_enrolment_by_grade"
_REFERENCES = {
    "submission_id": "ops_submission",
    "grade_id": "dim_grade",
    "province_id": "dim_province",
    "period_id": "dim_period",
}
_SUMMED = ("male_count", "female_count", "pupil_count", "classroom_count")
_COLUMNS = (
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
_CELLS = """
    SELECT
        f.submission_id, f.grade_id, f.province_id, f.period_id, f.school_id,
        CASE WHEN x.sex_code = 'male' THEN f.pupil_count END AS male_count,
        CASE WHEN x.sex_code = 'female' THEN f.pupil_count END AS female_count,
        f.pupil_count,
        CASE WHEN f.mark_code IS NULL THEN 0 ELSE 1 END AS missing_count,
        CASE WHEN f.mark_code = 'c' THEN 1 ELSE 0 END AS hidden_count,
        CAST(NULL AS INTEGER) AS classroom_count, 0 AS classroom_missing_count, 0 AS classroom_hidden_count
    FROM fact_enrolment AS f
    LEFT JOIN dim_sex AS x ON x.sex_id = f.sex_id
    UNION ALL
    SELECT
        submission_id, grade_id, province_id, period_id, school_id,
        NULL, NULL, NULL, 0, 0,
        classroom_count,
        CASE WHEN mark_code IS NULL THEN 0 ELSE 1 END, CASE WHEN mark_code = 'c' THEN 1 ELSE 0 END
    FROM fact_classroom
"""


def upgrade() -> None:
    """Adds the table and fills it for every version that there is."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.create_table(
        _TABLE,
        sa.Column("submission_id", sa.Integer, autoincrement=False),
        *(
            sa.Column(each, sa.SmallInteger, nullable=False, autoincrement=False)
            for each in ("grade_id", "province_id", "period_id")
        ),
        *(sa.Column(each, sa.Integer, nullable=each in _SUMMED) for each in _COLUMNS),
        sa.PrimaryKeyConstraint("submission_id", "grade_id", name=op.f(f"pk_{_TABLE}")),
        # As with the facts: PostgreSQL asks about each row and key by itself.
        *(
            sa.ForeignKeyConstraint([column], [f"{target}.{column}"], name=op.f(f"fk_{_TABLE}_{column}"))
            for column, target in _REFERENCES.items()
            if is_sqlite
        ),
        *(
            sa.CheckConstraint(f"{each} >= {int(each == 'school_count')}", name=op.f(f"ck_{_TABLE}_{each}"))
            for each in _COLUMNS
        ),
        sqlite_with_rowid=False,
    )
    keys = "submission_id, grade_id, province_id, period_id"
    sums = ", ".join(f"SUM({each})" for each in _COLUMNS if each != "school_count")
    op.execute(
        f"INSERT INTO {_TABLE} ({keys}, {', '.join(_COLUMNS)}) "  # noqa: S608 - our own names
        f"SELECT {keys}, COUNT(DISTINCT school_id), {sums} FROM ({_CELLS}) AS cell "
        f"GROUP BY {keys} ORDER BY submission_id, grade_id"
    )
