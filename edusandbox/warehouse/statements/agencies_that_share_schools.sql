-- Agencies whose registers, or returns of a period, name a school that another agency's name too: for all others
-- there is no question whose a school is. Numbers are compared, for texts are slow to sort.
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
    ) AS named
) AS counted
WHERE lowest_id <> highest_id
