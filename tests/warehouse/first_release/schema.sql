CREATE TABLE dim_agency (
	agency_id INTEGER NOT NULL, 
	agency_code TEXT NOT NULL, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	area4_code TEXT, 
	area8_code TEXT, 
	area6_code TEXT, 
	valid_from_date DATE NOT NULL, 
	valid_to_date DATE, 
	CONSTRAINT pk_dim_agency PRIMARY KEY (agency_id), 
	CONSTRAINT uq_dim_agency_agency_code_valid_from_date UNIQUE (agency_code, valid_from_date)
);
CREATE TABLE dim_period (
	period_id INTEGER NOT NULL, 
	period_code TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	year_be SMALLINT NOT NULL, 
	semester SMALLINT NOT NULL, 
	start_date DATE, 
	end_date DATE, 
	due_date DATE, 
	order_date DATE NOT NULL, 
	CONSTRAINT pk_dim_period PRIMARY KEY (period_id), 
	CONSTRAINT uq_dim_period_period_code UNIQUE (period_code)
);
CREATE TABLE dim_school (
	school_id INTEGER NOT NULL, 
	smis_code TEXT, 
	ministry_code TEXT, 
	obec_code TEXT, 
	CONSTRAINT pk_dim_school PRIMARY KEY (school_id), 
	CONSTRAINT uq_dim_school_smis_code UNIQUE (smis_code), 
	CONSTRAINT uq_dim_school_ministry_code UNIQUE (ministry_code), 
	CONSTRAINT uq_dim_school_obec_code UNIQUE (obec_code)
);
CREATE TABLE ops_definition (
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT pk_ops_definition PRIMARY KEY (name)
);
CREATE TABLE ops_run (
	run_id INTEGER NOT NULL, 
	province_code TEXT NOT NULL, 
	period_code TEXT NOT NULL, 
	flow_run_name TEXT, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	code_version TEXT NOT NULL, 
	config_hash TEXT NOT NULL, 
	state TEXT NOT NULL, 
	CONSTRAINT pk_ops_run PRIMARY KEY (run_id)
);
CREATE TABLE dim_grade (
	grade_id SMALLINT NOT NULL, 
	grade_code TEXT NOT NULL, 
	parent_code TEXT, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_grade PRIMARY KEY (grade_id), 
	CONSTRAINT uq_dim_grade_grade_code UNIQUE (grade_code)
);
CREATE TABLE dim_grade_total (
	total_code TEXT NOT NULL, 
	parent_code TEXT, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_grade_total PRIMARY KEY (total_code)
);
CREATE TABLE dim_mark (
	mark_code TEXT NOT NULL, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_mark PRIMARY KEY (mark_code)
);
CREATE TABLE dim_sex (
	sex_id SMALLINT NOT NULL, 
	sex_code TEXT NOT NULL, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_sex PRIMARY KEY (sex_id), 
	CONSTRAINT uq_dim_sex_sex_code UNIQUE (sex_code)
);
CREATE TABLE ops_delivery (
	delivery_id INTEGER NOT NULL, 
	agency_id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	sha256 TEXT NOT NULL, 
	file_name TEXT NOT NULL, 
	path TEXT NOT NULL, 
	size_bytes INTEGER NOT NULL, 
	received_at DATETIME NOT NULL, 
	status TEXT, 
	bytes_removed_at DATETIME, 
	CONSTRAINT pk_ops_delivery PRIMARY KEY (delivery_id), 
	CONSTRAINT uq_ops_delivery_agency_id_sha256 UNIQUE (agency_id, sha256), 
	CONSTRAINT fk_ops_delivery_agency_id FOREIGN KEY(agency_id) REFERENCES dim_agency (agency_id), 
	CONSTRAINT fk_ops_delivery_run_id FOREIGN KEY(run_id) REFERENCES ops_run (run_id)
);
CREATE TABLE ops_obligation (
	agency_id INTEGER NOT NULL, 
	form_code TEXT NOT NULL, 
	period_id INTEGER NOT NULL, 
	due_date DATE NOT NULL, 
	CONSTRAINT pk_ops_obligation PRIMARY KEY (agency_id, form_code, period_id), 
	CONSTRAINT fk_ops_obligation_agency_id FOREIGN KEY(agency_id) REFERENCES dim_agency (agency_id), 
	CONSTRAINT fk_ops_obligation_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id)
);
CREATE TABLE ops_submission (
	submission_id INTEGER NOT NULL, 
	agency_id INTEGER NOT NULL, 
	form_code TEXT NOT NULL, 
	period_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	delivery_id INTEGER NOT NULL, 
	layout_code TEXT NOT NULL, 
	verdict TEXT NOT NULL, 
	status TEXT NOT NULL, 
	is_current BOOLEAN NOT NULL, 
	content_hash TEXT NOT NULL, 
	row_count INTEGER NOT NULL, 
	row_count_loaded INTEGER NOT NULL, 
	row_count_set_aside INTEGER NOT NULL, 
	error_count INTEGER NOT NULL, 
	query_count INTEGER NOT NULL, 
	notice_count INTEGER NOT NULL, 
	loaded_at DATETIME NOT NULL, 
	closed_at DATETIME, 
	CONSTRAINT pk_ops_submission PRIMARY KEY (submission_id), 
	CONSTRAINT uq_ops_submission_agency_id_form_code_period_id_version UNIQUE (agency_id, form_code, period_id, version), 
	CONSTRAINT fk_ops_submission_agency_id FOREIGN KEY(agency_id) REFERENCES dim_agency (agency_id), 
	CONSTRAINT fk_ops_submission_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id), 
	CONSTRAINT fk_ops_submission_delivery_id FOREIGN KEY(delivery_id) REFERENCES ops_delivery (delivery_id)
);
CREATE UNIQUE INDEX uq_ops_submission_current ON ops_submission (agency_id, form_code, period_id) WHERE is_current;
CREATE INDEX ix_ops_submission_delivery_id ON ops_submission (delivery_id);
CREATE TABLE ops_submission_sheet (
	submission_id INTEGER NOT NULL, 
	sheet_number SMALLINT NOT NULL, 
	sheet_name TEXT NOT NULL, 
	CONSTRAINT pk_ops_submission_sheet PRIMARY KEY (submission_id, sheet_number), 
	CONSTRAINT fk_ops_submission_sheet_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id)
);
CREATE TABLE ops_submission_school (
	submission_id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	school_code TEXT NOT NULL, 
	school_name TEXT, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	CONSTRAINT pk_ops_submission_school PRIMARY KEY (submission_id, school_id), 
	CONSTRAINT fk_ops_submission_school_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_ops_submission_school_school_id FOREIGN KEY(school_id) REFERENCES dim_school (school_id)
)
 WITHOUT ROWID;
