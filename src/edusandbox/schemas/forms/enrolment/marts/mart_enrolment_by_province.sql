-- Pupils and classrooms of the whole province by period and grade. An agency's schools are its own alone,
-- so that the agencies' figures add up. PostgreSQL makes a decimal number of a sum of sums: hence the casts.
SELECT
    period_id, period_code, grade_id, grade_code, grade_name_th,
    COUNT(*) AS agency_count, CAST(SUM(school_count) AS BIGINT) AS school_count,
    CAST(SUM(male_count) AS BIGINT) AS male_count, CAST(SUM(female_count) AS BIGINT) AS female_count,
    CAST(SUM(pupil_count) AS BIGINT) AS pupil_count,
    CAST(SUM(missing_count) AS BIGINT) AS missing_count, CAST(SUM(hidden_count) AS BIGINT) AS hidden_count,
    CAST(SUM(classroom_count) AS BIGINT) AS classroom_count,
    CAST(SUM(classroom_missing_count) AS BIGINT) AS classroom_missing_count,
    CAST(SUM(classroom_hidden_count) AS BIGINT) AS classroom_hidden_count
FROM mart_enrolment_by_agency
GROUP BY period_id, period_code, grade_id, grade_code, grade_name_th
