CREATE VIEW mart_agency AS  SELECT period_id,
    period_code,
    agency_id,
    agency_code,
    name_th AS agency_name_th,
    name_en AS agency_name_en,
    kind
   FROM ( SELECT p.period_id,
            p.period_code,
            a.agency_id,
            a.agency_code,
            a.name_th,
            a.name_en,
            a.kind,
            row_number() OVER (PARTITION BY p.period_id, a.agency_code ORDER BY
                CASE
                    WHEN ((a.valid_from_date <= p.order_date) AND ((a.valid_to_date IS NULL) OR (a.valid_to_date >= p.order_date))) THEN 0
                    ELSE 1
                END, a.valid_from_date DESC) AS choice
           FROM (dim_period p
             CROSS JOIN dim_agency a)) dated
  WHERE (choice < 2);
-- next
CREATE VIEW mart_agency_as_now AS  SELECT agency_id,
    agency_code,
    name_th AS agency_name_th,
    name_en AS agency_name_en,
    kind
   FROM ( SELECT a.agency_id,
            a.agency_code,
            a.name_th,
            a.name_en,
            a.kind,
            row_number() OVER (PARTITION BY a.agency_code ORDER BY
                CASE
                    WHEN ((a.valid_from_date <= ((CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Bangkok'::text))::date) AND ((a.valid_to_date IS NULL) OR (a.valid_to_date >= ((CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Bangkok'::text))::date))) THEN 0
                    ELSE 1
                END, a.valid_from_date DESC) AS choice
           FROM dim_agency a) dated
  WHERE (choice < 2);
