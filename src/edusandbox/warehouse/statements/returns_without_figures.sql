-- Current returns of a period in which there is not one figure; a nil return means that, a register has none.
SELECT s.submission_id, a.agency_code
FROM ops_submission AS s
JOIN dim_period AS p ON p.period_id = s.period_id
JOIN dim_agency AS a ON a.agency_id = s.agency_id
WHERE s.is_current AND s.status <> 'nil' AND s.form_code = 'enrolment' AND p.period_code = :period
    AND NOT EXISTS (
        SELECT 1
        FROM fact_enrolment AS f
        WHERE f.submission_id = s.submission_id
            AND (f.male_count IS NOT NULL OR f.female_count IS NOT NULL OR f.classroom_count IS NOT NULL)
    )
