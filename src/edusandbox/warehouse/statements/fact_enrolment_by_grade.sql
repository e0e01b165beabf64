-- What the sums have to say, counted anew from the facts.
SELECT
    submission_id, grade_id, province_id, period_id, COUNT(DISTINCT school_id) AS school_count,
    SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
    SUM(missing_count) AS missing_count, SUM(hidden_count) AS hidden_count,
    SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count,
    SUM(classroom_hidden_count) AS classroom_hidden_count
FROM (
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
        CASE WHEN mark_code IS NULL THEN 0 ELSE 1 END,
        CASE WHEN mark_code = 'c' THEN 1 ELSE 0 END
    FROM fact_classroom
) AS cell
GROUP BY submission_id, grade_id, province_id, period_id