-- next
CREATE VIEW mart_school AS  WITH registered AS (
         SELECT COALESCE(e.same_as_school_id, e.school_id) AS school_id,
            f.school_name_th,
            f.school_type_th,
            f.subdistrict_name_th,
            f.district_name_th,
            f.established_date,
            a.agency_code,
            p.period_id,
            p.period_code,
            p.order_date,
            s.submission_id,
            f.school_id AS source_school_id,
            row_number() OVER (PARTITION BY COALESCE(e.same_as_school_id, e.school_id), p.order_date ORDER BY p.period_code DESC, s.loaded_at DESC, s.submission_id DESC) AS choice
           FROM ((((ops_submission s
             JOIN fact_school f ON ((f.submission_id = s.submission_id)))
             JOIN dim_school e ON ((e.school_id = f.school_id)))
             JOIN dim_period p ON ((p.period_id = s.period_id)))
             JOIN dim_agency a ON ((a.agency_id = s.agency_id)))
          WHERE s.is_current
        ), dated AS (
         SELECT r_1.school_id,
            r_1.school_name_th,
            r_1.school_type_th,
            r_1.subdistrict_name_th,
            r_1.district_name_th,
            r_1.established_date,
            r_1.agency_code,
            r_1.period_id,
            r_1.period_code,
            r_1.order_date,
            r_1.submission_id,
            r_1.source_school_id,
            r_1.choice,
            lead(r_1.order_date) OVER (PARTITION BY r_1.school_id ORDER BY r_1.order_date) AS before_date,
            (lag(r_1.order_date) OVER (PARTITION BY r_1.school_id ORDER BY r_1.order_date) IS NULL) AS is_first
           FROM registered r_1
          WHERE (r_1.choice < 2)
        ), present AS (
         SELECT r_1.school_id,
            r_1.school_name_th,
            r_1.school_type_th,
            r_1.subdistrict_name_th,
            r_1.district_name_th,
            r_1.established_date,
            r_1.agency_code,
            r_1.period_id,
            r_1.period_code,
            r_1.order_date,
            r_1.submission_id,
            r_1.source_school_id,
            r_1.choice,
            r_1.before_date,
            r_1.is_first,
            ((r_1.is_first OR (r_1.order_date <= ((CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Bangkok'::text))::date)) AND ((r_1.before_date IS NULL) OR (((CURRENT_TIMESTAMP AT TIME ZONE 'Asia/Bangkok'::text))::date < r_1.before_date))) AS is_present
           FROM dated r_1
        )
 SELECT r.school_id,
    d.smis_code,
    d.ministry_code,
    d.obec_code,
    r.school_name_th,
    r.school_type_th,
    r.subdistrict_name_th,
    r.district_name_th,
    r.established_date,
    r.agency_code,
    m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date,
    r.before_date,
    r.is_first,
    r.is_present,
    max(
        CASE
            WHEN r.is_present THEN r.school_name_th
            ELSE NULL::text
        END) OVER (PARTITION BY r.school_id) AS present_school_name_th,
    max(
        CASE
            WHEN r.is_present THEN r.agency_code
            ELSE NULL::text
        END) OVER (PARTITION BY r.school_id) AS present_agency_code,
    r.submission_id,
    r.source_school_id
   FROM ((present r
     JOIN dim_school d ON ((d.school_id = r.school_id)))
     LEFT JOIN mart_agency m ON (((m.period_id = r.period_id) AND (m.agency_code = r.agency_code))));
-- next
CREATE VIEW mart_school_return AS  WITH placed AS (
         SELECT s.form_code,
            s.period_id,
            p.period_code,
            c.school_id AS source_school_id,
            s.submission_id,
            s.version,
            COALESCE(e.same_as_school_id, e.school_id) AS school_id,
            COALESCE(m_1.agency_code, sender.agency_code) AS agency_code,
            COALESCE(m_1.school_name_th, c.school_name) AS school_name_th,
            COALESCE(m_1.present_agency_code, m_1.agency_code, sender.agency_code) AS present_agency_code,
            COALESCE(m_1.present_school_name_th, m_1.school_name_th, c.school_name) AS present_school_name_th,
            row_number() OVER (PARTITION BY COALESCE(e.same_as_school_id, e.school_id), s.period_id, s.form_code, p.period_code ORDER BY
                CASE
                    WHEN (m_1.agency_code = sender.agency_code) THEN 0
                    ELSE 1
                END, s.loaded_at DESC, s.submission_id DESC) AS choice
           FROM (((((ops_submission s
             JOIN dim_period p ON ((p.period_id = s.period_id)))
             JOIN dim_agency sender ON ((sender.agency_id = s.agency_id)))
             CROSS JOIN ops_submission_school c)
             JOIN dim_school e ON ((e.school_id = c.school_id)))
             LEFT JOIN mart_school m_1 ON (((m_1.school_id = COALESCE(e.same_as_school_id, e.school_id)) AND (m_1.is_first OR (m_1.from_date <= p.order_date)) AND ((m_1.before_date IS NULL) OR (p.order_date < m_1.before_date)))))
          WHERE (s.is_current AND (c.submission_id = s.submission_id))
        )
 SELECT placed.form_code,
    placed.period_id,
    placed.period_code,
    placed.school_id,
    placed.school_name_th,
    placed.agency_code,
    m.agency_name_th,
    placed.present_school_name_th,
    placed.present_agency_code,
    placed.submission_id,
    placed.version,
    placed.source_school_id
   FROM (placed
     LEFT JOIN mart_agency m ON (((m.period_id = placed.period_id) AND (m.agency_code = placed.agency_code))))
  WHERE (placed.choice < 2);
-- next
CREATE VIEW mart_enrolment_by_school AS  SELECT r.period_id,
    r.period_code,
    r.agency_code,
    r.agency_name_th,
    r.present_agency_code,
    r.school_id,
    d.smis_code,
    d.ministry_code,
    r.school_name_th,
    r.present_school_name_th,
    g.grade_id,
    g.grade_code,
    g.name_th AS grade_name_th,
    m.pupil_count AS male_count,
        CASE
            WHEN (m.sex_id IS NULL) THEN 'z'::text
            ELSE m.mark_code
        END AS male_mark_code,
    f.pupil_count AS female_count,
        CASE
            WHEN (f.sex_id IS NULL) THEN 'z'::text
            ELSE f.mark_code
        END AS female_mark_code,
        CASE
            WHEN (m.pupil_count IS NULL) THEN f.pupil_count
            WHEN (f.pupil_count IS NULL) THEN m.pupil_count
            ELSE (m.pupil_count + f.pupil_count)
        END AS pupil_count,
    (
        CASE
            WHEN (m.mark_code IS NULL) THEN 0
            ELSE 1
        END +
        CASE
            WHEN (f.mark_code IS NULL) THEN 0
            ELSE 1
        END) AS missing_count,
    (
        CASE
            WHEN (m.mark_code = 'c'::text) THEN 1
            ELSE 0
        END +
        CASE
            WHEN (f.mark_code = 'c'::text) THEN 1
            ELSE 0
        END) AS hidden_count,
    c.classroom_count,
        CASE
            WHEN (c.grade_id IS NULL) THEN 'z'::text
            ELSE c.mark_code
        END AS classroom_mark_code,
        CASE
            WHEN (c.mark_code IS NULL) THEN 0
            ELSE 1
        END AS classroom_missing_count,
        CASE
            WHEN (c.mark_code = 'c'::text) THEN 1
            ELSE 0
        END AS classroom_hidden_count,
    r.submission_id,
    r.version,
    r.source_school_id
   FROM (((((mart_school_return r
     JOIN dim_school d ON ((d.school_id = r.school_id)))
     CROSS JOIN dim_grade g)
     LEFT JOIN fact_enrolment m ON (((m.submission_id = r.submission_id) AND (m.school_id = r.source_school_id) AND (m.grade_id = g.grade_id) AND (m.sex_id = ( SELECT dim_sex.sex_id
           FROM dim_sex
          WHERE (dim_sex.sex_code = 'male'::text))))))
     LEFT JOIN fact_enrolment f ON (((f.submission_id = r.submission_id) AND (f.school_id = r.source_school_id) AND (f.grade_id = g.grade_id) AND (f.sex_id = ( SELECT dim_sex.sex_id
           FROM dim_sex
          WHERE (dim_sex.sex_code = 'female'::text))))))
     LEFT JOIN fact_classroom c ON (((c.submission_id = r.submission_id) AND (c.school_id = r.source_school_id) AND (c.grade_id = g.grade_id))))
  WHERE ((r.form_code = 'enrolment'::text) AND ((m.sex_id IS NOT NULL) OR (f.sex_id IS NOT NULL) OR (c.grade_id IS NOT NULL)));
-- next
CREATE VIEW mart_enrolment_by_agency AS  WITH share AS MATERIALIZED (
         SELECT r.period_id,
            r.period_code,
            r.agency_code,
            r.submission_id,
                CASE
                    WHEN (r.school_count = ( SELECT count(*) AS count
                       FROM ops_submission_school c
                      WHERE (c.submission_id = r.submission_id))) THEN 1
                    ELSE 0
                END AS is_whole
           FROM ( SELECT mart_school_return.period_id,
                    mart_school_return.period_code,
                    mart_school_return.agency_code,
                    mart_school_return.submission_id,
                    count(*) AS school_count
                   FROM mart_school_return
                  WHERE (mart_school_return.form_code = 'enrolment'::text)
                  GROUP BY mart_school_return.period_id, mart_school_return.period_code, mart_school_return.agency_code, mart_school_return.submission_id) r
        ), part AS (
         SELECT s_1.period_id,
            s_1.period_code,
            s_1.agency_code,
            g_1.grade_id,
            g_1.school_count,
            g_1.male_count,
            g_1.female_count,
            g_1.pupil_count,
            g_1.missing_count,
            g_1.hidden_count,
            g_1.classroom_count,
            g_1.classroom_missing_count,
            g_1.classroom_hidden_count
           FROM (share s_1
             JOIN fact_enrolment_by_grade g_1 ON ((g_1.submission_id = s_1.submission_id)))
          WHERE (s_1.is_whole = 1)
        UNION ALL
         SELECT s_1.period_id,
            s_1.period_code,
            s_1.agency_code,
            b.grade_id,
            1,
            b.male_count,
            b.female_count,
            b.pupil_count,
            b.missing_count,
            b.hidden_count,
            b.classroom_count,
            b.classroom_missing_count,
            b.classroom_hidden_count
           FROM (share s_1
             CROSS JOIN mart_enrolment_by_school b)
          WHERE ((s_1.is_whole = 0) AND (b.submission_id = s_1.submission_id) AND (b.agency_code = s_1.agency_code) AND (b.period_code = s_1.period_code))
        ), summed AS (
         SELECT part.period_id,
            part.period_code,
            part.agency_code,
            part.grade_id,
            sum(part.school_count) AS school_count,
            sum(part.male_count) AS male_count,
            sum(part.female_count) AS female_count,
            sum(part.pupil_count) AS pupil_count,
            sum(part.missing_count) AS missing_count,
            sum(part.hidden_count) AS hidden_count,
            sum(part.classroom_count) AS classroom_count,
            sum(part.classroom_missing_count) AS classroom_missing_count,
            sum(part.classroom_hidden_count) AS classroom_hidden_count
           FROM part
          GROUP BY part.period_id, part.period_code, part.agency_code, part.grade_id
        )
 SELECT s.period_id,
    s.period_code,
    s.agency_code,
    a.agency_name_th,
    s.grade_id,
    g.grade_code,
    g.name_th AS grade_name_th,
    s.school_count,
    s.male_count,
    s.female_count,
    s.pupil_count,
    s.missing_count,
    s.hidden_count,
    s.classroom_count,
    s.classroom_missing_count,
    s.classroom_hidden_count
   FROM ((summed s
     LEFT JOIN mart_agency a ON (((a.period_id = s.period_id) AND (a.agency_code = s.agency_code))))
     JOIN dim_grade g ON ((g.grade_id = s.grade_id)));
-- next
CREATE VIEW mart_enrolment_by_agency_as_now AS  WITH share AS MATERIALIZED (
         SELECT r.period_id,
            r.period_code,
            r.agency_code,
            r.submission_id,
                CASE
                    WHEN (r.school_count = ( SELECT count(*) AS count
                       FROM ops_submission_school c
                      WHERE (c.submission_id = r.submission_id))) THEN 1
                    ELSE 0
                END AS is_whole
           FROM ( SELECT mart_school_return.period_id,
                    mart_school_return.period_code,
                    mart_school_return.present_agency_code AS agency_code,
                    mart_school_return.submission_id,
                    count(*) AS school_count
                   FROM mart_school_return
                  WHERE (mart_school_return.form_code = 'enrolment'::text)
                  GROUP BY mart_school_return.period_id, mart_school_return.period_code, mart_school_return.present_agency_code, mart_school_return.submission_id) r
        ), part AS (
         SELECT s_1.period_id,
            s_1.period_code,
            s_1.agency_code,
            g_1.grade_id,
            g_1.school_count,
            g_1.male_count,
            g_1.female_count,
            g_1.pupil_count,
            g_1.missing_count,
            g_1.hidden_count,
            g_1.classroom_count,
            g_1.classroom_missing_count,
            g_1.classroom_hidden_count
           FROM (share s_1
             JOIN fact_enrolment_by_grade g_1 ON ((g_1.submission_id = s_1.submission_id)))
          WHERE (s_1.is_whole = 1)
        UNION ALL
         SELECT s_1.period_id,
            s_1.period_code,
            s_1.agency_code,
            b.grade_id,
            1,
            b.male_count,
            b.female_count,
            b.pupil_count,
            b.missing_count,
            b.hidden_count,
            b.classroom_count,
            b.classroom_missing_count,
            b.classroom_hidden_count
           FROM (share s_1
             CROSS JOIN mart_enrolment_by_school b)
          WHERE ((s_1.is_whole = 0) AND (b.submission_id = s_1.submission_id) AND (b.present_agency_code = s_1.agency_code) AND (b.period_code = s_1.period_code))
        ), summed AS (
         SELECT part.period_id,
            part.period_code,
            part.agency_code,
            part.grade_id,
            sum(part.school_count) AS school_count,
            sum(part.male_count) AS male_count,
            sum(part.female_count) AS female_count,
            sum(part.pupil_count) AS pupil_count,
            sum(part.missing_count) AS missing_count,
            sum(part.hidden_count) AS hidden_count,
            sum(part.classroom_count) AS classroom_count,
            sum(part.classroom_missing_count) AS classroom_missing_count,
            sum(part.classroom_hidden_count) AS classroom_hidden_count
           FROM part
          GROUP BY part.period_id, part.period_code, part.agency_code, part.grade_id
        )
 SELECT s.period_id,
    s.period_code,
    s.agency_code,
    a.agency_name_th,
    s.grade_id,
    g.grade_code,
    g.name_th AS grade_name_th,
    s.school_count,
    s.male_count,
    s.female_count,
    s.pupil_count,
    s.missing_count,
    s.hidden_count,
    s.classroom_count,
    s.classroom_missing_count,
    s.classroom_hidden_count
   FROM ((summed s
     LEFT JOIN mart_agency_as_now a ON ((a.agency_code = s.agency_code)))
     JOIN dim_grade g ON ((g.grade_id = s.grade_id)));
-- next
CREATE VIEW mart_enrolment_by_province AS  SELECT period_id,
    period_code,
    grade_id,
    grade_code,
    grade_name_th,
    count(*) AS agency_count,
    (sum(school_count))::bigint AS school_count,
    (sum(male_count))::bigint AS male_count,
    (sum(female_count))::bigint AS female_count,
    (sum(pupil_count))::bigint AS pupil_count,
    (sum(missing_count))::bigint AS missing_count,
    (sum(hidden_count))::bigint AS hidden_count,
    (sum(classroom_count))::bigint AS classroom_count,
    (sum(classroom_missing_count))::bigint AS classroom_missing_count,
    (sum(classroom_hidden_count))::bigint AS classroom_hidden_count
   FROM mart_enrolment_by_agency
  GROUP BY period_id, period_code, grade_id, grade_code, grade_name_th;
-- next
CREATE VIEW mart_submission_status AS  WITH owed AS (
         SELECT a.agency_code,
            o_1.form_code,
            o_1.period_id,
            min(o_1.due_date) AS due_date
           FROM (ops_obligation o_1
             JOIN dim_agency a ON ((a.agency_id = o_1.agency_id)))
          GROUP BY a.agency_code, o_1.form_code, o_1.period_id
        ), received AS (
         SELECT a.agency_code,
            s.submission_id,
            s.agency_id,
            s.form_code,
            s.period_id,
            s.version,
            s.delivery_id,
            s.layout_code,
            s.verdict,
            s.status,
            s.is_current,
            s.content_hash,
            s.row_count,
            s.row_count_loaded,
            s.row_count_set_aside,
            s.error_count,
            s.query_count,
            s.notice_count,
            s.loaded_at,
            s.closed_at,
            s.run_id,
            max(
                CASE
                    WHEN s.is_current THEN s.version
                    ELSE NULL::integer
                END) OVER (PARTITION BY a.agency_code, s.form_code, s.period_id) AS current_version,
            row_number() OVER (PARTITION BY a.agency_code, s.form_code, s.period_id ORDER BY
                CASE
                    WHEN (s.closed_at IS NULL) THEN 0
                    ELSE 1
                END, s.submission_id DESC) AS choice
           FROM (ops_submission s
             JOIN dim_agency a ON ((a.agency_id = s.agency_id)))
        ), expected AS (
         SELECT owed.agency_code,
            owed.form_code,
            owed.period_id
           FROM owed
        UNION
         SELECT received.agency_code,
            received.form_code,
            received.period_id
           FROM received
        )
 SELECT e.agency_code,
    m.agency_name_th,
    e.form_code,
    m.period_code,
    o.due_date,
    COALESCE(r.status, 'not_received'::text) AS status,
    r.version AS newest_version,
    r.current_version,
    f.received_at,
    f.file_name,
    r.row_count_loaded,
    r.row_count_set_aside,
    r.error_count,
    r.query_count,
    r.notice_count
   FROM ((((expected e
     JOIN mart_agency m ON (((m.period_id = e.period_id) AND (m.agency_code = e.agency_code))))
     LEFT JOIN owed o ON (((o.agency_code = e.agency_code) AND (o.form_code = e.form_code) AND (o.period_id = e.period_id))))
     LEFT JOIN received r ON (((r.agency_code = e.agency_code) AND (r.form_code = e.form_code) AND (r.period_id = e.period_id) AND (r.choice < 2))))
     LEFT JOIN ops_delivery f ON ((f.delivery_id = r.delivery_id)));
-- next
CREATE VIEW mart_submission AS  SELECT s.submission_id,
    a.agency_code,
    m.agency_name_th,
    s.form_code,
    p.period_code,
    s.version,
    s.status,
    s.is_current,
    s.verdict,
    s.loaded_at,
    s.closed_at,
    f.file_name,
    f.path,
    f.sha256,
    f.size_bytes,
    f.received_at,
    f.bytes_removed_at,
    s.layout_code,
    s.row_count,
    s.row_count_loaded,
    s.row_count_set_aside,
    s.error_count,
    s.query_count,
    s.notice_count,
    s.content_hash,
    s.run_id,
    r.flow_run_id,
    r.flow_run_name,
    r.code_version,
    r.rules_version,
    r.config_hash
   FROM (((((ops_submission s
     JOIN dim_agency a ON ((a.agency_id = s.agency_id)))
     JOIN dim_period p ON ((p.period_id = s.period_id)))
     JOIN mart_agency m ON (((m.period_id = s.period_id) AND (m.agency_code = a.agency_code))))
     JOIN ops_delivery f ON ((f.delivery_id = s.delivery_id)))
     LEFT JOIN ops_run r ON ((r.run_id = s.run_id)));
-- next
CREATE VIEW mart_dictionary AS  SELECT c.table_name,
    t.meaning_th AS table_meaning_th,
    t.meaning_en AS table_meaning_en,
    c.column_name,
    c."position",
    c.data_type,
    c.is_key,
    c.title_th,
    c.meaning_th,
    c.meaning_en,
    c.unit_th,
    c.unit_en,
    c.code_list,
    c.mark_column,
    c.missing_th,
    c.missing_en,
    c.warning_th,
    c.warning_en
   FROM (ops_dictionary_column c
     JOIN ops_dictionary_table t ON ((t.table_name = c.table_name)));
-- next
CREATE OR REPLACE FUNCTION public.mart_agency_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_agency
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
)
SELECT * FROM mart_agency
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_agency_as_now_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_agency_as_now
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency_as_now AS NOT MATERIALIZED (
-- What each agency is called today; one row an agency, whether it still exists or not.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_agency AS a
) AS dated
WHERE choice < 2
)
SELECT * FROM mart_agency_as_now
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_school_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_school
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_school AS NOT MATERIALIZED (
-- Whose each school was and what it was called, register by register: one row a school and first day.
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
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        f.school_id AS source_school_id,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), p.order_date
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
        LEAD(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) AS before_date,
        LAG(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) IS NULL AS is_first
    FROM registered AS r
    WHERE r.choice < 2
),
present AS (
    SELECT
        r.*,
        (r.is_first OR r.order_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) AND (r.before_date IS NULL OR CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date) < r.before_date)
            AS is_present
    FROM dated AS r
)
SELECT
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date, r.before_date, r.is_first, r.is_present,
    MAX(CASE WHEN r.is_present THEN r.school_name_th END) OVER (PARTITION BY r.school_id)
        AS present_school_name_th,
    MAX(CASE WHEN r.is_present THEN r.agency_code END) OVER (PARTITION BY r.school_id) AS present_agency_code,
    r.submission_id, r.source_school_id
FROM present AS r
JOIN dim_school AS d ON d.school_id = r.school_id
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
)
SELECT * FROM mart_school
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_school_return_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_school_return
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_school AS NOT MATERIALIZED (
-- Whose each school was and what it was called, register by register: one row a school and first day.
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
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        f.school_id AS source_school_id,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), p.order_date
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
        LEAD(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) AS before_date,
        LAG(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) IS NULL AS is_first
    FROM registered AS r
    WHERE r.choice < 2
),
present AS (
    SELECT
        r.*,
        (r.is_first OR r.order_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) AND (r.before_date IS NULL OR CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date) < r.before_date)
            AS is_present
    FROM dated AS r
)
SELECT
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date, r.before_date, r.is_first, r.is_present,
    MAX(CASE WHEN r.is_present THEN r.school_name_th END) OVER (PARTITION BY r.school_id)
        AS present_school_name_th,
    MAX(CASE WHEN r.is_present THEN r.agency_code END) OVER (PARTITION BY r.school_id) AS present_agency_code,
    r.submission_id, r.source_school_id