CREATE TABLE ops_issue (
	issue_id INTEGER NOT NULL, 
	delivery_id INTEGER NOT NULL, 
	submission_id INTEGER, 
	rule_code TEXT NOT NULL, 
	severity TEXT NOT NULL, 
	sheet_name TEXT, 
	sheet_row INTEGER, 
	sheet_column INTEGER, 
	cell TEXT, 
	header TEXT, 
	cell_value TEXT, 
	school_code TEXT, 
	school_name TEXT, 
	message_th TEXT NOT NULL, 
	message_en TEXT NOT NULL, 
	remedy_th TEXT NOT NULL, 
	remedy_en TEXT NOT NULL, 
	owner TEXT NOT NULL, 
	cell_count INTEGER NOT NULL, 
	CONSTRAINT pk_ops_issue PRIMARY KEY (issue_id), 
	CONSTRAINT fk_ops_issue_delivery_id FOREIGN KEY(delivery_id) REFERENCES ops_delivery (delivery_id), 
	CONSTRAINT fk_ops_issue_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id)
);
CREATE INDEX ix_ops_issue_delivery_id ON ops_issue (delivery_id);
CREATE INDEX ix_ops_issue_submission_id ON ops_issue (submission_id);
CREATE TABLE ops_set_aside_row (
	submission_id INTEGER NOT NULL, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	school_code TEXT, 
	school_name TEXT, 
	content TEXT NOT NULL, 
	CONSTRAINT pk_ops_set_aside_row PRIMARY KEY (submission_id, source_sheet_number, source_row), 
	CONSTRAINT fk_ops_set_aside_row_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id)
);
CREATE TABLE fact_school (
	submission_id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	school_name_th TEXT NOT NULL, 
	school_type_th TEXT, 
	subdistrict_name_th TEXT, 
	district_name_th TEXT, 
	established_date DATE, 
	CONSTRAINT pk_fact_school PRIMARY KEY (submission_id, school_id), 
	CONSTRAINT fk_fact_school_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_fact_school_school_id FOREIGN KEY(school_id) REFERENCES dim_school (school_id), 
	CONSTRAINT ck_fact_school_source_sheet_number CHECK (source_sheet_number >= 1), 
	CONSTRAINT ck_fact_school_source_row CHECK (source_row >= 1)
)
 WITHOUT ROWID;
