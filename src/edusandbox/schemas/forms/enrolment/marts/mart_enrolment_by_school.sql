-- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- A mark says why a figure is: x the sender left the cell blank, c hid the figure, z has no such cell.
-- missing_count says how many cells of pupils are without a figure, hidden_count how many of these are hidden;
-- classroom_missing_count and classroom_hidden_count the same of classrooms.
-- Facts are fetched by the first half of their key, so that no closed version is read; other forms have none.
SELECT
    r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.present_agency_code,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th, r.present_school_name_th,
    f.grade_id, g.grade_code, g.name_th AS grade_name_th,
    f.male_count, f.male_mark_code,
    f.female_count, f.female_mark_code,
    CASE
        WHEN f.male_count IS NULL THEN f.female_count
        WHEN f.female_count IS NULL THEN f.male_count
        ELSE f.male_count + f.female_count
    END AS pupil_count,
    CASE WHEN f.male_mark_code IN ('x', 'c') THEN 1 ELSE 0 END
        + CASE WHEN f.female_mark_code IN ('x', 'c') THEN 1 ELSE 0 END AS missing_count,
    CASE WHEN f.male_mark_code = 'c' THEN 1 ELSE 0 END + CASE WHEN f.female_mark_code = 'c' THEN 1 ELSE 0 END
        AS hidden_count,
    f.classroom_count, f.classroom_mark_code,
    CASE WHEN f.classroom_mark_code IN ('x', 'c') THEN 1 ELSE 0 END AS classroom_missing_count,
    CASE WHEN f.classroom_mark_code = 'c' THEN 1 ELSE 0 END AS classroom_hidden_count,
    r.submission_id, r.version, r.source_school_id
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN fact_enrolment AS f
JOIN dim_grade AS g ON g.grade_id = f.grade_id
WHERE r.form_code = 'enrolment' AND f.submission_id = r.submission_id AND f.school_id = r.source_school_id