FROM present AS r
JOIN dim_school AS d ON d.school_id = r.school_id
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
),
mart_school_return AS NOT MATERIALIZED (
-- The one submission that speaks for a school, by form and period, and the agency that the school counts for:
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
        s.form_code, s.period_id, p.period_code, c.school_id AS source_school_id, s.submission_id, s.version,
        COALESCE(e.same_as_school_id, e.school_id) AS school_id,
        COALESCE(m.agency_code, sender.agency_code) AS agency_code,
        COALESCE(m.school_name_th, c.school_name) AS school_name_th,
        COALESCE(m.present_agency_code, m.agency_code, sender.agency_code) AS present_agency_code,
        COALESCE(m.present_school_name_th, m.school_name_th, c.school_name) AS present_school_name_th,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), s.period_id, s.form_code, p.period_code
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
        AND (m.is_first OR m.from_date <= p.order_date)
        AND (m.before_date IS NULL OR p.order_date < m.before_date)
    WHERE s.is_current AND c.submission_id = s.submission_id
)
SELECT
    placed.form_code, placed.period_id, placed.period_code, placed.school_id, placed.school_name_th,
    placed.agency_code, m.agency_name_th,
    placed.present_school_name_th, placed.present_agency_code,
    placed.submission_id, placed.version, placed.source_school_id
