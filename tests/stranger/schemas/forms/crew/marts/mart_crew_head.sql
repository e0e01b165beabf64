-- How many directors each school has: written by hand, over a mart that follows from the form's declaration.
SELECT
    province_code, period_id, period_code, agency_code, school_id, role_id, crew_count AS head_count,
    submission_id, source_school_id
FROM mart_crew_by_school
WHERE role_code = 'HEAD'
