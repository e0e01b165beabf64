-- Current returns of a form and period in which there is not one figure; a nil return means that.
SELECT s.submission_id, a.agency_code
FROM ops_submission AS s
JOIN dim_period AS p ON p.period_id = s.period_id
JOIN dim_agency AS a ON a.agency_id = s.agency_id
WHERE s.is_current AND s.status <> 'nil' AND s.form_code = '{form}' AND p.period_code = :period
{no_figures}
