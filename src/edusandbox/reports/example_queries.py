"""Queries to begin with, for whoever opens the warehouse after a run."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExampleQuery:
    """A query that runs as it stands on SQLite and PostgreSQL.

    Attributes:
        title: What it answers, in English.
        sql: One statement, ended by a semicolon, no line longer than 78 characters.
    """

    title: str
    sql: str


def example_queries(period: str) -> tuple[ExampleQuery, ...]:
    """Three queries against the marts.

    Args:
        period: Code of the period that they ask about.
    """
    literal = "'" + period.replace("'", "''") + "'"
    return tuple(ExampleQuery(title, sql.replace(":period", literal)) for title, sql in _TEMPLATES)


_TEMPLATES = (
    (
        "Pupils and classrooms by agency",
        """\
SELECT agency_name_th, SUM(male_count) AS male, SUM(female_count) AS female,
       SUM(pupil_count) AS pupils, SUM(classroom_count) AS classrooms
FROM mart_enrolment_by_agency
WHERE period_code = :period
GROUP BY agency_code, agency_name_th
ORDER BY agency_code;""",
    ),
    (
        "Schools with at most 120 pupils, the smallest first",
        """\
SELECT agency_name_th, smis_code, school_name_th, SUM(pupil_count) AS pupils
FROM mart_enrolment_by_school
WHERE period_code = :period
GROUP BY agency_code, agency_name_th, school_id, smis_code, school_name_th
HAVING SUM(pupil_count) <= 120
ORDER BY SUM(pupil_count), smis_code;""",
    ),
    (
        "Who has not sent yet, the earliest deadline first",
        """\
SELECT due_date, agency_name_th, form_code
FROM mart_submission_status
WHERE period_code = :period AND status = 'not_received'
ORDER BY due_date, agency_code, form_code;""",
    ),
)
