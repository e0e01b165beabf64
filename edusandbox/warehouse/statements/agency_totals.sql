-- The sums of a form's part of each agency in a period, the schools that it has returns for, and those that it should have: of
-- its register as of the period (its newest until then, else its first) and of the returns together.
-- An agency is there if it has handed in anything or has a register.
SELECT
    k.agency_code, n.agency_name_th, k.school_count,
    {figures},
    CASE WHEN k.registered_count > 0 THEN k.expected_school_count END AS expected_school_count
FROM (
    SELECT
        agency_code, COUNT(school_id) AS expected_school_count,
        SUM(is_registered) AS registered_count, SUM(is_reported) AS school_count
    FROM (
        SELECT agency_code, school_id, MAX(is_registered) AS is_registered, MAX(is_reported) AS is_reported
        FROM (
            SELECT agency_code, school_id, 1 AS is_registered, 0 AS is_reported
            FROM (
                SELECT
                    m.agency_code, m.school_id, m.from_date,
                    MAX(CASE WHEN m.from_date <= p.order_date THEN m.from_date END)
                        OVER (PARTITION BY m.agency_code) AS newest_date,
                    MIN(m.from_date) OVER (PARTITION BY m.agency_code) AS first_date
                FROM dim_period AS p
                CROSS JOIN mart_school AS m
                WHERE p.period_code = :period
                    AND (m.is_first OR m.from_date <= p.order_date)
                    AND (m.before_date IS NULL OR p.order_date < m.before_date)
            ) AS register
            WHERE from_date = COALESCE(newest_date, first_date)
            UNION ALL
            SELECT agency_code, school_id, 0, 1
            FROM mart_school_return
            WHERE form_code = '{form}' AND part_code = '{part}' AND period_code = :period
            UNION ALL
            SELECT sender.agency_code, NULL, 0, 0
            FROM ops_submission AS s
            JOIN dim_period AS p ON p.period_id = s.period_id
            JOIN dim_agency AS sender ON sender.agency_id = s.agency_id
            WHERE s.is_current AND s.form_code = '{form}' AND s.part_code = '{part}' AND p.period_code = :period
        ) AS named
        GROUP BY agency_code, school_id
    ) AS school
    GROUP BY agency_code
) AS k
LEFT JOIN (
{sums}
) AS a ON a.agency_code = k.agency_code
LEFT JOIN mart_agency AS n ON n.period_code = :period AND n.agency_code = k.agency_code
ORDER BY k.agency_code
