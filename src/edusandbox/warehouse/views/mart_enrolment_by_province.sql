-- Pupils and classrooms of the whole province by period and grade.
SELECT
    period_code, grade_code, grade_name_th,
    COUNT(DISTINCT agency_code) AS agency_count, COUNT(*) AS school_count,
    SUM(male_count) AS male_count, SUM(female_count) AS female_count, SUM(pupil_count) AS pupil_count,
    SUM(missing_count) AS missing_count,
    SUM(classroom_count) AS classroom_count, SUM(classroom_missing_count) AS classroom_missing_count
FROM mart_enrolment_by_school
GROUP BY period_code, grade_code, grade_name_th
