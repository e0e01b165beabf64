-- Counts by province, period, agency and code: {question}. school_count: schools whose return has the code.
-- A submission whose schools all count for one agency is taken as it was added up when it was loaded; of any
-- other the schools are added up one by one: CROSS JOIN has SQLite look for such submissions first.
-- MATERIALIZED, for finding out who speaks for each school is most of the work.
-- Each agency has one name: LEFT JOIN only keeps SQLite from beginning with the agencies, and PostgreSQL from
-- expecting few rows.
WITH share AS MATERIALIZED (
    SELECT
        COALESCE(v.province_code, '') AS province_code, {submissions_part}r.period_id, r.period_code, r.agency_code, r.submission_id,
        CASE
            WHEN r.school_count = (
                SELECT COUNT(*) FROM ops_submission_school AS c WHERE c.submission_id = r.submission_id
            ) THEN 1
            ELSE 0
        END AS is_whole
    FROM (
        SELECT period_id, period_code, {agency_column} AS agency_code, submission_id, COUNT(*) AS school_count
        FROM mart_school_return
        WHERE form_code = '{form}'
        GROUP BY period_id, period_code, {agency_column}, submission_id
    ) AS r
    JOIN ops_submission AS o ON o.submission_id = r.submission_id
    LEFT JOIN dim_province AS v ON v.province_id = o.province_id
),
part AS (
    SELECT
        s.province_code, {shares_part}s.period_id, s.period_code, s.agency_code, {kept_keys}, k.school_count,
        {kept_columns}
    FROM share AS s
    JOIN {table} AS k ON k.submission_id = s.submission_id
    WHERE s.is_whole = 1
    UNION ALL
    SELECT
        s.province_code, {shares_part}s.period_id, s.period_code, s.agency_code, {school_keys}, 1,
        {school_columns}
    FROM share AS s
    CROSS JOIN {by_school} AS b
    WHERE s.is_whole = 0
        AND b.submission_id = s.submission_id AND b.{agency_column} = s.agency_code AND b.period_code = s.period_code
),
summed AS (
    SELECT
        province_code, {part}period_id, period_code, agency_code, {keys},
        SUM(school_count) AS school_count,
        {summed_columns}
    FROM part
    GROUP BY province_code, {part}period_id, period_code, agency_code, {keys}
)
SELECT
    f.province_code, {sums_part}f.period_id, f.period_code, f.agency_code, a.agency_name_th,
    {named_keys}, f.school_count,
    {columns}
FROM summed AS f
LEFT JOIN {agency_mart} AS a ON {same_agency}
{list_joins}
