-- Current returns of a period that are in no mart with any figure, whatever the reason; a nil return means that.
SELECT s.form_code, p.period_code, s.submission_id, a.agency_code
FROM ops_submission AS s
JOIN dim_period AS p ON p.period_id = s.period_id
JOIN dim_agency AS a ON a.agency_id = s.agency_id
WHERE s.is_current AND s.status <> 'nil' AND p.period_code = :period
    AND s.submission_id NOT IN (
        SELECT r.submission_id
        FROM mart_school_return AS r
        WHERE r.period_code = :period
            AND (
                EXISTS (
                    SELECT 1
                    FROM fact_enrolment AS f
                    WHERE f.submission_id = r.submission_id AND f.school_id = r.source_school_id
                        AND f.pupil_count IS NOT NULL
                )
                OR EXISTS (
                    SELECT 1
                    FROM fact_classroom AS f
                    WHERE f.submission_id = r.submission_id AND f.school_id = r.source_school_id
                        AND f.classroom_count IS NOT NULL
                )
            )
    )
    AND s.submission_id NOT IN (SELECT m.submission_id FROM mart_school AS m)
