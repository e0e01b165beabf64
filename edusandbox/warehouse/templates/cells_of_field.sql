SELECT
    f.submission_id, f.school_id, f.{key}_id, {own_key}s.province_id, s.period_id,
    COALESCE(c.source_sheet_number, f.source_sheet_number) AS source_sheet_number,
    COALESCE(c.source_row, f.source_row) AS source_row,
    COALESCE(c.source_column, m.sheet_column, w.sheet_column) AS source_column,
    f.{mark} AS mark_code, f.{field} AS {figure}
FROM {facts} AS f
JOIN ops_submission AS s ON s.submission_id = f.submission_id
JOIN dim_{key} AS g ON g.{key}_id = f.{key}_id
{own_join}LEFT JOIN ops_cell_source AS c
    ON c.submission_id = f.submission_id AND c.fact_table = '{facts}' AND c.school_id = f.school_id
    AND c.key_codes = g.{key}_code AND c.field = '{field}'
LEFT JOIN ops_submission_column AS m
    ON m.submission_id = f.submission_id
    AND m.sheet_number = COALESCE(c.source_sheet_number, f.source_sheet_number)
    AND m.field = '{field}' AND m.code = g.{key}_code
LEFT JOIN ops_submission_column AS w
    ON w.submission_id = f.submission_id
    AND w.sheet_number = COALESCE(c.source_sheet_number, f.source_sheet_number)
    AND w.field = '{field}' AND w.code = ''
WHERE f.{mark} IS NULL OR f.{mark} <> 'z'
