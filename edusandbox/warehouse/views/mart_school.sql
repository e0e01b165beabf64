-- Whose each school was and what it was called, register by register: one row a province, school and first day.
-- A school in registers of two provinces is a school of each: what the one says of it is nothing to the other.
-- The present_ columns say the same of the row that holds today: a join of the view with itself would have
-- PostgreSQL, which expects one row of a ranking, go through all schools for each school.
-- A row holds from from_date until the day before before_date; the first also for all time before it.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
-- Each agency has one name in each period: LEFT JOIN only keeps SQLite from beginning with the agencies, and
-- PostgreSQL from expecting few rows.
WITH registered AS (
    SELECT
        COALESCE(e.same_as_school_id, e.school_id) AS school_id,
        f.school_name_th, f.school_type_th, f.subdistrict_name_th, f.district_name_th, f.established_date,
        COALESCE(s.province_id, 0) AS province_id,
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        f.school_id AS source_school_id,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), s.province_id, p.order_date
            ORDER BY p.period_code DESC, s.loaded_at DESC, s.submission_id DESC
        ) AS choice
    FROM ops_submission AS s
    JOIN fact_school AS f ON f.submission_id = s.submission_id
    JOIN dim_school AS e ON e.school_id = f.school_id
    JOIN dim_period AS p ON p.period_id = s.period_id
    JOIN dim_agency AS a ON a.agency_id = s.agency_id
    WHERE s.is_current
),
dated AS (
    SELECT
        r.*,
        LEAD(r.order_date) OVER (PARTITION BY r.school_id, r.province_id ORDER BY r.order_date) AS before_date,
        LAG(r.order_date) OVER (PARTITION BY r.school_id, r.province_id ORDER BY r.order_date) IS NULL AS is_first
    FROM registered AS r
    WHERE r.choice < 2
),
present AS (
    SELECT
        r.*,
        (r.is_first OR r.order_date <= CURRENT_DATE) AND (r.before_date IS NULL OR CURRENT_DATE < r.before_date)
            AS is_present
    FROM dated AS r
)
SELECT
    r.province_id, COALESCE(v.province_code, '') AS province_code,
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date, r.before_date, r.is_first, r.is_present,
    MAX(CASE WHEN r.is_present THEN r.school_name_th END) OVER (PARTITION BY r.school_id, r.province_id)
        AS present_school_name_th,
    MAX(CASE WHEN r.is_present THEN r.agency_code END) OVER (PARTITION BY r.school_id, r.province_id)
        AS present_agency_code,
    r.submission_id, r.source_school_id
FROM present AS r
JOIN dim_school AS d ON d.school_id = r.school_id
LEFT JOIN dim_province AS v ON v.province_id = r.province_id
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
