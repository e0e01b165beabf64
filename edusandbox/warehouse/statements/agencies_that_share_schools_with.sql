-- The same, of schools alone that are in a register of some agencies or in a return of theirs of the period.
SELECT DISTINCT agency_code
FROM (
    SELECT
        agency_code,
        MIN(agency_id) OVER (PARTITION BY school_id) AS lowest_id,
        MAX(agency_id) OVER (PARTITION BY school_id) AS highest_id
    FROM (
        SELECT a.agency_code, a.agency_id, COALESCE(e.same_as_school_id, e.school_id) AS school_id
        FROM ops_submission AS s
        JOIN dim_agency AS a ON a.agency_id = s.agency_id
        JOIN dim_period AS p ON p.period_id = s.period_id
        CROSS JOIN ops_submission_school AS c
        JOIN dim_school AS e ON e.school_id = c.school_id
        WHERE s.is_current AND c.submission_id = s.submission_id
            AND (s.form_code IN ({registers}) OR p.period_code = :period)
            AND COALESCE(e.same_as_school_id, e.school_id) IN (
                SELECT COALESCE(own_school.same_as_school_id, own_school.school_id)
                FROM ops_submission AS own
                JOIN dim_period AS own_period ON own_period.period_id = own.period_id
                JOIN dim_agency AS own_agency ON own_agency.agency_id = own.agency_id
                JOIN ops_submission_school AS own_part ON own_part.submission_id = own.submission_id
                JOIN dim_school AS own_school ON own_school.school_id = own_part.school_id
                WHERE own.is_current AND own_agency.agency_code IN :agencies
                    AND (own.form_code IN ({registers}) OR own_period.period_code = :period)
            )
    ) AS named
) AS counted
WHERE lowest_id <> highest_id
