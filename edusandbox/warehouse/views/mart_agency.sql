-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
