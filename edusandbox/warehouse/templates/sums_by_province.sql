-- Counts of a whole province by period and code. An agency's schools are its own alone, so that the agencies'
-- figures add up. PostgreSQL makes a decimal number of a sum of sums: hence the casts.
SELECT
    province_code, {part}period_id, period_code, {keys_with_names},
    COUNT(*) AS agency_count, CAST(SUM(school_count) AS BIGINT) AS school_count,
    {cast_columns}
FROM {by_agency}
GROUP BY province_code, {part}period_id, period_code, {keys_with_names}
