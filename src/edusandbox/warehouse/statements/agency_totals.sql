-- Pupils and classrooms of each agency in a period, and the schools that it has returns for.
SELECT a.agency_code, a.agency_name_th, r.school_count, a.male_count, a.female_count, a.pupil_count, a.classroom_count
FROM (
    SELECT
        agency_code, agency_name_th,
        COALESCE(SUM(male_count), 0) AS male_count, COALESCE(SUM(female_count), 0) AS female_count,
        COALESCE(SUM(pupil_count), 0) AS pupil_count, COALESCE(SUM(classroom_count), 0) AS classroom_count
    FROM mart_enrolment_by_agency
    WHERE period_code = :period
    GROUP BY agency_code, agency_name_th
) AS a
JOIN (
    SELECT agency_code, COUNT(*) AS school_count
    FROM mart_school_return
    WHERE form_code = 'enrolment' AND period_code = :period
    GROUP BY agency_code
) AS r ON r.agency_code = a.agency_code
ORDER BY a.agency_code
