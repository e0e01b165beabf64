-- The sums of a form about agencies, or of a part of one, in a period: of each agency that has handed one in.
SELECT a.agency_code, n.agency_name_th, {figures}
FROM (
{sums}
) AS a
LEFT JOIN mart_agency AS n ON n.period_code = :period AND n.agency_code = a.agency_code
ORDER BY a.agency_code