FROM placed
LEFT JOIN mart_agency AS m ON m.period_id = placed.period_id AND m.agency_code = placed.agency_code
WHERE placed.choice < 2
)
SELECT * FROM mart_school_return
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_enrolment_by_school_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_enrolment_by_school
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_school AS NOT MATERIALIZED (
-- Whose each school was and what it was called, register by register: one row a school and first day.
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
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        f.school_id AS source_school_id,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), p.order_date
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
        LEAD(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) AS before_date,
        LAG(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) IS NULL AS is_first
    FROM registered AS r
    WHERE r.choice < 2
),
present AS (
    SELECT
        r.*,
        (r.is_first OR r.order_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) AND (r.before_date IS NULL OR CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date) < r.before_date)
            AS is_present
    FROM dated AS r
)
SELECT
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date, r.before_date, r.is_first, r.is_present,
    MAX(CASE WHEN r.is_present THEN r.school_name_th END) OVER (PARTITION BY r.school_id)
        AS present_school_name_th,
    MAX(CASE WHEN r.is_present THEN r.agency_code END) OVER (PARTITION BY r.school_id) AS present_agency_code,
    r.submission_id, r.source_school_id
FROM present AS r
JOIN dim_school AS d ON d.school_id = r.school_id
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
),
mart_school_return AS NOT MATERIALIZED (
-- The one submission that speaks for a school, by form and period, and the agency that the school counts for:
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
        s.form_code, s.period_id, p.period_code, c.school_id AS source_school_id, s.submission_id, s.version,
        COALESCE(e.same_as_school_id, e.school_id) AS school_id,
        COALESCE(m.agency_code, sender.agency_code) AS agency_code,
        COALESCE(m.school_name_th, c.school_name) AS school_name_th,
        COALESCE(m.present_agency_code, m.agency_code, sender.agency_code) AS present_agency_code,
        COALESCE(m.present_school_name_th, m.school_name_th, c.school_name) AS present_school_name_th,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), s.period_id, s.form_code, p.period_code
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
        AND (m.is_first OR m.from_date <= p.order_date)
        AND (m.before_date IS NULL OR p.order_date < m.before_date)
    WHERE s.is_current AND c.submission_id = s.submission_id
)
SELECT
    placed.form_code, placed.period_id, placed.period_code, placed.school_id, placed.school_name_th,
    placed.agency_code, m.agency_name_th,
    placed.present_school_name_th, placed.present_agency_code,
    placed.submission_id, placed.version, placed.source_school_id
FROM placed
LEFT JOIN mart_agency AS m ON m.period_id = placed.period_id AND m.agency_code = placed.agency_code
WHERE placed.choice < 2
),
mart_enrolment_by_school AS NOT MATERIALIZED (
-- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- A mark says why a figure is: x the sender left the cell blank, c hid the figure, z has no such cell.
-- missing_count says how many cells of pupils are without a figure, hidden_count how many of these are hidden;
-- classroom_missing_count and classroom_hidden_count the same of classrooms.
-- Every cell is fetched by its whole key, so that nothing fans out and no closed version is read; other forms
-- have no such cells, and are left out before they are looked for.
SELECT
    r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.present_agency_code,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th, r.present_school_name_th,
    g.grade_id, g.grade_code, g.name_th AS grade_name_th,
    m.pupil_count AS male_count,
    CASE WHEN m.sex_id IS NULL THEN 'z' ELSE m.mark_code END AS male_mark_code,
    f.pupil_count AS female_count,
    CASE WHEN f.sex_id IS NULL THEN 'z' ELSE f.mark_code END AS female_mark_code,
    CASE
        WHEN m.pupil_count IS NULL THEN f.pupil_count
        WHEN f.pupil_count IS NULL THEN m.pupil_count
        ELSE m.pupil_count + f.pupil_count
    END AS pupil_count,
    CASE WHEN m.mark_code IS NULL THEN 0 ELSE 1 END + CASE WHEN f.mark_code IS NULL THEN 0 ELSE 1 END
        AS missing_count,
    CASE WHEN m.mark_code = 'c' THEN 1 ELSE 0 END + CASE WHEN f.mark_code = 'c' THEN 1 ELSE 0 END
        AS hidden_count,
    c.classroom_count,
    CASE WHEN c.grade_id IS NULL THEN 'z' ELSE c.mark_code END AS classroom_mark_code,
    CASE WHEN c.mark_code IS NULL THEN 0 ELSE 1 END AS classroom_missing_count,
    CASE WHEN c.mark_code = 'c' THEN 1 ELSE 0 END AS classroom_hidden_count,
    r.submission_id, r.version, r.source_school_id
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN dim_grade AS g
LEFT JOIN fact_enrolment AS m
    ON m.submission_id = r.submission_id AND m.school_id = r.source_school_id AND m.grade_id = g.grade_id
    AND m.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'male')
LEFT JOIN fact_enrolment AS f
    ON f.submission_id = r.submission_id AND f.school_id = r.source_school_id AND f.grade_id = g.grade_id
    AND f.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'female')
LEFT JOIN fact_classroom AS c
    ON c.submission_id = r.submission_id AND c.school_id = r.source_school_id AND c.grade_id = g.grade_id
WHERE r.form_code = 'enrolment'
    AND (m.sex_id IS NOT NULL OR f.sex_id IS NOT NULL OR c.grade_id IS NOT NULL)
)
SELECT * FROM mart_enrolment_by_school
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_enrolment_by_agency_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_enrolment_by_agency
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_school AS NOT MATERIALIZED (
-- Whose each school was and what it was called, register by register: one row a school and first day.
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
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        f.school_id AS source_school_id,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), p.order_date
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
        LEAD(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) AS before_date,
        LAG(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) IS NULL AS is_first
    FROM registered AS r
    WHERE r.choice < 2
),
present AS (
    SELECT
        r.*,
        (r.is_first OR r.order_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) AND (r.before_date IS NULL OR CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date) < r.before_date)
            AS is_present
    FROM dated AS r
)
SELECT
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date, r.before_date, r.is_first, r.is_present,
    MAX(CASE WHEN r.is_present THEN r.school_name_th END) OVER (PARTITION BY r.school_id)
        AS present_school_name_th,
    MAX(CASE WHEN r.is_present THEN r.agency_code END) OVER (PARTITION BY r.school_id) AS present_agency_code,
    r.submission_id, r.source_school_id