CREATE TABLE fact_enrolment (
	submission_id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	grade_id SMALLINT NOT NULL, 
	sex_id SMALLINT NOT NULL, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	source_column SMALLINT NOT NULL, 
	mark_code TEXT, 
	pupil_count INTEGER, 
	CONSTRAINT pk_fact_enrolment PRIMARY KEY (submission_id, school_id, grade_id, sex_id), 
	CONSTRAINT fk_fact_enrolment_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_fact_enrolment_school_id FOREIGN KEY(school_id) REFERENCES dim_school (school_id), 
	CONSTRAINT fk_fact_enrolment_grade_id FOREIGN KEY(grade_id) REFERENCES dim_grade (grade_id), 
	CONSTRAINT fk_fact_enrolment_sex_id FOREIGN KEY(sex_id) REFERENCES dim_sex (sex_id), 
	CONSTRAINT ck_fact_enrolment_source_sheet_number CHECK (source_sheet_number >= 1), 
	CONSTRAINT ck_fact_enrolment_source_row CHECK (source_row >= 1), 
	CONSTRAINT ck_fact_enrolment_source_column CHECK (source_column >= 1), 
	CONSTRAINT ck_fact_enrolment_mark_code CHECK (mark_code IN ('x', 'c')), 
	CONSTRAINT ck_fact_enrolment_pupil_count CHECK (pupil_count >= 0)
)
 WITHOUT ROWID;
CREATE TABLE fact_classroom (
	submission_id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	grade_id SMALLINT NOT NULL, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	source_column SMALLINT NOT NULL, 
	mark_code TEXT, 
	classroom_count INTEGER, 
	CONSTRAINT pk_fact_classroom PRIMARY KEY (submission_id, school_id, grade_id), 
	CONSTRAINT fk_fact_classroom_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_fact_classroom_school_id FOREIGN KEY(school_id) REFERENCES dim_school (school_id), 
	CONSTRAINT fk_fact_classroom_grade_id FOREIGN KEY(grade_id) REFERENCES dim_grade (grade_id), 
	CONSTRAINT ck_fact_classroom_source_sheet_number CHECK (source_sheet_number >= 1), 
	CONSTRAINT ck_fact_classroom_source_row CHECK (source_row >= 1), 
	CONSTRAINT ck_fact_classroom_source_column CHECK (source_column >= 1), 
	CONSTRAINT ck_fact_classroom_mark_code CHECK (mark_code IN ('x', 'c')), 
	CONSTRAINT ck_fact_classroom_classroom_count CHECK (classroom_count >= 0)
)
 WITHOUT ROWID;
