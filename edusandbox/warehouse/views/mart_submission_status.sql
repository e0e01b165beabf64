-- Who owes what and what came of it: one row a province, agency, form, part and period that is owed or was
-- received.
-- Status, file and counts are those of the newest version that is not superseded; current_version is the one
-- whose facts count.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
-- A run begins with its province's registry, which takes away what another's asked for: whatever is owed is owed
-- to the province of the newest run.
WITH owed AS (
    SELECT
        COALESCE(
            (SELECT r.province_code FROM ops_run AS r ORDER BY r.run_id DESC LIMIT 1),
            (SELECT MIN(v.province_code) FROM dim_province AS v)
        ) AS province_code,
        a.agency_code, o.form_code, o.part_code, o.period_id, MIN(o.due_date) AS due_date
    FROM ops_obligation AS o
    JOIN dim_agency AS a ON a.agency_id = o.agency_id
    GROUP BY a.agency_code, o.form_code, o.part_code, o.period_id
),
received AS (
    SELECT
        COALESCE(v.province_code, '') AS province_code, a.agency_code, s.*,
        MAX(CASE WHEN s.is_current THEN s.version END)
            OVER (PARTITION BY s.province_id, a.agency_code, s.form_code, s.part_code, s.period_id) AS current_version,
        ROW_NUMBER() OVER (
            PARTITION BY s.province_id, a.agency_code, s.form_code, s.part_code, s.period_id
            ORDER BY CASE WHEN s.closed_at IS NULL THEN 0 ELSE 1 END, s.submission_id DESC
        ) AS choice
    FROM ops_submission AS s
    JOIN dim_agency AS a ON a.agency_id = s.agency_id
    LEFT JOIN dim_province AS v ON v.province_id = s.province_id
),
expected AS (
    SELECT province_code, agency_code, form_code, part_code, period_id FROM owed
    UNION
    SELECT province_code, agency_code, form_code, part_code, period_id FROM received
)
SELECT
    e.province_code, e.agency_code, m.agency_name_th, e.form_code, e.part_code, m.period_code, o.due_date,
    COALESCE(r.status, 'not_received') AS status,
    r.version AS newest_version, r.current_version, f.received_at, f.file_name,
    r.row_count_loaded, r.row_count_set_aside, r.error_count, r.query_count, r.notice_count
FROM expected AS e
JOIN mart_agency AS m ON m.period_id = e.period_id AND m.agency_code = e.agency_code
LEFT JOIN owed AS o
    ON o.province_code = e.province_code AND o.agency_code = e.agency_code AND o.form_code = e.form_code
    AND o.part_code = e.part_code AND o.period_id = e.period_id
LEFT JOIN received AS r
    ON r.province_code = e.province_code AND r.agency_code = e.agency_code AND r.form_code = e.form_code
    AND r.part_code = e.part_code
    AND r.period_id = e.period_id AND r.choice < 2
LEFT JOIN ops_delivery AS f ON f.delivery_id = r.delivery_id
