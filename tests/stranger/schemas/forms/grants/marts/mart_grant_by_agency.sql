-- Grants of each agency by fund. Facts about an agency are its sums already.
SELECT
    s.province_code, s.period_code, s.agency_code, s.agency_name_th,
    f.fund_id, d.fund_code, d.name_th AS fund_name_th, f.granted_baht, f.spent_baht,
    f.submission_id, s.version
FROM mart_submission AS s
JOIN fact_grant AS f ON f.submission_id = s.submission_id
JOIN dim_fund AS d ON d.fund_id = f.fund_id
WHERE s.is_current
