-- Whose returns of a period may stand otherwise beside each other since some agencies handed in: those that name a
-- school of a register or a return of theirs, and those of whom it is said already that they do.
SELECT a.agency_code
FROM ops_submission AS s
JOIN dim_agency AS a ON a.agency_id = s.agency_id
JOIN dim_period AS p ON p.period_id = s.period_id
JOIN ops_submission_school AS c ON c.submission_id = s.submission_id
JOIN dim_school AS e ON e.school_id = c.school_id
WHERE s.is_current AND p.period_code = :period
    AND COALESCE(e.same_as_school_id, e.school_id) IN (
        SELECT COALESCE(own_school.same_as_school_id, own_school.school_id)
        FROM ops_submission AS own
        JOIN dim_period AS own_period ON own_period.period_id = own.period_id
        JOIN dim_agency AS own_agency ON own_agency.agency_id = own.agency_id
        JOIN ops_submission_school AS own_part ON own_part.submission_id = own.submission_id
        JOIN dim_school AS own_school ON own_school.school_id = own_part.school_id
        WHERE own.is_current AND own_agency.agency_code IN :agencies
            AND (own.form_code <> 'enrolment' OR own_period.period_code = :period)
    )
UNION
SELECT a.agency_code
FROM ops_submission AS s
JOIN dim_agency AS a ON a.agency_id = s.agency_id
JOIN dim_period AS p ON p.period_id = s.period_id
JOIN ops_issue AS i ON i.submission_id = s.submission_id
WHERE p.period_code = :period AND s.query_count > 0
    AND i.closed_at IS NULL AND i.rule_code IN :rules
