-- Grants of each province by fund, added up in satang (ADR 0038).
SELECT
    province_code, period_code, fund_id, fund_code, fund_name_th, COUNT(*) AS agency_count,
    SUM(CAST(ROUND(granted_baht * 100) AS BIGINT)) / 100.0 AS granted_baht,
    SUM(CAST(ROUND(spent_baht * 100) AS BIGINT)) / 100.0 AS spent_baht
FROM mart_grant_by_agency
GROUP BY province_code, period_code, fund_id, fund_code, fund_name_th
