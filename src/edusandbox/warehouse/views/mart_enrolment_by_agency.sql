-- Pupils and classrooms by period, agency and grade "as then": each school under the agency that it belonged
-- to in the period. school_count: schools whose return has the grade.
-- Names are joined last: sorting them along with every row would take longer than all the rest.
-- Each agency has one name in each period: LEFT JOIN only keeps SQLite from beginning with the agencies, and
-- PostgreSQL from expecting few rows.
WITH summed AS (
    SELECT
        period_id, period_code, agency_code, grade_id,
        COUNT(*) AS school_count,
        SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
        SUM(missing_count) AS missing_count, SUM(hidden_count) AS hidden_count,
        SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count,
        SUM(classroom_hidden_count) AS classroom_hidden_count
    FROM mart_enrolment_by_school
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
