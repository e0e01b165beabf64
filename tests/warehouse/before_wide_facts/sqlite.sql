BEGIN TRANSACTION;
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
INSERT INTO "dim_agency" VALUES(1,'1001','สพป.ตัวอย่าง เขต 1','Example Primary Area 1','สพป.','1001','10010000',NULL,'2003-07-07',NULL);
INSERT INTO "dim_agency" VALUES(2,'1002','สพป.ตัวอย่าง เขต 2','Example Primary Area 2','สพป.','1002','10020000',NULL,'2003-07-07',NULL);
INSERT INTO "dim_agency" VALUES(3,'1003','สพป.ตัวอย่าง เขต 3','Example Primary Area 3','สพป.','1003','10030000',NULL,'2003-07-07',NULL);
INSERT INTO "dim_agency" VALUES(4,'PEO99','ศธจ.ตัวอย่าง','Example Provincial Education Office','ศธจ.',NULL,NULL,NULL,'2003-07-07',NULL);
CREATE TABLE dim_agency_history (
	agency_id INTEGER NOT NULL, 
	agency_code TEXT, 
	name_th TEXT, 
	name_en TEXT, 
	kind TEXT, 
	area4_code TEXT, 
	area8_code TEXT, 
	area6_code TEXT, 
	valid_from_date DATE, 
	valid_to_date DATE, 
	recorded_at DATETIME NOT NULL, 
	replaced_at DATETIME, 
	CONSTRAINT pk_dim_agency_history PRIMARY KEY (agency_id, recorded_at)
);
INSERT INTO "dim_agency_history" VALUES(1,'1001','สพป.ตัวอย่าง เขต 1','Example Primary Area 1','สพป.','1001','10010000',NULL,'2003-07-07',NULL,'2026-11-30 16:05:56.836751',NULL);
INSERT INTO "dim_agency_history" VALUES(2,'1002','สพป.ตัวอย่าง เขต 2','Example Primary Area 2','สพป.','1002','10020000',NULL,'2003-07-07',NULL,'2026-11-30 16:05:56.836751',NULL);
INSERT INTO "dim_agency_history" VALUES(3,'1003','สพป.ตัวอย่าง เขต 3','Example Primary Area 3','สพป.','1003','10030000',NULL,'2003-07-07',NULL,'2026-11-30 16:05:56.836751',NULL);
INSERT INTO "dim_agency_history" VALUES(4,'PEO99','ศธจ.ตัวอย่าง','Example Provincial Education Office','ศธจ.',NULL,NULL,NULL,'2003-07-07',NULL,'2026-11-30 16:05:56.836751',NULL);
CREATE TABLE dim_grade (
	grade_id SMALLINT NOT NULL, 
	grade_code TEXT NOT NULL, 
	parent_code TEXT, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_grade PRIMARY KEY (grade_id), 
	CONSTRAINT uq_dim_grade_grade_code UNIQUE (grade_code)
);
INSERT INTO "dim_grade" VALUES(1,'K1','PRE','อ.1','Kindergarten 1');
INSERT INTO "dim_grade" VALUES(2,'K2','PRE','อ.2','Kindergarten 2');
INSERT INTO "dim_grade" VALUES(3,'K3','PRE','อ.3','Kindergarten 3');
INSERT INTO "dim_grade" VALUES(4,'P1','PRI','ป.1','Primary 1');
INSERT INTO "dim_grade" VALUES(5,'P2','PRI','ป.2','Primary 2');
INSERT INTO "dim_grade" VALUES(6,'P3','PRI','ป.3','Primary 3');
INSERT INTO "dim_grade" VALUES(7,'P4','PRI','ป.4','Primary 4');
INSERT INTO "dim_grade" VALUES(8,'P5','PRI','ป.5','Primary 5');
INSERT INTO "dim_grade" VALUES(9,'P6','PRI','ป.6','Primary 6');
INSERT INTO "dim_grade" VALUES(10,'M1','LSE','ม.1','Secondary 1');
INSERT INTO "dim_grade" VALUES(11,'M2','LSE','ม.2','Secondary 2');
INSERT INTO "dim_grade" VALUES(12,'M3','LSE','ม.3','Secondary 3');
INSERT INTO "dim_grade" VALUES(13,'M4','USE','ม.4','Secondary 4');
INSERT INTO "dim_grade" VALUES(14,'M5','USE','ม.5','Secondary 5');
INSERT INTO "dim_grade" VALUES(15,'M6','USE','ม.6','Secondary 6');
INSERT INTO "dim_grade" VALUES(16,'V1','USE','ปวช.1','Vocational certificate 1');
INSERT INTO "dim_grade" VALUES(17,'V2','USE','ปวช.2','Vocational certificate 2');
INSERT INTO "dim_grade" VALUES(18,'V3','USE','ปวช.3','Vocational certificate 3');
CREATE TABLE dim_grade_total (
	total_code TEXT NOT NULL, 
	parent_code TEXT, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_grade_total PRIMARY KEY (total_code)
);
INSERT INTO "dim_grade_total" VALUES('PRE','ALL','ก่อนประถมศึกษา','Pre-primary');
INSERT INTO "dim_grade_total" VALUES('PRI','ALL','ประถมศึกษา','Primary');
INSERT INTO "dim_grade_total" VALUES('LSE','ALL','มัธยมศึกษาตอนต้น','Lower secondary');
INSERT INTO "dim_grade_total" VALUES('USE','ALL','มัธยมศึกษาตอนปลายและเทียบเท่า','Upper secondary and equivalent');
INSERT INTO "dim_grade_total" VALUES('ALL',NULL,'รวมทุกชั้น','All grades');
CREATE TABLE dim_mark (
	mark_code TEXT NOT NULL, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_mark PRIMARY KEY (mark_code)
);
INSERT INTO "dim_mark" VALUES('x','ไม่ได้กรอก','Left blank by the sender');
INSERT INTO "dim_mark" VALUES('c','ปกปิด','Hidden by the sender');
INSERT INTO "dim_mark" VALUES('z','ไม่เกี่ยวข้องหรือไม่ได้ถาม','Not applicable or not asked');
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
INSERT INTO "dim_period" VALUES(1,'2563-1','semester',2563,1,'2020-05-16','2020-10-08','2020-06-10','2020-05-16');
CREATE TABLE dim_period_history (
	period_id INTEGER NOT NULL, 
	period_code TEXT, 
	kind TEXT, 
	year_be SMALLINT, 
	semester SMALLINT, 
	start_date DATE, 
	end_date DATE, 
	due_date DATE, 
	order_date DATE, 
	recorded_at DATETIME NOT NULL, 
	replaced_at DATETIME, 
	CONSTRAINT pk_dim_period_history PRIMARY KEY (period_id, recorded_at)
);
INSERT INTO "dim_period_history" VALUES(1,'2563-1','semester',2563,1,'2020-05-16','2020-10-08','2020-06-10','2020-05-16','2026-11-30 16:05:56.836751',NULL);
CREATE TABLE dim_province (
	province_id SMALLINT NOT NULL, 
	province_code TEXT NOT NULL, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_province PRIMARY KEY (province_id), 
	CONSTRAINT uq_dim_province_province_code UNIQUE (province_code)
);
INSERT INTO "dim_province" VALUES(99,'99','ตัวอย่าง','Example');
CREATE TABLE dim_school (
	school_id INTEGER NOT NULL, 
	smis_code TEXT, 
	ministry_code TEXT, 
	obec_code TEXT, same_as_school_id INTEGER CONSTRAINT fk_dim_school_same_as_school_id REFERENCES dim_school (school_id), 
	CONSTRAINT pk_dim_school PRIMARY KEY (school_id), 
	CONSTRAINT uq_dim_school_smis_code UNIQUE (smis_code), 
	CONSTRAINT uq_dim_school_ministry_code UNIQUE (ministry_code), 
	CONSTRAINT uq_dim_school_obec_code UNIQUE (obec_code)
);
INSERT INTO "dim_school" VALUES(1,'10020001','1099000006',NULL,NULL);
INSERT INTO "dim_school" VALUES(2,'10020002','1099000007',NULL,NULL);
INSERT INTO "dim_school" VALUES(3,'10020003','1099000008',NULL,NULL);
INSERT INTO "dim_school" VALUES(4,'10020004','1099000009',NULL,NULL);
INSERT INTO "dim_school" VALUES(5,'10020005','1099000010',NULL,NULL);
INSERT INTO "dim_school" VALUES(6,'10010001','1099000001',NULL,NULL);
INSERT INTO "dim_school" VALUES(7,'10010002','1099000002',NULL,NULL);
INSERT INTO "dim_school" VALUES(8,'10010003','1099000003',NULL,NULL);
INSERT INTO "dim_school" VALUES(9,'10010004','1099000004',NULL,NULL);
INSERT INTO "dim_school" VALUES(10,'10010005','1099000005',NULL,NULL);
INSERT INTO "dim_school" VALUES(11,'10010006','1099000012',NULL,NULL);
INSERT INTO "dim_school" VALUES(12,'10030001','1099000011',NULL,NULL);
INSERT INTO "dim_school" VALUES(13,'10030002','1099000013',NULL,NULL);
INSERT INTO "dim_school" VALUES(14,'10030003','1099000014',NULL,NULL);
INSERT INTO "dim_school" VALUES(15,'10030004','1099000015',NULL,NULL);
CREATE TABLE dim_school_history (
	school_id INTEGER NOT NULL, 
	smis_code TEXT, 
	ministry_code TEXT, 
	obec_code TEXT, 
	same_as_school_id INTEGER, 
	recorded_at DATETIME NOT NULL, 
	replaced_at DATETIME, 
	CONSTRAINT pk_dim_school_history PRIMARY KEY (school_id, recorded_at)
);
INSERT INTO "dim_school_history" VALUES(1,'10020001','1099000006',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(2,'10020002','1099000007',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(3,'10020003','1099000008',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(4,'10020004','1099000009',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(5,'10020005','1099000010',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(6,'10010001','1099000001',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(7,'10010002','1099000002',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(8,'10010003','1099000003',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(9,'10010004','1099000004',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(10,'10010005','1099000005',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(11,'10010006','1099000012',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(12,'10030001','1099000011',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(13,'10030002','1099000013',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(14,'10030003','1099000014',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
INSERT INTO "dim_school_history" VALUES(15,'10030004','1099000015',NULL,NULL,'2026-11-30 16:05:58.661754',NULL);
CREATE TABLE dim_sex (
	sex_id SMALLINT NOT NULL, 
	sex_code TEXT NOT NULL, 
	name_th TEXT NOT NULL, 
	name_en TEXT NOT NULL, 
	CONSTRAINT pk_dim_sex PRIMARY KEY (sex_id), 
	CONSTRAINT uq_dim_sex_sex_code UNIQUE (sex_code)
);
INSERT INTO "dim_sex" VALUES(1,'male','ชาย','Male');
INSERT INTO "dim_sex" VALUES(2,'female','หญิง','Female');
CREATE TABLE "fact_classroom" (
	submission_id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	grade_id SMALLINT NOT NULL, 
	province_id SMALLINT NOT NULL, 
	period_id SMALLINT NOT NULL, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	source_column SMALLINT NOT NULL, 
	mark_code TEXT, 
	classroom_count INTEGER, 
	CONSTRAINT pk_fact_classroom PRIMARY KEY (submission_id, school_id, grade_id), 
	CONSTRAINT fk_fact_classroom_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_fact_classroom_province_id FOREIGN KEY(province_id) REFERENCES dim_province (province_id), 
	CONSTRAINT fk_fact_classroom_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id), 
	CONSTRAINT fk_fact_classroom_school_id FOREIGN KEY(school_id) REFERENCES dim_school (school_id), 
	CONSTRAINT fk_fact_classroom_grade_id FOREIGN KEY(grade_id) REFERENCES dim_grade (grade_id), 
	CONSTRAINT ck_fact_classroom_source_sheet_number CHECK (source_sheet_number >= 1), 
	CONSTRAINT ck_fact_classroom_source_row CHECK (source_row >= 1), 
	CONSTRAINT ck_fact_classroom_source_column CHECK (source_column >= 1), 
	CONSTRAINT ck_fact_classroom_mark_code CHECK (mark_code IN ('x', 'c')), 
	CONSTRAINT ck_fact_classroom_classroom_count CHECK (classroom_count >= 0)
)
 WITHOUT ROWID

;
INSERT INTO "fact_classroom" VALUES(4,6,1,99,1,1,2,8,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,2,99,1,1,2,12,NULL,9);
INSERT INTO "fact_classroom" VALUES(4,6,3,99,1,1,2,16,NULL,10);
INSERT INTO "fact_classroom" VALUES(4,6,4,99,1,1,2,24,NULL,10);
INSERT INTO "fact_classroom" VALUES(4,6,5,99,1,1,2,28,NULL,11);
INSERT INTO "fact_classroom" VALUES(4,6,6,99,1,1,2,32,NULL,10);
INSERT INTO "fact_classroom" VALUES(4,6,7,99,1,1,2,36,NULL,10);
INSERT INTO "fact_classroom" VALUES(4,6,8,99,1,1,2,40,NULL,10);
INSERT INTO "fact_classroom" VALUES(4,6,9,99,1,1,2,44,NULL,10);
INSERT INTO "fact_classroom" VALUES(4,6,10,99,1,1,2,52,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,11,99,1,1,2,56,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,12,99,1,1,2,60,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,13,99,1,1,2,68,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,14,99,1,1,2,72,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,15,99,1,1,2,76,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,16,99,1,1,2,80,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,17,99,1,1,2,84,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,6,18,99,1,1,2,88,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,1,99,1,1,3,8,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,7,2,99,1,1,3,12,NULL,2);
INSERT INTO "fact_classroom" VALUES(4,7,3,99,1,1,3,16,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,7,4,99,1,1,3,24,NULL,2);
INSERT INTO "fact_classroom" VALUES(4,7,5,99,1,1,3,28,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,7,6,99,1,1,3,32,NULL,2);
INSERT INTO "fact_classroom" VALUES(4,7,7,99,1,1,3,36,NULL,2);
INSERT INTO "fact_classroom" VALUES(4,7,8,99,1,1,3,40,NULL,2);
INSERT INTO "fact_classroom" VALUES(4,7,9,99,1,1,3,44,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,7,10,99,1,1,3,52,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,11,99,1,1,3,56,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,12,99,1,1,3,60,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,13,99,1,1,3,68,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,14,99,1,1,3,72,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,15,99,1,1,3,76,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,16,99,1,1,3,80,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,17,99,1,1,3,84,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,7,18,99,1,1,3,88,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,1,99,1,1,4,8,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,2,99,1,1,4,12,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,3,99,1,1,4,16,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,4,99,1,1,4,24,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,5,99,1,1,4,28,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,6,99,1,1,4,32,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,7,99,1,1,4,36,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,8,99,1,1,4,40,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,9,99,1,1,4,44,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,8,10,99,1,1,4,52,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,11,99,1,1,4,56,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,12,99,1,1,4,60,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,13,99,1,1,4,68,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,14,99,1,1,4,72,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,15,99,1,1,4,76,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,16,99,1,1,4,80,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,17,99,1,1,4,84,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,8,18,99,1,1,4,88,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,1,99,1,1,5,8,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,2,99,1,1,5,12,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,3,99,1,1,5,16,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,4,99,1,1,5,24,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,5,99,1,1,5,28,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,6,99,1,1,5,32,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,7,99,1,1,5,36,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,8,99,1,1,5,40,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,9,99,1,1,5,44,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,9,10,99,1,1,5,52,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,11,99,1,1,5,56,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,12,99,1,1,5,60,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,13,99,1,1,5,68,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,14,99,1,1,5,72,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,15,99,1,1,5,76,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,16,99,1,1,5,80,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,17,99,1,1,5,84,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,9,18,99,1,1,5,88,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,1,99,1,1,6,8,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,2,99,1,1,6,12,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,3,99,1,1,6,16,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,4,99,1,1,6,24,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,5,99,1,1,6,28,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,6,99,1,1,6,32,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,7,99,1,1,6,36,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,8,99,1,1,6,40,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,9,99,1,1,6,44,NULL,1);
INSERT INTO "fact_classroom" VALUES(4,10,10,99,1,1,6,52,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,11,99,1,1,6,56,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,12,99,1,1,6,60,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,13,99,1,1,6,68,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,14,99,1,1,6,72,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,15,99,1,1,6,76,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,16,99,1,1,6,80,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,17,99,1,1,6,84,NULL,0);
INSERT INTO "fact_classroom" VALUES(4,10,18,99,1,1,6,88,NULL,0);
INSERT INTO "fact_classroom" VALUES(5,1,2,99,1,1,6,7,NULL,9);
INSERT INTO "fact_classroom" VALUES(5,1,3,99,1,1,6,11,NULL,11);
INSERT INTO "fact_classroom" VALUES(5,1,4,99,1,1,6,15,NULL,11);
INSERT INTO "fact_classroom" VALUES(5,1,5,99,1,1,6,19,NULL,10);
INSERT INTO "fact_classroom" VALUES(5,1,6,99,1,1,6,23,NULL,11);
INSERT INTO "fact_classroom" VALUES(5,1,7,99,1,1,6,27,NULL,10);
INSERT INTO "fact_classroom" VALUES(5,1,8,99,1,1,6,31,NULL,10);
INSERT INTO "fact_classroom" VALUES(5,1,9,99,1,1,6,35,NULL,10);
INSERT INTO "fact_classroom" VALUES(5,1,10,99,1,1,6,39,NULL,9);
INSERT INTO "fact_classroom" VALUES(5,1,11,99,1,1,6,43,NULL,11);
INSERT INTO "fact_classroom" VALUES(5,1,12,99,1,1,6,47,NULL,10);
INSERT INTO "fact_classroom" VALUES(5,2,2,99,1,1,7,7,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,2,3,99,1,1,7,11,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,2,4,99,1,1,7,15,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,2,5,99,1,1,7,19,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,2,6,99,1,1,7,23,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,2,7,99,1,1,7,27,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,2,8,99,1,1,7,31,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,2,9,99,1,1,7,35,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,2,99,1,1,8,7,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,3,99,1,1,8,11,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,4,99,1,1,8,15,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,5,99,1,1,8,19,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,6,99,1,1,8,23,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,7,99,1,1,8,27,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,8,99,1,1,8,31,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,3,9,99,1,1,8,35,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,2,99,1,1,9,7,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,3,99,1,1,9,11,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,4,99,1,1,9,15,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,5,99,1,1,9,19,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,6,99,1,1,9,23,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,7,99,1,1,9,27,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,8,99,1,1,9,31,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,4,9,99,1,1,9,35,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,2,99,1,1,10,7,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,3,99,1,1,10,11,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,4,99,1,1,10,15,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,5,99,1,1,10,19,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,6,99,1,1,10,23,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,7,99,1,1,10,27,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,8,99,1,1,10,31,NULL,1);
INSERT INTO "fact_classroom" VALUES(5,5,9,99,1,1,10,35,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,3,99,1,1,3,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,4,99,1,1,4,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,5,99,1,1,5,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,6,99,1,1,6,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,7,99,1,1,7,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,8,99,1,1,8,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,9,99,1,1,9,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,10,99,1,1,10,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,11,99,1,1,11,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,11,12,99,1,1,12,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,12,2,99,1,1,13,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(6,12,3,99,1,1,14,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(6,12,4,99,1,1,15,9,NULL,11);
INSERT INTO "fact_classroom" VALUES(6,12,5,99,1,1,16,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(6,12,6,99,1,1,17,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(6,12,7,99,1,1,18,9,NULL,9);
INSERT INTO "fact_classroom" VALUES(6,12,8,99,1,1,19,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(6,12,9,99,1,1,20,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(6,13,2,99,1,1,21,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,13,4,99,1,1,23,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,13,6,99,1,1,25,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,13,7,99,1,1,26,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,13,8,99,1,1,27,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,13,9,99,1,1,28,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,2,99,1,1,29,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,3,99,1,1,30,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,4,99,1,1,31,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,5,99,1,1,32,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,6,99,1,1,33,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,7,99,1,1,34,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,8,99,1,1,35,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,10,99,1,1,37,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,11,99,1,1,38,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,14,12,99,1,1,39,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,2,99,1,1,40,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,3,99,1,1,41,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,4,99,1,1,42,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,5,99,1,1,43,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,6,99,1,1,44,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,7,99,1,1,45,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,8,99,1,1,46,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(6,15,9,99,1,1,47,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,1,2,99,1,1,6,7,NULL,9);
INSERT INTO "fact_classroom" VALUES(8,1,3,99,1,1,6,11,NULL,11);
INSERT INTO "fact_classroom" VALUES(8,1,4,99,1,1,6,15,NULL,11);
INSERT INTO "fact_classroom" VALUES(8,1,5,99,1,1,6,19,NULL,10);
INSERT INTO "fact_classroom" VALUES(8,1,6,99,1,1,6,23,NULL,11);
INSERT INTO "fact_classroom" VALUES(8,1,7,99,1,1,6,27,NULL,10);
INSERT INTO "fact_classroom" VALUES(8,1,8,99,1,1,6,31,NULL,10);
INSERT INTO "fact_classroom" VALUES(8,1,9,99,1,1,6,35,NULL,10);
INSERT INTO "fact_classroom" VALUES(8,1,10,99,1,1,6,39,NULL,9);
INSERT INTO "fact_classroom" VALUES(8,1,11,99,1,1,6,43,NULL,11);
INSERT INTO "fact_classroom" VALUES(8,1,12,99,1,1,6,47,NULL,10);
INSERT INTO "fact_classroom" VALUES(8,3,2,99,1,1,8,7,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,3,3,99,1,1,8,11,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,3,4,99,1,1,8,15,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,3,5,99,1,1,8,19,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,3,6,99,1,1,8,23,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,3,7,99,1,1,8,27,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,3,8,99,1,1,8,31,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,3,9,99,1,1,8,35,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,2,99,1,1,9,7,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,3,99,1,1,9,11,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,4,99,1,1,9,15,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,5,99,1,1,9,19,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,6,99,1,1,9,23,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,7,99,1,1,9,27,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,8,99,1,1,9,31,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,4,9,99,1,1,9,35,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,2,99,1,1,10,7,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,3,99,1,1,10,11,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,4,99,1,1,10,15,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,5,99,1,1,10,19,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,6,99,1,1,10,23,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,7,99,1,1,10,27,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,8,99,1,1,10,31,NULL,1);
INSERT INTO "fact_classroom" VALUES(8,5,9,99,1,1,10,35,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,3,99,1,1,3,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,4,99,1,1,4,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,5,99,1,1,5,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,6,99,1,1,6,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,7,99,1,1,7,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,8,99,1,1,8,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,9,99,1,1,9,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,10,99,1,1,10,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,11,11,99,1,1,11,9,'x',NULL);
INSERT INTO "fact_classroom" VALUES(9,11,12,99,1,1,12,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,12,2,99,1,1,13,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(9,12,3,99,1,1,14,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(9,12,4,99,1,1,15,9,NULL,11);
INSERT INTO "fact_classroom" VALUES(9,12,5,99,1,1,16,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(9,12,6,99,1,1,17,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(9,12,7,99,1,1,18,9,NULL,9);
INSERT INTO "fact_classroom" VALUES(9,12,8,99,1,1,19,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(9,12,9,99,1,1,20,9,NULL,10);
INSERT INTO "fact_classroom" VALUES(9,13,2,99,1,1,21,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,13,3,99,1,1,22,9,'x',NULL);
INSERT INTO "fact_classroom" VALUES(9,13,4,99,1,1,23,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,13,6,99,1,1,25,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,13,7,99,1,1,26,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,13,8,99,1,1,27,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,13,9,99,1,1,28,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,2,99,1,1,29,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,3,99,1,1,30,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,4,99,1,1,31,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,5,99,1,1,32,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,6,99,1,1,33,9,'x',NULL);
INSERT INTO "fact_classroom" VALUES(9,14,7,99,1,1,34,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,8,99,1,1,35,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,10,99,1,1,37,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,11,99,1,1,38,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,14,12,99,1,1,39,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,15,2,99,1,1,40,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,15,3,99,1,1,41,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,15,4,99,1,1,42,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,15,5,99,1,1,43,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,15,6,99,1,1,44,9,'x',NULL);
INSERT INTO "fact_classroom" VALUES(9,15,7,99,1,1,45,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,15,8,99,1,1,46,9,NULL,1);
INSERT INTO "fact_classroom" VALUES(9,15,9,99,1,1,47,9,NULL,1);
CREATE TABLE "fact_enrolment" (
	submission_id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	grade_id SMALLINT NOT NULL, 
	sex_id SMALLINT NOT NULL, 
	province_id SMALLINT NOT NULL, 
	period_id SMALLINT NOT NULL, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	source_column SMALLINT NOT NULL, 
	mark_code TEXT, 
	pupil_count INTEGER, 
	CONSTRAINT pk_fact_enrolment PRIMARY KEY (submission_id, school_id, grade_id, sex_id), 
	CONSTRAINT fk_fact_enrolment_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_fact_enrolment_province_id FOREIGN KEY(province_id) REFERENCES dim_province (province_id), 
	CONSTRAINT fk_fact_enrolment_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id), 
	CONSTRAINT fk_fact_enrolment_school_id FOREIGN KEY(school_id) REFERENCES dim_school (school_id), 
	CONSTRAINT fk_fact_enrolment_grade_id FOREIGN KEY(grade_id) REFERENCES dim_grade (grade_id), 
	CONSTRAINT fk_fact_enrolment_sex_id FOREIGN KEY(sex_id) REFERENCES dim_sex (sex_id), 
	CONSTRAINT ck_fact_enrolment_source_sheet_number CHECK (source_sheet_number >= 1), 
	CONSTRAINT ck_fact_enrolment_source_row CHECK (source_row >= 1), 
	CONSTRAINT ck_fact_enrolment_source_column CHECK (source_column >= 1), 
	CONSTRAINT ck_fact_enrolment_mark_code CHECK (mark_code IN ('x', 'c')), 
	CONSTRAINT ck_fact_enrolment_pupil_count CHECK (pupil_count >= 0)
)
 WITHOUT ROWID

;
INSERT INTO "fact_enrolment" VALUES(4,6,1,1,99,1,1,2,5,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,1,2,99,1,1,2,6,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,2,1,99,1,1,2,9,NULL,180);
INSERT INTO "fact_enrolment" VALUES(4,6,2,2,99,1,1,2,10,NULL,173);
INSERT INTO "fact_enrolment" VALUES(4,6,3,1,99,1,1,2,13,NULL,167);
INSERT INTO "fact_enrolment" VALUES(4,6,3,2,99,1,1,2,14,NULL,216);
INSERT INTO "fact_enrolment" VALUES(4,6,4,1,99,1,1,2,21,NULL,180);
INSERT INTO "fact_enrolment" VALUES(4,6,4,2,99,1,1,2,22,NULL,207);
INSERT INTO "fact_enrolment" VALUES(4,6,5,1,99,1,1,2,25,NULL,195);
INSERT INTO "fact_enrolment" VALUES(4,6,5,2,99,1,1,2,26,NULL,222);
INSERT INTO "fact_enrolment" VALUES(4,6,6,1,99,1,1,2,29,NULL,205);
INSERT INTO "fact_enrolment" VALUES(4,6,6,2,99,1,1,2,30,NULL,186);
INSERT INTO "fact_enrolment" VALUES(4,6,7,1,99,1,1,2,33,NULL,217);
INSERT INTO "fact_enrolment" VALUES(4,6,7,2,99,1,1,2,34,NULL,182);
INSERT INTO "fact_enrolment" VALUES(4,6,8,1,99,1,1,2,37,NULL,193);
INSERT INTO "fact_enrolment" VALUES(4,6,8,2,99,1,1,2,38,NULL,205);
INSERT INTO "fact_enrolment" VALUES(4,6,9,1,99,1,1,2,41,NULL,181);
INSERT INTO "fact_enrolment" VALUES(4,6,9,2,99,1,1,2,42,NULL,207);
INSERT INTO "fact_enrolment" VALUES(4,6,10,1,99,1,1,2,49,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,10,2,99,1,1,2,50,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,11,1,99,1,1,2,53,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,11,2,99,1,1,2,54,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,12,1,99,1,1,2,57,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,12,2,99,1,1,2,58,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,13,1,99,1,1,2,65,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,13,2,99,1,1,2,66,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,14,1,99,1,1,2,69,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,14,2,99,1,1,2,70,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,15,1,99,1,1,2,73,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,15,2,99,1,1,2,74,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,16,1,99,1,1,2,77,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,16,2,99,1,1,2,78,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,17,1,99,1,1,2,81,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,17,2,99,1,1,2,82,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,18,1,99,1,1,2,85,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,6,18,2,99,1,1,2,86,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,1,1,99,1,1,3,5,NULL,15);
INSERT INTO "fact_enrolment" VALUES(4,7,1,2,99,1,1,3,6,NULL,10);
INSERT INTO "fact_enrolment" VALUES(4,7,2,1,99,1,1,3,9,NULL,24);
INSERT INTO "fact_enrolment" VALUES(4,7,2,2,99,1,1,3,10,NULL,28);
INSERT INTO "fact_enrolment" VALUES(4,7,3,1,99,1,1,3,13,NULL,13);
INSERT INTO "fact_enrolment" VALUES(4,7,3,2,99,1,1,3,14,NULL,18);
INSERT INTO "fact_enrolment" VALUES(4,7,4,1,99,1,1,3,21,NULL,23);
INSERT INTO "fact_enrolment" VALUES(4,7,4,2,99,1,1,3,22,NULL,32);
INSERT INTO "fact_enrolment" VALUES(4,7,5,1,99,1,1,3,25,NULL,12);
INSERT INTO "fact_enrolment" VALUES(4,7,5,2,99,1,1,3,26,NULL,18);
INSERT INTO "fact_enrolment" VALUES(4,7,6,1,99,1,1,3,29,NULL,27);
INSERT INTO "fact_enrolment" VALUES(4,7,6,2,99,1,1,3,30,NULL,20);
INSERT INTO "fact_enrolment" VALUES(4,7,7,1,99,1,1,3,33,NULL,27);
INSERT INTO "fact_enrolment" VALUES(4,7,7,2,99,1,1,3,34,NULL,34);
INSERT INTO "fact_enrolment" VALUES(4,7,8,1,99,1,1,3,37,NULL,23);
INSERT INTO "fact_enrolment" VALUES(4,7,8,2,99,1,1,3,38,NULL,32);
INSERT INTO "fact_enrolment" VALUES(4,7,9,1,99,1,1,3,41,NULL,15);
INSERT INTO "fact_enrolment" VALUES(4,7,9,2,99,1,1,3,42,NULL,11);
INSERT INTO "fact_enrolment" VALUES(4,7,10,1,99,1,1,3,49,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,10,2,99,1,1,3,50,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,11,1,99,1,1,3,53,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,11,2,99,1,1,3,54,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,12,1,99,1,1,3,57,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,12,2,99,1,1,3,58,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,13,1,99,1,1,3,65,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,13,2,99,1,1,3,66,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,14,1,99,1,1,3,69,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,14,2,99,1,1,3,70,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,15,1,99,1,1,3,73,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,15,2,99,1,1,3,74,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,16,1,99,1,1,3,77,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,16,2,99,1,1,3,78,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,17,1,99,1,1,3,81,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,17,2,99,1,1,3,82,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,18,1,99,1,1,3,85,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,7,18,2,99,1,1,3,86,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,1,1,99,1,1,4,5,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,1,2,99,1,1,4,6,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,2,1,99,1,1,4,9,NULL,8);
INSERT INTO "fact_enrolment" VALUES(4,8,2,2,99,1,1,4,10,NULL,9);
INSERT INTO "fact_enrolment" VALUES(4,8,3,1,99,1,1,4,13,NULL,6);
INSERT INTO "fact_enrolment" VALUES(4,8,3,2,99,1,1,4,14,NULL,6);
INSERT INTO "fact_enrolment" VALUES(4,8,4,1,99,1,1,4,21,NULL,6);
INSERT INTO "fact_enrolment" VALUES(4,8,4,2,99,1,1,4,22,NULL,5);
INSERT INTO "fact_enrolment" VALUES(4,8,5,1,99,1,1,4,25,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,8,5,2,99,1,1,4,26,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,8,6,1,99,1,1,4,29,NULL,8);
INSERT INTO "fact_enrolment" VALUES(4,8,6,2,99,1,1,4,30,NULL,8);
INSERT INTO "fact_enrolment" VALUES(4,8,7,1,99,1,1,4,33,NULL,8);
INSERT INTO "fact_enrolment" VALUES(4,8,7,2,99,1,1,4,34,NULL,7);
INSERT INTO "fact_enrolment" VALUES(4,8,8,1,99,1,1,4,37,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,8,8,2,99,1,1,4,38,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,8,9,1,99,1,1,4,41,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,8,9,2,99,1,1,4,42,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,8,10,1,99,1,1,4,49,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,10,2,99,1,1,4,50,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,11,1,99,1,1,4,53,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,11,2,99,1,1,4,54,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,12,1,99,1,1,4,57,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,12,2,99,1,1,4,58,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,13,1,99,1,1,4,65,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,13,2,99,1,1,4,66,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,14,1,99,1,1,4,69,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,14,2,99,1,1,4,70,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,15,1,99,1,1,4,73,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,15,2,99,1,1,4,74,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,16,1,99,1,1,4,77,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,16,2,99,1,1,4,78,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,17,1,99,1,1,4,81,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,17,2,99,1,1,4,82,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,18,1,99,1,1,4,85,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,8,18,2,99,1,1,4,86,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,1,1,99,1,1,5,5,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,1,2,99,1,1,5,6,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,2,1,99,1,1,5,9,NULL,5);
INSERT INTO "fact_enrolment" VALUES(4,9,2,2,99,1,1,5,10,NULL,6);
INSERT INTO "fact_enrolment" VALUES(4,9,3,1,99,1,1,5,13,NULL,9);
INSERT INTO "fact_enrolment" VALUES(4,9,3,2,99,1,1,5,14,NULL,10);
INSERT INTO "fact_enrolment" VALUES(4,9,4,1,99,1,1,5,21,NULL,9);
INSERT INTO "fact_enrolment" VALUES(4,9,4,2,99,1,1,5,22,NULL,7);
INSERT INTO "fact_enrolment" VALUES(4,9,5,1,99,1,1,5,25,NULL,3);
INSERT INTO "fact_enrolment" VALUES(4,9,5,2,99,1,1,5,26,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,9,6,1,99,1,1,5,29,NULL,7);
INSERT INTO "fact_enrolment" VALUES(4,9,6,2,99,1,1,5,30,NULL,6);
INSERT INTO "fact_enrolment" VALUES(4,9,7,1,99,1,1,5,33,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,9,7,2,99,1,1,5,34,NULL,5);
INSERT INTO "fact_enrolment" VALUES(4,9,8,1,99,1,1,5,37,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,9,8,2,99,1,1,5,38,NULL,5);
INSERT INTO "fact_enrolment" VALUES(4,9,9,1,99,1,1,5,41,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,9,9,2,99,1,1,5,42,NULL,4);
INSERT INTO "fact_enrolment" VALUES(4,9,10,1,99,1,1,5,49,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,10,2,99,1,1,5,50,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,11,1,99,1,1,5,53,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,11,2,99,1,1,5,54,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,12,1,99,1,1,5,57,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,12,2,99,1,1,5,58,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,13,1,99,1,1,5,65,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,13,2,99,1,1,5,66,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,14,1,99,1,1,5,69,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,14,2,99,1,1,5,70,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,15,1,99,1,1,5,73,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,15,2,99,1,1,5,74,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,16,1,99,1,1,5,77,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,16,2,99,1,1,5,78,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,17,1,99,1,1,5,81,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,17,2,99,1,1,5,82,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,18,1,99,1,1,5,85,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,9,18,2,99,1,1,5,86,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,1,1,99,1,1,6,5,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,1,2,99,1,1,6,6,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,2,1,99,1,1,6,9,NULL,3);
INSERT INTO "fact_enrolment" VALUES(4,10,2,2,99,1,1,6,10,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,3,1,99,1,1,6,13,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,3,2,99,1,1,6,14,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,4,1,99,1,1,6,21,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,4,2,99,1,1,6,22,NULL,3);
INSERT INTO "fact_enrolment" VALUES(4,10,5,1,99,1,1,6,25,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,5,2,99,1,1,6,26,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,6,1,99,1,1,6,29,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,6,2,99,1,1,6,30,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,7,1,99,1,1,6,33,NULL,3);
INSERT INTO "fact_enrolment" VALUES(4,10,7,2,99,1,1,6,34,NULL,3);
INSERT INTO "fact_enrolment" VALUES(4,10,8,1,99,1,1,6,37,NULL,3);
INSERT INTO "fact_enrolment" VALUES(4,10,8,2,99,1,1,6,38,NULL,2);
INSERT INTO "fact_enrolment" VALUES(4,10,9,1,99,1,1,6,41,NULL,3);
INSERT INTO "fact_enrolment" VALUES(4,10,9,2,99,1,1,6,42,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,10,1,99,1,1,6,49,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,10,2,99,1,1,6,50,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,11,1,99,1,1,6,53,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,11,2,99,1,1,6,54,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,12,1,99,1,1,6,57,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,12,2,99,1,1,6,58,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,13,1,99,1,1,6,65,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,13,2,99,1,1,6,66,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,14,1,99,1,1,6,69,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,14,2,99,1,1,6,70,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,15,1,99,1,1,6,73,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,15,2,99,1,1,6,74,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,16,1,99,1,1,6,77,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,16,2,99,1,1,6,78,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,17,1,99,1,1,6,81,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,17,2,99,1,1,6,82,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,18,1,99,1,1,6,85,NULL,0);
INSERT INTO "fact_enrolment" VALUES(4,10,18,2,99,1,1,6,86,NULL,0);
INSERT INTO "fact_enrolment" VALUES(5,1,2,1,99,1,1,6,4,NULL,184);
INSERT INTO "fact_enrolment" VALUES(5,1,2,2,99,1,1,6,5,NULL,169);
INSERT INTO "fact_enrolment" VALUES(5,1,3,1,99,1,1,6,8,NULL,239);
INSERT INTO "fact_enrolment" VALUES(5,1,3,2,99,1,1,6,9,NULL,180);
INSERT INTO "fact_enrolment" VALUES(5,1,4,1,99,1,1,6,12,NULL,225);
INSERT INTO "fact_enrolment" VALUES(5,1,4,2,99,1,1,6,13,NULL,177);
INSERT INTO "fact_enrolment" VALUES(5,1,5,1,99,1,1,6,16,NULL,192);
INSERT INTO "fact_enrolment" VALUES(5,1,5,2,99,1,1,6,17,NULL,175);
INSERT INTO "fact_enrolment" VALUES(5,1,6,1,99,1,1,6,20,NULL,167);
INSERT INTO "fact_enrolment" VALUES(5,1,6,2,99,1,1,6,21,NULL,241);
INSERT INTO "fact_enrolment" VALUES(5,1,7,1,99,1,1,6,24,NULL,191);
INSERT INTO "fact_enrolment" VALUES(5,1,7,2,99,1,1,6,25,NULL,186);
INSERT INTO "fact_enrolment" VALUES(5,1,8,1,99,1,1,6,28,NULL,208);
INSERT INTO "fact_enrolment" VALUES(5,1,8,2,99,1,1,6,29,NULL,188);
INSERT INTO "fact_enrolment" VALUES(5,1,9,1,99,1,1,6,32,NULL,200);
INSERT INTO "fact_enrolment" VALUES(5,1,9,2,99,1,1,6,33,NULL,195);
INSERT INTO "fact_enrolment" VALUES(5,1,10,1,99,1,1,6,36,NULL,208);
INSERT INTO "fact_enrolment" VALUES(5,1,10,2,99,1,1,6,37,NULL,144);
INSERT INTO "fact_enrolment" VALUES(5,1,11,1,99,1,1,6,40,NULL,181);
INSERT INTO "fact_enrolment" VALUES(5,1,11,2,99,1,1,6,41,NULL,229);
INSERT INTO "fact_enrolment" VALUES(5,1,12,1,99,1,1,6,44,NULL,190);
INSERT INTO "fact_enrolment" VALUES(5,1,12,2,99,1,1,6,45,NULL,203);
INSERT INTO "fact_enrolment" VALUES(5,2,2,1,99,1,1,7,4,NULL,8);
INSERT INTO "fact_enrolment" VALUES(5,2,2,2,99,1,1,7,5,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,2,3,1,99,1,1,7,8,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,2,3,2,99,1,1,7,9,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,2,4,1,99,1,1,7,12,NULL,9);
INSERT INTO "fact_enrolment" VALUES(5,2,4,2,99,1,1,7,13,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,2,5,1,99,1,1,7,16,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,2,5,2,99,1,1,7,17,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,2,6,1,99,1,1,7,20,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,2,6,2,99,1,1,7,21,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,2,7,1,99,1,1,7,24,NULL,10);
INSERT INTO "fact_enrolment" VALUES(5,2,7,2,99,1,1,7,25,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,2,8,1,99,1,1,7,28,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,2,8,2,99,1,1,7,29,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,2,9,1,99,1,1,7,32,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,2,9,2,99,1,1,7,33,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,3,2,1,99,1,1,8,4,NULL,10);
INSERT INTO "fact_enrolment" VALUES(5,3,2,2,99,1,1,8,5,NULL,9);
INSERT INTO "fact_enrolment" VALUES(5,3,3,1,99,1,1,8,8,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,3,3,2,99,1,1,8,9,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,3,4,1,99,1,1,8,12,NULL,4);
INSERT INTO "fact_enrolment" VALUES(5,3,4,2,99,1,1,8,13,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,3,5,1,99,1,1,8,16,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,3,5,2,99,1,1,8,17,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,3,6,1,99,1,1,8,20,NULL,4);
INSERT INTO "fact_enrolment" VALUES(5,3,6,2,99,1,1,8,21,NULL,4);
INSERT INTO "fact_enrolment" VALUES(5,3,7,1,99,1,1,8,24,NULL,8);
INSERT INTO "fact_enrolment" VALUES(5,3,7,2,99,1,1,8,25,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,3,8,1,99,1,1,8,28,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,3,8,2,99,1,1,8,29,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,3,9,1,99,1,1,8,32,NULL,4);
INSERT INTO "fact_enrolment" VALUES(5,3,9,2,99,1,1,8,33,NULL,4);
INSERT INTO "fact_enrolment" VALUES(5,4,2,1,99,1,1,9,4,NULL,4);
INSERT INTO "fact_enrolment" VALUES(5,4,2,2,99,1,1,9,5,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,4,3,1,99,1,1,9,8,NULL,9);
INSERT INTO "fact_enrolment" VALUES(5,4,3,2,99,1,1,9,9,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,4,4,1,99,1,1,9,12,NULL,7);
INSERT INTO "fact_enrolment" VALUES(5,4,4,2,99,1,1,9,13,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,4,5,1,99,1,1,9,16,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,4,5,2,99,1,1,9,17,NULL,6);
INSERT INTO "fact_enrolment" VALUES(5,4,6,1,99,1,1,9,20,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,4,6,2,99,1,1,9,21,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,4,7,1,99,1,1,9,24,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,4,7,2,99,1,1,9,25,NULL,5);
INSERT INTO "fact_enrolment" VALUES(5,4,8,1,99,1,1,9,28,NULL,11);
INSERT INTO "fact_enrolment" VALUES(5,4,8,2,99,1,1,9,29,NULL,8);
INSERT INTO "fact_enrolment" VALUES(5,4,9,1,99,1,1,9,32,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,4,9,2,99,1,1,9,33,NULL,4);
INSERT INTO "fact_enrolment" VALUES(5,5,2,1,99,1,1,10,4,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,2,2,99,1,1,10,5,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,5,3,1,99,1,1,10,8,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,5,3,2,99,1,1,10,9,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,5,4,1,99,1,1,10,12,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,5,4,2,99,1,1,10,13,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,5,1,99,1,1,10,16,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,5,5,2,99,1,1,10,17,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,6,1,99,1,1,10,20,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,6,2,99,1,1,10,21,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,7,1,99,1,1,10,24,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,7,2,99,1,1,10,25,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,8,1,99,1,1,10,28,NULL,2);
INSERT INTO "fact_enrolment" VALUES(5,5,8,2,99,1,1,10,29,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,5,9,1,99,1,1,10,32,NULL,3);
INSERT INTO "fact_enrolment" VALUES(5,5,9,2,99,1,1,10,33,NULL,0);
INSERT INTO "fact_enrolment" VALUES(6,11,3,1,99,1,1,3,6,NULL,8);
INSERT INTO "fact_enrolment" VALUES(6,11,3,2,99,1,1,3,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,11,4,1,99,1,1,4,6,NULL,8);
INSERT INTO "fact_enrolment" VALUES(6,11,4,2,99,1,1,4,7,NULL,10);
INSERT INTO "fact_enrolment" VALUES(6,11,5,1,99,1,1,5,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,11,5,2,99,1,1,5,7,NULL,8);
INSERT INTO "fact_enrolment" VALUES(6,11,6,1,99,1,1,6,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,11,6,2,99,1,1,6,7,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,11,7,1,99,1,1,7,6,NULL,10);
INSERT INTO "fact_enrolment" VALUES(6,11,7,2,99,1,1,7,7,NULL,9);
INSERT INTO "fact_enrolment" VALUES(6,11,8,1,99,1,1,8,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,11,8,2,99,1,1,8,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,11,9,1,99,1,1,9,6,NULL,10);
INSERT INTO "fact_enrolment" VALUES(6,11,9,2,99,1,1,9,7,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,11,10,1,99,1,1,10,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(6,11,10,2,99,1,1,10,7,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,11,11,1,99,1,1,11,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,11,11,2,99,1,1,11,7,NULL,10);
INSERT INTO "fact_enrolment" VALUES(6,11,12,1,99,1,1,12,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(6,11,12,2,99,1,1,12,7,NULL,8);
INSERT INTO "fact_enrolment" VALUES(6,12,2,1,99,1,1,13,6,NULL,169);
INSERT INTO "fact_enrolment" VALUES(6,12,2,2,99,1,1,13,7,NULL,213);
INSERT INTO "fact_enrolment" VALUES(6,12,3,1,99,1,1,14,6,NULL,221);
INSERT INTO "fact_enrolment" VALUES(6,12,3,2,99,1,1,14,7,NULL,168);
INSERT INTO "fact_enrolment" VALUES(6,12,4,1,99,1,1,15,6,NULL,221);
INSERT INTO "fact_enrolment" VALUES(6,12,4,2,99,1,1,15,7,NULL,181);
INSERT INTO "fact_enrolment" VALUES(6,12,5,1,99,1,1,16,6,NULL,207);
INSERT INTO "fact_enrolment" VALUES(6,12,5,2,99,1,1,16,7,NULL,193);
INSERT INTO "fact_enrolment" VALUES(6,12,6,1,99,1,1,17,6,NULL,197);
INSERT INTO "fact_enrolment" VALUES(6,12,6,2,99,1,1,17,7,NULL,178);
INSERT INTO "fact_enrolment" VALUES(6,12,7,1,99,1,1,18,6,NULL,194);
INSERT INTO "fact_enrolment" VALUES(6,12,7,2,99,1,1,18,7,NULL,165);
INSERT INTO "fact_enrolment" VALUES(6,12,8,1,99,1,1,19,6,NULL,196);
INSERT INTO "fact_enrolment" VALUES(6,12,8,2,99,1,1,19,7,NULL,167);
INSERT INTO "fact_enrolment" VALUES(6,12,9,1,99,1,1,20,6,NULL,182);
INSERT INTO "fact_enrolment" VALUES(6,12,9,2,99,1,1,20,7,NULL,200);
INSERT INTO "fact_enrolment" VALUES(6,13,2,1,99,1,1,21,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,13,2,2,99,1,1,21,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,13,4,1,99,1,1,23,6,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,13,4,2,99,1,1,23,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,13,6,1,99,1,1,25,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(6,13,6,2,99,1,1,25,7,NULL,5);
INSERT INTO "fact_enrolment" VALUES(6,13,7,1,99,1,1,26,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(6,13,7,2,99,1,1,26,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,13,8,1,99,1,1,27,6,NULL,10);
INSERT INTO "fact_enrolment" VALUES(6,13,8,2,99,1,1,27,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,13,9,1,99,1,1,28,6,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,13,9,2,99,1,1,28,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,2,1,99,1,1,29,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(6,14,2,2,99,1,1,29,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,14,3,1,99,1,1,30,6,NULL,9);
INSERT INTO "fact_enrolment" VALUES(6,14,3,2,99,1,1,30,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,14,4,1,99,1,1,31,6,NULL,8);
INSERT INTO "fact_enrolment" VALUES(6,14,4,2,99,1,1,31,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,14,5,1,99,1,1,32,6,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,14,5,2,99,1,1,32,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,14,6,1,99,1,1,33,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(6,14,6,2,99,1,1,33,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,7,1,99,1,1,34,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,7,2,99,1,1,34,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,8,1,99,1,1,35,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,8,2,99,1,1,35,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,10,1,99,1,1,37,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,10,2,99,1,1,37,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,14,11,1,99,1,1,38,6,NULL,6);
INSERT INTO "fact_enrolment" VALUES(6,14,11,2,99,1,1,38,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,12,1,99,1,1,39,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,14,12,2,99,1,1,39,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,15,2,1,99,1,1,40,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,15,2,2,99,1,1,40,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,15,3,1,99,1,1,41,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,15,3,2,99,1,1,41,7,NULL,2);
INSERT INTO "fact_enrolment" VALUES(6,15,4,1,99,1,1,42,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,15,4,2,99,1,1,42,7,NULL,2);
INSERT INTO "fact_enrolment" VALUES(6,15,5,1,99,1,1,43,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,15,5,2,99,1,1,43,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,15,6,1,99,1,1,44,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,15,6,2,99,1,1,44,7,NULL,2);
INSERT INTO "fact_enrolment" VALUES(6,15,7,1,99,1,1,45,6,NULL,2);
INSERT INTO "fact_enrolment" VALUES(6,15,7,2,99,1,1,45,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,15,8,1,99,1,1,46,6,NULL,2);
INSERT INTO "fact_enrolment" VALUES(6,15,8,2,99,1,1,46,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(6,15,9,1,99,1,1,47,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(6,15,9,2,99,1,1,47,7,NULL,0);
INSERT INTO "fact_enrolment" VALUES(8,1,2,1,99,1,1,6,4,NULL,184);
INSERT INTO "fact_enrolment" VALUES(8,1,2,2,99,1,1,6,5,NULL,169);
INSERT INTO "fact_enrolment" VALUES(8,1,3,1,99,1,1,6,8,NULL,239);
INSERT INTO "fact_enrolment" VALUES(8,1,3,2,99,1,1,6,9,NULL,180);
INSERT INTO "fact_enrolment" VALUES(8,1,4,1,99,1,1,6,12,NULL,225);
INSERT INTO "fact_enrolment" VALUES(8,1,4,2,99,1,1,6,13,NULL,177);
INSERT INTO "fact_enrolment" VALUES(8,1,5,1,99,1,1,6,16,NULL,192);
INSERT INTO "fact_enrolment" VALUES(8,1,5,2,99,1,1,6,17,NULL,175);
INSERT INTO "fact_enrolment" VALUES(8,1,6,1,99,1,1,6,20,NULL,167);
INSERT INTO "fact_enrolment" VALUES(8,1,6,2,99,1,1,6,21,NULL,241);
INSERT INTO "fact_enrolment" VALUES(8,1,7,1,99,1,1,6,24,NULL,191);
INSERT INTO "fact_enrolment" VALUES(8,1,7,2,99,1,1,6,25,NULL,186);
INSERT INTO "fact_enrolment" VALUES(8,1,8,1,99,1,1,6,28,NULL,208);
INSERT INTO "fact_enrolment" VALUES(8,1,8,2,99,1,1,6,29,NULL,188);
INSERT INTO "fact_enrolment" VALUES(8,1,9,1,99,1,1,6,32,NULL,200);
INSERT INTO "fact_enrolment" VALUES(8,1,9,2,99,1,1,6,33,NULL,195);
INSERT INTO "fact_enrolment" VALUES(8,1,10,1,99,1,1,6,36,NULL,208);
INSERT INTO "fact_enrolment" VALUES(8,1,10,2,99,1,1,6,37,NULL,144);
INSERT INTO "fact_enrolment" VALUES(8,1,11,1,99,1,1,6,40,NULL,181);
INSERT INTO "fact_enrolment" VALUES(8,1,11,2,99,1,1,6,41,NULL,229);
INSERT INTO "fact_enrolment" VALUES(8,1,12,1,99,1,1,6,44,NULL,190);
INSERT INTO "fact_enrolment" VALUES(8,1,12,2,99,1,1,6,45,NULL,203);
INSERT INTO "fact_enrolment" VALUES(8,3,2,1,99,1,1,8,4,NULL,10);
INSERT INTO "fact_enrolment" VALUES(8,3,2,2,99,1,1,8,5,NULL,9);
INSERT INTO "fact_enrolment" VALUES(8,3,3,1,99,1,1,8,8,NULL,6);
INSERT INTO "fact_enrolment" VALUES(8,3,3,2,99,1,1,8,9,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,3,4,1,99,1,1,8,12,NULL,4);
INSERT INTO "fact_enrolment" VALUES(8,3,4,2,99,1,1,8,13,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,3,5,1,99,1,1,8,16,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,3,5,2,99,1,1,8,17,NULL,6);
INSERT INTO "fact_enrolment" VALUES(8,3,6,1,99,1,1,8,20,NULL,4);
INSERT INTO "fact_enrolment" VALUES(8,3,6,2,99,1,1,8,21,NULL,4);
INSERT INTO "fact_enrolment" VALUES(8,3,7,1,99,1,1,8,24,NULL,8);
INSERT INTO "fact_enrolment" VALUES(8,3,7,2,99,1,1,8,25,NULL,7);
INSERT INTO "fact_enrolment" VALUES(8,3,8,1,99,1,1,8,28,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,3,8,2,99,1,1,8,29,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,3,9,1,99,1,1,8,32,NULL,4);
INSERT INTO "fact_enrolment" VALUES(8,3,9,2,99,1,1,8,33,NULL,4);
INSERT INTO "fact_enrolment" VALUES(8,4,2,1,99,1,1,9,4,NULL,4);
INSERT INTO "fact_enrolment" VALUES(8,4,2,2,99,1,1,9,5,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,4,3,1,99,1,1,9,8,NULL,9);
INSERT INTO "fact_enrolment" VALUES(8,4,3,2,99,1,1,9,9,NULL,7);
INSERT INTO "fact_enrolment" VALUES(8,4,4,1,99,1,1,9,12,NULL,7);
INSERT INTO "fact_enrolment" VALUES(8,4,4,2,99,1,1,9,13,NULL,6);
INSERT INTO "fact_enrolment" VALUES(8,4,5,1,99,1,1,9,16,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,4,5,2,99,1,1,9,17,NULL,6);
INSERT INTO "fact_enrolment" VALUES(8,4,6,1,99,1,1,9,20,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,4,6,2,99,1,1,9,21,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,4,7,1,99,1,1,9,24,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,4,7,2,99,1,1,9,25,NULL,5);
INSERT INTO "fact_enrolment" VALUES(8,4,8,1,99,1,1,9,28,NULL,11);
INSERT INTO "fact_enrolment" VALUES(8,4,8,2,99,1,1,9,29,NULL,8);
INSERT INTO "fact_enrolment" VALUES(8,4,9,1,99,1,1,9,32,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,4,9,2,99,1,1,9,33,NULL,4);
INSERT INTO "fact_enrolment" VALUES(8,5,2,1,99,1,1,10,4,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,2,2,99,1,1,10,5,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,5,3,1,99,1,1,10,8,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,5,3,2,99,1,1,10,9,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,5,4,1,99,1,1,10,12,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,5,4,2,99,1,1,10,13,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,5,1,99,1,1,10,16,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,5,5,2,99,1,1,10,17,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,6,1,99,1,1,10,20,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,6,2,99,1,1,10,21,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,7,1,99,1,1,10,24,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,7,2,99,1,1,10,25,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,8,1,99,1,1,10,28,NULL,2);
INSERT INTO "fact_enrolment" VALUES(8,5,8,2,99,1,1,10,29,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,5,9,1,99,1,1,10,32,NULL,3);
INSERT INTO "fact_enrolment" VALUES(8,5,9,2,99,1,1,10,33,NULL,0);
INSERT INTO "fact_enrolment" VALUES(9,11,3,1,99,1,1,3,6,NULL,8);
INSERT INTO "fact_enrolment" VALUES(9,11,3,2,99,1,1,3,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,11,4,1,99,1,1,4,6,NULL,8);
INSERT INTO "fact_enrolment" VALUES(9,11,4,2,99,1,1,4,7,NULL,10);
INSERT INTO "fact_enrolment" VALUES(9,11,5,1,99,1,1,5,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,11,5,2,99,1,1,5,7,NULL,8);
INSERT INTO "fact_enrolment" VALUES(9,11,6,1,99,1,1,6,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,11,6,2,99,1,1,6,7,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,11,7,1,99,1,1,7,6,'c',NULL);
INSERT INTO "fact_enrolment" VALUES(9,11,7,2,99,1,1,7,7,NULL,9);
INSERT INTO "fact_enrolment" VALUES(9,11,8,1,99,1,1,8,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,11,8,2,99,1,1,8,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,11,9,1,99,1,1,9,6,NULL,10);
INSERT INTO "fact_enrolment" VALUES(9,11,9,2,99,1,1,9,7,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,11,10,1,99,1,1,10,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(9,11,10,2,99,1,1,10,7,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,11,11,1,99,1,1,11,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,11,11,2,99,1,1,11,7,NULL,10);
INSERT INTO "fact_enrolment" VALUES(9,11,12,1,99,1,1,12,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(9,11,12,2,99,1,1,12,7,NULL,8);
INSERT INTO "fact_enrolment" VALUES(9,12,2,1,99,1,1,13,6,NULL,169);
INSERT INTO "fact_enrolment" VALUES(9,12,2,2,99,1,1,13,7,NULL,213);
INSERT INTO "fact_enrolment" VALUES(9,12,3,1,99,1,1,14,6,'c',NULL);
INSERT INTO "fact_enrolment" VALUES(9,12,3,2,99,1,1,14,7,NULL,168);
INSERT INTO "fact_enrolment" VALUES(9,12,4,1,99,1,1,15,6,NULL,221);
INSERT INTO "fact_enrolment" VALUES(9,12,4,2,99,1,1,15,7,NULL,181);
INSERT INTO "fact_enrolment" VALUES(9,12,5,1,99,1,1,16,6,NULL,207);
INSERT INTO "fact_enrolment" VALUES(9,12,5,2,99,1,1,16,7,NULL,193);
INSERT INTO "fact_enrolment" VALUES(9,12,6,1,99,1,1,17,6,NULL,197);
INSERT INTO "fact_enrolment" VALUES(9,12,6,2,99,1,1,17,7,NULL,178);
INSERT INTO "fact_enrolment" VALUES(9,12,7,1,99,1,1,18,6,NULL,194);
INSERT INTO "fact_enrolment" VALUES(9,12,7,2,99,1,1,18,7,NULL,165);
INSERT INTO "fact_enrolment" VALUES(9,12,8,1,99,1,1,19,6,NULL,196);
INSERT INTO "fact_enrolment" VALUES(9,12,8,2,99,1,1,19,7,NULL,167);
INSERT INTO "fact_enrolment" VALUES(9,12,9,1,99,1,1,20,6,NULL,182);
INSERT INTO "fact_enrolment" VALUES(9,12,9,2,99,1,1,20,7,NULL,200);
INSERT INTO "fact_enrolment" VALUES(9,13,2,1,99,1,1,21,6,'c',NULL);
INSERT INTO "fact_enrolment" VALUES(9,13,2,2,99,1,1,21,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(9,13,3,1,99,1,1,22,6,NULL,8);
INSERT INTO "fact_enrolment" VALUES(9,13,3,2,99,1,1,22,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,13,4,1,99,1,1,23,6,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,13,4,2,99,1,1,23,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,13,6,1,99,1,1,25,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(9,13,6,2,99,1,1,25,7,NULL,5);
INSERT INTO "fact_enrolment" VALUES(9,13,7,1,99,1,1,26,6,NULL,7);
INSERT INTO "fact_enrolment" VALUES(9,13,7,2,99,1,1,26,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,13,8,1,99,1,1,27,6,NULL,10);
INSERT INTO "fact_enrolment" VALUES(9,13,8,2,99,1,1,27,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,13,9,1,99,1,1,28,6,'c',NULL);
INSERT INTO "fact_enrolment" VALUES(9,13,9,2,99,1,1,28,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,2,1,99,1,1,29,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(9,14,2,2,99,1,1,29,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,14,3,1,99,1,1,30,6,NULL,9);
INSERT INTO "fact_enrolment" VALUES(9,14,3,2,99,1,1,30,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,14,4,1,99,1,1,31,6,NULL,8);
INSERT INTO "fact_enrolment" VALUES(9,14,4,2,99,1,1,31,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,14,5,1,99,1,1,32,6,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,14,5,2,99,1,1,32,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,14,6,1,99,1,1,33,6,NULL,5);
INSERT INTO "fact_enrolment" VALUES(9,14,6,2,99,1,1,33,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,7,1,99,1,1,34,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,7,2,99,1,1,34,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,8,1,99,1,1,35,6,'c',NULL);
INSERT INTO "fact_enrolment" VALUES(9,14,8,2,99,1,1,35,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,10,1,99,1,1,37,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,10,2,99,1,1,37,7,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,14,11,1,99,1,1,38,6,NULL,6);
INSERT INTO "fact_enrolment" VALUES(9,14,11,2,99,1,1,38,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,12,1,99,1,1,39,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,14,12,2,99,1,1,39,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(9,15,2,1,99,1,1,40,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,15,2,2,99,1,1,40,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(9,15,3,1,99,1,1,41,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(9,15,3,2,99,1,1,41,7,NULL,2);
INSERT INTO "fact_enrolment" VALUES(9,15,4,1,99,1,1,42,6,'c',NULL);
INSERT INTO "fact_enrolment" VALUES(9,15,4,2,99,1,1,42,7,NULL,2);
INSERT INTO "fact_enrolment" VALUES(9,15,5,1,99,1,1,43,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(9,15,5,2,99,1,1,43,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,15,6,1,99,1,1,44,6,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,15,6,2,99,1,1,44,7,NULL,2);
INSERT INTO "fact_enrolment" VALUES(9,15,7,1,99,1,1,45,6,NULL,2);
INSERT INTO "fact_enrolment" VALUES(9,15,7,2,99,1,1,45,7,NULL,3);
INSERT INTO "fact_enrolment" VALUES(9,15,8,1,99,1,1,46,6,NULL,2);
INSERT INTO "fact_enrolment" VALUES(9,15,8,2,99,1,1,46,7,NULL,4);
INSERT INTO "fact_enrolment" VALUES(9,15,9,1,99,1,1,47,6,NULL,3);
INSERT INTO "fact_enrolment" VALUES(9,15,9,2,99,1,1,47,7,NULL,0);
CREATE TABLE fact_enrolment_by_grade (
	submission_id INTEGER NOT NULL, 
	grade_id SMALLINT NOT NULL, 
	province_id SMALLINT NOT NULL, 
	period_id SMALLINT NOT NULL, 
	school_count INTEGER NOT NULL, 
	male_count INTEGER, 
	female_count INTEGER, 
	pupil_count INTEGER, 
	missing_count INTEGER NOT NULL, 
	hidden_count INTEGER NOT NULL, 
	classroom_count INTEGER, 
	classroom_missing_count INTEGER NOT NULL, 
	classroom_hidden_count INTEGER NOT NULL, 
	CONSTRAINT pk_fact_enrolment_by_grade PRIMARY KEY (submission_id, grade_id), 
	CONSTRAINT fk_fact_enrolment_by_grade_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_fact_enrolment_by_grade_grade_id FOREIGN KEY(grade_id) REFERENCES dim_grade (grade_id), 
	CONSTRAINT fk_fact_enrolment_by_grade_province_id FOREIGN KEY(province_id) REFERENCES dim_province (province_id), 
	CONSTRAINT fk_fact_enrolment_by_grade_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id), 
	CONSTRAINT ck_fact_enrolment_by_grade_school_count CHECK (school_count >= 1), 
	CONSTRAINT ck_fact_enrolment_by_grade_male_count CHECK (male_count >= 0), 
	CONSTRAINT ck_fact_enrolment_by_grade_female_count CHECK (female_count >= 0), 
	CONSTRAINT ck_fact_enrolment_by_grade_pupil_count CHECK (pupil_count >= 0), 
	CONSTRAINT ck_fact_enrolment_by_grade_missing_count CHECK (missing_count >= 0), 
	CONSTRAINT ck_fact_enrolment_by_grade_hidden_count CHECK (hidden_count >= 0), 
	CONSTRAINT ck_fact_enrolment_by_grade_classroom_count CHECK (classroom_count >= 0), 
	CONSTRAINT ck_fact_enrolment_by_grade_classroom_missing_count CHECK (classroom_missing_count >= 0), 
	CONSTRAINT ck_fact_enrolment_by_grade_classroom_hidden_count CHECK (classroom_hidden_count >= 0)
)
 WITHOUT ROWID

;
INSERT INTO "fact_enrolment_by_grade" VALUES(4,1,99,1,5,15,10,25,0,0,1,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,2,99,1,5,220,218,438,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,3,99,1,5,197,252,449,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,4,99,1,5,220,254,474,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,5,99,1,5,216,250,466,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,6,99,1,5,249,222,471,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,7,99,1,5,259,231,490,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,8,99,1,5,227,248,475,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,9,99,1,5,207,226,433,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,10,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,11,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,12,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,13,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,14,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,15,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,16,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,17,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(4,18,99,1,5,0,0,0,0,0,0,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,2,99,1,5,208,192,400,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,3,99,1,5,260,200,460,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,4,99,1,5,248,195,443,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,5,99,1,5,212,194,406,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,6,99,1,5,182,256,438,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,7,99,1,5,216,207,423,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,8,99,1,5,232,211,443,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,9,99,1,5,217,208,425,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,10,99,1,1,208,144,352,0,0,9,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,11,99,1,1,181,229,410,0,0,11,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(5,12,99,1,1,190,203,393,0,0,10,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,2,99,1,4,181,225,406,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,3,99,1,4,241,182,423,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,4,99,1,5,246,205,451,0,0,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,5,99,1,4,223,211,434,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,6,99,1,5,218,196,414,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,7,99,1,5,217,187,404,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,8,99,1,5,219,185,404,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,9,99,1,4,201,211,412,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,10,99,1,2,9,13,22,0,0,2,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,11,99,1,2,13,14,27,0,0,2,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(6,12,99,1,2,9,11,20,0,0,2,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,2,99,1,4,200,186,386,0,0,12,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,3,99,1,4,257,195,452,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,4,99,1,4,239,188,427,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,5,99,1,4,205,189,394,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,6,99,1,4,176,250,426,0,0,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,7,99,1,4,206,200,406,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,8,99,1,4,226,204,430,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,9,99,1,4,210,203,413,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,10,99,1,1,208,144,352,0,0,9,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,11,99,1,1,181,229,410,0,0,11,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(8,12,99,1,1,190,203,393,0,0,10,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,2,99,1,4,178,225,403,1,1,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,3,99,1,5,28,188,216,1,1,13,1,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,4,99,1,5,243,205,448,1,1,15,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,5,99,1,4,223,211,434,0,0,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,6,99,1,5,218,196,414,0,0,12,2,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,7,99,1,5,207,187,394,1,1,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,8,99,1,5,215,185,400,1,1,14,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,9,99,1,4,195,211,406,1,1,13,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,10,99,1,2,9,13,22,0,0,2,0,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,11,99,1,2,13,14,27,0,0,1,1,0);
INSERT INTO "fact_enrolment_by_grade" VALUES(9,12,99,1,2,9,11,20,0,0,2,0,0);
CREATE TABLE "fact_school" (
	submission_id INTEGER NOT NULL, 
	school_id INTEGER NOT NULL, 
	province_id SMALLINT NOT NULL, 
	period_id SMALLINT NOT NULL, 
	source_sheet_number SMALLINT NOT NULL, 
	source_row INTEGER NOT NULL, 
	school_name_th TEXT NOT NULL, 
	school_type_th TEXT, 
	subdistrict_name_th TEXT, 
	district_name_th TEXT, 
	established_date DATE, 
	CONSTRAINT pk_fact_school PRIMARY KEY (submission_id, school_id), 
	CONSTRAINT fk_fact_school_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id), 
	CONSTRAINT fk_fact_school_province_id FOREIGN KEY(province_id) REFERENCES dim_province (province_id), 
	CONSTRAINT fk_fact_school_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id), 
	CONSTRAINT fk_fact_school_school_id FOREIGN KEY(school_id) REFERENCES dim_school (school_id), 
	CONSTRAINT ck_fact_school_source_sheet_number CHECK (source_sheet_number >= 1), 
	CONSTRAINT ck_fact_school_source_row CHECK (source_row >= 1)
)
 WITHOUT ROWID

;
INSERT INTO "fact_school" VALUES(1,1,99,1,1,3,'บ้านปางผึ้งใต้','ขยายโอกาส','ทุ่งก้อมหลวง','เหล่ากล้วยใหม่',NULL);
INSERT INTO "fact_school" VALUES(1,2,99,1,1,4,'บ้านนาไคร้ดาว (หนองยางชัยวิทยา)','ประถมศึกษา','โป่งผึ้งคำ','ห้วยเดื่อเหนือ',NULL);
INSERT INTO "fact_school" VALUES(1,3,99,1,1,5,'บ้านป่าไคร้ใหม่','ประถมศึกษา','น้ำเปาเหนือ','นาพลวงน้อย',NULL);
INSERT INTO "fact_school" VALUES(1,4,99,1,1,6,'บ้านปางผึ้งใต้','ประถมศึกษา','โป่งแพะน้อย','เหล่ากล้วยใหม่',NULL);
INSERT INTO "fact_school" VALUES(1,5,99,1,1,7,'บ้านห้วยกล้วยใต้','ประถมศึกษา','น้ำยางทอง','ห้วยเดื่อเหนือ',NULL);
INSERT INTO "fact_school" VALUES(2,6,99,1,1,2,'ชุมชนบ้านกิ่วผึ้งใต้','ประถมศึกษา',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(2,7,99,1,1,3,'อนุบาลโป่งก้อมทอง','อนุบาล',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(2,8,99,1,1,4,'บ้านสันขามคำ','ประถมศึกษา',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(2,9,99,1,1,5,'ชุมชนบ้านกิ่วผึ้งใต้','ประถมศึกษา',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(2,10,99,1,1,6,'บ้านห้วยกล้วยใต้','ประถมศึกษา',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(3,11,99,1,1,7,'วัดดอนปางหวายชัย','ขยายโอกาส',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(3,12,99,1,1,8,'บ้านปางยางชัย','ประถมศึกษา',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(3,13,99,1,1,9,'บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','ประถมศึกษา',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(3,14,99,1,1,10,'บ้านปางยางชัย','ขยายโอกาส',NULL,NULL,NULL);
INSERT INTO "fact_school" VALUES(3,15,99,1,1,11,'บ้านแม่ยางเหนือ','ประถมศึกษา',NULL,NULL,NULL);
CREATE TABLE ops_arrival (
	arrival_id INTEGER NOT NULL, 
	agency_id INTEGER NOT NULL, 
	path TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	run_id INTEGER NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	CONSTRAINT pk_ops_arrival PRIMARY KEY (arrival_id), 
	CONSTRAINT fk_ops_arrival_agency_id FOREIGN KEY(agency_id) REFERENCES dim_agency (agency_id), 
	CONSTRAINT fk_ops_arrival_run_id FOREIGN KEY(run_id) REFERENCES ops_run (run_id)
);
INSERT INTO "ops_arrival" VALUES(1,2,'2563-1/ทะเบียนโรงเรียน.xlsx','70489bdba6b8c3e7cf6c3e9713fe2a81bc0188a45ba6f05942681c17a505eff0',1,'2026-11-30 16:05:58.661754');
INSERT INTO "ops_arrival" VALUES(2,4,'2563-1/รายชื่อโรงเรียน.html','a6c9f6a8aa89fe478bf222a9fc6cd2c47d4e30e4dedfbff3b1babad5ad8438de',1,'2026-11-30 16:05:58.661754');
INSERT INTO "ops_arrival" VALUES(3,1,'นักเรียน DMC.csv','a09cc9b997726860ee9cccd9a957b9ab930c1f4eb9e289f5f5f4a42486705886',1,'2026-11-30 16:05:58.758340');
INSERT INTO "ops_arrival" VALUES(4,1,'2563-1/ตารางนักเรียน.xlsx','fb54d86ba48df71a65239c398e5f7af2adfecfe3f89469aeb9fe4360b35688ef',1,'2026-11-30 16:05:58.758340');
INSERT INTO "ops_arrival" VALUES(5,1,'งบโครงการ.xlsx','de45c3dc0a24c776d8e3cc430ba7adebac96ee067393e735427abd3c917d412d',1,'2026-11-30 16:05:58.758340');
INSERT INTO "ops_arrival" VALUES(6,1,'แผนนิเทศ.xlsx','d199fbd3a9809fd1a3b06eb936f837001bcd074947f16b9a3b8c1a82fdcb12f2',1,'2026-11-30 16:05:58.758340');
INSERT INTO "ops_arrival" VALUES(7,2,'2563-1/จำนวนนักเรียน.xlsx','e8443b93f2e0814b320a3f2d84cbe9fc3bffbba38465c4b76e8264ad30a67715',1,'2026-11-30 16:05:58.758340');
INSERT INTO "ops_arrival" VALUES(8,2,'นักเรียน (สำเนา).xlsx','e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',1,'2026-11-30 16:05:58.758340');
INSERT INTO "ops_arrival" VALUES(9,3,'แบบกรอกนักเรียน 2563-1.xlsx','20ad5b7e89e377ead00b24ade349e11b94a0c1c4357d94e00c6e817a340c827b',1,'2026-11-30 16:05:58.758340');
INSERT INTO "ops_arrival" VALUES(10,1,'นักเรียน DMC.csv','0e72a8e294a1b03a8e493f16c171481b1e05379def91bca11b400473df66c467',2,'2026-11-30 16:06:21.809481');
INSERT INTO "ops_arrival" VALUES(11,2,'2563-1/จำนวนนักเรียน.xlsx','6a6dc8fab134db24449aa931c98c20350c78d9c1b4c457ad0834ec1a8aaf330c',2,'2026-11-30 16:06:21.809481');
INSERT INTO "ops_arrival" VALUES(12,3,'แบบกรอกนักเรียน 2563-1.xlsx','12fe7ea6e94045886c537e327e4a9ea520673e6b4725523776ed0c95430e54d9',3,'2026-11-30 16:06:45.313672');
INSERT INTO "ops_arrival" VALUES(13,1,'นักเรียน DMC.csv','eaea7cc29f1b2f7392ccd2e58671ae560abd5d61e6a22e8ffdff32f81fecd67b',4,'2026-11-30 16:07:27.132036');
CREATE TABLE ops_definition (
	name TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	CONSTRAINT pk_ops_definition PRIMARY KEY (name)
);
INSERT INTO "ops_definition" VALUES('warehouse','9b66efccda099d571403d3b52a74908b9981c987cfee31f42ac2967a57f04f84');
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
	bytes_removed_at DATETIME, answered_at DATETIME, 
	CONSTRAINT pk_ops_delivery PRIMARY KEY (delivery_id), 
	CONSTRAINT uq_ops_delivery_agency_id_sha256 UNIQUE (agency_id, sha256), 
	CONSTRAINT fk_ops_delivery_agency_id FOREIGN KEY(agency_id) REFERENCES dim_agency (agency_id), 
	CONSTRAINT fk_ops_delivery_run_id FOREIGN KEY(run_id) REFERENCES ops_run (run_id)
);
INSERT INTO "ops_delivery" VALUES(1,2,1,'70489bdba6b8c3e7cf6c3e9713fe2a81bc0188a45ba6f05942681c17a505eff0','ทะเบียนโรงเรียน.xlsx','2563-1/ทะเบียนโรงเรียน.xlsx',6138,'2026-11-30 16:05:57.063512','accepted',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(2,4,1,'a6c9f6a8aa89fe478bf222a9fc6cd2c47d4e30e4dedfbff3b1babad5ad8438de','รายชื่อโรงเรียน.html','2563-1/รายชื่อโรงเรียน.html',3520,'2026-11-30 16:05:57.128892','accepted','2026-11-30 16:05:59.235026','2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(3,1,1,'a09cc9b997726860ee9cccd9a957b9ab930c1f4eb9e289f5f5f4a42486705886','นักเรียน DMC.csv','นักเรียน DMC.csv',2620,'2026-11-30 16:05:57.079116','accepted',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(4,1,1,'fb54d86ba48df71a65239c398e5f7af2adfecfe3f89469aeb9fe4360b35688ef','ตารางนักเรียน.xlsx','2563-1/ตารางนักเรียน.xlsx',7590,'2026-11-30 16:05:57.079116','rejected',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(5,1,1,'de45c3dc0a24c776d8e3cc430ba7adebac96ee067393e735427abd3c917d412d','งบโครงการ.xlsx','งบโครงการ.xlsx',5650,'2026-11-30 16:05:57.079116','rejected',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(6,1,1,'d199fbd3a9809fd1a3b06eb936f837001bcd074947f16b9a3b8c1a82fdcb12f2','แผนนิเทศ.xlsx','แผนนิเทศ.xlsx',5610,'2026-11-30 16:05:57.079116','rejected',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(7,2,1,'e8443b93f2e0814b320a3f2d84cbe9fc3bffbba38465c4b76e8264ad30a67715','จำนวนนักเรียน.xlsx','2563-1/จำนวนนักเรียน.xlsx',7798,'2026-11-30 16:05:57.063512','accepted',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(8,2,1,'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855','นักเรียน (สำเนา).xlsx','นักเรียน (สำเนา).xlsx',0,'2026-11-30 16:05:57.063512','rejected',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(9,3,1,'20ad5b7e89e377ead00b24ade349e11b94a0c1c4357d94e00c6e817a340c827b','แบบกรอกนักเรียน 2563-1.xlsx','แบบกรอกนักเรียน 2563-1.xlsx',7415,'2026-11-30 16:05:57.095593','partly_accepted',NULL,'2026-11-30 16:05:59.253012');
INSERT INTO "ops_delivery" VALUES(10,1,2,'0e72a8e294a1b03a8e493f16c171481b1e05379def91bca11b400473df66c467','นักเรียน DMC.csv','นักเรียน DMC.csv',1307,'2026-11-30 16:06:21.267141','held',NULL,'2026-11-30 16:06:21.996986');
INSERT INTO "ops_delivery" VALUES(11,2,2,'6a6dc8fab134db24449aa931c98c20350c78d9c1b4c457ad0834ec1a8aaf330c','จำนวนนักเรียน.xlsx','2563-1/จำนวนนักเรียน.xlsx',7545,'2026-11-30 16:06:21.267653','partly_accepted',NULL,'2026-11-30 16:06:21.996986');
INSERT INTO "ops_delivery" VALUES(12,3,3,'12fe7ea6e94045886c537e327e4a9ea520673e6b4725523776ed0c95430e54d9','แบบกรอกนักเรียน 2563-1.xlsx','แบบกรอกนักเรียน 2563-1.xlsx',7192,'2026-11-30 16:06:44.554811','partly_accepted',NULL,'2026-11-30 16:06:45.713998');
INSERT INTO "ops_delivery" VALUES(13,1,4,'eaea7cc29f1b2f7392ccd2e58671ae560abd5d61e6a22e8ffdff32f81fecd67b','นักเรียน DMC.csv','นักเรียน DMC.csv',1354,'2026-11-30 16:07:26.665848','rejected',NULL,'2026-11-30 16:07:27.560716');
CREATE TABLE ops_dictionary_column (
	table_name TEXT NOT NULL, 
	column_name TEXT NOT NULL, 
	position SMALLINT NOT NULL, 
	data_type TEXT NOT NULL, 
	is_key BOOLEAN NOT NULL, 
	title_th TEXT NOT NULL, 
	meaning_th TEXT NOT NULL, 
	meaning_en TEXT NOT NULL, 
	unit_th TEXT, 
	unit_en TEXT, 
	code_list TEXT, 
	mark_column TEXT, 
	missing_th TEXT, 
	missing_en TEXT, 
	warning_th TEXT, 
	warning_en TEXT, 
	CONSTRAINT pk_ops_dictionary_column PRIMARY KEY (table_name, column_name), 
	CONSTRAINT fk_ops_dictionary_column_table_name FOREIGN KEY(table_name) REFERENCES ops_dictionary_table (table_name)
);
INSERT INTO "ops_dictionary_column" VALUES('mart_agency','period_id',1,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('mart_agency','period_code',2,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_agency','agency_id',3,'integer',0,'หน่วยงาน (ช่วงเวลา)','แถวของหน่วยงานใน dim_agency','Row of the agency in dim_agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('mart_agency','agency_code',4,'text',1,'รหัสหน่วยงาน','รหัสคงที่ที่จังหวัดใช้เรียกหน่วยงาน','Stable code by which the province knows the agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_agency','agency_name_th',5,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในรอบนั้น','Name of the agency in Thai, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_agency','agency_name_en',6,'text',0,'ชื่อหน่วยงาน (อังกฤษ)','ชื่อหน่วยงานภาษาอังกฤษในรอบนั้น','Name of the agency in English, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_agency','kind',7,'text',0,'ประเภท','ประเภทหน่วยงาน เช่น สพป. สพม. สช. อปท.','Kind of agency: สพป. (primary area), สพม. (secondary area), สช. (private), อปท. (local government) and the like',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_agency_as_now','agency_id',1,'integer',0,'หน่วยงาน (ช่วงเวลา)','แถวของหน่วยงานใน dim_agency','Row of the agency in dim_agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('mart_agency_as_now','agency_code',2,'text',1,'รหัสหน่วยงาน','รหัสคงที่ที่จังหวัดใช้เรียกหน่วยงาน','Stable code by which the province knows the agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_agency_as_now','agency_name_th',3,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในวันนี้','Name of the agency in Thai, today',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_agency_as_now','agency_name_en',4,'text',0,'ชื่อหน่วยงาน (อังกฤษ)','ชื่อหน่วยงานภาษาอังกฤษในวันนี้','Name of the agency in English, today',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_agency_as_now','kind',5,'text',0,'ประเภท','ประเภทหน่วยงาน เช่น สพป. สพม. สช. อปท.','Kind of agency: สพป. (primary area), สพม. (secondary area), สช. (private), อปท. (local government) and the like',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','school_id',1,'integer',1,'โรงเรียน','เลขประจำโรงเรียน','Key of the school',NULL,NULL,'dim_school',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','smis_code',2,'text',0,'รหัส SMIS','รหัสโรงเรียน SMIS 8 หลัก','School code, SMIS, 8 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','สี่หลักหน้าไม่ใช่เขตปัจจุบันของโรงเรียน ให้ดู agency_code','The first four digits are not the school''s area of today: see agency_code');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','ministry_code',3,'text',0,'รหัสกระทรวง','รหัสโรงเรียนกระทรวงศึกษาธิการ 10 หลัก','School code, Ministry of Education, 10 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','คำนวณจากรหัส SMIS ไม่ได้','Cannot be worked out from the SMIS code');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','obec_code',4,'text',0,'รหัส สพฐ.','รหัสโรงเรียน สพฐ. 6 หลัก','School code, OBEC, 6 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','มีเฉพาะโรงเรียนสังกัด สพฐ.','Only schools of OBEC have one');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','school_name_th',5,'text',0,'ชื่อโรงเรียน','ชื่อโรงเรียนภาษาไทยตามทะเบียน','Name of the school in Thai, as the register has it',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','school_type_th',6,'text',0,'ประเภท','ระดับที่เปิดสอน ตามถ้อยคำของผู้ส่ง','Levels taught, as the sender words them',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','subdistrict_name_th',7,'text',0,'ตำบล','ชื่อตำบลที่โรงเรียนตั้งอยู่','Sub-district in which the school stands, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','district_name_th',8,'text',0,'อำเภอ','ชื่ออำเภอที่โรงเรียนตั้งอยู่','District in which the school stands, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','established_date',9,'date',0,'วันที่ก่อตั้ง','วันที่ก่อตั้งโรงเรียน','Day on which the school was founded','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','agency_code',10,'text',0,'รหัสหน่วยงาน','รหัสหน่วยงานที่โรงเรียนสังกัดในช่วงเวลานี้','Agency that the school belonged to in this stretch of time',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','agency_name_th',11,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในรอบนั้น','Name of the agency in Thai, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','register_period_code',12,'text',0,'รอบของทะเบียน','รอบรายงานของทะเบียนที่แถวนี้มาจาก','Period of the register that the row comes from',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','from_date',13,'date',1,'ตั้งแต่วันที่','วันแรกที่แถวนี้เป็นจริง คือวันแรกของรอบของทะเบียน','First day that the row holds: that of its register''s period','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,NULL,NULL,'แถวแรกของโรงเรียน (is_first) ใช้กับเวลาก่อนหน้าด้วย','A school''s first row (is_first) also holds for all time before');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','before_date',14,'date',0,'ก่อนวันที่','แถวนี้เป็นจริงถึงก่อนวันนี้หนึ่งวัน','The row holds until the day before this one','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ยังเป็นเช่นนั้น','Empty: it still holds','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','is_first',15,'boolean',0,'แถวแรก','แถวแรกของโรงเรียน ใช้กับเวลาก่อน from_date ด้วย','Whether it is the school''s first row, which also holds before from_date',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','is_present',16,'boolean',0,'ปัจจุบัน','แถวที่เป็นจริงในวันนี้ (เวลาไทย)','Whether it is the row that holds today (in Thailand)',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','present_school_name_th',17,'text',0,'ชื่อโรงเรียนปัจจุบัน','ชื่อโรงเรียนในวันนี้ ตามทะเบียน','Name of the school today, by the register',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school','present_agency_code',18,'text',0,'รหัสหน่วยงานปัจจุบัน','รหัสหน่วยงานที่โรงเรียนสังกัดในวันนี้','Agency that the school belongs to today',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ และเปลี่ยนได้เมื่อโรงเรียนย้ายสังกัด','Not a district code; changes when the school moves');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','submission_id',19,'integer',0,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('mart_school','source_school_id',20,'integer',0,'รายการโรงเรียนในข้อมูล','รายการของ dim_school ที่แถวใน fact_ ใช้','Entry of dim_school that the facts carry',NULL,NULL,'dim_school',NULL,NULL,NULL,'ต่างจาก school_id เมื่อพบว่าสองรายการเป็นโรงเรียนเดียวกัน ใช้จับคู่กับ fact_ เท่านั้น','Differs from school_id where two entries turned out to be one school: only for joining facts');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','form_code',1,'text',1,'แบบรายงาน','รหัสแบบรายงาน เช่น enrolment (จำนวนนักเรียน) school_register (ทะเบียนโรงเรียน)','Form, such as enrolment or school_register',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','period_id',2,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','period_code',3,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','school_id',4,'integer',1,'โรงเรียน','เลขประจำโรงเรียน','Key of the school',NULL,NULL,'dim_school',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','school_name_th',5,'text',0,'ชื่อโรงเรียน','ชื่อโรงเรียนในรอบนั้น ตามทะเบียน หากไม่มีใช้ชื่อที่ผู้ส่งเขียน','Name of the school in the period: the register''s, else the sender''s',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีทั้งในทะเบียนและจากผู้ส่ง','Empty: neither register nor sender gave one','หลายโรงเรียนใช้ชื่อเดียวกัน ให้ดูรหัสด้วย','Schools share names: look at the codes too');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','agency_code',6,'text',0,'รหัสหน่วยงาน','รหัสหน่วยงานที่โรงเรียนสังกัดในรอบนั้น หากไม่มีในทะเบียนใช้หน่วยงานผู้ส่ง','Agency that the school belonged to in the period; the sender where no register has the school',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','agency_name_th',7,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในรอบนั้น','Name of the agency in Thai, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','present_school_name_th',8,'text',0,'ชื่อโรงเรียนปัจจุบัน','ชื่อโรงเรียนในวันนี้ ตามทะเบียน','Name of the school today, by the register',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีทั้งในทะเบียนและจากผู้ส่ง','Empty: neither register nor sender gave one',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','present_agency_code',9,'text',0,'รหัสหน่วยงานปัจจุบัน','รหัสหน่วยงานที่โรงเรียนสังกัดในวันนี้','Agency that the school belongs to today',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ และเปลี่ยนได้เมื่อโรงเรียนย้ายสังกัด','Not a district code; changes when the school moves');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','submission_id',10,'integer',0,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','version',11,'integer',0,'ฉบับที่','ฉบับที่ส่ง นับจาก 1 ภายในหน่วยงาน แบบรายงาน และรอบเดียวกัน','Version, from 1, within agency, form and period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_school_return','source_school_id',12,'integer',0,'รายการโรงเรียนในข้อมูล','รายการของ dim_school ที่แถวใน fact_ ใช้','Entry of dim_school that the facts carry',NULL,NULL,'dim_school',NULL,NULL,NULL,'ต่างจาก school_id เมื่อพบว่าสองรายการเป็นโรงเรียนเดียวกัน ใช้จับคู่กับ fact_ เท่านั้น','Differs from school_id where two entries turned out to be one school: only for joining facts');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','period_id',1,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','period_code',2,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','agency_code',3,'text',0,'รหัสหน่วยงาน','รหัสหน่วยงานที่โรงเรียนสังกัดในรอบนั้น','Agency that the school belonged to in the period',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','agency_name_th',4,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในรอบนั้น','Name of the agency in Thai, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','present_agency_code',5,'text',0,'รหัสหน่วยงานปัจจุบัน','รหัสหน่วยงานที่โรงเรียนสังกัดในวันนี้','Agency that the school belongs to today',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ และเปลี่ยนได้เมื่อโรงเรียนย้ายสังกัด','Not a district code; changes when the school moves');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','school_id',6,'integer',1,'โรงเรียน','เลขประจำโรงเรียน','Key of the school',NULL,NULL,'dim_school',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','smis_code',7,'text',0,'รหัส SMIS','รหัสโรงเรียน SMIS 8 หลัก','School code, SMIS, 8 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','สี่หลักหน้าไม่ใช่เขตปัจจุบันของโรงเรียน ให้ดู agency_code','The first four digits are not the school''s area of today: see agency_code');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','ministry_code',8,'text',0,'รหัสกระทรวง','รหัสโรงเรียนกระทรวงศึกษาธิการ 10 หลัก','School code, Ministry of Education, 10 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','คำนวณจากรหัส SMIS ไม่ได้','Cannot be worked out from the SMIS code');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','school_name_th',9,'text',0,'ชื่อโรงเรียน','ชื่อโรงเรียนในรอบนั้น ตามทะเบียน หากไม่มีใช้ชื่อที่ผู้ส่งเขียน','Name of the school in the period: the register''s, else the sender''s',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีทั้งในทะเบียนและจากผู้ส่ง','Empty: neither register nor sender gave one','หลายโรงเรียนใช้ชื่อเดียวกัน ให้ดูรหัสด้วย','Schools share names: look at the codes too');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','present_school_name_th',10,'text',0,'ชื่อโรงเรียนปัจจุบัน','ชื่อโรงเรียนในวันนี้ ตามทะเบียน','Name of the school today, by the register',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีทั้งในทะเบียนและจากผู้ส่ง','Empty: neither register nor sender gave one',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','grade_id',11,'integer',1,'ชั้น','เลขประจำชั้น เรียงจากเล็กไปโต','Key of the grade, youngest first',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','grade_code',12,'text',0,'รหัสชั้น','รหัสชั้น เช่น K1 (อ.1) P1 (ป.1) M1 (ม.1)','Grade, such as K1 (kindergarten 1), P1 (primary 1), M1 (lower secondary 1)',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','grade_name_th',13,'text',0,'ชื่อชั้น','ชื่อชั้นภาษาไทยแบบย่อ','Name of the grade in Thai, short',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','male_count',14,'integer',0,'นักเรียนชาย','จำนวนนักเรียนชาย','Number of male pupils','คน','persons',NULL,'male_mark_code','ว่าง: ไม่มีตัวเลข เหตุอยู่ใน male_mark_code','Empty: no figure; male_mark_code says why','ช่องว่าง (NULL) ไม่ใช่ศูนย์','Empty (NULL) is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','male_mark_code',15,'text',0,'เครื่องหมาย (ชาย)','เหตุที่ไม่มีตัวเลขนักเรียนชาย x ไม่ได้กรอก c ปกปิด z ไม่มีช่องนี้ในแบบที่ส่ง','Why there is no figure of male pupils: x left blank, c hidden, z no such cell in the return',NULL,NULL,'dim_mark',NULL,'ว่าง: ตัวเลขเป็นไปตามที่รายงาน','Empty: the figure stands as reported',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','female_count',16,'integer',0,'นักเรียนหญิง','จำนวนนักเรียนหญิง','Number of female pupils','คน','persons',NULL,'female_mark_code','ว่าง: ไม่มีตัวเลข เหตุอยู่ใน female_mark_code','Empty: no figure; female_mark_code says why','ช่องว่าง (NULL) ไม่ใช่ศูนย์','Empty (NULL) is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','female_mark_code',17,'text',0,'เครื่องหมาย (หญิง)','เหตุที่ไม่มีตัวเลขนักเรียนหญิง x ไม่ได้กรอก c ปกปิด z ไม่มีช่องนี้ในแบบที่ส่ง','Why there is no figure of female pupils: x left blank, c hidden, z no such cell in the return',NULL,NULL,'dim_mark',NULL,'ว่าง: ตัวเลขเป็นไปตามที่รายงาน','Empty: the figure stands as reported',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','pupil_count',18,'integer',0,'จำนวนนักเรียน','จำนวนนักเรียนชายและหญิงรวมกัน','Number of pupils, male and female','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','missing_count',19,'integer',0,'ช่องที่ไม่มีตัวเลข','จำนวนช่องนักเรียนที่ไม่มีตัวเลข ทั้งเว้นว่างและปกปิด','Cells of pupils without a figure: blank or hidden','ช่อง','cells',NULL,NULL,NULL,NULL,'ถ้าไม่เป็นศูนย์ จำนวนนักเรียนจริงอาจมากกว่าผลรวม','Unless it is zero there may be more pupils than the sum says');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','hidden_count',20,'integer',0,'ช่องที่ปกปิด','ในช่องที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ missing_count ห้ามบวกเข้าด้วยกัน','A part of missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','classroom_count',21,'integer',0,'จำนวนห้องเรียน','จำนวนห้องเรียน','Number of classrooms','ห้อง','rooms',NULL,'classroom_mark_code','ว่าง: ไม่มีตัวเลข เหตุอยู่ใน classroom_mark_code','Empty: no figure; classroom_mark_code says why','ช่องว่าง (NULL) ไม่ใช่ศูนย์','Empty (NULL) is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','classroom_mark_code',22,'text',0,'เครื่องหมาย (ห้อง)','เหตุที่ไม่มีตัวเลขห้องเรียน x ไม่ได้กรอก c ปกปิด z ไม่มีช่องนี้ในแบบที่ส่ง','Why there is no figure of classrooms: x left blank, c hidden, z no such cell in the return',NULL,NULL,'dim_mark',NULL,'ว่าง: ตัวเลขเป็นไปตามที่รายงาน','Empty: the figure stands as reported',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','classroom_missing_count',23,'integer',0,'ช่องห้องที่ไม่มีตัวเลข','จำนวนช่องห้องเรียนที่ไม่มีตัวเลข','Cells of classrooms without a figure','ช่อง','cells',NULL,NULL,NULL,NULL,'ไม่นับช่องที่ไม่มีในแบบที่ส่ง','Cells that the return does not have are not counted');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','classroom_hidden_count',24,'integer',0,'ช่องห้องที่ปกปิด','ในช่องห้องเรียนที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells of classrooms without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ classroom_missing_count ห้ามบวกเข้าด้วยกัน','A part of classroom_missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','submission_id',25,'integer',0,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','version',26,'integer',0,'ฉบับที่','ฉบับที่ส่ง นับจาก 1 ภายในหน่วยงาน แบบรายงาน และรอบเดียวกัน','Version, from 1, within agency, form and period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_school','source_school_id',27,'integer',0,'รายการโรงเรียนในข้อมูล','รายการของ dim_school ที่แถวใน fact_ ใช้','Entry of dim_school that the facts carry',NULL,NULL,'dim_school',NULL,NULL,NULL,'ต่างจาก school_id เมื่อพบว่าสองรายการเป็นโรงเรียนเดียวกัน ใช้จับคู่กับ fact_ เท่านั้น','Differs from school_id where two entries turned out to be one school: only for joining facts');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','period_id',1,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','period_code',2,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','agency_code',3,'text',1,'รหัสหน่วยงาน','รหัสหน่วยงานที่โรงเรียนสังกัดในรอบนั้น','Agency that the schools belonged to in the period',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','agency_name_th',4,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในรอบนั้น','Name of the agency in Thai, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','grade_id',5,'integer',1,'ชั้น','เลขประจำชั้น เรียงจากเล็กไปโต','Key of the grade, youngest first',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','grade_code',6,'text',0,'รหัสชั้น','รหัสชั้น เช่น K1 (อ.1) P1 (ป.1) M1 (ม.1)','Grade, such as K1 (kindergarten 1), P1 (primary 1), M1 (lower secondary 1)',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','grade_name_th',7,'text',0,'ชื่อชั้น','ชื่อชั้นภาษาไทยแบบย่อ','Name of the grade in Thai, short',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','school_count',8,'integer',0,'จำนวนโรงเรียน','จำนวนโรงเรียนที่รายงานชั้นนี้','Schools whose return has the grade','โรง','schools',NULL,NULL,NULL,NULL,'โรงเรียนหนึ่งนับในทุกชั้นที่เปิดสอน ห้ามรวมข้ามชั้น','A school counts in each of its grades: never add up over grades');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','male_count',9,'integer',0,'นักเรียนชาย','จำนวนนักเรียนชาย','Number of male pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','female_count',10,'integer',0,'นักเรียนหญิง','จำนวนนักเรียนหญิง','Number of female pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','pupil_count',11,'integer',0,'จำนวนนักเรียน','จำนวนนักเรียนชายและหญิงรวมกัน','Number of pupils, male and female','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','missing_count',12,'integer',0,'ช่องที่ไม่มีตัวเลข','จำนวนช่องนักเรียนที่ไม่มีตัวเลข ทั้งเว้นว่างและปกปิด','Cells of pupils without a figure: blank or hidden','ช่อง','cells',NULL,NULL,NULL,NULL,'ถ้าไม่เป็นศูนย์ จำนวนนักเรียนจริงอาจมากกว่าผลรวม','Unless it is zero there may be more pupils than the sum says');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','hidden_count',13,'integer',0,'ช่องที่ปกปิด','ในช่องที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ missing_count ห้ามบวกเข้าด้วยกัน','A part of missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','classroom_count',14,'integer',0,'จำนวนห้องเรียน','จำนวนห้องเรียน','Number of classrooms','ห้อง','rooms',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู classroom_missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see classroom_missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','classroom_missing_count',15,'integer',0,'ช่องห้องที่ไม่มีตัวเลข','จำนวนช่องห้องเรียนที่ไม่มีตัวเลข','Cells of classrooms without a figure','ช่อง','cells',NULL,NULL,NULL,NULL,'ไม่นับช่องที่ไม่มีในแบบที่ส่ง','Cells that the return does not have are not counted');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency','classroom_hidden_count',16,'integer',0,'ช่องห้องที่ปกปิด','ในช่องห้องเรียนที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells of classrooms without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ classroom_missing_count ห้ามบวกเข้าด้วยกัน','A part of classroom_missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','period_id',1,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','period_code',2,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','agency_code',3,'text',1,'รหัสหน่วยงาน','รหัสหน่วยงานที่โรงเรียนสังกัดในวันนี้','Agency that the schools belong to today',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','agency_name_th',4,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในวันนี้','Name of the agency in Thai, today',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','grade_id',5,'integer',1,'ชั้น','เลขประจำชั้น เรียงจากเล็กไปโต','Key of the grade, youngest first',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','grade_code',6,'text',0,'รหัสชั้น','รหัสชั้น เช่น K1 (อ.1) P1 (ป.1) M1 (ม.1)','Grade, such as K1 (kindergarten 1), P1 (primary 1), M1 (lower secondary 1)',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','grade_name_th',7,'text',0,'ชื่อชั้น','ชื่อชั้นภาษาไทยแบบย่อ','Name of the grade in Thai, short',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','school_count',8,'integer',0,'จำนวนโรงเรียน','จำนวนโรงเรียนที่รายงานชั้นนี้','Schools whose return has the grade','โรง','schools',NULL,NULL,NULL,NULL,'โรงเรียนหนึ่งนับในทุกชั้นที่เปิดสอน ห้ามรวมข้ามชั้น','A school counts in each of its grades: never add up over grades');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','male_count',9,'integer',0,'นักเรียนชาย','จำนวนนักเรียนชาย','Number of male pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','female_count',10,'integer',0,'นักเรียนหญิง','จำนวนนักเรียนหญิง','Number of female pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','pupil_count',11,'integer',0,'จำนวนนักเรียน','จำนวนนักเรียนชายและหญิงรวมกัน','Number of pupils, male and female','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','missing_count',12,'integer',0,'ช่องที่ไม่มีตัวเลข','จำนวนช่องนักเรียนที่ไม่มีตัวเลข ทั้งเว้นว่างและปกปิด','Cells of pupils without a figure: blank or hidden','ช่อง','cells',NULL,NULL,NULL,NULL,'ถ้าไม่เป็นศูนย์ จำนวนนักเรียนจริงอาจมากกว่าผลรวม','Unless it is zero there may be more pupils than the sum says');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','hidden_count',13,'integer',0,'ช่องที่ปกปิด','ในช่องที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ missing_count ห้ามบวกเข้าด้วยกัน','A part of missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','classroom_count',14,'integer',0,'จำนวนห้องเรียน','จำนวนห้องเรียน','Number of classrooms','ห้อง','rooms',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู classroom_missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see classroom_missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','classroom_missing_count',15,'integer',0,'ช่องห้องที่ไม่มีตัวเลข','จำนวนช่องห้องเรียนที่ไม่มีตัวเลข','Cells of classrooms without a figure','ช่อง','cells',NULL,NULL,NULL,NULL,'ไม่นับช่องที่ไม่มีในแบบที่ส่ง','Cells that the return does not have are not counted');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_agency_as_now','classroom_hidden_count',16,'integer',0,'ช่องห้องที่ปกปิด','ในช่องห้องเรียนที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells of classrooms without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ classroom_missing_count ห้ามบวกเข้าด้วยกัน','A part of classroom_missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','period_id',1,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','period_code',2,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','grade_id',3,'integer',1,'ชั้น','เลขประจำชั้น เรียงจากเล็กไปโต','Key of the grade, youngest first',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','grade_code',4,'text',0,'รหัสชั้น','รหัสชั้น เช่น K1 (อ.1) P1 (ป.1) M1 (ม.1)','Grade, such as K1 (kindergarten 1), P1 (primary 1), M1 (lower secondary 1)',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','grade_name_th',5,'text',0,'ชื่อชั้น','ชื่อชั้นภาษาไทยแบบย่อ','Name of the grade in Thai, short',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','agency_count',6,'integer',0,'จำนวนหน่วยงาน','จำนวนหน่วยงานที่มีโรงเรียนรายงานชั้นนี้','Agencies with a school whose return has the grade','แห่ง','agencies',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามชั้น','Never add up over grades');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','school_count',7,'integer',0,'จำนวนโรงเรียน','จำนวนโรงเรียนที่รายงานชั้นนี้','Schools whose return has the grade','โรง','schools',NULL,NULL,NULL,NULL,'โรงเรียนหนึ่งนับในทุกชั้นที่เปิดสอน ห้ามรวมข้ามชั้น','A school counts in each of its grades: never add up over grades');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','male_count',8,'integer',0,'นักเรียนชาย','จำนวนนักเรียนชาย','Number of male pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','female_count',9,'integer',0,'นักเรียนหญิง','จำนวนนักเรียนหญิง','Number of female pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','pupil_count',10,'integer',0,'จำนวนนักเรียน','จำนวนนักเรียนชายและหญิงรวมกัน','Number of pupils, male and female','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','missing_count',11,'integer',0,'ช่องที่ไม่มีตัวเลข','จำนวนช่องนักเรียนที่ไม่มีตัวเลข ทั้งเว้นว่างและปกปิด','Cells of pupils without a figure: blank or hidden','ช่อง','cells',NULL,NULL,NULL,NULL,'ถ้าไม่เป็นศูนย์ จำนวนนักเรียนจริงอาจมากกว่าผลรวม','Unless it is zero there may be more pupils than the sum says');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','hidden_count',12,'integer',0,'ช่องที่ปกปิด','ในช่องที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ missing_count ห้ามบวกเข้าด้วยกัน','A part of missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','classroom_count',13,'integer',0,'จำนวนห้องเรียน','จำนวนห้องเรียน','Number of classrooms','ห้อง','rooms',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู classroom_missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see classroom_missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','classroom_missing_count',14,'integer',0,'ช่องห้องที่ไม่มีตัวเลข','จำนวนช่องห้องเรียนที่ไม่มีตัวเลข','Cells of classrooms without a figure','ช่อง','cells',NULL,NULL,NULL,NULL,'ไม่นับช่องที่ไม่มีในแบบที่ส่ง','Cells that the return does not have are not counted');
INSERT INTO "ops_dictionary_column" VALUES('mart_enrolment_by_province','classroom_hidden_count',15,'integer',0,'ช่องห้องที่ปกปิด','ในช่องห้องเรียนที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells of classrooms without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ classroom_missing_count ห้ามบวกเข้าด้วยกัน','A part of classroom_missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','agency_code',1,'text',1,'รหัสหน่วยงาน','รหัสหน่วยงานผู้ต้องส่ง','Agency that has to send',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','agency_name_th',2,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในรอบนั้น','Name of the agency in Thai, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','form_code',3,'text',1,'แบบรายงาน','รหัสแบบรายงาน เช่น enrolment (จำนวนนักเรียน) school_register (ทะเบียนโรงเรียน)','Form, such as enrolment or school_register',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','period_code',4,'text',1,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','due_date',5,'date',0,'กำหนดส่ง','วันสุดท้ายที่ต้องส่ง','Last day to send','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ไม่ได้กำหนด','Empty: none is set','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','status',6,'text',0,'สถานะ','สถานะของฉบับล่าสุด หรือ not_received เมื่อยังไม่ได้รับ','Status of the newest version, or not_received',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','newest_version',7,'integer',0,'ฉบับล่าสุด','ฉบับใหม่สุดที่ยังไม่มีฉบับอื่นแทน รวมฉบับที่รอพิจารณาหรือไม่รับ','Newest version that is not superseded, be it held or rejected',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received','อาจไม่ใช่ฉบับที่ใช้อยู่ ดู current_version','May not be the one whose figures count: see current_version');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','current_version',8,'integer',0,'ฉบับที่ใช้อยู่','ฉบับที่ตัวเลขนับอยู่ในผลรวม','Version whose figures count',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่มีฉบับที่รับ','Empty: none was accepted yet',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','received_at',9,'moment',0,'ได้รับเมื่อ','เวลาที่นำแฟ้มเข้ามา','When the file was fetched','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','file_name',10,'text',0,'ชื่อแฟ้ม','ชื่อแฟ้มที่ส่ง','Name of the file',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','row_count_loaded',11,'integer',0,'แถวที่รับ','จำนวนแถวที่รับเข้าข้อมูล','Rows among the facts','แถว','rows',NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received','ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','row_count_set_aside',12,'integer',0,'แถวที่กันไว้','จำนวนแถวที่มีข้อผิดพลาด','Rows with an error','แถว','rows',NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received','ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','error_count',13,'integer',0,'ต้องแก้','จำนวนข้อที่ต้องแก้','Errors: must be mended','รายการ','issues',NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received','ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','query_count',14,'integer',0,'ต้องชี้แจง','จำนวนข้อที่ต้องแก้หรือชี้แจง','Queries: must be mended or explained','รายการ','issues',NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received','ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission_status','notice_count',15,'integer',0,'แจ้งให้ทราบ','จำนวนข้อที่แจ้งให้ทราบ','Notices: nothing to do','รายการ','issues',NULL,NULL,'ว่าง: ยังไม่ได้รับ','Empty: nothing was received','ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','submission_id',1,'integer',1,'การส่งข้อมูล','เลขประจำของการส่งข้อมูลฉบับนี้','Key of this version of a submission',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','agency_code',2,'text',0,'รหัสหน่วยงาน','รหัสหน่วยงานผู้ส่ง','Agency that sent it',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','agency_name_th',3,'text',0,'ชื่อหน่วยงาน','ชื่อหน่วยงานภาษาไทยในรอบนั้น','Name of the agency in Thai, in the period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','form_code',4,'text',0,'แบบรายงาน','รหัสแบบรายงาน เช่น enrolment (จำนวนนักเรียน) school_register (ทะเบียนโรงเรียน)','Form, such as enrolment or school_register',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','period_code',5,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','version',6,'integer',0,'ฉบับที่','ฉบับที่ส่ง นับจาก 1 ภายในหน่วยงาน แบบรายงาน และรอบเดียวกัน','Version, from 1, within agency, form and period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','status',7,'text',0,'สถานะ','ผลการตรวจ จนกว่าจะมีฉบับใหม่แทน (superseded)','The verdict, until a newer version takes its place (superseded)',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','is_current',8,'boolean',0,'ฉบับปัจจุบัน','ตัวเลขของฉบับนี้นับอยู่ในผลรวมหรือไม่','Whether the figures of this version count',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','verdict',9,'text',0,'ผลตรวจ','ผลการตรวจ ไม่เปลี่ยนภายหลัง: accepted accepted_with_queries partly_accepted held rejected nil','What the checks said, for good: accepted, accepted_with_queries, partly_accepted, held, rejected or nil',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','loaded_at',10,'moment',0,'บันทึกเมื่อ','เวลาที่บันทึกฉบับนี้','When this version was loaded','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','closed_at',11,'moment',0,'ปิดเมื่อ','เวลาที่ฉบับใหม่แทนฉบับนี้','When a newer version took its place','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังไม่ถูกแทน','Empty: none has',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','file_name',12,'text',0,'ชื่อแฟ้ม','ชื่อแฟ้มที่ส่ง','Name of the file',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','path',13,'text',0,'ที่อยู่แฟ้ม','ที่อยู่ภายใต้โฟลเดอร์ของหน่วยงาน','Where it lay, below the agency''s folder',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','sha256',14,'text',0,'ลายแฟ้ม','ค่า SHA-256 ของเนื้อแฟ้ม','SHA-256 of the file''s bytes, in hex',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','size_bytes',15,'integer',0,'ขนาด','ขนาดแฟ้ม','Size of the file','ไบต์','bytes',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','received_at',16,'moment',0,'ได้รับเมื่อ','เวลาที่นำแฟ้มเข้ามา','When the file was fetched','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','bytes_removed_at',17,'moment',0,'ลบแฟ้มเมื่อ','เวลาที่ลบเนื้อแฟ้มออก เพราะมีข้อมูลส่วนบุคคล','When its bytes were removed: they held personal data','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังเก็บแฟ้มไว้','Empty: they are kept',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','layout_code',18,'text',0,'รูปแบบตาราง','รหัสรูปแบบตารางที่จำได้จากหัวตาราง','Layout that the headings were recognised as',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','row_count',19,'integer',0,'จำนวนแถว','จำนวนแถวในตารางของผู้ส่ง ไม่รวมแถวยอดรวมและหมายเหตุ','Rows of the sender''s table, without totals and notes','แถว','rows',NULL,NULL,NULL,NULL,'หนึ่งแถวอาจเป็นหนึ่งโรงเรียน หรือหนึ่งโรงเรียนและชั้น แล้วแต่รูปแบบ ห้ามรวมข้ามฉบับ','A row is a school, or a school and grade, by the layout; never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','row_count_loaded',20,'integer',0,'แถวที่รับ','จำนวนแถวที่รับเข้าข้อมูล','Rows among the facts','แถว','rows',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','row_count_set_aside',21,'integer',0,'แถวที่กันไว้','จำนวนแถวที่มีข้อผิดพลาด','Rows with an error','แถว','rows',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','error_count',22,'integer',0,'ต้องแก้','จำนวนข้อที่ต้องแก้','Errors: must be mended','รายการ','issues',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','query_count',23,'integer',0,'ต้องชี้แจง','จำนวนข้อที่ต้องแก้หรือชี้แจง','Queries: must be mended or explained','รายการ','issues',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','notice_count',24,'integer',0,'แจ้งให้ทราบ','จำนวนข้อที่แจ้งให้ทราบ','Notices: nothing to do','รายการ','issues',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','content_hash',25,'text',0,'ลายเนื้อหา','ค่าย่อยของข้อมูลและแถวที่กันไว้ เท่ากันเมื่อเนื้อหาเหมือนกัน','Digest of the facts and rows set aside: the same for the same content',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','run_id',26,'integer',0,'รอบทำงาน','รอบทำงานที่ตรวจและบันทึกฉบับนี้','Run that checked and loaded this version',NULL,NULL,'ops_run',NULL,'ว่าง: ไม่ได้บันทึกไว้','Empty: not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','flow_run_id',27,'text',0,'รหัสงานใน Prefect','รหัสของรอบทำงานใน Prefect','Prefect''s id of the run',NULL,NULL,NULL,NULL,'ว่าง: ทำนอก Prefect หรือไม่ได้บันทึก','Empty: outside Prefect, or not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','flow_run_name',28,'text',0,'ชื่องานใน Prefect','ชื่อของรอบทำงานใน Prefect','Prefect''s name of the run',NULL,NULL,NULL,NULL,'ว่าง: ทำนอก Prefect หรือไม่ได้บันทึก','Empty: outside Prefect, or not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','code_version',29,'text',0,'รุ่นโปรแกรม','รุ่นของโปรแกรมที่ทำ','Release of the program',NULL,NULL,NULL,NULL,'ว่าง: ไม่ได้บันทึกไว้','Empty: not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','rules_version',30,'text',0,'รุ่นของกฎ','ค่าย่อยของแบบรายงาน รูปแบบตาราง รายการรหัส และกฎ','Digest of forms, layouts, code lists and rules',NULL,NULL,NULL,NULL,'ว่าง: ไม่ได้บันทึกไว้','Empty: not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_submission','config_hash',31,'text',0,'ลายการตั้งค่า','ค่าย่อยของโฟลเดอร์จังหวัด','Digest of the province''s folder',NULL,NULL,NULL,NULL,'ว่าง: ไม่ได้บันทึกไว้','Empty: not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','table_name',1,'text',1,'ตาราง','ชื่อตารางหรือวิว','Name of the table or view',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','table_meaning_th',2,'text',0,'ความหมายตาราง','ความหมายของตาราง ภาษาไทย','What the table holds, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','table_meaning_en',3,'text',0,'ความหมายตาราง (อังกฤษ)','ความหมายของตาราง ภาษาอังกฤษ','What the table holds, in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','column_name',4,'text',1,'คอลัมน์','ชื่อคอลัมน์','Name of the column',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','position',5,'integer',0,'ลำดับ','ลำดับคอลัมน์ในตาราง นับจาก 1','Place of the column in the table, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','data_type',6,'text',0,'ชนิดข้อมูล','ชนิดข้อมูล integer จำนวนเต็ม decimal ทศนิยม text ข้อความ date วันที่ moment เวลา boolean ใช่หรือไม่','Type: integer, decimal, text, date, moment or boolean',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','is_key',7,'boolean',0,'เป็นกุญแจ','เป็นส่วนหนึ่งของกุญแจที่ชี้แถวหรือไม่','Whether it is part of the key that tells rows apart',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','title_th',8,'text',0,'ชื่อเรียก','ชื่อเรียกสั้น ภาษาไทย','Short title, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','meaning_th',9,'text',0,'ความหมาย','ความหมาย ภาษาไทย','Meaning, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','meaning_en',10,'text',0,'ความหมาย (อังกฤษ)','ความหมาย ภาษาอังกฤษ','Meaning, in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','unit_th',11,'text',0,'หน่วย','หน่วย ภาษาไทย','Unit, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีหน่วย','Empty: it has none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','unit_en',12,'text',0,'หน่วย (อังกฤษ)','หน่วย ภาษาอังกฤษ','Unit, in English',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีหน่วย','Empty: it has none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','code_list',13,'text',0,'ดูรหัสที่','ตารางที่บอกความหมายของรหัสหรือเลขประจำ','Table that says what the codes or keys stand for',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีตารางรหัส','Empty: there is none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','mark_column',14,'text',0,'คอลัมน์เครื่องหมาย','คอลัมน์ที่บอกเหตุเมื่อไม่มีค่า','Column that says why a value is missing',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: there is none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','missing_th',15,'text',0,'เมื่อว่าง','ช่องว่างหมายถึงอะไร ภาษาไทย','What an empty cell means, in Thai',NULL,NULL,NULL,NULL,'ว่าง: คอลัมน์นี้ไม่มีช่องว่าง','Empty: the column is never empty',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','missing_en',16,'text',0,'เมื่อว่าง (อังกฤษ)','ช่องว่างหมายถึงอะไร ภาษาอังกฤษ','What an empty cell means, in English',NULL,NULL,NULL,NULL,'ว่าง: คอลัมน์นี้ไม่มีช่องว่าง','Empty: the column is never empty',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','warning_th',17,'text',0,'ข้อควรระวัง','ข้อควรระวัง ภาษาไทย','What one might get wrong, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: nothing',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('mart_dictionary','warning_en',18,'text',0,'ข้อควรระวัง (อังกฤษ)','ข้อควรระวัง ภาษาอังกฤษ','What one might get wrong, in English',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: nothing',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','submission_id',1,'integer',1,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','school_id',2,'integer',1,'โรงเรียน','โรงเรียนที่ตัวเลขนี้กล่าวถึง','School that the figure is about',NULL,NULL,'dim_school',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','grade_id',3,'integer',1,'ชั้น','ชั้นเรียนที่ตัวเลขนี้กล่าวถึง','Grade that the figure is about',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','province_id',4,'integer',0,'จังหวัด','เลขประจำจังหวัด เท่ากับรหัส TIS 1099','Key of the province: its TIS 1099 code as a number',NULL,NULL,'dim_province',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','period_id',5,'integer',0,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','source_sheet_number',6,'integer',0,'ลำดับแผ่นงาน','ลำดับที่ของแผ่นงานในแฟ้มของผู้ส่ง นับจาก 1','Number of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','source_row',7,'integer',0,'แถวในแผ่นงาน','เลขแถวของแผ่นงานตามที่เห็นในโปรแกรมตารางคำนวณ นับจาก 1','Row of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','source_column',8,'integer',0,'คอลัมน์ในแผ่นงาน','ลำดับคอลัมน์ของแผ่นงานในแฟ้มของผู้ส่ง นับจาก 1 (คอลัมน์ A)','Column of the sheet in the sender''s file, from 1 (A)',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','mark_code',9,'text',0,'เหตุที่ไม่มีค่า','เหตุที่ไม่มีตัวเลข x: ผู้ส่งเว้นว่าง c: ผู้ส่งปกปิดตัวเลข','Why there is no figure. x: the sender left the cell blank. c: the sender hid the figure',NULL,NULL,'dim_mark',NULL,'ว่าง: ตัวเลขเป็นไปตามที่รายงาน','Empty: the count stands as reported',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_classroom','classroom_count',10,'integer',0,'จำนวนห้องเรียน','จำนวนห้องเรียน','Number of classrooms','ห้อง','rooms',NULL,'mark_code','ว่าง: ไม่มีตัวเลข เหตุอยู่ใน mark_code','Empty: no figure; mark_code says why','ช่องว่าง (NULL) ไม่ใช่ศูนย์','Empty (NULL) is not zero');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','submission_id',1,'integer',1,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','school_id',2,'integer',1,'โรงเรียน','โรงเรียนที่ตัวเลขนี้กล่าวถึง','School that the figure is about',NULL,NULL,'dim_school',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','grade_id',3,'integer',1,'ชั้น','ชั้นเรียนที่ตัวเลขนี้กล่าวถึง','Grade that the figure is about',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','sex_id',4,'integer',1,'เพศ','เพศของนักเรียน','Sex of the pupils',NULL,NULL,'dim_sex',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','province_id',5,'integer',0,'จังหวัด','เลขประจำจังหวัด เท่ากับรหัส TIS 1099','Key of the province: its TIS 1099 code as a number',NULL,NULL,'dim_province',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','period_id',6,'integer',0,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','source_sheet_number',7,'integer',0,'ลำดับแผ่นงาน','ลำดับที่ของแผ่นงานในแฟ้มของผู้ส่ง นับจาก 1','Number of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','source_row',8,'integer',0,'แถวในแผ่นงาน','เลขแถวของแผ่นงานตามที่เห็นในโปรแกรมตารางคำนวณ นับจาก 1','Row of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','source_column',9,'integer',0,'คอลัมน์ในแผ่นงาน','ลำดับคอลัมน์ของแผ่นงานในแฟ้มของผู้ส่ง นับจาก 1 (คอลัมน์ A)','Column of the sheet in the sender''s file, from 1 (A)',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','mark_code',10,'text',0,'เหตุที่ไม่มีค่า','เหตุที่ไม่มีตัวเลข x: ผู้ส่งเว้นว่าง c: ผู้ส่งปกปิดตัวเลข','Why there is no figure. x: the sender left the cell blank. c: the sender hid the figure',NULL,NULL,'dim_mark',NULL,'ว่าง: ตัวเลขเป็นไปตามที่รายงาน','Empty: the count stands as reported',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment','pupil_count',11,'integer',0,'จำนวนนักเรียน','จำนวนนักเรียน','Number of pupils','คน','persons',NULL,'mark_code','ว่าง: ไม่มีตัวเลข เหตุอยู่ใน mark_code','Empty: no figure; mark_code says why','ช่องว่าง (NULL) ไม่ใช่ศูนย์','Empty (NULL) is not zero');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','submission_id',1,'integer',1,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','grade_id',2,'integer',1,'ชั้น','เลขประจำชั้น เรียงจากเล็กไปโต','Key of the grade, youngest first',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','province_id',3,'integer',0,'จังหวัด','เลขประจำจังหวัด เท่ากับรหัส TIS 1099','Key of the province: its TIS 1099 code as a number',NULL,NULL,'dim_province',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','period_id',4,'integer',0,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','school_count',5,'integer',0,'จำนวนโรงเรียน','จำนวนโรงเรียนที่รายงานชั้นนี้','Schools whose return has the grade','โรง','schools',NULL,NULL,NULL,NULL,'โรงเรียนหนึ่งนับในทุกชั้นที่เปิดสอน ห้ามรวมข้ามชั้น','A school counts in each of its grades: never add up over grades');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','male_count',6,'integer',0,'นักเรียนชาย','จำนวนนักเรียนชาย','Number of male pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','female_count',7,'integer',0,'นักเรียนหญิง','จำนวนนักเรียนหญิง','Number of female pupils','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','pupil_count',8,'integer',0,'จำนวนนักเรียน','จำนวนนักเรียนชายและหญิงรวมกัน','Number of pupils, male and female','คน','persons',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','missing_count',9,'integer',0,'ช่องที่ไม่มีตัวเลข','จำนวนช่องนักเรียนที่ไม่มีตัวเลข ทั้งเว้นว่างและปกปิด','Cells of pupils without a figure: blank or hidden','ช่อง','cells',NULL,NULL,NULL,NULL,'ถ้าไม่เป็นศูนย์ จำนวนนักเรียนจริงอาจมากกว่าผลรวม','Unless it is zero there may be more pupils than the sum says');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','hidden_count',10,'integer',0,'ช่องที่ปกปิด','ในช่องที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ missing_count ห้ามบวกเข้าด้วยกัน','A part of missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','classroom_count',11,'integer',0,'จำนวนห้องเรียน','จำนวนห้องเรียน','Number of classrooms','ห้อง','rooms',NULL,NULL,'ว่าง: ไม่มีตัวเลขเลยสักช่อง','Empty: there is no figure at all','ผลรวมข้ามช่องที่ไม่มีตัวเลข ดู classroom_missing_count และช่องว่างไม่ใช่ศูนย์','Sums pass over cells without a figure, see classroom_missing_count; empty is not zero');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','classroom_missing_count',12,'integer',0,'ช่องห้องที่ไม่มีตัวเลข','จำนวนช่องห้องเรียนที่ไม่มีตัวเลข','Cells of classrooms without a figure','ช่อง','cells',NULL,NULL,NULL,NULL,'ไม่นับช่องที่ไม่มีในแบบที่ส่ง','Cells that the return does not have are not counted');
INSERT INTO "ops_dictionary_column" VALUES('fact_enrolment_by_grade','classroom_hidden_count',13,'integer',0,'ช่องห้องที่ปกปิด','ในช่องห้องเรียนที่ไม่มีตัวเลขนั้น จำนวนช่องที่ผู้ส่งปกปิด','Of the cells of classrooms without a figure, those that the sender hid','ช่อง','cells',NULL,NULL,NULL,NULL,'เป็นส่วนหนึ่งของ classroom_missing_count ห้ามบวกเข้าด้วยกัน','A part of classroom_missing_count: do not add them up');
INSERT INTO "ops_dictionary_column" VALUES('fact_school','submission_id',1,'integer',1,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('fact_school','school_id',2,'integer',1,'โรงเรียน','โรงเรียนในทะเบียน','School in the register',NULL,NULL,'dim_school',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('fact_school','province_id',3,'integer',0,'จังหวัด','เลขประจำจังหวัด เท่ากับรหัส TIS 1099','Key of the province: its TIS 1099 code as a number',NULL,NULL,'dim_province',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_school','period_id',4,'integer',0,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('fact_school','source_sheet_number',5,'integer',0,'ลำดับแผ่นงาน','ลำดับที่ของแผ่นงานในแฟ้มของผู้ส่ง นับจาก 1','Number of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_school','source_row',6,'integer',0,'แถวในแผ่นงาน','เลขแถวของแผ่นงานตามที่เห็นในโปรแกรมตารางคำนวณ นับจาก 1','Row of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_school','school_name_th',7,'text',0,'ชื่อโรงเรียน','ชื่อโรงเรียนภาษาไทยตามทะเบียน','Name of the school in Thai, as the register has it',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_school','school_type_th',8,'text',0,'ประเภท','ระดับที่เปิดสอน ตามถ้อยคำของผู้ส่ง','Levels taught, as the sender words them',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_school','subdistrict_name_th',9,'text',0,'ตำบล','ชื่อตำบลที่โรงเรียนตั้งอยู่','Sub-district in which the school stands, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_school','district_name_th',10,'text',0,'อำเภอ','ชื่ออำเภอที่โรงเรียนตั้งอยู่','District in which the school stands, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('fact_school','established_date',11,'date',0,'วันที่ก่อตั้ง','วันที่ก่อตั้งโรงเรียน','Day on which the school was founded','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้','Empty: the sender left it blank or was not asked','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','agency_id',1,'integer',1,'หน่วยงาน (ช่วงเวลา)','เลขประจำของแถวนี้','Key of this row',NULL,NULL,NULL,NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','agency_code',2,'text',0,'รหัสหน่วยงาน','รหัสคงที่ที่จังหวัดใช้เรียกหน่วยงาน','Stable code by which the province knows the agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','name_th',3,'text',0,'ชื่อ','ชื่อภาษาไทย','Name in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','name_en',4,'text',0,'ชื่อ (อังกฤษ)','ชื่อภาษาอังกฤษ','Name in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','kind',5,'text',0,'ประเภท','ประเภทหน่วยงาน เช่น สพป. สพม. สช. อปท.','Kind of agency: สพป. (primary area), สพม. (secondary area), สช. (private), อปท. (local government) and the like',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','area4_code',6,'text',0,'รหัสเขต 4 หลัก','รหัสเขตพื้นที่การศึกษา 4 หลัก','Service area, 4 digits',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสแบบนี้','Empty: has no such code','ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','area8_code',7,'text',0,'รหัสเขต 8 หลัก','รหัสเขตพื้นที่การศึกษา 8 หลัก','Service area, 8 digits',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสแบบนี้','Empty: has no such code','หน้าตาเหมือนรหัสโรงเรียน SMIS แต่เป็นของเขต','Looks like a school''s SMIS code, but is the area''s');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','area6_code',8,'text',0,'รหัสเขต 6 หลัก','รหัสเขตพื้นที่การศึกษา 6 หลัก (มัธยมศึกษา)','Service area, 6 digits (secondary)',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสแบบนี้','Empty: has no such code','หน้าตาเหมือนรหัสโรงเรียน สพฐ. แต่เป็นของเขต','Looks like a school''s OBEC code, but is the area''s');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','valid_from_date',9,'date',0,'ใช้ตั้งแต่','วันแรกที่แถวนี้เป็นจริง','First day that the row holds','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,NULL,NULL,'เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency','valid_to_date',10,'date',0,'ใช้ถึง','วันสุดท้ายที่แถวนี้เป็นจริง','Last day that the row holds','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ยังใช้อยู่','Empty: it still holds','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_grade','grade_id',1,'integer',1,'ชั้น','เลขประจำชั้น เรียงจากเล็กไปโต','Key of the grade, youngest first',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade','grade_code',2,'text',0,'รหัสชั้น','รหัสชั้น เช่น K1 (อ.1) P1 (ป.1) M1 (ม.1)','Grade, such as K1 (kindergarten 1), P1 (primary 1), M1 (lower secondary 1)',NULL,NULL,'dim_grade',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade','parent_code',3,'text',0,'อยู่ในระดับ','รหัสระดับที่ชั้นหรือระดับนี้เป็นส่วนหนึ่ง','Level that it is a part of',NULL,NULL,'dim_grade_total',NULL,'ว่าง: เป็นระดับบนสุด','Empty: it is the topmost',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade','name_th',4,'text',0,'ชื่อ','ชื่อภาษาไทย','Name in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade','name_en',5,'text',0,'ชื่อ (อังกฤษ)','ชื่อภาษาอังกฤษ','Name in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade_total','total_code',1,'text',1,'รหัสระดับ','รหัสระดับชั้นที่ใช้รวมยอด','Level that totals are made for',NULL,NULL,'dim_grade_total',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade_total','parent_code',2,'text',0,'อยู่ในระดับ','รหัสระดับที่ชั้นหรือระดับนี้เป็นส่วนหนึ่ง','Level that it is a part of',NULL,NULL,'dim_grade_total',NULL,'ว่าง: เป็นระดับบนสุด','Empty: it is the topmost',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade_total','name_th',3,'text',0,'ชื่อ','ชื่อภาษาไทย','Name in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_grade_total','name_en',4,'text',0,'ชื่อ (อังกฤษ)','ชื่อภาษาอังกฤษ','Name in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_mark','mark_code',1,'text',1,'เครื่องหมาย','เครื่องหมายแทนตัวเลขที่ไม่มี','Mark of a figure that is missing',NULL,NULL,'dim_mark',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_mark','name_th',2,'text',0,'ชื่อ','ชื่อภาษาไทย','Name in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_mark','name_en',3,'text',0,'ชื่อ (อังกฤษ)','ชื่อภาษาอังกฤษ','Name in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_period','period_id',1,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,NULL,NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('dim_period','period_code',2,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('dim_period','kind',3,'text',0,'ชนิดรอบ','ชนิดของรอบ semester ภาคเรียน academic_year ปีการศึกษา fiscal_year ปีงบประมาณ','Kind of period: semester, academic_year or fiscal_year',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_period','year_be',4,'integer',0,'ปี พ.ศ.','ปี พ.ศ. ของรอบ','Year of the period, Buddhist era','ปี พ.ศ.','year (BE)',NULL,NULL,NULL,NULL,'ปีการศึกษา 2563 กับปีงบประมาณ 2563 เป็นคนละช่วงเวลา','Academic year and fiscal year of one number are different stretches of time');
INSERT INTO "ops_dictionary_column" VALUES('dim_period','semester',5,'integer',0,'ภาคเรียน','ภาคเรียน 1 2 หรือ 3 (ฤดูร้อน) และ 0 เมื่อเป็นทั้งปี','Semester 1, 2 or 3 (summer); 0 for a whole year',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_period','start_date',6,'date',0,'วันแรก','วันแรกของรอบตามปฏิทินของจังหวัด','First day by the province''s calendar','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ปฏิทินไม่ได้ระบุ','Empty: the calendar does not say','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_period','end_date',7,'date',0,'วันสุดท้าย','วันสุดท้ายของรอบตามปฏิทินของจังหวัด','Last day by the province''s calendar','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ปฏิทินไม่ได้ระบุ','Empty: the calendar does not say','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_period','due_date',8,'date',0,'กำหนดส่ง','วันสุดท้ายที่ต้องส่ง','Last day to send','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ไม่ได้กำหนด','Empty: none is set','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_period','order_date',9,'date',0,'วันที่ใช้เรียง','วันแรกของรอบ หรือวันแรกตามปกติเมื่อปฏิทินไม่ได้ระบุ ใช้เรียงรอบตามเวลา','First day, or the usual one where the calendar does not say: puts periods in order','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,NULL,NULL,'เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_province','province_id',1,'integer',1,'จังหวัด','เลขประจำจังหวัด เท่ากับรหัส TIS 1099','Key of the province: its TIS 1099 code as a number',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_province','province_code',2,'text',0,'รหัสจังหวัด','รหัสจังหวัดตาม TIS 1099','Code of the province, TIS 1099',NULL,NULL,'dim_province',NULL,NULL,NULL,'เชียงใหม่คือ 50 ในรหัสนี้ ระบบอื่นอาจใช้เลขอื่น','Chiang Mai is 50 here; other systems may number it otherwise');
INSERT INTO "ops_dictionary_column" VALUES('dim_province','name_th',3,'text',0,'ชื่อ','ชื่อภาษาไทย','Name in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_province','name_en',4,'text',0,'ชื่อ (อังกฤษ)','ชื่อภาษาอังกฤษ','Name in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_school','school_id',1,'integer',1,'โรงเรียน','เลขประจำของรายการโรงเรียนนี้','Key of this entry',NULL,NULL,NULL,NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('dim_school','smis_code',2,'text',0,'รหัส SMIS','รหัสโรงเรียน SMIS 8 หลัก','School code, SMIS, 8 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','สี่หลักหน้าไม่ใช่เขตปัจจุบันของโรงเรียน ให้ดู agency_code','The first four digits are not the school''s area of today: see agency_code');
INSERT INTO "ops_dictionary_column" VALUES('dim_school','ministry_code',3,'text',0,'รหัสกระทรวง','รหัสโรงเรียนกระทรวงศึกษาธิการ 10 หลัก','School code, Ministry of Education, 10 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','คำนวณจากรหัส SMIS ไม่ได้','Cannot be worked out from the SMIS code');
INSERT INTO "ops_dictionary_column" VALUES('dim_school','obec_code',4,'text',0,'รหัส สพฐ.','รหัสโรงเรียน สพฐ. 6 หลัก','School code, OBEC, 6 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','มีเฉพาะโรงเรียนสังกัด สพฐ.','Only schools of OBEC have one');
INSERT INTO "ops_dictionary_column" VALUES('dim_school','same_as_school_id',5,'integer',0,'โรงเรียนเดียวกับ','รายการที่เป็นโรงเรียนเดียวกัน ซึ่งใช้แทนรายการนี้','The entry that is the same school and stands for this one',NULL,NULL,'dim_school',NULL,'ว่าง: รายการนี้ใช้เอง','Empty: the entry stands for itself','การนับหรือรวมตามโรงเรียนต้องแทนด้วยรายการนี้ก่อน','Put it in the place of school_id before counting schools or adding up by them');
INSERT INTO "ops_dictionary_column" VALUES('dim_sex','sex_id',1,'integer',1,'เพศ','เลขประจำเพศ','Key of the sex',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_sex','sex_code',2,'text',0,'รหัสเพศ','รหัสเพศ male ชาย female หญิง','Sex: male or female',NULL,NULL,'dim_sex',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_sex','name_th',3,'text',0,'ชื่อ','ชื่อภาษาไทย','Name in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_sex','name_en',4,'text',0,'ชื่อ (อังกฤษ)','ชื่อภาษาอังกฤษ','Name in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_arrival','arrival_id',1,'integer',1,'การมาถึง','เลขประจำการมาถึง','Key of the arrival',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_arrival','agency_id',2,'integer',0,'หน่วยงาน (ช่วงเวลา)','แถวของหน่วยงานใน dim_agency','Row of the agency in dim_agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_arrival','path',3,'text',0,'ที่อยู่แฟ้ม','ที่อยู่ภายใต้โฟลเดอร์ของหน่วยงาน','Where it lay, below the agency''s folder',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_arrival','sha256',4,'text',0,'ลายแฟ้ม','ค่า SHA-256 ของเนื้อแฟ้ม','SHA-256 of the file''s bytes, in hex',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_arrival','run_id',5,'integer',0,'รอบทำงาน','รอบทำงานที่พบแฟ้ม','Run that found the file',NULL,NULL,'ops_run',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_arrival','arrived_at',6,'moment',0,'มาถึงเมื่อ','เวลาที่พบแฟ้ม','When the file was found','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_definition','name',1,'text',1,'ชื่อ','ชื่อชุดคำนิยาม','Name of the set of definitions',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_definition','sha256',2,'text',0,'ลายคำนิยาม','ค่า SHA-256 ของคำนิยาม','SHA-256 of the definitions',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','delivery_id',1,'integer',1,'แฟ้มที่ส่ง','เลขประจำของแฟ้มที่ส่งมา','Key of this delivery',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','agency_id',2,'integer',0,'หน่วยงาน (ช่วงเวลา)','แถวของหน่วยงานใน dim_agency','Row of the agency in dim_agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','run_id',3,'integer',0,'รอบทำงาน','รอบทำงานที่นำแฟ้มเข้ามา','Run that fetched the file',NULL,NULL,'ops_run',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','sha256',4,'text',0,'ลายแฟ้ม','ค่า SHA-256 ของเนื้อแฟ้ม','SHA-256 of the file''s bytes, in hex',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','file_name',5,'text',0,'ชื่อแฟ้ม','ชื่อแฟ้มที่ส่ง','Name of the file',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','path',6,'text',0,'ที่อยู่แฟ้ม','ที่อยู่ภายใต้โฟลเดอร์ของหน่วยงาน','Where it lay, below the agency''s folder',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','size_bytes',7,'integer',0,'ขนาด','ขนาดแฟ้ม','Size of the file','ไบต์','bytes',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','received_at',8,'moment',0,'ได้รับเมื่อ','เวลาที่นำแฟ้มเข้ามา','When the file was fetched','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','status',9,'text',0,'สถานะ','ผลที่หนักที่สุดของแฟ้มนี้','Worst verdict of what the file holds',NULL,NULL,NULL,NULL,'ว่าง: ยังทำไม่ครบ','Empty: not all of it is dealt with yet',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','bytes_removed_at',10,'moment',0,'ลบแฟ้มเมื่อ','เวลาที่ลบเนื้อแฟ้มออก เพราะมีข้อมูลส่วนบุคคล','When its bytes were removed: they held personal data','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังเก็บแฟ้มไว้','Empty: they are kept',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_delivery','answered_at',11,'moment',0,'แจ้งผลเมื่อ','เวลาที่แจ้งผลแก่ผู้ส่ง','When the sender was told','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังไม่ได้แจ้ง','Empty: not yet',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','table_name',1,'text',1,'ตาราง','ชื่อตารางหรือวิว','Name of the table or view',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','column_name',2,'text',1,'คอลัมน์','ชื่อคอลัมน์','Name of the column',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','position',3,'integer',0,'ลำดับ','ลำดับคอลัมน์ในตาราง นับจาก 1','Place of the column in the table, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','data_type',4,'text',0,'ชนิดข้อมูล','ชนิดข้อมูล integer จำนวนเต็ม decimal ทศนิยม text ข้อความ date วันที่ moment เวลา boolean ใช่หรือไม่','Type: integer, decimal, text, date, moment or boolean',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','is_key',5,'boolean',0,'เป็นกุญแจ','เป็นส่วนหนึ่งของกุญแจที่ชี้แถวหรือไม่','Whether it is part of the key that tells rows apart',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','title_th',6,'text',0,'ชื่อเรียก','ชื่อเรียกสั้น ภาษาไทย','Short title, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','meaning_th',7,'text',0,'ความหมาย','ความหมาย ภาษาไทย','Meaning, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','meaning_en',8,'text',0,'ความหมาย (อังกฤษ)','ความหมาย ภาษาอังกฤษ','Meaning, in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','unit_th',9,'text',0,'หน่วย','หน่วย ภาษาไทย','Unit, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีหน่วย','Empty: it has none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','unit_en',10,'text',0,'หน่วย (อังกฤษ)','หน่วย ภาษาอังกฤษ','Unit, in English',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีหน่วย','Empty: it has none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','code_list',11,'text',0,'ดูรหัสที่','ตารางที่บอกความหมายของรหัสหรือเลขประจำ','Table that says what the codes or keys stand for',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีตารางรหัส','Empty: there is none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','mark_column',12,'text',0,'คอลัมน์เครื่องหมาย','คอลัมน์ที่บอกเหตุเมื่อไม่มีค่า','Column that says why a value is missing',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: there is none',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','missing_th',13,'text',0,'เมื่อว่าง','ช่องว่างหมายถึงอะไร ภาษาไทย','What an empty cell means, in Thai',NULL,NULL,NULL,NULL,'ว่าง: คอลัมน์นี้ไม่มีช่องว่าง','Empty: the column is never empty',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','missing_en',14,'text',0,'เมื่อว่าง (อังกฤษ)','ช่องว่างหมายถึงอะไร ภาษาอังกฤษ','What an empty cell means, in English',NULL,NULL,NULL,NULL,'ว่าง: คอลัมน์นี้ไม่มีช่องว่าง','Empty: the column is never empty',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','warning_th',15,'text',0,'ข้อควรระวัง','ข้อควรระวัง ภาษาไทย','What one might get wrong, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: nothing',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_column','warning_en',16,'text',0,'ข้อควรระวัง (อังกฤษ)','ข้อควรระวัง ภาษาอังกฤษ','What one might get wrong, in English',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: nothing',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_table','table_name',1,'text',1,'ตาราง','ชื่อตารางหรือวิว','Name of the table or view',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_table','meaning_th',2,'text',0,'ความหมาย','ความหมาย ภาษาไทย','Meaning, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_table','meaning_en',3,'text',0,'ความหมาย (อังกฤษ)','ความหมาย ภาษาอังกฤษ','Meaning, in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_table','warning_th',4,'text',0,'ข้อควรระวัง','ข้อควรระวัง ภาษาไทย','What one might get wrong, in Thai',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: nothing',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_dictionary_table','warning_en',5,'text',0,'ข้อควรระวัง (อังกฤษ)','ข้อควรระวัง ภาษาอังกฤษ','What one might get wrong, in English',NULL,NULL,NULL,NULL,'ว่าง: ไม่มี','Empty: nothing',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','issue_id',1,'integer',1,'ข้อที่พบ','เลขประจำข้อที่ตรวจพบ','Key of the issue',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','delivery_id',2,'integer',0,'แฟ้มที่ส่ง','แฟ้มที่ส่งมา','The file that was sent',NULL,NULL,'ops_delivery',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','submission_id',3,'integer',0,'การส่งข้อมูล','การส่งข้อมูลฉบับที่พบข้อนี้','Version of a submission in which it was found',NULL,NULL,'ops_submission',NULL,'ว่าง: เป็นเรื่องของทั้งแฟ้ม','Empty: it is about the file as a whole','ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','rule_code',4,'text',0,'รหัสกฎ','รหัสกฎที่ตรวจพบ เช่น VA001','Rule that was broken, such as VA001',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','severity',5,'text',0,'ความสำคัญ','error ต้องแก้ query ต้องแก้หรือชี้แจง notice แจ้งให้ทราบ','error (must be mended), query (mended or explained) or notice',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','sheet_name',6,'text',0,'ชื่อแผ่นงาน','ชื่อแผ่นงานในแฟ้มของผู้ส่ง','Name of the sheet in the sender''s file',NULL,NULL,NULL,NULL,'ว่าง: เป็นเรื่องของทั้งแฟ้ม','Empty: it is about the file as a whole',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','sheet_row',7,'integer',0,'แถว','เลขแถวของแผ่นงาน นับจาก 1','Row of the sheet, from 1',NULL,NULL,NULL,NULL,'ว่าง: ไม่ใช่เรื่องของแถวใด','Empty: it is about no single row',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','sheet_column',8,'integer',0,'คอลัมน์','ลำดับคอลัมน์ของแผ่นงาน นับจาก 1 (คอลัมน์ A)','Column of the sheet, from 1 (A)',NULL,NULL,NULL,NULL,'ว่าง: ไม่ใช่เรื่องของคอลัมน์ใด','Empty: it is about no single column',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','cell',9,'text',0,'เซลล์','ตำแหน่งตามที่โปรแกรมตารางคำนวณเรียก เช่น C7','Place as a spreadsheet names it: C7, C, 7',NULL,NULL,NULL,NULL,'ว่าง: เป็นเรื่องของทั้งแผ่นงานหรือแฟ้ม','Empty: it is about the sheet or file as a whole',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','header',10,'text',0,'หัวตาราง','หัวตารางของคอลัมน์นั้น','Heading of the column',NULL,NULL,NULL,NULL,'ว่าง: ไม่ใช่เรื่องของคอลัมน์ใด','Empty: it is about no single column',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','cell_value',11,'text',0,'ค่าที่พิมพ์','ค่าในเซลล์ตามที่พิมพ์','Value of the cell, as typed',NULL,NULL,NULL,NULL,'ว่าง: เซลล์ว่าง หรือไม่ใช่เรื่องของเซลล์ใด','Empty: the cell is blank, or it is about no single cell',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','school_code',12,'text',0,'รหัสที่ผู้ส่งเขียน','รหัสโรงเรียนตามที่ผู้ส่งเขียน เป็น SMIS กระทรวง หรือ สพฐ. ก็ได้','Code of the school as the sender wrote it: SMIS, ministry or OBEC',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสที่อ่านได้','Empty: no code could be read','ไม่ควรใช้จับคู่ ให้ใช้ school_id','Not for joining: use school_id');
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','school_name',13,'text',0,'ชื่อที่ผู้ส่งเขียน','ชื่อโรงเรียนตามที่ผู้ส่งเขียน','Name of the school as the sender wrote it',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้เขียนชื่อ','Empty: the sender gave no name','หลายโรงเรียนใช้ชื่อเดียวกัน ไม่ควรใช้จับคู่','Schools share names: not for joining');
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','message_th',14,'text',0,'ข้อความ','สิ่งที่พบ ภาษาไทย','What was found, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','message_en',15,'text',0,'ข้อความ (อังกฤษ)','สิ่งที่พบ ภาษาอังกฤษ','What was found, in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','remedy_th',16,'text',0,'วิธีแก้','วิธีแก้ ภาษาไทย','What to do, in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','remedy_en',17,'text',0,'วิธีแก้ (อังกฤษ)','วิธีแก้ ภาษาอังกฤษ','What to do, in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','owner',18,'text',0,'ใครต้องทำ','ผู้ที่ต้องดำเนินการ agency หน่วยงาน province จังหวัด nobody ไม่มี','Whose move it is: agency, province or nobody',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','cell_count',19,'integer',0,'จำนวนช่อง','จำนวนช่องที่ข้อนี้กล่าวแทน','Cells that the issue stands for','ช่อง','cells',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_issue','closed_at',20,'moment',0,'ปิดเมื่อ','เวลาที่การอ่านแฟ้มครั้งใหม่ไม่พบข้อนี้แล้ว','When a new reading of the file no longer found it','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังเป็นไปตามการอ่านล่าสุด','Empty: the last reading found it',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation','agency_id',1,'integer',1,'หน่วยงาน (ช่วงเวลา)','แถวของหน่วยงานใน dim_agency','Row of the agency in dim_agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation','form_code',2,'text',1,'แบบรายงาน','รหัสแบบรายงาน เช่น enrolment (จำนวนนักเรียน) school_register (ทะเบียนโรงเรียน)','Form, such as enrolment or school_register',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation','period_id',3,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation','due_date',4,'date',0,'กำหนดส่ง','วันสุดท้ายที่ต้องส่ง','Last day to send','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,NULL,NULL,'เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('ops_run','run_id',1,'integer',1,'รอบทำงาน','เลขประจำรอบทำงาน','Key of this run',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','province_code',2,'text',0,'รหัสจังหวัด','รหัสจังหวัดตาม TIS 1099','Code of the province, TIS 1099',NULL,NULL,'dim_province',NULL,NULL,NULL,'เชียงใหม่คือ 50 ในรหัสนี้ ระบบอื่นอาจใช้เลขอื่น','Chiang Mai is 50 here; other systems may number it otherwise');
INSERT INTO "ops_dictionary_column" VALUES('ops_run','period_code',3,'text',0,'รหัสรอบ','รหัสรอบรายงานที่สั่งให้ทำ','Period that was asked for',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('ops_run','flow_run_name',4,'text',0,'ชื่องานใน Prefect','ชื่อของรอบทำงานใน Prefect','Prefect''s name of the run',NULL,NULL,NULL,NULL,'ว่าง: ทำนอก Prefect หรือไม่ได้บันทึก','Empty: outside Prefect, or not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','flow_run_id',5,'text',0,'รหัสงานใน Prefect','รหัสของรอบทำงานใน Prefect','Prefect''s id of the run',NULL,NULL,NULL,NULL,'ว่าง: ทำนอก Prefect หรือไม่ได้บันทึก','Empty: outside Prefect, or not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','started_at',6,'moment',0,'เริ่มเมื่อ','เวลาที่เริ่มทำงาน','When the run began','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','finished_at',7,'moment',0,'เสร็จเมื่อ','เวลาที่ทำงานเสร็จ','When the run ended','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังไม่เสร็จ','Empty: it has not ended',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','code_version',8,'text',0,'รุ่นโปรแกรม','รุ่นของโปรแกรมที่ทำ','Release of the program',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','config_hash',9,'text',0,'ลายการตั้งค่า','ค่าย่อยของโฟลเดอร์จังหวัด','Digest of the province''s folder',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','rules_version',10,'text',0,'รุ่นของกฎ','ค่าย่อยของแบบรายงาน รูปแบบตาราง รายการรหัส และกฎ','Digest of forms, layouts, code lists and rules',NULL,NULL,NULL,NULL,'ว่าง: ไม่ได้บันทึกไว้','Empty: not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_run','state',11,'text',0,'สถานะงาน','สถานะรอบทำงาน running กำลังทำ completed เสร็จ failed ล้มเหลว','State of the run: running, completed or failed',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_set_aside_row','submission_id',1,'integer',1,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_set_aside_row','source_sheet_number',2,'integer',1,'ลำดับแผ่นงาน','ลำดับที่ของแผ่นงานในแฟ้มของผู้ส่ง นับจาก 1','Number of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_set_aside_row','source_row',3,'integer',1,'แถวในแผ่นงาน','เลขแถวของแผ่นงานตามที่เห็นในโปรแกรมตารางคำนวณ นับจาก 1','Row of the sheet in the sender''s file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_set_aside_row','school_code',4,'text',0,'รหัสที่ผู้ส่งเขียน','รหัสโรงเรียนตามที่ผู้ส่งเขียน เป็น SMIS กระทรวง หรือ สพฐ. ก็ได้','Code of the school as the sender wrote it: SMIS, ministry or OBEC',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสที่อ่านได้','Empty: no code could be read','ไม่ควรใช้จับคู่ ให้ใช้ school_id','Not for joining: use school_id');
INSERT INTO "ops_dictionary_column" VALUES('ops_set_aside_row','school_name',5,'text',0,'ชื่อที่ผู้ส่งเขียน','ชื่อโรงเรียนตามที่ผู้ส่งเขียน','Name of the school as the sender wrote it',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้เขียนชื่อ','Empty: the sender gave no name','หลายโรงเรียนใช้ชื่อเดียวกัน ไม่ควรใช้จับคู่','Schools share names: not for joining');
INSERT INTO "ops_dictionary_column" VALUES('ops_set_aside_row','content',6,'text',0,'เนื้อหาแถว','แถวตามที่พิมพ์ เป็น JSON หัวตารางกับข้อความ','The row as typed: a JSON object, heading to text',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','submission_id',1,'integer',1,'การส่งข้อมูล','เลขประจำของการส่งข้อมูลฉบับนี้','Key of this version of a submission',NULL,NULL,NULL,NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','agency_id',2,'integer',0,'หน่วยงาน (ช่วงเวลา)','แถวของหน่วยงานใน dim_agency','Row of the agency in dim_agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','form_code',3,'text',0,'แบบรายงาน','รหัสแบบรายงาน เช่น enrolment (จำนวนนักเรียน) school_register (ทะเบียนโรงเรียน)','Form, such as enrolment or school_register',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','period_id',4,'integer',0,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','version',5,'integer',0,'ฉบับที่','ฉบับที่ส่ง นับจาก 1 ภายในหน่วยงาน แบบรายงาน และรอบเดียวกัน','Version, from 1, within agency, form and period',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','delivery_id',6,'integer',0,'แฟ้มที่ส่ง','แฟ้มที่ส่งมา','The file that was sent',NULL,NULL,'ops_delivery',NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','run_id',7,'integer',0,'รอบทำงาน','รอบทำงานที่ตรวจและบันทึกฉบับนี้','Run that checked and loaded this version',NULL,NULL,'ops_run',NULL,'ว่าง: ไม่ได้บันทึกไว้','Empty: not noted',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','layout_code',8,'text',0,'รูปแบบตาราง','รหัสรูปแบบตารางที่จำได้จากหัวตาราง','Layout that the headings were recognised as',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','verdict',9,'text',0,'ผลตรวจ','ผลการตรวจ ไม่เปลี่ยนภายหลัง: accepted accepted_with_queries partly_accepted held rejected nil','What the checks said, for good: accepted, accepted_with_queries, partly_accepted, held, rejected or nil',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','status',10,'text',0,'สถานะ','ผลการตรวจ จนกว่าจะมีฉบับใหม่แทน (superseded)','The verdict, until a newer version takes its place (superseded)',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','is_current',11,'boolean',0,'ฉบับปัจจุบัน','ตัวเลขของฉบับนี้นับอยู่ในผลรวมหรือไม่','Whether the figures of this version count',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','content_hash',12,'text',0,'ลายเนื้อหา','ค่าย่อยของข้อมูลและแถวที่กันไว้ เท่ากันเมื่อเนื้อหาเหมือนกัน','Digest of the facts and rows set aside: the same for the same content',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','row_count',13,'integer',0,'จำนวนแถว','จำนวนแถวในตารางของผู้ส่ง ไม่รวมแถวยอดรวมและหมายเหตุ','Rows of the sender''s table, without totals and notes','แถว','rows',NULL,NULL,NULL,NULL,'หนึ่งแถวอาจเป็นหนึ่งโรงเรียน หรือหนึ่งโรงเรียนและชั้น แล้วแต่รูปแบบ ห้ามรวมข้ามฉบับ','A row is a school, or a school and grade, by the layout; never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','row_count_loaded',14,'integer',0,'แถวที่รับ','จำนวนแถวที่รับเข้าข้อมูล','Rows among the facts','แถว','rows',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','row_count_set_aside',15,'integer',0,'แถวที่กันไว้','จำนวนแถวที่มีข้อผิดพลาด','Rows with an error','แถว','rows',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','error_count',16,'integer',0,'ต้องแก้','จำนวนข้อที่ต้องแก้','Errors: must be mended','รายการ','issues',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','query_count',17,'integer',0,'ต้องชี้แจง','จำนวนข้อที่ต้องแก้หรือชี้แจง','Queries: must be mended or explained','รายการ','issues',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','notice_count',18,'integer',0,'แจ้งให้ทราบ','จำนวนข้อที่แจ้งให้ทราบ','Notices: nothing to do','รายการ','issues',NULL,NULL,NULL,NULL,'ห้ามรวมข้ามฉบับ','Never add up over versions');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','loaded_at',19,'moment',0,'บันทึกเมื่อ','เวลาที่บันทึกฉบับนี้','When this version was loaded','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission','closed_at',20,'moment',0,'ปิดเมื่อ','เวลาที่ฉบับใหม่แทนฉบับนี้','When a newer version took its place','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังไม่ถูกแทน','Empty: none has',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_school','submission_id',1,'integer',1,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_school','school_id',2,'integer',1,'โรงเรียน','เลขประจำโรงเรียน','Key of the school',NULL,NULL,'dim_school',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_school','school_code',3,'text',0,'รหัสที่ผู้ส่งเขียน','รหัสโรงเรียนตามที่ผู้ส่งเขียน เป็น SMIS กระทรวง หรือ สพฐ. ก็ได้','Code of the school as the sender wrote it: SMIS, ministry or OBEC',NULL,NULL,NULL,NULL,NULL,NULL,'ไม่ควรใช้จับคู่ ให้ใช้ school_id','Not for joining: use school_id');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_school','school_name',4,'text',0,'ชื่อที่ผู้ส่งเขียน','ชื่อโรงเรียนตามที่ผู้ส่งเขียน','Name of the school as the sender wrote it',NULL,NULL,NULL,NULL,'ว่าง: ผู้ส่งไม่ได้เขียนชื่อ','Empty: the sender gave no name','หลายโรงเรียนใช้ชื่อเดียวกัน ไม่ควรใช้จับคู่','Schools share names: not for joining');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_school','source_sheet_number',5,'integer',0,'ลำดับแผ่นงาน','แผ่นงานที่โรงเรียนปรากฏครั้งแรก','Sheet on which the school stands first',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_school','source_row',6,'integer',0,'แถวในแผ่นงาน','แถวที่โรงเรียนปรากฏครั้งแรก','Row in which the school stands first',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_sheet','submission_id',1,'integer',1,'การส่งข้อมูล','การส่งข้อมูลฉบับที่แถวนี้มาจาก','Version of a submission that the row comes from',NULL,NULL,'ops_submission',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้','A key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_sheet','sheet_number',2,'integer',1,'ลำดับแผ่นงาน','ลำดับที่ของแผ่นงานในแฟ้ม นับจาก 1','Number of the sheet in the file, from 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_submission_sheet','sheet_name',3,'text',0,'ชื่อแผ่นงาน','ชื่อแผ่นงานในแฟ้มของผู้ส่ง','Name of the sheet in the sender''s file',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','agency_id',1,'integer',1,'หน่วยงาน (ช่วงเวลา)','เลขประจำของแถวนี้','Key of this row',NULL,NULL,NULL,NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','agency_code',2,'text',0,'รหัสหน่วยงาน','รหัสคงที่ที่จังหวัดใช้เรียกหน่วยงาน','Stable code by which the province knows the agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','name_th',3,'text',0,'ชื่อ','ชื่อภาษาไทย','Name in Thai',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','name_en',4,'text',0,'ชื่อ (อังกฤษ)','ชื่อภาษาอังกฤษ','Name in English',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','kind',5,'text',0,'ประเภท','ประเภทหน่วยงาน เช่น สพป. สพม. สช. อปท.','Kind of agency: สพป. (primary area), สพม. (secondary area), สช. (private), อปท. (local government) and the like',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','area4_code',6,'text',0,'รหัสเขต 4 หลัก','รหัสเขตพื้นที่การศึกษา 4 หลัก','Service area, 4 digits',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสแบบนี้','Empty: has no such code','ไม่ใช่รหัสอำเภอ เลขเช่น 5001 ตรงกับรหัสอำเภอโดยบังเอิญ','Not a district code: numbers such as 5001 are also districts, by chance');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','area8_code',7,'text',0,'รหัสเขต 8 หลัก','รหัสเขตพื้นที่การศึกษา 8 หลัก','Service area, 8 digits',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสแบบนี้','Empty: has no such code','หน้าตาเหมือนรหัสโรงเรียน SMIS แต่เป็นของเขต','Looks like a school''s SMIS code, but is the area''s');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','area6_code',8,'text',0,'รหัสเขต 6 หลัก','รหัสเขตพื้นที่การศึกษา 6 หลัก (มัธยมศึกษา)','Service area, 6 digits (secondary)',NULL,NULL,NULL,NULL,'ว่าง: ไม่มีรหัสแบบนี้','Empty: has no such code','หน้าตาเหมือนรหัสโรงเรียน สพฐ. แต่เป็นของเขต','Looks like a school''s OBEC code, but is the area''s');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','valid_from_date',9,'date',0,'ใช้ตั้งแต่','วันแรกที่แถวนี้เป็นจริง','First day that the row holds','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,NULL,NULL,'เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','valid_to_date',10,'date',0,'ใช้ถึง','วันสุดท้ายที่แถวนี้เป็นจริง','Last day that the row holds','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ยังใช้อยู่','Empty: it still holds','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','recorded_at',11,'moment',1,'บันทึกเมื่อ','เวลาที่แถวเริ่มเป็นเช่นนี้','When the row became so','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_agency_history','replaced_at',12,'moment',0,'ถูกแทนเมื่อ','เวลาที่แถวเปลี่ยนหรือหมดไป','When the row was changed or went away','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังเป็นเช่นนี้','Empty: it still is so',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','period_id',1,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,NULL,NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','period_code',2,'text',0,'รหัสรอบ','รหัสรอบรายงาน เช่น 2563-1 (ปีการศึกษา-ภาคเรียน) 2563 (ปีการศึกษา) FY2563 (ปีงบประมาณ)','Reporting period: 2563-1 (academic year and semester), 2563 (academic year), FY2563 (fiscal year)',NULL,NULL,'dim_period',NULL,NULL,NULL,'ปีเป็น พ.ศ. ส่วนคอลัมน์วันที่เป็น ค.ศ.','The year is Buddhist, while dates are CE');
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','kind',3,'text',0,'ชนิดรอบ','ชนิดของรอบ semester ภาคเรียน academic_year ปีการศึกษา fiscal_year ปีงบประมาณ','Kind of period: semester, academic_year or fiscal_year',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','year_be',4,'integer',0,'ปี พ.ศ.','ปี พ.ศ. ของรอบ','Year of the period, Buddhist era','ปี พ.ศ.','year (BE)',NULL,NULL,NULL,NULL,'ปีการศึกษา 2563 กับปีงบประมาณ 2563 เป็นคนละช่วงเวลา','Academic year and fiscal year of one number are different stretches of time');
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','semester',5,'integer',0,'ภาคเรียน','ภาคเรียน 1 2 หรือ 3 (ฤดูร้อน) และ 0 เมื่อเป็นทั้งปี','Semester 1, 2 or 3 (summer); 0 for a whole year',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','start_date',6,'date',0,'วันแรก','วันแรกของรอบตามปฏิทินของจังหวัด','First day by the province''s calendar','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ปฏิทินไม่ได้ระบุ','Empty: the calendar does not say','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','end_date',7,'date',0,'วันสุดท้าย','วันสุดท้ายของรอบตามปฏิทินของจังหวัด','Last day by the province''s calendar','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ปฏิทินไม่ได้ระบุ','Empty: the calendar does not say','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','due_date',8,'date',0,'กำหนดส่ง','วันสุดท้ายที่ต้องส่ง','Last day to send','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,'ว่าง: ไม่ได้กำหนด','Empty: none is set','เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','order_date',9,'date',0,'วันที่ใช้เรียง','วันแรกของรอบ หรือวันแรกตามปกติเมื่อปฏิทินไม่ได้ระบุ ใช้เรียงรอบตามเวลา','First day, or the usual one where the calendar does not say: puts periods in order','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,NULL,NULL,'เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','recorded_at',10,'moment',1,'บันทึกเมื่อ','เวลาที่แถวเริ่มเป็นเช่นนี้','When the row became so','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_period_history','replaced_at',11,'moment',0,'ถูกแทนเมื่อ','เวลาที่แถวเปลี่ยนหรือหมดไป','When the row was changed or went away','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังเป็นเช่นนี้','Empty: it still is so',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_school_history','school_id',1,'integer',1,'โรงเรียน','เลขประจำของรายการโรงเรียนนี้','Key of this entry',NULL,NULL,NULL,NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ห้ามใช้แลกเปลี่ยนกับระบบอื่น ให้ใช้ smis_code หรือ ministry_code','A key inside this warehouse only: exchange smis_code or ministry_code with other systems');
INSERT INTO "ops_dictionary_column" VALUES('dim_school_history','smis_code',2,'text',0,'รหัส SMIS','รหัสโรงเรียน SMIS 8 หลัก','School code, SMIS, 8 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','สี่หลักหน้าไม่ใช่เขตปัจจุบันของโรงเรียน ให้ดู agency_code','The first four digits are not the school''s area of today: see agency_code');
INSERT INTO "ops_dictionary_column" VALUES('dim_school_history','ministry_code',3,'text',0,'รหัสกระทรวง','รหัสโรงเรียนกระทรวงศึกษาธิการ 10 หลัก','School code, Ministry of Education, 10 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','คำนวณจากรหัส SMIS ไม่ได้','Cannot be worked out from the SMIS code');
INSERT INTO "ops_dictionary_column" VALUES('dim_school_history','obec_code',4,'text',0,'รหัส สพฐ.','รหัสโรงเรียน สพฐ. 6 หลัก','School code, OBEC, 6 digits',NULL,NULL,NULL,NULL,'ว่าง: ยังไม่ทราบรหัสนี้','Empty: this code is not known','มีเฉพาะโรงเรียนสังกัด สพฐ.','Only schools of OBEC have one');
INSERT INTO "ops_dictionary_column" VALUES('dim_school_history','same_as_school_id',5,'integer',0,'โรงเรียนเดียวกับ','รายการที่เป็นโรงเรียนเดียวกัน ซึ่งใช้แทนรายการนี้','The entry that is the same school and stands for this one',NULL,NULL,'dim_school',NULL,'ว่าง: รายการนี้ใช้เอง','Empty: the entry stands for itself','การนับหรือรวมตามโรงเรียนต้องแทนด้วยรายการนี้ก่อน','Put it in the place of school_id before counting schools or adding up by them');
INSERT INTO "ops_dictionary_column" VALUES('dim_school_history','recorded_at',6,'moment',1,'บันทึกเมื่อ','เวลาที่แถวเริ่มเป็นเช่นนี้','When the row became so','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('dim_school_history','replaced_at',7,'moment',0,'ถูกแทนเมื่อ','เวลาที่แถวเปลี่ยนหรือหมดไป','When the row was changed or went away','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังเป็นเช่นนี้','Empty: it still is so',NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation_history','agency_id',1,'integer',1,'หน่วยงาน (ช่วงเวลา)','แถวของหน่วยงานใน dim_agency','Row of the agency in dim_agency',NULL,NULL,'dim_agency',NULL,NULL,NULL,'หน่วยงานหนึ่งมีได้หลายแถวตามเวลา ใช้ได้เฉพาะในคลังข้อมูลนี้','An agency may have several over time; a key inside this warehouse only');
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation_history','form_code',2,'text',1,'แบบรายงาน','รหัสแบบรายงาน เช่น enrolment (จำนวนนักเรียน) school_register (ทะเบียนโรงเรียน)','Form, such as enrolment or school_register',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation_history','period_id',3,'integer',1,'รอบรายงาน','เลขประจำรอบรายงาน','Key of the reporting period',NULL,NULL,'dim_period',NULL,NULL,NULL,'ใช้ได้เฉพาะในคลังข้อมูลนี้ ไม่ได้เรียงตามเวลา ให้เรียงด้วย dim_period.order_date','A key inside this warehouse only, in no order of time: order by dim_period.order_date');
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation_history','due_date',4,'date',0,'กำหนดส่ง','วันสุดท้ายที่ต้องส่ง','Last day to send','วันที่ (ค.ศ. แบบ ISO 8601)','date (CE, ISO 8601)',NULL,NULL,NULL,NULL,'เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.','The year is CE, while period_code is Buddhist');
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation_history','recorded_at',5,'moment',1,'บันทึกเมื่อ','เวลาที่แถวเริ่มเป็นเช่นนี้','When the row became so','เวลา UTC','UTC time',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "ops_dictionary_column" VALUES('ops_obligation_history','replaced_at',6,'moment',0,'ถูกแทนเมื่อ','เวลาที่แถวเปลี่ยนหรือหมดไป','When the row was changed or went away','เวลา UTC','UTC time',NULL,NULL,'ว่าง: ยังเป็นเช่นนี้','Empty: it still is so',NULL,NULL);
CREATE TABLE ops_dictionary_table (
	table_name TEXT NOT NULL, 
	meaning_th TEXT NOT NULL, 
	meaning_en TEXT NOT NULL, 
	warning_th TEXT, 
	warning_en TEXT, 
	CONSTRAINT pk_ops_dictionary_table PRIMARY KEY (table_name)
);
INSERT INTO "ops_dictionary_table" VALUES('mart_agency','ชื่อของหน่วยงานในแต่ละรอบ หนึ่งแถวต่อรอบและหน่วยงาน','What each agency was called in each period; one row a period and agency',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('mart_agency_as_now','ชื่อของหน่วยงานในวันนี้ หนึ่งแถวต่อหน่วยงาน','What each agency is called today; one row an agency','รวมหน่วยงานที่เลิกไปแล้วด้วย','Agencies that no longer exist are among them');
INSERT INTO "ops_dictionary_table" VALUES('mart_school','โรงเรียน ชื่อ และสังกัดตามทะเบียน หนึ่งแถวต่อโรงเรียนและวันเริ่ม','Whose each school was and what it was called, by the registers; one row a school and first day','โรงเรียนหนึ่งมีได้หลายแถวตามเวลา ต้องการค่าปัจจุบันให้เลือก is_present','A school may have several rows over time: for today choose is_present');
INSERT INTO "ops_dictionary_table" VALUES('mart_school_return','การส่งข้อมูลฉบับที่ใช้เป็นตัวแทนของโรงเรียน หนึ่งแถวต่อแบบรายงาน รอบ และโรงเรียน','The one submission that speaks for a school; one row a form, period and school','agency_code เป็นหน่วยงานที่โรงเรียนสังกัดในรอบนั้น อาจไม่ใช่หน่วยงานผู้ส่ง','agency_code is whom the school belonged to in the period, who may not be the sender');
INSERT INTO "ops_dictionary_table" VALUES('mart_enrolment_by_school','จำนวนนักเรียนและห้องเรียน หนึ่งแถวต่อรอบ โรงเรียน และชั้น ใช้ฉบับปัจจุบันเท่านั้น','Pupils and classrooms; one row a period, school and grade; current versions only','ไม่มีแถวยอดรวม ชั้นที่ไม่เปิดสอนไม่มีแถว และช่องว่าง (NULL) ไม่ใช่ศูนย์','There are no rows of totals, grades that are not taught have no row, and empty (NULL) is not zero');
INSERT INTO "ops_dictionary_table" VALUES('mart_enrolment_by_agency','จำนวนนักเรียนและห้องเรียน หนึ่งแถวต่อรอบ หน่วยงาน และชั้น ตามสังกัดในรอบนั้น','Pupils and classrooms; one row a period, agency and grade, "as then": by the agencies of the period','รวมตามหน่วยงานที่โรงเรียนสังกัด ไม่ใช่ตามผู้ส่ง ยอดจึงอาจต่างจากแฟ้มที่หน่วยงานส่ง','Sums go by whom a school belongs to, not by who sent it: they may differ from an agency''s own file');
INSERT INTO "ops_dictionary_table" VALUES('mart_enrolment_by_agency_as_now','จำนวนนักเรียนและห้องเรียน หนึ่งแถวต่อรอบ หน่วยงาน และชั้น จัดทุกรอบใหม่ตามสังกัดวันนี้','Pupils and classrooms; one row a period, agency and grade, "as now": every period under the agencies of today','ยอดของรอบก่อนจะต่างจากที่เคยรายงาน หากโรงเรียนย้ายสังกัด และรวมตามสังกัด ไม่ใช่ตามผู้ส่ง','Figures of past periods differ from those reported then where schools have moved; sums go by agency, not by sender');
INSERT INTO "ops_dictionary_table" VALUES('mart_enrolment_by_province','จำนวนนักเรียนและห้องเรียนทั้งจังหวัด หนึ่งแถวต่อรอบและชั้น','Pupils and classrooms of the whole province; one row a period and grade','เป็นยอดของหน่วยงานที่ส่งแล้วเท่านั้น ดูผู้ที่ยังไม่ส่งใน mart_submission_status','Only of those who have sent: who has not is in mart_submission_status');
INSERT INTO "ops_dictionary_table" VALUES('mart_submission_status','ใครต้องส่งอะไร และผลเป็นอย่างไร หนึ่งแถวต่อหน่วยงาน แบบรายงาน และรอบ','Who owes what and what came of it; one row an agency, form and period','หน่วยงานในตารางนี้คือผู้ส่ง','The agency here is the sender');
INSERT INTO "ops_dictionary_table" VALUES('mart_submission','การส่งข้อมูลทุกฉบับ พร้อมที่มา: แฟ้ม รอบทำงาน กฎ และรุ่นของโปรแกรม หนึ่งแถวต่อฉบับ','Every version of every submission with all that it came from: file, run, rules, program; one row a version','มีทุกฉบับ ห้ามรวมจำนวนข้ามฉบับ เว้นแต่เลือก is_current หน่วยงานในตารางนี้คือผู้ส่ง','Holds every version: never add counts up over versions, but for those with is_current. The agency here is the sender');
INSERT INTO "ops_dictionary_table" VALUES('mart_dictionary','พจนานุกรมข้อมูล: ความหมายของทุกตารางและทุกคอลัมน์','Dictionary: what every table and column means',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('fact_classroom','จำนวนห้องเรียนตามโรงเรียนและชั้น ในการส่งข้อมูลแต่ละฉบับ','Classrooms by school and grade, in each version of a submission','เก็บทุกฉบับที่เคยส่ง ห้ามรวมยอดข้ามฉบับ และช่องห้องเรียนที่เว้นว่างจะไม่มีแถว','Holds every version ever sent: never add up over versions. A cell of classrooms left blank has no row');
INSERT INTO "ops_dictionary_table" VALUES('fact_enrolment','จำนวนนักเรียนตามโรงเรียน ชั้น และเพศ ในการส่งข้อมูลแต่ละฉบับ','Pupils by school, grade and sex, in each version of a submission','เก็บทุกฉบับที่เคยส่ง ห้ามรวมยอดข้ามฉบับ ให้ใช้ mart_enrolment_by_school หรือเลือกเฉพาะฉบับปัจจุบัน (ops_submission.is_current)','Holds every version ever sent: never add up over versions; use mart_enrolment_by_school, or only the current ones (ops_submission.is_current)');
INSERT INTO "ops_dictionary_table" VALUES('fact_enrolment_by_grade','ผลรวมของ fact_enrolment และ fact_classroom ตามชั้น ในการส่งข้อมูลแต่ละฉบับ','Sums of fact_enrolment and fact_classroom by grade, in each version of a submission','เก็บทุกฉบับที่เคยส่ง และนับทุกโรงเรียนที่ฉบับนั้นกล่าวถึงแม้จะสังกัดหน่วยงานอื่น ให้ใช้ mart_enrolment_by_agency','Holds every version ever sent, and counts every school in it, whosever it is: use mart_enrolment_by_agency');
INSERT INTO "ops_dictionary_table" VALUES('fact_school','ทะเบียนโรงเรียนตามที่หน่วยงานส่ง ในการส่งข้อมูลแต่ละฉบับ','Schools as the agencies'' registers have them, in each version of a submission','เก็บทุกฉบับที่เคยส่ง โรงเรียนหนึ่งจึงมีได้หลายแถว ให้ใช้ mart_school','Holds every version ever sent, so that a school has several rows: use mart_school');
INSERT INTO "ops_dictionary_table" VALUES('dim_agency','หน่วยงานที่ส่งข้อมูล หนึ่งแถวต่อหนึ่งช่วงเวลาที่หน่วยงานคงสภาพเดิม','Agencies that send returns; one row for each stretch of time in which an agency was the same','หน่วยงานหนึ่งมีได้หลายแถว ให้จับคู่ด้วย agency_id หรือใช้ mart_agency ไม่ควรจับคู่ด้วย agency_code โดยไม่ดูวันที่','An agency may have several rows: join by agency_id or use mart_agency, never by agency_code without its dates');
INSERT INTO "ops_dictionary_table" VALUES('dim_grade','รายการชั้นเรียน','Code list of grades',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('dim_grade_total','รายการระดับชั้นที่ใช้รวมยอด เช่น ประถมศึกษา','Code list of the levels that totals are made for, such as primary','ยอดรวมระดับชั้นใช้ตรวจสอบเท่านั้น ไม่ได้เก็บเป็นข้อมูล ให้รวมจากชั้นเอง','Totals over grades are checked and never stored: add the grades up');
INSERT INTO "ops_dictionary_table" VALUES('dim_mark','รายการเครื่องหมายแทนตัวเลขที่ไม่มี x ไม่ได้กรอก c ปกปิด z ไม่เกี่ยวข้องหรือไม่ได้ถาม','Code list of marks for figures that are missing: x left blank, c hidden, z not applicable or not asked','ไม่มีตัวเลขไม่ใช่ศูนย์','A figure that is missing is not zero');
INSERT INTO "ops_dictionary_table" VALUES('dim_period','รอบรายงาน ทั้งตามปฏิทินของจังหวัดและรอบอื่นที่มีแฟ้มกล่าวถึง','Reporting periods: the calendar''s, and any other that a file was about','ปีในรหัสรอบเป็น พ.ศ. ส่วนวันที่เป็น ค.ศ. และปีการศึกษาไม่ใช่ปีงบประมาณ','Years in period codes are Buddhist, dates are CE; an academic year is not a fiscal year');
INSERT INTO "ops_dictionary_table" VALUES('dim_province','จังหวัดที่คลังข้อมูลนี้ดูแล','The province that the warehouse serves',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('dim_school','โรงเรียนและรหัสที่ใช้ หนึ่งแถวต่อหนึ่งรายการที่คลังข้อมูลรู้จัก','Schools and the codes that they go by; one row for each entry that the warehouse knows','บางรายการเป็นโรงเรียนเดียวกับอีกรายการ (same_as_school_id) การนับโรงเรียนให้ใช้ mart_school ชื่อและสังกัดอยู่ใน mart_school','Some entries are the same school as another (same_as_school_id): count schools in mart_school, which also has names and agencies');
INSERT INTO "ops_dictionary_table" VALUES('dim_sex','รายการเพศ','Code list of sexes',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_arrival','แฟ้มที่มาถึง ณ ที่วางแฟ้มของหน่วยงาน เมื่อเนื้อหาต่างจากแฟ้มก่อนหน้าในที่เดียวกัน','Files that came to a place in an agency''s folder where another one, or none, was before',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_definition','คลังข้อมูลนี้สร้างจากคำนิยามชุดใด','Which definitions the warehouse was made from',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_delivery','แฟ้มที่เนื้อหาเป็นของใหม่สำหรับหน่วยงานนั้น','Files whose bytes were new for the agency',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_dictionary_column','พจนานุกรมข้อมูล: ความหมายของคอลัมน์','Dictionary: what each column means',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_dictionary_table','พจนานุกรมข้อมูล: ความหมายของตาราง','Dictionary: what each table means',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_issue','ข้อที่ตรวจพบทุกข้อ ทั้งที่ต้องแก้ ต้องชี้แจง และแจ้งให้ทราบ','Everything that was found: errors, queries and notices','ข้อของฉบับเก่ายังอยู่ ให้ดูฉบับจาก submission_id และดู closed_at','Issues of old versions stay: look at submission_id and closed_at');
INSERT INTO "ops_dictionary_table" VALUES('ops_obligation','แบบรายงานที่แต่ละหน่วยงานต้องส่ง ตามทะเบียนหน่วยงานปัจจุบัน','What each agency has to send, by the registry as it is now',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_run','การทำงานของโปรแกรมแต่ละรอบ','Runs of the program',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_set_aside_row','แถวที่มีข้อผิดพลาด กันไว้ไม่รวมในข้อมูล','Rows with an error, kept out of the facts','ตัวเลขในแถวเหล่านี้ไม่อยู่ในผลรวมใด ๆ','Their figures are in no sum');
INSERT INTO "ops_dictionary_table" VALUES('ops_submission','การส่งข้อมูล: สิ่งที่แฟ้มหนึ่งบอกเกี่ยวกับหนึ่งหน่วยงาน หนึ่งแบบรายงาน หนึ่งรอบ ทุกฉบับ','Submissions: what a delivery says for an agency, form and period; every version','ฉบับเก่ายังอยู่ จำนวนต่าง ๆ จึงห้ามรวมข้ามฉบับ เว้นแต่เลือก is_current','Old versions stay: never add counts up over versions, but for those with is_current');
INSERT INTO "ops_dictionary_table" VALUES('ops_submission_school','โรงเรียนที่การส่งข้อมูลกล่าวถึง ตามที่ผู้ส่งเขียน','Schools that a loaded submission speaks of, as the sender named them',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('ops_submission_sheet','แผ่นงานที่อ่านข้อมูลมา','Sheets that a submission was read from',NULL,NULL);
INSERT INTO "ops_dictionary_table" VALUES('dim_agency_history','ประวัติของตาราง dim_agency: หนึ่งแถวต่อหนึ่งช่วงเวลาที่แถวนั้นเป็นเช่นนั้น (หน่วยงานที่ส่งข้อมูล หนึ่งแถวต่อหนึ่งช่วงเวลาที่หน่วยงานคงสภาพเดิม)','History of dim_agency: one row for each stretch of time in which a row was so (Agencies that send returns; one row for each stretch of time in which an agency was the same)','ใช้ดูข้อมูลย้อนหลัง ค่าปัจจุบันอยู่ในตาราง dim_agency','For looking back; what holds now is in dim_agency');
INSERT INTO "ops_dictionary_table" VALUES('dim_period_history','ประวัติของตาราง dim_period: หนึ่งแถวต่อหนึ่งช่วงเวลาที่แถวนั้นเป็นเช่นนั้น (รอบรายงาน ทั้งตามปฏิทินของจังหวัดและรอบอื่นที่มีแฟ้มกล่าวถึง)','History of dim_period: one row for each stretch of time in which a row was so (Reporting periods: the calendar''s, and any other that a file was about)','ใช้ดูข้อมูลย้อนหลัง ค่าปัจจุบันอยู่ในตาราง dim_period','For looking back; what holds now is in dim_period');
INSERT INTO "ops_dictionary_table" VALUES('dim_school_history','ประวัติของตาราง dim_school: หนึ่งแถวต่อหนึ่งช่วงเวลาที่แถวนั้นเป็นเช่นนั้น (โรงเรียนและรหัสที่ใช้ หนึ่งแถวต่อหนึ่งรายการที่คลังข้อมูลรู้จัก)','History of dim_school: one row for each stretch of time in which a row was so (Schools and the codes that they go by; one row for each entry that the warehouse knows)','ใช้ดูข้อมูลย้อนหลัง ค่าปัจจุบันอยู่ในตาราง dim_school','For looking back; what holds now is in dim_school');
INSERT INTO "ops_dictionary_table" VALUES('ops_obligation_history','ประวัติของตาราง ops_obligation: หนึ่งแถวต่อหนึ่งช่วงเวลาที่แถวนั้นเป็นเช่นนั้น (แบบรายงานที่แต่ละหน่วยงานต้องส่ง ตามทะเบียนหน่วยงานปัจจุบัน)','History of ops_obligation: one row for each stretch of time in which a row was so (What each agency has to send, by the registry as it is now)','ใช้ดูข้อมูลย้อนหลัง ค่าปัจจุบันอยู่ในตาราง ops_obligation','For looking back; what holds now is in ops_obligation');
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
	cell_count INTEGER NOT NULL, closed_at DATETIME, 
	CONSTRAINT pk_ops_issue PRIMARY KEY (issue_id), 
	CONSTRAINT fk_ops_issue_delivery_id FOREIGN KEY(delivery_id) REFERENCES ops_delivery (delivery_id), 
	CONSTRAINT fk_ops_issue_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id)
);
INSERT INTO "ops_issue" VALUES(1,2,NULL,'LA014','notice',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'แฟ้มนี้มีข้อมูล 2 ชุด: ทะเบียนโรงเรียน 2563-1 (2 หน่วยงาน)','The file holds 2 submissions: ทะเบียนโรงเรียน 2563-1 (2 หน่วยงาน)','หากไม่ใช่ตามนี้ กรุณาแจ้ง','Tell us if that is not so','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(2,2,NULL,'PR001','notice','ตาราง 1',NULL,7,'G','ผู้บริหาร',NULL,NULL,NULL,'คอลัมน์นี้เป็นข้อมูลส่วนบุคคล ระบบไม่อ่านและไม่เก็บ','The column holds personal data; it was neither read nor kept','ครั้งต่อไปกรุณาลบคอลัมน์นี้ก่อนส่ง','Please remove the column before sending next time','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(3,3,4,'RE009','notice','ตาราง 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ไม่ได้ระบุรอบรายงานไว้ ระบบใช้รอบที่เปิดอยู่ (2563-1)','No period is stated; the open one was taken (2563-1)','หากไม่ใช่รอบนี้ กรุณาแจ้ง','Tell us if it is another','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(4,3,4,'SU101','notice','ตาราง 1',7,NULL,'7',NULL,NULL,NULL,NULL,'แถวนี้เป็นแถวรวม ใช้ตรวจยอดเท่านั้น ไม่ได้นำเข้า','The row holds totals: checked and not loaded','ไม่ต้องทำอะไร','Nothing to do','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(5,7,5,'VA101','notice','สรุป',6,50,'AX6','รวมทั้งหมด รวม','4,272','10020001','บ้านปางผึ้งใต้','อ่านเลขไทย เครื่องหมายจุลภาค หรือช่องว่างในตัวเลขแล้ว 1 ช่อง','Thai digits, commas or spaces in numbers were understood (1 cells)','ไม่ต้องทำอะไร','Nothing to do','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(6,7,5,'VA101','notice','สรุป',8,21,'U8','ป.๓ หญิง','๔','10020003','บ้านป่าไคร้ใหม่','อ่านเลขไทย เครื่องหมายจุลภาค หรือช่องว่างในตัวเลขแล้ว 1 ช่อง','Thai digits, commas or spaces in numbers were understood (1 cells)','ไม่ต้องทำอะไร','Nothing to do','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(7,7,5,'VA102','notice','สรุป',10,33,'AG10','ป.๖ หญิง','-','10020005','บ้านห้วยกล้วยใต้','อ่าน "-" หรือ "ไม่มี" เป็นศูนย์ 1 ช่อง','A dash or ไม่มี was read as zero (1 cells)','หากหมายถึงไม่มีข้อมูล กรุณาแจ้ง','Tell us if it meant that the figure is not known','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(8,7,5,'SU101','notice','สรุป',11,NULL,'11',NULL,NULL,NULL,'รวม','แถวนี้เป็นแถวรวม ใช้ตรวจยอดเท่านั้น ไม่ได้นำเข้า','The row holds totals: checked and not loaded','ไม่ต้องทำอะไร','Nothing to do','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(9,9,6,'SU001','error','นักเรียน',2,8,'H2','รวม','19','10010006','วัดดอนปางหวายชัย','ยอดรวม 19 ไม่เท่ากับชายบวกหญิง','The total 19 is not boys plus girls','กรุณาแก้ยอดรวม หรือจำนวนชาย/หญิง','Mend the total or its parts','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(10,9,6,'VA003','error','นักเรียน',22,9,'I22','ห้องเรียน','1.5','10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','จำนวนต้องเป็นจำนวนเต็ม (1.5)','A count must be a whole number (1.5)','กรุณาแก้เป็นจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(11,9,6,'VA001','error','นักเรียน',24,7,'G24','นักเรียนหญิง','ห้า','10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','"ห้า" ไม่ใช่ตัวเลข','"ห้า" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(12,9,6,'VA002','error','นักเรียน',36,7,'G36','นักเรียนหญิง','-1','10030003','บ้านปางยางชัย','จำนวนติดลบไม่ได้ (-1)','A count cannot be negative (-1)','กรุณาแก้เป็นจำนวนที่ถูกต้อง','Enter the right number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(13,9,6,'VA102','notice','นักเรียน',47,7,'G47','นักเรียนหญิง','-','10030004','บ้านแม่ยางเหนือ','อ่าน "-" หรือ "ไม่มี" เป็นศูนย์ 1 ช่อง','A dash or ไม่มี was read as zero (1 cells)','หากหมายถึงไม่มีข้อมูล กรุณาแจ้ง','Tell us if it meant that the figure is not known','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(14,4,NULL,'LA002','error','สรุป',4,2,'B4','รหัสโรงเรีบน','รหัสโรงเรีบน',NULL,NULL,'หัวตาราง "รหัสโรงเรีบน" ควรเป็น "รหัสโรงเรียน" (ตาราง จำนวนนักเรียน: ตารางสรุปของสำนักงาน (หัวตารางสองชั้น))','The heading "รหัสโรงเรีบน" should be "รหัสโรงเรียน" (table จำนวนนักเรียน: ตารางสรุปของสำนักงาน (หัวตารางสองชั้น))','กรุณาแก้หัวตารางให้ตรงตามแบบแล้วส่งใหม่','Mend the heading and send the file again','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(15,5,NULL,'LA006','error',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ไม่พบตารางของแบบรายงานใดในแฟ้มนี้','The file holds no table of a known form','กรุณาตรวจว่าส่งแฟ้มถูกต้อง และใช้แบบฟอร์มที่กำหนด','Check that it is the right file and use one of the known templates','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(16,6,NULL,'LA001','error','แผนนิเทศ',1,NULL,'1',NULL,NULL,NULL,NULL,'ไม่พบตารางที่ตรงกับแบบรายงานใด ใกล้เคียงที่สุดคือ ทะเบียนโรงเรียน: แบบกรอกทะเบียนโรงเรียน แต่ขาดหัวตาราง รหัสโรงเรียน, รหัสกระทรวง, ประเภท, ตำบล (หัวตารางที่อ่านได้: ที่, ชื่อโรงเรียน, อำเภอ, วันนิเทศ, เรื่องที่นิเทศ)','No table of a known form; the nearest is ทะเบียนโรงเรียน: แบบกรอกทะเบียนโรงเรียน but these headings are missing: รหัสโรงเรียน, รหัสกระทรวง, ประเภท, ตำบล (those read: ที่, ชื่อโรงเรียน, อำเภอ, วันนิเทศ, เรื่องที่นิเทศ)','กรุณาใช้แบบฟอร์มที่กำหนด','Use one of the known templates','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(17,8,NULL,'FI001','error',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'แฟ้มนี้ว่างเปล่า','The file is empty','กรุณาตรวจแฟ้มแล้วส่งใหม่','Check the file and send it again','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(18,10,7,'HI001','error',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ฉบับใหม่มี 1 แถว น้อยกว่าครึ่งของฉบับเดิม (5 แถว) จึงรอพิจารณา','The new version has 1 rows, fewer than half of the current one (5); a person must decide','กรุณายืนยันว่าส่งครบ หรือส่งฉบับเต็ม','Confirm that it is complete or send the whole','province',1,NULL);
INSERT INTO "ops_issue" VALUES(19,10,7,'RE009','notice','ตาราง 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ไม่ได้ระบุรอบรายงานไว้ ระบบใช้รอบที่เปิดอยู่ (2563-1)','No period is stated; the open one was taken (2563-1)','หากไม่ใช่รอบนี้ กรุณาแจ้ง','Tell us if it is another','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(20,11,8,'VA101','notice','สรุป',6,50,'AX6','รวมทั้งหมด รวม','4,272','10020001','บ้านปางผึ้งใต้','อ่านเลขไทย เครื่องหมายจุลภาค หรือช่องว่างในตัวเลขแล้ว 1 ช่อง','Thai digits, commas or spaces in numbers were understood (1 cells)','ไม่ต้องทำอะไร','Nothing to do','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(21,11,8,'VA001','error','สรุป',7,4,'D7','อ.๒ ชาย','สิบสอง','10020002','บ้านนาไคร้ดาว (หนองยางชัยวิทยา)','"สิบสอง" ไม่ใช่ตัวเลข','"สิบสอง" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(22,11,8,'VA101','notice','สรุป',8,21,'U8','ป.๓ หญิง','๔','10020003','บ้านป่าไคร้ใหม่','อ่านเลขไทย เครื่องหมายจุลภาค หรือช่องว่างในตัวเลขแล้ว 1 ช่อง','Thai digits, commas or spaces in numbers were understood (1 cells)','ไม่ต้องทำอะไร','Nothing to do','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(23,11,8,'VA102','notice','สรุป',10,33,'AG10','ป.๖ หญิง','-','10020005','บ้านห้วยกล้วยใต้','อ่าน "-" หรือ "ไม่มี" เป็นศูนย์ 1 ช่อง','A dash or ไม่มี was read as zero (1 cells)','หากหมายถึงไม่มีข้อมูล กรุณาแจ้ง','Tell us if it meant that the figure is not known','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(24,11,8,'SU101','notice','สรุป',11,NULL,'11',NULL,NULL,NULL,'รวม','แถวนี้เป็นแถวรวม ใช้ตรวจยอดเท่านั้น ไม่ได้นำเข้า','The row holds totals: checked and not loaded','ไม่ต้องทำอะไร','Nothing to do','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(25,12,9,'SU001','error','นักเรียน',2,8,'H2','รวม','19','10010006','วัดดอนปางหวายชัย','ยอดรวม 19 ไม่เท่ากับชายบวกหญิง','The total 19 is not boys plus girls','กรุณาแก้ยอดรวม หรือจำนวนชาย/หญิง','Mend the total or its parts','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(26,12,9,'VA104','notice','นักเรียน',7,6,'F7','นักเรียนชาย','*','10010006','วัดดอนปางหวายชัย','ปกปิดจำนวนไว้ด้วย "*" 6 ช่อง','Figures are hidden by a star (6 cells)','ไม่ต้องทำอะไร','Nothing to do','nobody',6,NULL);
INSERT INTO "ops_issue" VALUES(27,12,9,'VA103','query','นักเรียน',11,9,'I11','ห้องเรียน',NULL,'10010006','วัดดอนปางหวายชัย','ช่องนี้ว่าง ทั้งที่ชั้นนี้มีข้อมูลช่องอื่น','The cell is blank, though other cells of the grade are filled','กรุณากรอกจำนวน หากไม่มีให้กรอก 0','Enter the number, 0 if there is none','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(28,12,9,'VA103','query','นักเรียน',22,9,'I22','ห้องเรียน',NULL,'10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','ช่องนี้ว่าง ทั้งที่ชั้นนี้มีข้อมูลช่องอื่น','The cell is blank, though other cells of the grade are filled','กรุณากรอกจำนวน หากไม่มีให้กรอก 0','Enter the number, 0 if there is none','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(29,12,9,'VA001','error','นักเรียน',24,7,'G24','นักเรียนหญิง','ห้า','10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','"ห้า" ไม่ใช่ตัวเลข','"ห้า" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(30,12,9,'VA103','query','นักเรียน',33,9,'I33','ห้องเรียน',NULL,'10030003','บ้านปางยางชัย','ช่องนี้ว่าง ทั้งที่ชั้นนี้มีข้อมูลช่องอื่น','The cell is blank, though other cells of the grade are filled','กรุณากรอกจำนวน หากไม่มีให้กรอก 0','Enter the number, 0 if there is none','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(31,12,9,'VA002','error','นักเรียน',36,7,'G36','นักเรียนหญิง','-1','10030003','บ้านปางยางชัย','จำนวนติดลบไม่ได้ (-1)','A count cannot be negative (-1)','กรุณาแก้เป็นจำนวนที่ถูกต้อง','Enter the right number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(32,12,9,'VA103','query','นักเรียน',44,9,'I44','ห้องเรียน',NULL,'10030004','บ้านแม่ยางเหนือ','ช่องนี้ว่าง ทั้งที่ชั้นนี้มีข้อมูลช่องอื่น','The cell is blank, though other cells of the grade are filled','กรุณากรอกจำนวน หากไม่มีให้กรอก 0','Enter the number, 0 if there is none','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(33,12,9,'VA102','notice','นักเรียน',47,7,'G47','นักเรียนหญิง','-','10030004','บ้านแม่ยางเหนือ','อ่าน "-" หรือ "ไม่มี" เป็นศูนย์ 1 ช่อง','A dash or ไม่มี was read as zero (1 cells)','หากหมายถึงไม่มีข้อมูล กรุณาแจ้ง','Tell us if it meant that the figure is not known','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(34,13,10,'RE009','notice','ตาราง 1',NULL,NULL,NULL,NULL,NULL,NULL,NULL,'ไม่ได้ระบุรอบรายงานไว้ ระบบใช้รอบที่เปิดอยู่ (2563-1)','No period is stated; the open one was taken (2563-1)','หากไม่ใช่รอบนี้ กรุณาแจ้ง','Tell us if it is another','nobody',1,NULL);
INSERT INTO "ops_issue" VALUES(35,13,10,'VA005','error','ตาราง 1',2,3,'C2','รหัสโรงเรียน','x10010001','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','รหัสโรงเรียน "x10010001" ไม่ถูกรูปแบบ (ต้องเป็นเลข 6, 8 หรือ 10 หลัก)','The school code "x10010001" is malformed (6, 8 or 10 digits)','กรุณาตรวจรหัสโรงเรียน','Check the school''s code','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(36,13,10,'VA001','error','ตาราง 1',2,5,'E2','อ.1 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(37,13,10,'VA001','error','ตาราง 1',2,7,'G2','รวมอ.1','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(38,13,10,'VA001','error','ตาราง 1',2,9,'I2','อ.2 ชาย','x180','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x180" ไม่ใช่ตัวเลข','"x180" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(39,13,10,'VA001','error','ตาราง 1',2,11,'K2','รวมอ.2','x353','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x353" ไม่ใช่ตัวเลข','"x353" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(40,13,10,'VA001','error','ตาราง 1',2,13,'M2','อ.3 ชาย','x167','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x167" ไม่ใช่ตัวเลข','"x167" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(41,13,10,'VA001','error','ตาราง 1',2,15,'O2','รวมอ.3','x383','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x383" ไม่ใช่ตัวเลข','"x383" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(42,13,10,'VA001','error','ตาราง 1',2,17,'Q2','รวมก่อนประถม ชาย','x347','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x347" ไม่ใช่ตัวเลข','"x347" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(43,13,10,'VA001','error','ตาราง 1',2,19,'S2','รวมก่อนประถม','x736','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x736" ไม่ใช่ตัวเลข','"x736" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(44,13,10,'VA001','error','ตาราง 1',2,21,'U2','ป.1 ชาย','x180','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x180" ไม่ใช่ตัวเลข','"x180" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(45,13,10,'VA001','error','ตาราง 1',2,23,'W2','รวมป.1','x387','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x387" ไม่ใช่ตัวเลข','"x387" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(46,13,10,'VA001','error','ตาราง 1',2,25,'Y2','ป.2 ชาย','x195','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x195" ไม่ใช่ตัวเลข','"x195" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(47,13,10,'VA001','error','ตาราง 1',2,27,'AA2','รวมป.2','x417','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x417" ไม่ใช่ตัวเลข','"x417" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(48,13,10,'VA001','error','ตาราง 1',2,29,'AC2','ป.3 ชาย','x205','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x205" ไม่ใช่ตัวเลข','"x205" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(49,13,10,'VA001','error','ตาราง 1',2,31,'AE2','รวมป.3','x391','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x391" ไม่ใช่ตัวเลข','"x391" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(50,13,10,'VA001','error','ตาราง 1',2,33,'AG2','ป.4 ชาย','x217','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x217" ไม่ใช่ตัวเลข','"x217" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(51,13,10,'VA001','error','ตาราง 1',2,35,'AI2','รวมป.4','x399','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x399" ไม่ใช่ตัวเลข','"x399" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(52,13,10,'VA001','error','ตาราง 1',2,37,'AK2','ป.5 ชาย','x193','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x193" ไม่ใช่ตัวเลข','"x193" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(53,13,10,'VA001','error','ตาราง 1',2,39,'AM2','รวมป.5','x398','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x398" ไม่ใช่ตัวเลข','"x398" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(54,13,10,'VA001','error','ตาราง 1',2,41,'AO2','ป.6 ชาย','x181','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x181" ไม่ใช่ตัวเลข','"x181" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(55,13,10,'VA001','error','ตาราง 1',2,43,'AQ2','รวมป.6','x388','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x388" ไม่ใช่ตัวเลข','"x388" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(56,13,10,'VA001','error','ตาราง 1',2,45,'AS2','รวมประถม ชาย','x1171','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x1171" ไม่ใช่ตัวเลข','"x1171" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(57,13,10,'VA001','error','ตาราง 1',2,47,'AU2','รวมประถม','x2380','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x2380" ไม่ใช่ตัวเลข','"x2380" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(58,13,10,'VA001','error','ตาราง 1',2,49,'AW2','ม.1 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(59,13,10,'VA001','error','ตาราง 1',2,51,'AY2','รวมม.1','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(60,13,10,'VA001','error','ตาราง 1',2,53,'BA2','ม.2 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(61,13,10,'VA001','error','ตาราง 1',2,55,'BC2','รวมม.2','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(62,13,10,'VA001','error','ตาราง 1',2,57,'BE2','ม.3 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(63,13,10,'VA001','error','ตาราง 1',2,59,'BG2','รวมม.3','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(64,13,10,'VA001','error','ตาราง 1',2,61,'BI2','รวมม.ต้น ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(65,13,10,'VA001','error','ตาราง 1',2,63,'BK2','รวมม.ต้น','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(66,13,10,'VA001','error','ตาราง 1',2,65,'BM2','ม.4 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(67,13,10,'VA001','error','ตาราง 1',2,67,'BO2','รวมม.4','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(68,13,10,'VA001','error','ตาราง 1',2,69,'BQ2','ม.5 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(69,13,10,'VA001','error','ตาราง 1',2,71,'BS2','รวมม.5','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(70,13,10,'VA001','error','ตาราง 1',2,73,'BU2','ม.6 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(71,13,10,'VA001','error','ตาราง 1',2,75,'BW2','รวมม.6','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(72,13,10,'VA001','error','ตาราง 1',2,77,'BY2','ปวช.1 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(73,13,10,'VA001','error','ตาราง 1',2,79,'CA2','รวมปวช.1','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(74,13,10,'VA001','error','ตาราง 1',2,81,'CC2','ปวช.2 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(75,13,10,'VA001','error','ตาราง 1',2,83,'CE2','รวมปวช.2','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(76,13,10,'VA001','error','ตาราง 1',2,85,'CG2','ปวช.3 ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(77,13,10,'VA001','error','ตาราง 1',2,87,'CI2','รวมปวช.3','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(78,13,10,'VA001','error','ตาราง 1',2,89,'CK2','รวมม.ปลายและเทียบเท่า ชาย','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(79,13,10,'VA001','error','ตาราง 1',2,91,'CM2','รวมม.ปลายและเทียบเท่า','x0','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x0" ไม่ใช่ตัวเลข','"x0" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(80,13,10,'VA001','error','ตาราง 1',2,93,'CO2','รวมทั้งหมด ชาย','x1518','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x1518" ไม่ใช่ตัวเลข','"x1518" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
INSERT INTO "ops_issue" VALUES(81,13,10,'VA001','error','ตาราง 1',2,95,'CQ2','รวมทั้งหมด','x3116','x10010001','ชุมชนบ้านกิ่วผึ้งใต้','"x3116" ไม่ใช่ตัวเลข','"x3116" is not a number','กรุณากรอกเป็นตัวเลขจำนวนเต็ม','Enter a whole number','agency',1,NULL);
CREATE TABLE ops_obligation (
	agency_id INTEGER NOT NULL, 
	form_code TEXT NOT NULL, 
	period_id INTEGER NOT NULL, 
	due_date DATE NOT NULL, 
	CONSTRAINT pk_ops_obligation PRIMARY KEY (agency_id, form_code, period_id), 
	CONSTRAINT fk_ops_obligation_agency_id FOREIGN KEY(agency_id) REFERENCES dim_agency (agency_id), 
	CONSTRAINT fk_ops_obligation_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id)
);
INSERT INTO "ops_obligation" VALUES(2,'enrolment',1,'2020-06-10');
INSERT INTO "ops_obligation" VALUES(3,'school_register',1,'2020-06-10');
INSERT INTO "ops_obligation" VALUES(1,'enrolment',1,'2020-06-10');
INSERT INTO "ops_obligation" VALUES(2,'school_register',1,'2020-06-10');
INSERT INTO "ops_obligation" VALUES(3,'enrolment',1,'2020-06-10');
INSERT INTO "ops_obligation" VALUES(1,'school_register',1,'2020-06-10');
CREATE TABLE ops_obligation_history (
	agency_id INTEGER NOT NULL, 
	form_code TEXT NOT NULL, 
	period_id INTEGER NOT NULL, 
	due_date DATE, 
	recorded_at DATETIME NOT NULL, 
	replaced_at DATETIME, 
	CONSTRAINT pk_ops_obligation_history PRIMARY KEY (agency_id, form_code, period_id, recorded_at)
);
INSERT INTO "ops_obligation_history" VALUES(2,'enrolment',1,'2020-06-10','2026-11-30 16:05:56.836751',NULL);
INSERT INTO "ops_obligation_history" VALUES(3,'school_register',1,'2020-06-10','2026-11-30 16:05:56.836751',NULL);
INSERT INTO "ops_obligation_history" VALUES(1,'enrolment',1,'2020-06-10','2026-11-30 16:05:56.836751',NULL);
INSERT INTO "ops_obligation_history" VALUES(2,'school_register',1,'2020-06-10','2026-11-30 16:05:56.836751',NULL);
INSERT INTO "ops_obligation_history" VALUES(3,'enrolment',1,'2020-06-10','2026-11-30 16:05:56.836751',NULL);
INSERT INTO "ops_obligation_history" VALUES(1,'school_register',1,'2020-06-10','2026-11-30 16:05:56.836751',NULL);
CREATE TABLE ops_run (
	run_id INTEGER NOT NULL, 
	province_code TEXT NOT NULL, 
	period_code TEXT NOT NULL, 
	flow_run_name TEXT, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	code_version TEXT NOT NULL, 
	config_hash TEXT NOT NULL, 
	state TEXT NOT NULL, flow_run_id TEXT, rules_version TEXT, 
	CONSTRAINT pk_ops_run PRIMARY KEY (run_id)
);
INSERT INTO "ops_run" VALUES(1,'99','2563-1','Example 2563-1','2026-11-30 16:05:56.947540','2026-11-30 16:05:59.259324','0.1.0','e9241d3a579cdeb41826e1f774b3cdfe34bdf4f6d5cafd67d526eca891a7b2f9','completed','8d77824a-dfc5-405a-86f4-cd03682782dd','91e5e49e4496608fe266ffe6a7dc25e36c8d4d6eb1659e9462f0168b94dfec95');
INSERT INTO "ops_run" VALUES(2,'99','2563-1','Example 2563-1','2026-11-30 16:06:21.184075','2026-11-30 16:06:22.005634','0.1.0','e9241d3a579cdeb41826e1f774b3cdfe34bdf4f6d5cafd67d526eca891a7b2f9','completed','b8c9219c-8dc1-4e28-bce5-7405379f7d31','91e5e49e4496608fe266ffe6a7dc25e36c8d4d6eb1659e9462f0168b94dfec95');
INSERT INTO "ops_run" VALUES(3,'99','2563-1','Example 2563-1','2026-11-30 16:06:44.390070','2026-11-30 16:06:45.720027','0.1.0','e9241d3a579cdeb41826e1f774b3cdfe34bdf4f6d5cafd67d526eca891a7b2f9','completed','29f922c3-955a-4c97-8444-3f281f528f25','91e5e49e4496608fe266ffe6a7dc25e36c8d4d6eb1659e9462f0168b94dfec95');
INSERT INTO "ops_run" VALUES(4,'99','2563-1','Example 2563-1','2026-11-30 16:07:26.574169','2026-11-30 16:07:27.581630','0.1.0','e9241d3a579cdeb41826e1f774b3cdfe34bdf4f6d5cafd67d526eca891a7b2f9','completed','b60a4ad6-1496-474a-a880-02ee9d4b3666','91e5e49e4496608fe266ffe6a7dc25e36c8d4d6eb1659e9462f0168b94dfec95');
CREATE TABLE ops_schema_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT ops_schema_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "ops_schema_version" VALUES('0003');
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
INSERT INTO "ops_set_aside_row" VALUES(6,1,2,'10010006','วัดดอนปางหวายชัย','{"ปีการศึกษา": "2563", "ภาคเรียน": "1", "รหัสโรงเรียน": "10010006", "ชื่อโรงเรียน": "วัดดอนปางหวายชัย", "ระดับชั้น": "อนุบาล 2", "นักเรียนชาย": "9", "นักเรียนหญิง": "9", "รวม": "19", "ห้องเรียน": "1"}');
INSERT INTO "ops_set_aside_row" VALUES(6,1,22,'10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','{"ปีการศึกษา": "2563", "ภาคเรียน": "1", "รหัสโรงเรียน": "10030002", "ชื่อโรงเรียน": "บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้", "ระดับชั้น": "อนุบาล 3", "นักเรียนชาย": "8", "นักเรียนหญิง": "6", "รวม": "14", "ห้องเรียน": "1.5"}');
INSERT INTO "ops_set_aside_row" VALUES(6,1,24,'10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','{"ปีการศึกษา": "2563", "ภาคเรียน": "1", "รหัสโรงเรียน": "10030002", "ชื่อโรงเรียน": "บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้", "ระดับชั้น": "ประถมศึกษาปีที่ 2", "นักเรียนชาย": "4", "นักเรียนหญิง": "ห้า", "รวม": "9", "ห้องเรียน": "1"}');
INSERT INTO "ops_set_aside_row" VALUES(6,1,36,'10030003','บ้านปางยางชัย','{"ปีการศึกษา": "2563", "ภาคเรียน": "1", "รหัสโรงเรียน": "10030003", "ชื่อโรงเรียน": "บ้านปางยางชัย", "ระดับชั้น": "ประถมศึกษาปีที่ 6", "นักเรียนชาย": "5", "นักเรียนหญิง": "-1", "รวม": "4", "ห้องเรียน": "1"}');
INSERT INTO "ops_set_aside_row" VALUES(8,1,7,'10020002','บ้านนาไคร้ดาว (หนองยางชัยวิทยา)','{"รหัสโรงเรียน": "10020002", "ชื่อโรงเรียน": "บ้านนาไคร้ดาว (หนองยางชัยวิทยา)", "อ.๒ ชาย": "สิบสอง", "อ.๒ หญิง": "6", "อ.๒ รวม": "14", "อ.๒ ห้อง": "1", "อ.๓ ชาย": "3", "อ.๓ หญิง": "5", "อ.๓ รวม": "8", "อ.๓ ห้อง": "1", "ป.๑ ชาย": "9", "ป.๑ หญิง": "7", "ป.๑ รวม": "16", "ป.๑ ห้อง": "1", "ป.๒ ชาย": "7", "ป.๒ หญิง": "5", "ป.๒ รวม": "12", "ป.๒ ห้อง": "1", "ป.๓ ชาย": "6", "ป.๓ หญิง": "6", "ป.๓ รวม": "12", "ป.๓ ห้อง": "1", "ป.๔ ชาย": "10", "ป.๔ หญิง": "7", "ป.๔ รวม": "17", "ป.๔ ห้อง": "1", "ป.๕ ชาย": "6", "ป.๕ หญิง": "7", "ป.๕ รวม": "13", "ป.๕ ห้อง": "1", "ป.๖ ชาย": "7", "ป.๖ หญิง": "5", "ป.๖ รวม": "12", "ป.๖ ห้อง": "1", "รวมทั้งหมด ชาย": "56", "รวมทั้งหมด หญิง": "48", "รวมทั้งหมด รวม": "104", "รวมทั้งหมด ห้อง": "8"}');
INSERT INTO "ops_set_aside_row" VALUES(9,1,2,'10010006','วัดดอนปางหวายชัย','{"ปีการศึกษา": "2563", "ภาคเรียน": "1", "รหัสโรงเรียน": "10010006", "ชื่อโรงเรียน": "วัดดอนปางหวายชัย", "ระดับชั้น": "อนุบาล 2", "นักเรียนชาย": "9", "นักเรียนหญิง": "9", "รวม": "19", "ห้องเรียน": "1"}');
INSERT INTO "ops_set_aside_row" VALUES(9,1,24,'10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้','{"ปีการศึกษา": "2563", "ภาคเรียน": "1", "รหัสโรงเรียน": "10030002", "ชื่อโรงเรียน": "บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้", "ระดับชั้น": "ประถมศึกษาปีที่ 2", "นักเรียนชาย": "4", "นักเรียนหญิง": "ห้า", "รวม": "9", "ห้องเรียน": "1"}');
INSERT INTO "ops_set_aside_row" VALUES(9,1,36,'10030003','บ้านปางยางชัย','{"ปีการศึกษา": "2563", "ภาคเรียน": "1", "รหัสโรงเรียน": "10030003", "ชื่อโรงเรียน": "บ้านปางยางชัย", "ระดับชั้น": "ประถมศึกษาปีที่ 6", "นักเรียนชาย": "5", "นักเรียนหญิง": "-1", "รวม": "4", "ห้องเรียน": "1"}');
INSERT INTO "ops_set_aside_row" VALUES(10,1,2,'x10010001','ชุมชนบ้านกิ่วผึ้งใต้','{"รหัสเขต": "10010000", "ชื่อเขต": "สพป.ตัวอย่าง เขต 1", "รหัสโรงเรียน": "x10010001", "ชื่อโรงเรียน": "ชุมชนบ้านกิ่วผึ้งใต้", "อ.1 ชาย": "x0", "อ.1 หญิง": "0", "รวมอ.1": "x0", "อ.1 ห้อง": "0", "อ.2 ชาย": "x180", "อ.2 หญิง": "173", "รวมอ.2": "x353", "อ.2 ห้อง": "9", "อ.3 ชาย": "x167", "อ.3 หญิง": "216", "รวมอ.3": "x383", "อ.3 ห้อง": "10", "รวมก่อนประถม ชาย": "x347", "รวมก่อนประถม หญิง": "389", "รวมก่อนประถม": "x736", "รวมห้องก่อนประถม": "19", "ป.1 ชาย": "x180", "ป.1 หญิง": "207", "รวมป.1": "x387", "ป.1 ห้อง": "10", "ป.2 ชาย": "x195", "ป.2 หญิง": "222", "รวมป.2": "x417", "ป.2 ห้อง": "11", "ป.3 ชาย": "x205", "ป.3 หญิง": "186", "รวมป.3": "x391", "ป.3 ห้อง": "10", "ป.4 ชาย": "x217", "ป.4 หญิง": "182", "รวมป.4": "x399", "ป.4 ห้อง": "10", "ป.5 ชาย": "x193", "ป.5 หญิง": "205", "รวมป.5": "x398", "ป.5 ห้อง": "10", "ป.6 ชาย": "x181", "ป.6 หญิง": "207", "รวมป.6": "x388", "ป.6 ห้อง": "10", "รวมประถม ชาย": "x1171", "รวมประถม หญิง": "1209", "รวมประถม": "x2380", "รวมห้องประถม": "61", "ม.1 ชาย": "x0", "ม.1 หญิง": "0", "รวมม.1": "x0", "ม.1 ห้อง": "0", "ม.2 ชาย": "x0", "ม.2 หญิง": "0", "รวมม.2": "x0", "ม.2 ห้อง": "0", "ม.3 ชาย": "x0", "ม.3 หญิง": "0", "รวมม.3": "x0", "ม.3 ห้อง": "0", "รวมม.ต้น ชาย": "x0", "รวมม.ต้น หญิง": "0", "รวมม.ต้น": "x0", "รวมห้องม.ต้น": "0", "ม.4 ชาย": "x0", "ม.4 หญิง": "0", "รวมม.4": "x0", "ม.4 ห้อง": "0", "ม.5 ชาย": "x0", "ม.5 หญิง": "0", "รวมม.5": "x0", "ม.5 ห้อง": "0", "ม.6 ชาย": "x0", "ม.6 หญิง": "0", "รวมม.6": "x0", "ม.6 ห้อง": "0", "ปวช.1 ชาย": "x0", "ปวช.1 หญิง": "0", "รวมปวช.1": "x0", "ปวช.1 ห้อง": "0", "ปวช.2 ชาย": "x0", "ปวช.2 หญิง": "0", "รวมปวช.2": "x0", "ปวช.2 ห้อง": "0", "ปวช.3 ชาย": "x0", "ปวช.3 หญิง": "0", "รวมปวช.3": "x0", "ปวช.3 ห้อง": "0", "รวมม.ปลายและเทียบเท่า ชาย": "x0", "รวมม.ปลายและเทียบเท่า หญิง": "0", "รวมม.ปลายและเทียบเท่า": "x0", "รวมห้องม.ปลายและเทียบเท่า": "0", "รวมทั้งหมด ชาย": "x1518", "รวมทั้งหมด หญิง": "1598", "รวมทั้งหมด": "x3116", "รวมห้องทั้งหมด": "80"}');
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
	closed_at DATETIME, run_id INTEGER CONSTRAINT fk_ops_submission_run_id REFERENCES ops_run (run_id), 
	CONSTRAINT pk_ops_submission PRIMARY KEY (submission_id), 
	CONSTRAINT uq_ops_submission_agency_id_form_code_period_id_version UNIQUE (agency_id, form_code, period_id, version), 
	CONSTRAINT fk_ops_submission_agency_id FOREIGN KEY(agency_id) REFERENCES dim_agency (agency_id), 
	CONSTRAINT fk_ops_submission_period_id FOREIGN KEY(period_id) REFERENCES dim_period (period_id), 
	CONSTRAINT fk_ops_submission_delivery_id FOREIGN KEY(delivery_id) REFERENCES ops_delivery (delivery_id)
);
INSERT INTO "ops_submission" VALUES(1,2,'school_register',1,1,1,'template','accepted','accepted',1,'36e6084eb8b3f111c0f69eb0679146059dd9788c83871879da4c8615cf0e052b',5,5,0,0,0,0,'2026-11-30 16:05:58.661754',NULL,1);
INSERT INTO "ops_submission" VALUES(2,1,'school_register',1,1,2,'obec_list','accepted','accepted',1,'2b58a40e5d555d06c2a5e050e5464f4af4a36a2a7a10917dc424ec380beaf98e',5,5,0,0,0,0,'2026-11-30 16:05:58.661754',NULL,1);
INSERT INTO "ops_submission" VALUES(3,3,'school_register',1,1,2,'obec_list','accepted','accepted',1,'e3a74bf3f10e17bad2e3e5ae2407a5d27f77259e70d47df5ba89d8df9c2450ad',5,5,0,0,0,0,'2026-11-30 16:05:58.661754',NULL,1);
INSERT INTO "ops_submission" VALUES(4,1,'enrolment',1,1,3,'dmc_area','accepted','accepted',1,'32a63d13a7e8cab103b0596465d4a8740b7d04128c89a36909d241979cad61f3',5,5,0,0,0,2,'2026-11-30 16:05:58.758340',NULL,1);
INSERT INTO "ops_submission" VALUES(5,2,'enrolment',1,1,7,'office','accepted','superseded',0,'fe96c54301e5f3e0d015d13bfc9b532aaf86760da42b2fe32c708be134391959',5,5,0,0,0,4,'2026-11-30 16:05:58.758340','2026-11-30 16:06:21.809481',1);
INSERT INTO "ops_submission" VALUES(6,3,'enrolment',1,1,9,'tidy','partly_accepted','superseded',0,'016495b43c814141b047aba2f1fb57f15d8c461c203eda2c91dae5d157c927e8',46,42,4,4,0,1,'2026-11-30 16:05:58.758340','2026-11-30 16:06:45.313672',1);
INSERT INTO "ops_submission" VALUES(7,1,'enrolment',1,2,10,'dmc_area','held','held',0,'ec2760324c90bdabe55ec1ed45cd64073a30064061689028b59b65d855ed10a7',1,0,0,1,0,1,'2026-11-30 16:06:21.809481',NULL,2);
INSERT INTO "ops_submission" VALUES(8,2,'enrolment',1,2,11,'office','partly_accepted','partly_accepted',1,'5d5e67285dcd69370a6293f3fa7c30da58d69d21e01770d0243f6d60db0f5e65',5,4,1,1,0,4,'2026-11-30 16:06:21.809481',NULL,2);
INSERT INTO "ops_submission" VALUES(9,3,'enrolment',1,2,12,'tidy','partly_accepted','partly_accepted',1,'3e1e43e11b7cc055e71d8697e13b19e770043fd25b6020556852847560224efb',46,43,3,3,4,2,'2026-11-30 16:06:45.313672',NULL,3);
INSERT INTO "ops_submission" VALUES(10,1,'enrolment',1,3,13,'dmc_area','rejected','rejected',0,'ebbad4025848c8a7030e48d2e7cb60a8967da468582b012c851154c34baf1430',1,0,1,47,0,1,'2026-11-30 16:07:27.132036',NULL,4);
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
 WITHOUT ROWID

;
INSERT INTO "ops_submission_school" VALUES(1,1,'10020001','บ้านปางผึ้งใต้',1,3);
INSERT INTO "ops_submission_school" VALUES(1,2,'10020002','บ้านนาไคร้ดาว (หนองยางชัยวิทยา)',1,4);
INSERT INTO "ops_submission_school" VALUES(1,3,'10020003','บ้านป่าไคร้ใหม่',1,5);
INSERT INTO "ops_submission_school" VALUES(1,4,'10020004','บ้านปางผึ้งใต้',1,6);
INSERT INTO "ops_submission_school" VALUES(1,5,'10020005','บ้านห้วยกล้วยใต้',1,7);
INSERT INTO "ops_submission_school" VALUES(2,6,'10010001','ชุมชนบ้านกิ่วผึ้งใต้',1,2);
INSERT INTO "ops_submission_school" VALUES(2,7,'10010002','อนุบาลโป่งก้อมทอง',1,3);
INSERT INTO "ops_submission_school" VALUES(2,8,'10010003','บ้านสันขามคำ',1,4);
INSERT INTO "ops_submission_school" VALUES(2,9,'10010004','ชุมชนบ้านกิ่วผึ้งใต้',1,5);
INSERT INTO "ops_submission_school" VALUES(2,10,'10010005','บ้านห้วยกล้วยใต้',1,6);
INSERT INTO "ops_submission_school" VALUES(3,11,'10010006','วัดดอนปางหวายชัย',1,7);
INSERT INTO "ops_submission_school" VALUES(3,12,'10030001','บ้านปางยางชัย',1,8);
INSERT INTO "ops_submission_school" VALUES(3,13,'10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้',1,9);
INSERT INTO "ops_submission_school" VALUES(3,14,'10030003','บ้านปางยางชัย',1,10);
INSERT INTO "ops_submission_school" VALUES(3,15,'10030004','บ้านแม่ยางเหนือ',1,11);
INSERT INTO "ops_submission_school" VALUES(4,6,'10010001','ชุมชนบ้านกิ่วผึ้งใต้',1,2);
INSERT INTO "ops_submission_school" VALUES(4,7,'10010002','อนุบาลโป่งก้อมทอง',1,3);
INSERT INTO "ops_submission_school" VALUES(4,8,'10010003','บ้านสันขามคำ',1,4);
INSERT INTO "ops_submission_school" VALUES(4,9,'10010004','ชุมชนบ้านกิ่วผึ้งใต้',1,5);
INSERT INTO "ops_submission_school" VALUES(4,10,'10010005','บ้านห้วยกล้วยใต้',1,6);
INSERT INTO "ops_submission_school" VALUES(5,1,'10020001','บ้านปางผึ้งใต้',1,6);
INSERT INTO "ops_submission_school" VALUES(5,2,'10020002','บ้านนาไคร้ดาว (หนองยางชัยวิทยา)',1,7);
INSERT INTO "ops_submission_school" VALUES(5,3,'10020003','บ้านป่าไคร้ใหม่',1,8);
INSERT INTO "ops_submission_school" VALUES(5,4,'10020004','บ้านปางผึ้งใต้',1,9);
INSERT INTO "ops_submission_school" VALUES(5,5,'10020005','บ้านห้วยกล้วยใต้',1,10);
INSERT INTO "ops_submission_school" VALUES(6,11,'10010006','วัดดอนปางหวายชัย',1,3);
INSERT INTO "ops_submission_school" VALUES(6,12,'10030001','บ้านปางยางชัย',1,13);
INSERT INTO "ops_submission_school" VALUES(6,13,'10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้',1,21);
INSERT INTO "ops_submission_school" VALUES(6,14,'10030003','บ้านปางยางชัย',1,29);
INSERT INTO "ops_submission_school" VALUES(6,15,'10030004','บ้านแม่ยางเหนือ',1,40);
INSERT INTO "ops_submission_school" VALUES(8,1,'10020001','บ้านปางผึ้งใต้',1,6);
INSERT INTO "ops_submission_school" VALUES(8,3,'10020003','บ้านป่าไคร้ใหม่',1,8);
INSERT INTO "ops_submission_school" VALUES(8,4,'10020004','บ้านปางผึ้งใต้',1,9);
INSERT INTO "ops_submission_school" VALUES(8,5,'10020005','บ้านห้วยกล้วยใต้',1,10);
INSERT INTO "ops_submission_school" VALUES(9,11,'10010006','วัดดอนปางหวายชัย',1,3);
INSERT INTO "ops_submission_school" VALUES(9,12,'10030001','บ้านปางยางชัย',1,13);
INSERT INTO "ops_submission_school" VALUES(9,13,'10030002','บ้านขุนจันทน์น้อย สาขาบ้านหนองหมากใต้',1,21);
INSERT INTO "ops_submission_school" VALUES(9,14,'10030003','บ้านปางยางชัย',1,29);
INSERT INTO "ops_submission_school" VALUES(9,15,'10030004','บ้านแม่ยางเหนือ',1,40);
CREATE TABLE ops_submission_sheet (
	submission_id INTEGER NOT NULL, 
	sheet_number SMALLINT NOT NULL, 
	sheet_name TEXT NOT NULL, 
	CONSTRAINT pk_ops_submission_sheet PRIMARY KEY (submission_id, sheet_number), 
	CONSTRAINT fk_ops_submission_sheet_submission_id FOREIGN KEY(submission_id) REFERENCES ops_submission (submission_id)
);
INSERT INTO "ops_submission_sheet" VALUES(1,1,'ทะเบียน');
INSERT INTO "ops_submission_sheet" VALUES(2,1,'ตาราง 1');
INSERT INTO "ops_submission_sheet" VALUES(3,1,'ตาราง 1');
INSERT INTO "ops_submission_sheet" VALUES(4,1,'ตาราง 1');
INSERT INTO "ops_submission_sheet" VALUES(5,1,'สรุป');
INSERT INTO "ops_submission_sheet" VALUES(6,1,'นักเรียน');
INSERT INTO "ops_submission_sheet" VALUES(7,1,'ตาราง 1');
INSERT INTO "ops_submission_sheet" VALUES(8,1,'สรุป');
INSERT INTO "ops_submission_sheet" VALUES(9,1,'นักเรียน');
INSERT INTO "ops_submission_sheet" VALUES(10,1,'ตาราง 1');
CREATE INDEX ix_ops_submission_delivery_id ON ops_submission (delivery_id);
CREATE UNIQUE INDEX uq_ops_submission_current ON ops_submission (agency_id, form_code, period_id) WHERE is_current;
CREATE INDEX ix_ops_issue_delivery_id ON ops_issue (delivery_id);
CREATE INDEX ix_ops_issue_submission_id ON ops_issue (submission_id);
CREATE INDEX ix_ops_arrival_agency_id_path ON ops_arrival (agency_id, path);
CREATE VIEW mart_agency AS -- What each agency was called in each period; one row an agency and period, whatever the registry's dates.
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
WHERE choice < 2;
CREATE VIEW mart_agency_as_now AS -- What each agency is called today; one row an agency, whether it still exists or not.
-- choice < 2, not = 1: of a ranking's number PostgreSQL knows nothing, and takes = 1 for one row in 200.
SELECT agency_id, agency_code, name_th AS agency_name_th, name_en AS agency_name_en, kind
FROM (
    SELECT
        a.agency_id, a.agency_code, a.name_th, a.name_en, a.kind,
        ROW_NUMBER() OVER (
            PARTITION BY a.agency_code
            ORDER BY
                CASE
                    WHEN a.valid_from_date <= date('now', '+7 hours')
                        AND (a.valid_to_date IS NULL OR a.valid_to_date >= date('now', '+7 hours')) THEN 0
                    ELSE 1
                END,
                a.valid_from_date DESC
        ) AS choice
    FROM dim_agency AS a
) AS dated
WHERE choice < 2;
CREATE VIEW mart_school AS -- Whose each school was and what it was called, register by register: one row a school and first day.
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
        (r.is_first OR r.order_date <= date('now', '+7 hours')) AND (r.before_date IS NULL OR date('now', '+7 hours') < r.before_date)
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
LEFT JOIN mart_agency AS m ON m.period_id = r.period_id AND m.agency_code = r.agency_code;
CREATE VIEW mart_school_return AS -- The one submission that speaks for a school, by form and period, and the agency that the school counts for:
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
WHERE placed.choice < 2;
CREATE VIEW mart_enrolment_by_school AS -- Pupils and classrooms by period, school and grade. A sum is empty only if every cell behind it is empty.
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
    AND (m.sex_id IS NOT NULL OR f.sex_id IS NOT NULL OR c.grade_id IS NOT NULL);
CREATE VIEW mart_enrolment_by_agency AS -- Pupils and classrooms by period, agency and grade "as then": each school under the agency that it belonged
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
JOIN dim_grade AS g ON g.grade_id = s.grade_id;
CREATE VIEW mart_enrolment_by_agency_as_now AS -- Pupils and classrooms by period, agency and grade "as now": every period's schools under the agencies that
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
JOIN dim_grade AS g ON g.grade_id = s.grade_id;
CREATE VIEW mart_enrolment_by_province AS -- Pupils and classrooms of the whole province by period and grade. An agency's schools are its own alone,
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
GROUP BY period_id, period_code, grade_id, grade_code, grade_name_th;
CREATE VIEW mart_submission_status AS -- Who owes what and what came of it: one row an agency, form and period that is owed or was received.
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
LEFT JOIN ops_delivery AS f ON f.delivery_id = r.delivery_id;
CREATE VIEW mart_submission AS -- Every version of every submission with all that it came from: file, run, rules, configuration, program.
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
LEFT JOIN ops_run AS r ON r.run_id = s.run_id;
CREATE VIEW mart_dictionary AS -- What every table and column of the warehouse means.
SELECT
    c.table_name, t.meaning_th AS table_meaning_th, t.meaning_en AS table_meaning_en,
    c.column_name, c.position, c.data_type, c.is_key, c.title_th, c.meaning_th, c.meaning_en,
    c.unit_th, c.unit_en, c.code_list, c.mark_column, c.missing_th, c.missing_en, c.warning_th, c.warning_en
FROM ops_dictionary_column AS c
JOIN ops_dictionary_table AS t ON t.table_name = c.table_name;
COMMIT;