FROM present AS r
JOIN dim_school AS d ON d.school_id = r.school_id
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
),
mart_school_return AS NOT MATERIALIZED (
-- The one submission that speaks for a school, by form and period, and the agency that the school counts for:
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
        s.form_code, s.period_id, p.period_code, c.school_id AS source_school_id, s.submission_id, s.version,
        COALESCE(e.same_as_school_id, e.school_id) AS school_id,
        COALESCE(m.agency_code, sender.agency_code) AS agency_code,
        COALESCE(m.school_name_th, c.school_name) AS school_name_th,
        COALESCE(m.present_agency_code, m.agency_code, sender.agency_code) AS present_agency_code,
        COALESCE(m.present_school_name_th, m.school_name_th, c.school_name) AS present_school_name_th,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), s.period_id, s.form_code, p.period_code
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
        AND (m.is_first OR m.from_date <= p.order_date)
        AND (m.before_date IS NULL OR p.order_date < m.before_date)
    WHERE s.is_current AND c.submission_id = s.submission_id
)
SELECT
    placed.form_code, placed.period_id, placed.period_code, placed.school_id, placed.school_name_th,
    placed.agency_code, m.agency_name_th,
    placed.present_school_name_th, placed.present_agency_code,
    placed.submission_id, placed.version, placed.source_school_id
FROM placed
LEFT JOIN mart_agency AS m ON m.period_id = placed.period_id AND m.agency_code = placed.agency_code
WHERE placed.choice < 2
),
mart_enrolment_by_school AS NOT MATERIALIZED (
-- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- A mark says why a figure is: x the sender left the cell blank, c hid the figure, z has no such cell.
-- missing_count says how many cells of pupils are without a figure, hidden_count how many of these are hidden;
-- classroom_missing_count and classroom_hidden_count the same of classrooms.
-- Every cell is fetched by its whole key, so that nothing fans out and no closed version is read; other forms
-- have no such cells, and are left out before they are looked for.
SELECT
    r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.present_agency_code,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th, r.present_school_name_th,
    g.grade_id, g.grade_code, g.name_th AS grade_name_th,
    m.pupil_count AS male_count,
    CASE WHEN m.sex_id IS NULL THEN 'z' ELSE m.mark_code END AS male_mark_code,
    f.pupil_count AS female_count,
    CASE WHEN f.sex_id IS NULL THEN 'z' ELSE f.mark_code END AS female_mark_code,
    CASE
        WHEN m.pupil_count IS NULL THEN f.pupil_count
        WHEN f.pupil_count IS NULL THEN m.pupil_count
        ELSE m.pupil_count + f.pupil_count
    END AS pupil_count,
    CASE WHEN m.mark_code IS NULL THEN 0 ELSE 1 END + CASE WHEN f.mark_code IS NULL THEN 0 ELSE 1 END
        AS missing_count,
    CASE WHEN m.mark_code = 'c' THEN 1 ELSE 0 END + CASE WHEN f.mark_code = 'c' THEN 1 ELSE 0 END
        AS hidden_count,
    c.classroom_count,
    CASE WHEN c.grade_id IS NULL THEN 'z' ELSE c.mark_code END AS classroom_mark_code,
    CASE WHEN c.mark_code IS NULL THEN 0 ELSE 1 END AS classroom_missing_count,
    CASE WHEN c.mark_code = 'c' THEN 1 ELSE 0 END AS classroom_hidden_count,
    r.submission_id, r.version, r.source_school_id
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN dim_grade AS g
LEFT JOIN fact_enrolment AS m
    ON m.submission_id = r.submission_id AND m.school_id = r.source_school_id AND m.grade_id = g.grade_id
    AND m.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'male')
LEFT JOIN fact_enrolment AS f
    ON f.submission_id = r.submission_id AND f.school_id = r.source_school_id AND f.grade_id = g.grade_id
    AND f.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'female')
LEFT JOIN fact_classroom AS c
    ON c.submission_id = r.submission_id AND c.school_id = r.source_school_id AND c.grade_id = g.grade_id
WHERE r.form_code = 'enrolment'
    AND (m.sex_id IS NOT NULL OR f.sex_id IS NOT NULL OR c.grade_id IS NOT NULL)
),
mart_enrolment_by_agency AS NOT MATERIALIZED (
-- Pupils and classrooms by period, agency and grade "as then": each school under the agency that it belonged
-- to in the period. school_count: schools whose return has the grade.
-- A submission whose schools all count for one agency is taken as it was added up when it was loaded; of any
-- other the schools are added up one by one: CROSS JOIN has SQLite look for such submissions first.
-- MATERIALIZED, for finding out who speaks for each school is most of the work.
-- Each agency has one name in each period: LEFT JOIN only keeps SQLite from beginning with the agencies, and
-- PostgreSQL from expecting few rows.
WITH share AS MATERIALIZED (
    SELECT
        r.period_id, r.period_code, r.agency_code, r.submission_id,
        CASE
            WHEN r.school_count = (
                SELECT COUNT(*) FROM ops_submission_school AS c WHERE c.submission_id = r.submission_id
            ) THEN 1
            ELSE 0
        END AS is_whole
    FROM (
        SELECT period_id, period_code, agency_code AS agency_code, submission_id, COUNT(*) AS school_count
        FROM mart_school_return
        WHERE form_code = 'enrolment'
        GROUP BY period_id, period_code, agency_code, submission_id
    ) AS r
),
part AS (
    SELECT
        s.period_id, s.period_code, s.agency_code, g.grade_id, g.school_count,
        g.male_count, g.female_count, g.pupil_count, g.missing_count, g.hidden_count,
        g.classroom_count, g.classroom_missing_count, g.classroom_hidden_count
    FROM share AS s
    JOIN fact_enrolment_by_grade AS g ON g.submission_id = s.submission_id
    WHERE s.is_whole = 1
    UNION ALL
    SELECT
        s.period_id, s.period_code, s.agency_code, b.grade_id, 1,
        b.male_count, b.female_count, b.pupil_count, b.missing_count, b.hidden_count,
        b.classroom_count, b.classroom_missing_count, b.classroom_hidden_count
    FROM share AS s
    CROSS JOIN mart_enrolment_by_school AS b
    WHERE s.is_whole = 0
        AND b.submission_id = s.submission_id AND b.agency_code = s.agency_code AND b.period_code = s.period_code
),
summed AS (
    SELECT
        period_id, period_code, agency_code, grade_id,
        SUM(school_count) AS school_count,
        SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
        SUM(missing_count) AS missing_count, SUM(hidden_count) AS hidden_count,
        SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count,
        SUM(classroom_hidden_count) AS classroom_hidden_count
    FROM part
    GROUP BY period_id, period_code, agency_code, grade_id
)
SELECT
    s.period_id, s.period_code, s.agency_code, a.agency_name_th,
    s.grade_id, g.grade_code, g.name_th AS grade_name_th, s.school_count,
    s.male_count, s.female_count, s.pupil_count, s.missing_count, s.hidden_count,
    s.classroom_count, s.classroom_missing_count, s.classroom_hidden_count
FROM summed AS s
LEFT JOIN mart_agency AS a ON a.period_id = s.period_id AND a.agency_code = s.agency_code
JOIN dim_grade AS g ON g.grade_id = s.grade_id
)
SELECT * FROM mart_enrolment_by_agency
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_enrolment_by_agency_as_now_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_enrolment_by_agency_as_now
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_agency_as_now AS NOT MATERIALIZED (
-- What each agency is called today; one row an agency, whether it still exists or not.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_school AS NOT MATERIALIZED (
-- Whose each school was and what it was called, register by register: one row a school and first day.
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
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        f.school_id AS source_school_id,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), p.order_date
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
        LEAD(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) AS before_date,
        LAG(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) IS NULL AS is_first
    FROM registered AS r
    WHERE r.choice < 2
),
present AS (
    SELECT
        r.*,
        (r.is_first OR r.order_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) AND (r.before_date IS NULL OR CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date) < r.before_date)
            AS is_present
    FROM dated AS r
)
SELECT
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date, r.before_date, r.is_first, r.is_present,
    MAX(CASE WHEN r.is_present THEN r.school_name_th END) OVER (PARTITION BY r.school_id)
        AS present_school_name_th,
    MAX(CASE WHEN r.is_present THEN r.agency_code END) OVER (PARTITION BY r.school_id) AS present_agency_code,
    r.submission_id, r.source_school_id
