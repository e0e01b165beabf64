-- Pupils and classrooms by agency
SELECT agency_name_th, SUM(male_count) AS male, SUM(female_count) AS female,
       SUM(pupil_count) AS pupils, SUM(classroom_count) AS classrooms
FROM mart_enrolment_by_agency
WHERE period_code = :period
GROUP BY agency_code, agency_name_th
ORDER BY agency_code;

-- Schools with at most 120 pupils, the smallest first
SELECT agency_name_th, smis_code, school_name_th, SUM(pupil_count) AS pupils
FROM mart_enrolment_by_school
WHERE period_code = :period
GROUP BY agency_code, agency_name_th, school_id, smis_code, school_name_th
HAVING SUM(pupil_count) <= 120
ORDER BY SUM(pupil_count), smis_code;
