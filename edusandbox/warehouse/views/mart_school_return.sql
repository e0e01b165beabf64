-- The one submission that speaks for a school, by province, form, part and period, and the agency that it counts
-- for:
-- the register's agency, else the sender. Of two senders that report one school, its own agency is heard,
-- else the one loaded last. The present_ columns say whose the school is today and what it is called.
-- Numbers first, for texts are slow to sort; period_code, which says no more, lets PostgreSQL begin with the
-- period that is asked for.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
-- CROSS JOIN has SQLite begin with the submissions, of which there are few, and not with all of their schools.
-- Each agency has one name in each period: LEFT JOIN only keeps SQLite from beginning with the agencies, and
-- PostgreSQL from expecting few rows.
WITH placed AS (
    SELECT
        s.province_id, s.form_code, s.part_code, s.period_id, p.period_code, c.school_id AS source_school_id, s.submission_id, s.version,
        COALESCE(e.same_as_school_id, e.school_id) AS school_id,
        COALESCE(m.agency_code, sender.agency_code) AS agency_code,
        COALESCE(m.school_name_th, c.school_name) AS school_name_th,
        COALESCE(m.present_agency_code, m.agency_code, sender.agency_code) AS present_agency_code,
        COALESCE(m.present_school_name_th, m.school_name_th, c.school_name) AS present_school_name_th,
        ROW_NUMBER() OVER (
            PARTITION BY
                COALESCE(e.same_as_school_id, e.school_id), s.period_id, s.province_id, s.form_code, s.part_code,
                p.period_code
            ORDER BY
                CASE WHEN m.agency_code = sender.agency_code THEN 0 ELSE 1 END,
                s.loaded_at DESC, s.submission_id DESC
        ) AS choice
    FROM ops_submission AS s
    JOIN dim_period AS p ON p.period_id = s.period_id
    JOIN dim_agency AS sender ON sender.agency_id = s.agency_id
    CROSS JOIN ops_submission_school AS c
    JOIN dim_school AS e ON e.school_id = c.school_id
    LEFT JOIN mart_school AS m
        ON m.school_id = COALESCE(e.same_as_school_id, e.school_id)
        AND m.province_id = COALESCE(s.province_id, 0)
        AND (m.is_first OR m.from_date <= p.order_date)
        AND (m.before_date IS NULL OR p.order_date < m.before_date)
    WHERE s.is_current AND c.submission_id = s.submission_id
)
SELECT
    COALESCE(v.province_code, '') AS province_code, placed.form_code, placed.part_code, placed.period_id, placed.period_code, placed.school_id, placed.school_name_th,
    placed.agency_code, m.agency_name_th,
    placed.present_school_name_th, placed.present_agency_code,
    placed.submission_id, placed.version, placed.source_school_id
FROM placed
LEFT JOIN dim_province AS v ON v.province_id = placed.province_id
LEFT JOIN mart_agency AS m ON m.period_id = placed.period_id AND m.agency_code = placed.agency_code
WHERE placed.choice < 2
