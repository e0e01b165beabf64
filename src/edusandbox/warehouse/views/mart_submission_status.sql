-- Who owes what and what came of it: one row an agency, form, part and period that is owed or was received.
-- Status, file and counts are those of the newest version that is not superseded; current_version is the one
-- whose facts count.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
WITH owed AS (
    SELECT a.agency_code, o.form_code, o.part_code, o.period_id, MIN(o.due_date) AS due_date
    FROM ops_obligation AS o
    JOIN dim_agency AS a ON a.agency_id = o.agency_id
    GROUP BY a.agency_code, o.form_code, o.part_code, o.period_id
),
received AS (
    SELECT
        a.agency_code, s.*,
        MAX(CASE WHEN s.is_current THEN s.version END)
            OVER (PARTITION BY a.agency_code, s.form_code, s.part_code, s.period_id) AS current_version,
        ROW_NUMBER() OVER (
            PARTITION BY a.agency_code, s.form_code, s.part_code, s.period_id
            ORDER BY CASE WHEN s.closed_at IS NULL THEN 0 ELSE 1 END, s.submission_id DESC
        ) AS choice
    FROM ops_submission AS s
    JOIN dim_agency AS a ON a.agency_id = s.agency_id
),
expected AS (
    SELECT agency_code, form_code, part_code, period_id FROM owed
    UNION
    SELECT agency_code, form_code, part_code, period_id FROM received
)
SELECT
    e.agency_code, m.agency_name_th, e.form_code, e.part_code, m.period_code, o.due_date,
    COALESCE(r.status, 'not_received') AS status,
    r.version AS newest_version, r.current_version, f.received_at, f.file_name,
    r.row_count_loaded, r.row_count_set_aside, r.error_count, r.query_count, r.notice_count
FROM expected AS e
JOIN mart_agency AS m ON m.period_id = e.period_id AND m.agency_code = e.agency_code
LEFT JOIN owed AS o
    ON o.agency_code = e.agency_code AND o.form_code = e.form_code AND o.part_code = e.part_code
    AND o.period_id = e.period_id
LEFT JOIN received AS r
    ON r.agency_code = e.agency_code AND r.form_code = e.form_code AND r.part_code = e.part_code
    AND r.period_id = e.period_id AND r.choice < 2
LEFT JOIN ops_delivery AS f ON f.delivery_id = r.delivery_id
