-- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- missing_count says how many of the cells of pupils are, classroom_missing_count the same of classrooms.
WITH pupils AS (
    SELECT
        submission_id, school_id, grade_id,
        SUM(CASE WHEN sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'male') THEN pupil_count END)
            AS male_count,
        SUM(CASE WHEN sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'female') THEN pupil_count END)
            AS female_count,
        SUM(pupil_count) AS pupil_count,
        COUNT(mark_code) AS missing_count
    FROM fact_enrolment
    GROUP BY submission_id, school_id, grade_id
),
counted AS (
    -- Either table may have a grade that the other lacks, and neither may repeat the other's rows.
    SELECT
        COALESCE(p.submission_id, c.submission_id) AS submission_id,
        COALESCE(p.school_id, c.school_id) AS school_id,
        COALESCE(p.grade_id, c.grade_id) AS grade_id,
        p.male_count, p.female_count, p.pupil_count, COALESCE(p.missing_count, 0) AS missing_count,
        c.classroom_count,
        CASE WHEN c.mark_code IS NULL THEN 0 ELSE 1 END AS classroom_missing_count
    FROM pupils AS p
    FULL JOIN fact_classroom AS c
        ON c.submission_id = p.submission_id AND c.school_id = p.school_id AND c.grade_id = p.grade_id
)
SELECT
    r.period_code, r.agency_code, r.agency_name_th,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th,
    g.grade_code, g.name_th AS grade_name_th,
    c.male_count, c.female_count, c.pupil_count, c.missing_count,
    c.classroom_count, c.classroom_missing_count
FROM mart_school_return AS r
JOIN counted AS c ON c.submission_id = r.submission_id AND c.school_id = r.school_id
JOIN dim_school AS d ON d.school_id = r.school_id
JOIN dim_grade AS g ON g.grade_id = c.grade_id