CREATE VIEW mart_agency AS -- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
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
WHERE choice = 1;
CREATE VIEW mart_school AS -- Whose each school was and what it was called, register by register: one row a school and first day.
-- A row holds from from_date until the day before before_date; the first also for all time before it.
WITH registered AS (
    SELECT
        f.school_id, f.school_name_th, f.school_type_th, f.subdistrict_name_th, f.district_name_th,
        f.established_date,
        a.agency_code, p.period_id, p.period_code, p.order_date, s.submission_id,
        ROW_NUMBER() OVER (
            PARTITION BY f.school_id, p.order_date
            ORDER BY p.period_code DESC, s.loaded_at DESC, s.submission_id DESC
        ) AS choice
    FROM ops_submission AS s
    JOIN fact_school AS f ON f.submission_id = s.submission_id
    JOIN dim_period AS p ON p.period_id = s.period_id
    JOIN dim_agency AS a ON a.agency_id = s.agency_id
    WHERE s.is_current
)
SELECT
    r.school_id, d.smis_code, d.ministry_code, d.obec_code,
    r.school_name_th, r.school_type_th, r.subdistrict_name_th, r.district_name_th,
    r.established_date,
    r.agency_code, m.agency_name_th,
    r.period_code AS register_period_code,
    r.order_date AS from_date,
    LEAD(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) AS before_date,
    LAG(r.order_date) OVER (PARTITION BY r.school_id ORDER BY r.order_date) IS NULL AS is_first,
    r.submission_id
FROM registered AS r
JOIN dim_school AS d ON d.school_id = r.school_id
JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code
WHERE r.choice = 1;
CREATE VIEW mart_school_return AS -- The one submission that speaks for a school, by form and period, and the agency that the school counts for:
-- the register's agency, else the sender. Of two senders that report one school, its own agency is heard,
-- else the one loaded last.
WITH placed AS (
    SELECT
        s.form_code, s.period_id, p.period_code, c.school_id, s.submission_id, s.version,
        COALESCE(m.agency_code, sender.agency_code) AS agency_code,
        COALESCE(m.school_name_th, c.school_name) AS school_name_th,
        ROW_NUMBER() OVER (
            PARTITION BY s.form_code, p.period_code, c.school_id
            ORDER BY
                CASE WHEN m.agency_code = sender.agency_code THEN 0 ELSE 1 END,
                s.loaded_at DESC, s.submission_id DESC
        ) AS choice
    FROM ops_submission AS s
    JOIN ops_submission_school AS c ON c.submission_id = s.submission_id
    JOIN dim_period AS p ON p.period_id = s.period_id
    JOIN dim_agency AS sender ON sender.agency_id = s.agency_id
    LEFT JOIN mart_school AS m
        ON m.school_id = c.school_id
        AND (m.is_first OR m.from_date <= p.order_date)
        AND (m.before_date IS NULL OR p.order_date < m.before_date)
    WHERE s.is_current
)
SELECT
    placed.form_code, placed.period_id, placed.period_code, placed.school_id, placed.school_name_th,
    placed.agency_code, m.agency_name_th, placed.submission_id, placed.version
FROM placed
JOIN mart_agency AS m ON m.period_id = placed.period_id AND m.agency_code = placed.agency_code
WHERE placed.choice = 1;
CREATE VIEW mart_enrolment_by_school AS -- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
-- missing_count says how many of the cells of pupils are, classroom_missing_count the same of classrooms.
-- Every cell is fetched by its whole key, so that nothing fans out and no closed version is read; other forms
-- have no such cells, and are left out before they are looked for.
SELECT
    r.period_id, r.period_code, r.agency_code, r.agency_name_th,
    r.school_id, d.smis_code, d.ministry_code, r.school_name_th,
    g.grade_id, g.grade_code, g.name_th AS grade_name_th,
    m.pupil_count AS male_count,
    f.pupil_count AS female_count,
    CASE
        WHEN m.pupil_count IS NULL THEN f.pupil_count
        WHEN f.pupil_count IS NULL THEN m.pupil_count
        ELSE m.pupil_count + f.pupil_count
    END AS pupil_count,
    CASE WHEN m.mark_code IS NULL THEN 0 ELSE 1 END + CASE WHEN f.mark_code IS NULL THEN 0 ELSE 1 END
        AS missing_count,
    c.classroom_count,
    CASE WHEN c.mark_code IS NULL THEN 0 ELSE 1 END AS classroom_missing_count