FROM present AS r
JOIN dim_school AS d ON d.school_id = r.school_id
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
),
mart_school_return AS NOT MATERIALIZED (
-- The one submission that speaks for a school, by form and period, and the agency that the school counts for:
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
        s.form_code, s.period_id, p.period_code, c.school_id AS source_school_id, s.submission_id, s.version,
        COALESCE(e.same_as_school_id, e.school_id) AS school_id,
        COALESCE(m.agency_code, sender.agency_code) AS agency_code,
        COALESCE(m.school_name_th, c.school_name) AS school_name_th,
        COALESCE(m.present_agency_code, m.agency_code, sender.agency_code) AS present_agency_code,
        COALESCE(m.present_school_name_th, m.school_name_th, c.school_name) AS present_school_name_th,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), s.period_id, s.form_code, p.period_code
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
        AND (m.is_first OR m.from_date <= p.order_date)
        AND (m.before_date IS NULL OR p.order_date < m.before_date)
    WHERE s.is_current AND c.submission_id = s.submission_id
)
SELECT
    placed.form_code, placed.period_id, placed.period_code, placed.school_id, placed.school_name_th,
    placed.agency_code, m.agency_name_th,
    placed.present_school_name_th, placed.present_agency_code,
    placed.submission_id, placed.version, placed.source_school_id
FROM placed
LEFT JOIN mart_agency AS m ON m.period_id = placed.period_id AND m.agency_code = placed.agency_code
WHERE placed.choice < 2
),
mart_enrolment_by_school AS NOT MATERIALIZED (
-- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- A mark says why a figure is: x the sender left the cell blank, c hid the figure, z has no such cell.
-- missing_count says how many cells of pupils are without a figure, hidden_count how many of these are hidden;
-- classroom_missing_count and classroom_hidden_count the same of classrooms.
-- Every cell is fetched by its whole key, so that nothing fans out and no closed version is read; other forms
-- have no such cells, and are left out before they are looked for.
SELECT
    r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.present_agency_code,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th, r.present_school_name_th,
    g.grade_id, g.grade_code, g.name_th AS grade_name_th,
    m.pupil_count AS male_count,
    CASE WHEN m.sex_id IS NULL THEN 'z' ELSE m.mark_code END AS male_mark_code,
    f.pupil_count AS female_count,
    CASE WHEN f.sex_id IS NULL THEN 'z' ELSE f.mark_code END AS female_mark_code,
    CASE
        WHEN m.pupil_count IS NULL THEN f.pupil_count
        WHEN f.pupil_count IS NULL THEN m.pupil_count
        ELSE m.pupil_count + f.pupil_count
    END AS pupil_count,
    CASE WHEN m.mark_code IS NULL THEN 0 ELSE 1 END + CASE WHEN f.mark_code IS NULL THEN 0 ELSE 1 END
        AS missing_count,
    CASE WHEN m.mark_code = 'c' THEN 1 ELSE 0 END + CASE WHEN f.mark_code = 'c' THEN 1 ELSE 0 END
        AS hidden_count,
    c.classroom_count,
    CASE WHEN c.grade_id IS NULL THEN 'z' ELSE c.mark_code END AS classroom_mark_code,
    CASE WHEN c.mark_code IS NULL THEN 0 ELSE 1 END AS classroom_missing_count,
    CASE WHEN c.mark_code = 'c' THEN 1 ELSE 0 END AS classroom_hidden_count,
    r.submission_id, r.version, r.source_school_id
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN dim_grade AS g
LEFT JOIN fact_enrolment AS m
    ON m.submission_id = r.submission_id AND m.school_id = r.source_school_id AND m.grade_id = g.grade_id
    AND m.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'male')
LEFT JOIN fact_enrolment AS f
    ON f.submission_id = r.submission_id AND f.school_id = r.source_school_id AND f.grade_id = g.grade_id
    AND f.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'female')
LEFT JOIN fact_classroom AS c
    ON c.submission_id = r.submission_id AND c.school_id = r.source_school_id AND c.grade_id = g.grade_id
WHERE r.form_code = 'enrolment'
    AND (m.sex_id IS NOT NULL OR f.sex_id IS NOT NULL OR c.grade_id IS NOT NULL)
),
mart_enrolment_by_agency_as_now AS NOT MATERIALIZED (
-- Pupils and classrooms by period, agency and grade "as now": every period's schools under the agencies that
-- they belong to today, whatever they belonged to then. school_count: schools whose return has the grade.
-- A submission whose schools all count for one agency is taken as it was added up when it was loaded; of any
-- other the schools are added up one by one: CROSS JOIN has SQLite look for such submissions first.
-- MATERIALIZED, for finding out who speaks for each school is most of the work.
-- An agency has one name today: LEFT JOIN only keeps SQLite from beginning with the agencies, and
-- PostgreSQL from expecting few rows.
WITH share AS MATERIALIZED (
    SELECT
        r.period_id, r.period_code, r.agency_code, r.submission_id,
        CASE
            WHEN r.school_count = (
                SELECT COUNT(*) FROM ops_submission_school AS c WHERE c.submission_id = r.submission_id
            ) THEN 1
            ELSE 0
        END AS is_whole
    FROM (
        SELECT period_id, period_code, present_agency_code AS agency_code, submission_id, COUNT(*) AS school_count
        FROM mart_school_return
        WHERE form_code = 'enrolment'
        GROUP BY period_id, period_code, present_agency_code, submission_id
    ) AS r
),
part AS (
    SELECT
        s.period_id, s.period_code, s.agency_code, g.grade_id, g.school_count,
        g.male_count, g.female_count, g.pupil_count, g.missing_count, g.hidden_count,
        g.classroom_count, g.classroom_missing_count, g.classroom_hidden_count
    FROM share AS s
    JOIN fact_enrolment_by_grade AS g ON g.submission_id = s.submission_id
    WHERE s.is_whole = 1
    UNION ALL
    SELECT
        s.period_id, s.period_code, s.agency_code, b.grade_id, 1,
        b.male_count, b.female_count, b.pupil_count, b.missing_count, b.hidden_count,
        b.classroom_count, b.classroom_missing_count, b.classroom_hidden_count
    FROM share AS s
    CROSS JOIN mart_enrolment_by_school AS b
    WHERE s.is_whole = 0
        AND b.submission_id = s.submission_id AND b.present_agency_code = s.agency_code AND b.period_code = s.period_code
),
summed AS (
    SELECT
        period_id, period_code, agency_code, grade_id,
        SUM(school_count) AS school_count,
        SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
        SUM(missing_count) AS missing_count, SUM(hidden_count) AS hidden_count,
        SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count,
        SUM(classroom_hidden_count) AS classroom_hidden_count
    FROM part
    GROUP BY period_id, period_code, agency_code, grade_id
)
SELECT
    s.period_id, s.period_code, s.agency_code, a.agency_name_th,
    s.grade_id, g.grade_code, g.name_th AS grade_name_th, s.school_count,
    s.male_count, s.female_count, s.pupil_count, s.missing_count, s.hidden_count,
    s.classroom_count, s.classroom_missing_count, s.classroom_hidden_count
FROM summed AS s
LEFT JOIN mart_agency_as_now AS a ON a.agency_code = s.agency_code
JOIN dim_grade AS g ON g.grade_id = s.grade_id
)
SELECT * FROM mart_enrolment_by_agency_as_now
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_enrolment_by_province_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_enrolment_by_province
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_school AS NOT MATERIALIZED (
-- Whose each school was and what it was called, register by register: one row a school and first day.
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
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        f.school_id AS source_school_id,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), p.order_date
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
        LEAD(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) AS before_date,
        LAG(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) IS NULL AS is_first
    FROM registered AS r
    WHERE r.choice < 2
),
present AS (
    SELECT
        r.*,
        (r.is_first OR r.order_date <= CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date)) AND (r.before_date IS NULL OR CAST(moment AT TIME ZONE 'Asia/Bangkok' AS date) < r.before_date)
            AS is_present
    FROM dated AS r
)
SELECT
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date, r.before_date, r.is_first, r.is_present,
    MAX(CASE WHEN r.is_present THEN r.school_name_th END) OVER (PARTITION BY r.school_id)
        AS present_school_name_th,
    MAX(CASE WHEN r.is_present THEN r.agency_code END) OVER (PARTITION BY r.school_id) AS present_agency_code,
    r.submission_id, r.source_school_id
