-- What some agencies' figures of one period are made of: their own returns, for those about agencies name no
-- school; returns that name a school that is in a register or a return of theirs, whoever sent them; and all
-- registers, for these say whose a school is.
SELECT *
FROM {table}
WHERE form_code IN ({registers}) OR submission_id IN (
    SELECT own.submission_id
    FROM {table} AS own
    JOIN dim_period AS own_period ON own_period.period_id = own.period_id
    JOIN dim_agency AS a ON a.agency_id = own.agency_id
    WHERE own.is_current AND a.agency_code IN :agencies AND own_period.period_code = :period
    UNION ALL
    SELECT s.submission_id
    FROM {table} AS s
    JOIN dim_period AS p ON p.period_id = s.period_id
    JOIN ops_submission_school AS c ON c.submission_id = s.submission_id
    JOIN dim_school AS e ON e.school_id = c.school_id
    WHERE s.form_code NOT IN ({registers}) AND s.is_current AND p.period_code = :period
        AND COALESCE(e.same_as_school_id, e.school_id) IN (
            SELECT COALESCE(own_school.same_as_school_id, own_school.school_id)
            FROM {table} AS own
            JOIN dim_period AS own_period ON own_period.period_id = own.period_id
            JOIN dim_agency AS a ON a.agency_id = own.agency_id
            JOIN ops_submission_school AS own_part ON own_part.submission_id = own.submission_id
            JOIN dim_school AS own_school ON own_school.school_id = own_part.school_id
            WHERE own.is_current AND a.agency_code IN :agencies
                AND (own.form_code IN ({registers}) OR own_period.period_code = :period)
        )
)