FROM mart_school_return AS r
JOIN dim_school AS d ON d.school_id = r.school_id
CROSS JOIN dim_grade AS g
LEFT JOIN fact_enrolment AS m
    ON m.submission_id = r.submission_id AND m.school_id = r.school_id AND m.grade_id = g.grade_id
    AND m.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'male')
LEFT JOIN fact_enrolment AS f
    ON f.submission_id = r.submission_id AND f.school_id = r.school_id AND f.grade_id = g.grade_id
    AND f.sex_id = (SELECT sex_id FROM dim_sex WHERE sex_code = 'female')
LEFT JOIN fact_classroom AS c
    ON c.submission_id = r.submission_id AND c.school_id = r.school_id AND c.grade_id = g.grade_id
WHERE r.form_code = 'enrolment'
    AND (m.sex_id IS NOT NULL OR f.sex_id IS NOT NULL OR c.grade_id IS NOT NULL);
CREATE VIEW mart_enrolment_by_agency AS -- Pupils and classrooms by period, agency and grade; school_count: schools whose return has the grade.
-- Names are joined last: sorting them along with every row would take longer than all the rest.
WITH summed AS (
    SELECT
        period_id, period_code, agency_code, grade_id,
        COUNT(*) AS school_count,
        SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
        SUM(missing_count) AS missing_count,
        SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count
    FROM mart_enrolment_by_school
    GROUP BY period_id, period_code, agency_code, grade_id
)
SELECT
    s.period_id, s.period_code, s.agency_code, a.agency_name_th,
    s.grade_id, g.grade_code, g.name_th AS grade_name_th, s.school_count,
    s.male_count, s.female_count, s.pupil_count, s.missing_count,
    s.classroom_count, s.classroom_missing_count
FROM summed AS s
JOIN mart_agency AS a ON a.period_id = s.period_id AND a.agency_code = s.agency_code
JOIN dim_grade AS g ON g.grade_id = s.grade_id;
CREATE VIEW mart_enrolment_by_province AS -- Pupils and classrooms of the whole province by period and grade. An agency's schools are its own alone,
-- so that the agencies' figures add up. PostgreSQL makes a decimal number of a sum of sums: hence the casts.
SELECT
    period_id, period_code, grade_id, grade_code, grade_name_th,
    COUNT(*) AS agency_count, CAST(SUM(school_count) AS BIGINT) AS school_count,
    CAST(SUM(male_count) AS BIGINT) AS male_count, CAST(SUM(female_count) AS BIGINT) AS female_count,
    CAST(SUM(pupil_count) AS BIGINT) AS pupil_count, CAST(SUM(missing_count) AS BIGINT) AS missing_count,
    CAST(SUM(classroom_count) AS BIGINT) AS classroom_count,
    CAST(SUM(classroom_missing_count) AS BIGINT) AS classroom_missing_count
FROM mart_enrolment_by_agency
GROUP BY period_id, period_code, grade_id, grade_code, grade_name_th;
CREATE VIEW mart_submission_status AS -- Who owes what and what came of it: one row an agency, form and period that is owed or was received.
-- Status, file and counts are those of the newest version that is not superseded; current_version is the one
-- whose facts count.
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
    AND r.choice = 1
LEFT JOIN ops_delivery AS f ON f.delivery_id = r.delivery_id;
