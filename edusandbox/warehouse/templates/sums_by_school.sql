-- Counts of {facts} by province, period, school and code. A sum is empty only if every cell behind it is empty.
-- A mark says why a figure is: x the sender left the cell blank, c hid the figure, z has no such cell.
-- Facts are fetched by the first half of their key, so that no closed version is read; other forms have none.
SELECT
    r.province_code, {returns_part}r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.present_agency_code,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th, r.present_school_name_th,
    {named_keys},
    {figures},
    r.submission_id, r.version, r.source_school_id
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN {facts} AS f
{list_joins}
WHERE r.form_code = '{form}' AND f.submission_id = r.submission_id AND f.school_id = r.source_school_id
