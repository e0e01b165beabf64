-- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- A mark says why a figure is: x the sender left the cell blank, c hid the figure, z has no such cell.
-- missing_count says how many cells of pupils are without a figure, hidden_count how many of these are hidden;
-- classroom_missing_count and classroom_hidden_count the same of classrooms.
-- Every cell is fetched by its whole key, so that nothing fans out and no closed version is read; other forms
-- have no such cells, and are left out before they are looked for.
SELECT
    r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.present_agency_code,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th, r.present_school_name_th,
    g.grade_id, g.grade_code, g.name_th AS grade_name_th,
    m.pupil_count AS male_count,
    CASE WHEN m.sex_id IS NULL THEN 'z' ELSE m.mark_code END AS male_mark_code,
    f.pupil_count AS female_count,
    CASE WHEN f.sex_id IS NULL THEN 'z' ELSE f.mark_code END AS female_mark_code,
    CASE
        WHEN m.pupil_count IS NULL THEN f.pupil_count
        WHEN f.pupil_count IS NULL THEN m.pupil_count
        ELSE m.pupil_count + f.pupil_count
    END AS pupil_count,
    CASE WHEN m.mark_code IS NULL THEN 0 ELSE 1 END + CASE WHEN f.mark_code IS NULL THEN 0 ELSE 1 END
        AS missing_count,
    CASE WHEN m.mark_code = 'c' THEN 1 ELSE 0 END + CASE WHEN f.mark_code = 'c' THEN 1 ELSE 0 END
        AS hidden_count,
    c.classroom_count,
    CASE WHEN c.grade_id IS NULL THEN 'z' ELSE c.mark_code END AS classroom_mark_code,
    CASE WHEN c.mark_code IS NULL THEN 0 ELSE 1 END AS classroom_missing_count,
    CASE WHEN c.mark_code = 'c' THEN 1 ELSE 0 END AS classroom_hidden_count,
    r.submission_id, r.version, r.source_school_id
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN dim_grade AS g
LEFT JOIN fact_enrolment AS m
    ON m.submission_id = r.submission_id AND m.school_id = r.source_school_id AND m.grade_id = g.grade_id
    AND m.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'male')
LEFT JOIN fact_enrolment AS f
    ON f.submission_id = r.submission_id AND f.school_id = r.source_school_id AND f.grade_id = g.grade_id
    AND f.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'female')
LEFT JOIN fact_classroom AS c
    ON c.submission_id = r.submission_id AND c.school_id = r.source_school_id AND c.grade_id = g.grade_id
WHERE r.form_code = 'enrolment'
    AND (m.sex_id IS NOT NULL OR f.sex_id IS NOT NULL OR c.grade_id IS NOT NULL)
