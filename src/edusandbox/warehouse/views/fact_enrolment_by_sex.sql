-- Pupils of one school, grade and sex a row, with the cell that the figure stands in.
SELECT
    f.submission_id, f.school_id, f.grade_id, x.sex_id, s.province_id, s.period_id,
    COALESCE(c.source_sheet_number, f.source_sheet_number) AS source_sheet_number,
    COALESCE(c.source_row, f.source_row) AS source_row,
    COALESCE(c.source_column, m.sheet_column, w.sheet_column) AS source_column,
    f.male_mark_code AS mark_code, f.male_count AS pupil_count
FROM fact_enrolment AS f
JOIN ops_submission AS s ON s.submission_id = f.submission_id
JOIN dim_grade AS g ON g.grade_id = f.grade_id
JOIN dim_sex AS x ON x.sex_code = 'male'
LEFT JOIN ops_cell_source AS c
    ON c.submission_id = f.submission_id AND c.fact_table = 'fact_enrolment' AND c.school_id = f.school_id
    AND c.key_codes = g.grade_code AND c.field = 'male_count'
LEFT JOIN ops_submission_column AS m
    ON m.submission_id = f.submission_id
    AND m.sheet_number = COALESCE(c.source_sheet_number, f.source_sheet_number)
    AND m.field = 'male_count' AND m.code = g.grade_code
LEFT JOIN ops_submission_column AS w
    ON w.submission_id = f.submission_id
    AND w.sheet_number = COALESCE(c.source_sheet_number, f.source_sheet_number)
    AND w.field = 'male_count' AND w.code = ''
WHERE f.male_mark_code IS NULL OR f.male_mark_code <> 'z'
UNION ALL
SELECT
    f.submission_id, f.school_id, f.grade_id, x.sex_id, s.province_id, s.period_id,
    COALESCE(c.source_sheet_number, f.source_sheet_number) AS source_sheet_number,
    COALESCE(c.source_row, f.source_row) AS source_row,
    COALESCE(c.source_column, m.sheet_column, w.sheet_column) AS source_column,
    f.female_mark_code AS mark_code, f.female_count AS pupil_count
FROM fact_enrolment AS f
JOIN ops_submission AS s ON s.submission_id = f.submission_id
JOIN dim_grade AS g ON g.grade_id = f.grade_id
JOIN dim_sex AS x ON x.sex_code = 'female'
LEFT JOIN ops_cell_source AS c
    ON c.submission_id = f.submission_id AND c.fact_table = 'fact_enrolment' AND c.school_id = f.school_id
    AND c.key_codes = g.grade_code AND c.field = 'female_count'
LEFT JOIN ops_submission_column AS m
    ON m.submission_id = f.submission_id
    AND m.sheet_number = COALESCE(c.source_sheet_number, f.source_sheet_number)
    AND m.field = 'female_count' AND m.code = g.grade_code
LEFT JOIN ops_submission_column AS w
    ON w.submission_id = f.submission_id
    AND w.sheet_number = COALESCE(c.source_sheet_number, f.source_sheet_number)
    AND w.field = 'female_count' AND w.code = ''
WHERE f.female_mark_code IS NULL OR f.female_mark_code <> 'z'
