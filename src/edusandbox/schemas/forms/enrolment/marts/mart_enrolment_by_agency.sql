-- Pupils and classrooms by period, agency and grade "as then": each school under the agency that it belonged
-- to in the period. school_count: schools whose return has the grade.
-- A submission whose schools all count for one agency is taken as it was added up when it was loaded; of any
-- other the schools are added up one by one: CROSS JOIN has SQLite look for such submissions first.
-- MATERIALIZED, for finding out who speaks for each school is most of the work.
-- Each agency has one name in each period: LEFT JOIN only keeps SQLite from beginning with the agencies, and
-- PostgreSQL from expecting few rows.
WITH share AS MATERIALIZED (
    SELECT
        r.period_id, r.period_code, r.agency_code, r.submission_id,
        CASE
            WHEN r.school_count = (
                SELECT COUNT(*) FROM ops_submission_school AS c WHERE c.submission_id = r.submission_id
            ) THEN 1
            ELSE 0
        END AS is_whole
    FROM (
        SELECT period_id, period_code, agency_code AS agency_code, submission_id, COUNT(*) AS school_count
        FROM mart_school_return
        WHERE form_code = 'enrolment'
        GROUP BY period_id, period_code, agency_code, submission_id
    ) AS r
),
part AS (
    SELECT
        s.period_id, s.period_code, s.agency_code, g.grade_id, g.school_count,
        g.male_count, g.female_count, g.pupil_count, g.missing_count, g.hidden_count,
        g.classroom_count, g.classroom_missing_count, g.classroom_hidden_count
    FROM share AS s
    JOIN fact_enrolment_by_grade AS g ON g.submission_id = s.submission_id
    WHERE s.is_whole = 1
    UNION ALL
    SELECT
        s.period_id, s.period_code, s.agency_code, b.grade_id, 1,
        b.male_count, b.female_count, b.pupil_count, b.missing_count, b.hidden_count,
        b.classroom_count, b.classroom_missing_count, b.classroom_hidden_count
    FROM share AS s
    CROSS JOIN mart_enrolment_by_school AS b
    WHERE s.is_whole = 0
        AND b.submission_id = s.submission_id AND b.agency_code = s.agency_code AND b.period_code = s.period_code
),
summed AS (
    SELECT
        period_id, period_code, agency_code, grade_id,
        SUM(school_count) AS school_count,
        SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
        SUM(missing_count) AS missing_count, SUM(hidden_count) AS hidden_count,
        SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count,
        SUM(classroom_hidden_count) AS classroom_hidden_count
    FROM part
    GROUP BY period_id, period_code, agency_code, grade_id
)
SELECT
    s.period_id, s.period_code, s.agency_code, a.agency_name_th,
    s.grade_id, g.grade_code, g.name_th AS grade_name_th, s.school_count,
    s.male_count, s.female_count, s.pupil_count, s.missing_count, s.hidden_count,
    s.classroom_count, s.classroom_missing_count, s.classroom_hidden_count
FROM summed AS s
LEFT JOIN mart_agency AS a ON a.period_id = s.period_id AND a.agency_code = s.agency_code
JOIN dim_grade AS g ON g.grade_id = s.grade_id
