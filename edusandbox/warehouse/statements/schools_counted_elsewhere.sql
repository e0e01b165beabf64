-- Schools of a period's current returns that are not in the sum of the agency that the return is about: another
-- agency's return is heard for them, or the register has them with another agency. One row a return and school,
-- with the return that is heard, which may be the very one; the figure is the one that the form counts, and the
-- schools are those with such a figure or, where the form counts nothing, all that the return names.
SELECT
    s.form_code, s.part_code, p.period_code,
    s.submission_id, a.agency_code, an.agency_name_th,
    w.sheet_name, c.source_row, c.school_code, c.school_name,
    r.submission_id AS heard_submission_id, ha.agency_code AS heard_agency_code, hn.agency_name_th AS heard_agency_name_th,
    hw.sheet_name AS heard_sheet_name, hc.source_row AS heard_source_row,
    hc.school_code AS heard_school_code, hc.school_name AS heard_school_name,
    r.agency_code AS counted_agency_code, r.agency_name_th AS counted_agency_name_th,
    CASE s.form_code
{figures}
    END AS figure,
    CASE s.form_code
{school_counts}
        ELSE (SELECT COUNT(*) FROM ops_submission_school AS o WHERE o.submission_id = s.submission_id)
    END AS school_count
FROM ops_submission AS s
JOIN dim_period AS p ON p.period_id = s.period_id
JOIN dim_agency AS a ON a.agency_id = s.agency_id
CROSS JOIN ops_submission_school AS c
JOIN dim_school AS e ON e.school_id = c.school_id
JOIN mart_school_return AS r
    ON r.school_id = COALESCE(e.same_as_school_id, e.school_id)
    AND r.form_code = s.form_code AND r.part_code = s.part_code AND r.period_id = s.period_id
    AND (r.submission_id <> s.submission_id OR r.agency_code <> a.agency_code)
JOIN ops_submission AS h
    ON h.submission_id = r.submission_id AND COALESCE(h.province_id, 0) = COALESCE(s.province_id, 0)
JOIN dim_agency AS ha ON ha.agency_id = h.agency_id
JOIN ops_submission_school AS hc ON hc.submission_id = r.submission_id AND hc.school_id = r.source_school_id
LEFT JOIN ops_submission_sheet AS w
    ON w.submission_id = c.submission_id AND w.sheet_number = c.source_sheet_number
LEFT JOIN ops_submission_sheet AS hw
    ON hw.submission_id = hc.submission_id AND hw.sheet_number = hc.source_sheet_number
LEFT JOIN mart_agency AS an ON an.period_id = s.period_id AND an.agency_code = a.agency_code
LEFT JOIN mart_agency AS hn ON hn.period_id = s.period_id AND hn.agency_code = ha.agency_code
WHERE s.is_current AND c.submission_id = s.submission_id AND p.period_code = :period
ORDER BY s.submission_id, c.source_sheet_number, c.source_row, c.school_id
