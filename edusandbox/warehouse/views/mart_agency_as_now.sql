-- What each agency is called today; one row an agency, whether it still exists or not.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= CURRENT_DATE
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= CURRENT_DATE) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_agency AS a
) AS dated
WHERE choice < 2