FROM present AS r
JOIN dim_school AS d ON d.school_id = r.school_id
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
),
mart_school_return AS NOT MATERIALIZED (
-- The one submission that speaks for a school, by form and period, and the agency that the school counts for:
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
        s.form_code, s.period_id, p.period_code, c.school_id AS source_school_id, s.submission_id, s.version,
        COALESCE(e.same_as_school_id, e.school_id) AS school_id,
        COALESCE(m.agency_code, sender.agency_code) AS agency_code,
        COALESCE(m.school_name_th, c.school_name) AS school_name_th,
        COALESCE(m.present_agency_code, m.agency_code, sender.agency_code) AS present_agency_code,
        COALESCE(m.present_school_name_th, m.school_name_th, c.school_name) AS present_school_name_th,
        ROW_NUMBER() OVER (
            PARTITION BY COALESCE(e.same_as_school_id, e.school_id), s.period_id, s.form_code, p.period_code
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
        AND (m.is_first OR m.from_date <= p.order_date)
        AND (m.before_date IS NULL OR p.order_date < m.before_date)
    WHERE s.is_current AND c.submission_id = s.submission_id
)
SELECT
    placed.form_code, placed.period_id, placed.period_code, placed.school_id, placed.school_name_th,
    placed.agency_code, m.agency_name_th,
    placed.present_school_name_th, placed.present_agency_code,
    placed.submission_id, placed.version, placed.source_school_id
FROM placed
LEFT JOIN mart_agency AS m ON m.period_id = placed.period_id AND m.agency_code = placed.agency_code
WHERE placed.choice < 2
),
mart_enrolment_by_school AS NOT MATERIALIZED (
-- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- A mark says why a figure is: x the sender left the cell blank, c hid the figure, z has no such cell.
-- missing_count says how many cells of pupils are without a figure, hidden_count how many of these are hidden;
-- classroom_missing_count and classroom_hidden_count the same of classrooms.
-- Every cell is fetched by its whole key, so that nothing fans out and no closed version is read; other forms
-- have no such cells, and are left out before they are looked for.
SELECT
    r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.present_agency_code,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th, r.present_school_name_th,
    g.grade_id, g.grade_code, g.name_th AS grade_name_th,
    m.pupil_count AS male_count,
    CASE WHEN m.sex_id IS NULL THEN 'z' ELSE m.mark_code END AS male_mark_code,
    f.pupil_count AS female_count,
    CASE WHEN f.sex_id IS NULL THEN 'z' ELSE f.mark_code END AS female_mark_code,
    CASE
        WHEN m.pupil_count IS NULL THEN f.pupil_count
        WHEN f.pupil_count IS NULL THEN m.pupil_count
        ELSE m.pupil_count + f.pupil_count
    END AS pupil_count,
    CASE WHEN m.mark_code IS NULL THEN 0 ELSE 1 END + CASE WHEN f.mark_code IS NULL THEN 0 ELSE 1 END
        AS missing_count,
    CASE WHEN m.mark_code = 'c' THEN 1 ELSE 0 END + CASE WHEN f.mark_code = 'c' THEN 1 ELSE 0 END
        AS hidden_count,
    c.classroom_count,
    CASE WHEN c.grade_id IS NULL THEN 'z' ELSE c.mark_code END AS classroom_mark_code,
    CASE WHEN c.mark_code IS NULL THEN 0 ELSE 1 END AS classroom_missing_count,
    CASE WHEN c.mark_code = 'c' THEN 1 ELSE 0 END AS classroom_hidden_count,
    r.submission_id, r.version, r.source_school_id
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN dim_grade AS g
LEFT JOIN fact_enrolment AS m
    ON m.submission_id = r.submission_id AND m.school_id = r.source_school_id AND m.grade_id = g.grade_id
    AND m.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'male')
LEFT JOIN fact_enrolment AS f
    ON f.submission_id = r.submission_id AND f.school_id = r.source_school_id AND f.grade_id = g.grade_id
    AND f.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'female')
LEFT JOIN fact_classroom AS c
    ON c.submission_id = r.submission_id AND c.school_id = r.source_school_id AND c.grade_id = g.grade_id
WHERE r.form_code = 'enrolment'
    AND (m.sex_id IS NOT NULL OR f.sex_id IS NOT NULL OR c.grade_id IS NOT NULL)
),
mart_enrolment_by_agency AS NOT MATERIALIZED (
-- Pupils and classrooms by period, agency and grade "as then": each school under the agency that it belonged
-- to in the period. school_count: schools whose return has the grade.
-- A submission whose schools all count for one agency is taken as it was added up when it was loaded; of any
-- other the schools are added up one by one: CROSS JOIN has SQLite look for such submissions first.
-- MATERIALIZED, for finding out who speaks for each school is most of the work.
-- Each agency has one name in each period: LEFT JOIN only keeps SQLite from beginning with the agencies, and
-- PostgreSQL from expecting few rows.
WITH share AS MATERIALIZED (
    SELECT
        r.period_id, r.period_code, r.agency_code, r.submission_id,
        CASE
            WHEN r.school_count = (
                SELECT COUNT(*) FROM ops_submission_school AS c WHERE c.submission_id = r.submission_id
            ) THEN 1
            ELSE 0
        END AS is_whole
    FROM (
        SELECT period_id, period_code, agency_code AS agency_code, submission_id, COUNT(*) AS school_count
        FROM mart_school_return
        WHERE form_code = 'enrolment'
        GROUP BY period_id, period_code, agency_code, submission_id
    ) AS r
),
part AS (
    SELECT
        s.period_id, s.period_code, s.agency_code, g.grade_id, g.school_count,
        g.male_count, g.female_count, g.pupil_count, g.missing_count, g.hidden_count,
        g.classroom_count, g.classroom_missing_count, g.classroom_hidden_count
    FROM share AS s
    JOIN fact_enrolment_by_grade AS g ON g.submission_id = s.submission_id
    WHERE s.is_whole = 1
    UNION ALL
    SELECT
        s.period_id, s.period_code, s.agency_code, b.grade_id, 1,
        b.male_count, b.female_count, b.pupil_count, b.missing_count, b.hidden_count,
        b.classroom_count, b.classroom_missing_count, b.classroom_hidden_count
    FROM share AS s
    CROSS JOIN mart_enrolment_by_school AS b
    WHERE s.is_whole = 0
        AND b.submission_id = s.submission_id AND b.agency_code = s.agency_code AND b.period_code = s.period_code
),
summed AS (
    SELECT
        period_id, period_code, agency_code, grade_id,
        SUM(school_count) AS school_count,
        SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
        SUM(missing_count) AS missing_count, SUM(hidden_count) AS hidden_count,
        SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count,
        SUM(classroom_hidden_count) AS classroom_hidden_count
    FROM part
    GROUP BY period_id, period_code, agency_code, grade_id
)
SELECT
    s.period_id, s.period_code, s.agency_code, a.agency_name_th,
    s.grade_id, g.grade_code, g.name_th AS grade_name_th, s.school_count,
    s.male_count, s.female_count, s.pupil_count, s.missing_count, s.hidden_count,
    s.classroom_count, s.classroom_missing_count, s.classroom_hidden_count
FROM summed AS s
LEFT JOIN mart_agency AS a ON a.period_id = s.period_id AND a.agency_code = s.agency_code
JOIN dim_grade AS g ON g.grade_id = s.grade_id
),
mart_enrolment_by_province AS NOT MATERIALIZED (
-- Pupils and classrooms of the whole province by period and grade. An agency's schools are its own alone,
-- so that the agencies' figures add up. PostgreSQL makes a decimal number of a sum of sums: hence the casts.
SELECT
    period_id, period_code, grade_id, grade_code, grade_name_th,
    COUNT(*) AS agency_count, CAST(SUM(school_count) AS BIGINT) AS school_count,
    CAST(SUM(male_count) AS BIGINT) AS male_count, CAST(SUM(female_count) AS BIGINT) AS female_count,
    CAST(SUM(pupil_count) AS BIGINT) AS pupil_count,
    CAST(SUM(missing_count) AS BIGINT) AS missing_count, CAST(SUM(hidden_count) AS BIGINT) AS hidden_count,
    CAST(SUM(classroom_count) AS BIGINT) AS classroom_count,
    CAST(SUM(classroom_missing_count) AS BIGINT) AS classroom_missing_count,
    CAST(SUM(classroom_hidden_count) AS BIGINT) AS classroom_hidden_count
FROM mart_enrolment_by_agency
GROUP BY period_id, period_code, grade_id, grade_code, grade_name_th
)
SELECT * FROM mart_enrolment_by_province
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_submission_status_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_submission_status
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_submission_status AS NOT MATERIALIZED (
-- Who owes what and what came of it: one row an agency, form and period that is owed or was received.
-- Status, file and counts are those of the newest version that is not superseded; current_version is the one
-- whose facts count.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
WITH owed AS (
    SELECT a.agency_code, o.form_code, o.period_id, MIN(o.due_date) AS due_date
    FROM ops_obligation AS o
    JOIN dim_agency AS a ON a.agency_id = o.agency_id
    GROUP BY a.agency_code, o.form_code, o.period_id
),
received AS (
    SELECT
        a.agency_code, s.*,
        MAX(CASE WHEN s.is_current THEN s.version END)
            OVER (PARTITION BY a.agency_code, s.form_code, s.period_id) AS current_version,
        ROW_NUMBER() OVER (
            PARTITION BY a.agency_code, s.form_code, s.period_id
            ORDER BY CASE WHEN s.closed_at IS NULL THEN 0 ELSE 1 END, s.submission_id DESC
        ) AS choice
    FROM ops_submission AS s
    JOIN dim_agency AS a ON a.agency_id = s.agency_id
),
expected AS (
    SELECT agency_code, form_code, period_id FROM owed
    UNION
    SELECT agency_code, form_code, period_id FROM received
)
SELECT
    e.agency_code, m.agency_name_th, e.form_code, m.period_code, o.due_date,
    COALESCE(r.status, 'not_received') AS status,
    r.version AS newest_version, r.current_version, f.received_at, f.file_name,
    r.row_count_loaded, r.row_count_set_aside, r.error_count, r.query_count, r.notice_count
FROM expected AS e
JOIN mart_agency AS m ON m.period_id = e.period_id AND m.agency_code = e.agency_code
LEFT JOIN owed AS o
    ON o.agency_code = e.agency_code AND o.form_code = e.form_code AND o.period_id = e.period_id
LEFT JOIN received AS r
    ON r.agency_code = e.agency_code AND r.form_code = e.form_code AND r.period_id = e.period_id
    AND r.choice < 2
LEFT JOIN ops_delivery AS f ON f.delivery_id = r.delivery_id
)
SELECT * FROM mart_submission_status
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_submission_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_submission
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_agency AS NOT MATERIALIZED (
-- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT period_id, period_code, agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        p.period_id, p.period_code, a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY p.period_id, a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= p.order_date
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= p.order_date) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_period AS p
    CROSS JOIN dim_agency AS a
) AS dated
WHERE choice < 2
),
mart_submission AS NOT MATERIALIZED (
-- Every version of every submission with all that it came from: file, run, rules, configuration, program.
SELECT
    s.submission_id, a.agency_code, m.agency_name_th, s.form_code, p.period_code, s.version,
    s.status, s.is_current, s.verdict, s.loaded_at, s.closed_at,
    f.file_name, f.path, f.sha256, f.size_bytes, f.received_at, f.bytes_removed_at, s.layout_code,
    s.row_count, s.row_count_loaded, s.row_count_set_aside, s.error_count, s.query_count, s.notice_count,
    s.content_hash,
    s.run_id, r.flow_run_id, r.flow_run_name, r.code_version, r.rules_version, r.config_hash
FROM ops_submission AS s
JOIN dim_agency AS a ON a.agency_id = s.agency_id
JOIN dim_period AS p ON p.period_id = s.period_id
JOIN mart_agency AS m ON m.period_id = s.period_id AND m.agency_code = a.agency_code
JOIN ops_delivery AS f ON f.delivery_id = s.delivery_id
LEFT JOIN ops_run AS r ON r.run_id = s.run_id
)
SELECT * FROM mart_submission
$function$;
-- next
CREATE OR REPLACE FUNCTION public.mart_dictionary_as_at(moment timestamp with time zone)
 RETURNS SETOF mart_dictionary
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
WITH dim_agency AS NOT MATERIALIZED (SELECT agency_id, agency_code, name_th, name_en, kind, area4_code, area8_code, area6_code, valid_from_date, valid_to_date FROM dim_agency_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_period AS NOT MATERIALIZED (SELECT period_id, period_code, kind, year_be, semester, start_date, end_date, due_date, order_date FROM dim_period_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
dim_school AS NOT MATERIALIZED (SELECT school_id, smis_code, ministry_code, obec_code, same_as_school_id FROM dim_school_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_obligation AS NOT MATERIALIZED (SELECT agency_id, form_code, period_id, due_date FROM ops_obligation_history WHERE recorded_at <= moment AND (replaced_at IS NULL OR replaced_at > moment)),
ops_submission AS NOT MATERIALIZED (SELECT submission_id, agency_id, form_code, period_id, version, delivery_id, run_id, layout_code, verdict, CASE WHEN (closed_at IS NULL OR closed_at > moment) THEN verdict ELSE 'superseded' END AS status, (closed_at IS NULL OR closed_at > moment) AND verdict IN ('accepted', 'accepted_with_queries', 'partly_accepted', 'nil') AS is_current, content_hash, row_count, row_count_loaded, row_count_set_aside, error_count, query_count, notice_count, loaded_at, CASE WHEN closed_at <= moment THEN closed_at END AS closed_at FROM ops_submission WHERE loaded_at <= moment),
ops_delivery AS NOT MATERIALIZED (SELECT delivery_id, agency_id, run_id, sha256, file_name, path, size_bytes, received_at, status, CASE WHEN bytes_removed_at <= moment THEN bytes_removed_at END AS bytes_removed_at, answered_at FROM ops_delivery),
mart_dictionary AS NOT MATERIALIZED (
-- What every table and column of the warehouse means.
SELECT
    c.table_name, t.meaning_th AS table_meaning_th, t.meaning_en AS table_meaning_en,
    c.column_name, c.position, c.data_type, c.is_key, c.title_th, c.meaning_th, c.meaning_en,
    c.unit_th, c.unit_en, c.code_list, c.mark_column, c.missing_th, c.missing_en, c.warning_th, c.warning_en
FROM ops_dictionary_column AS c
JOIN ops_dictionary_table AS t ON t.table_name = c.table_name
)
SELECT * FROM mart_dictionary
$function$;
