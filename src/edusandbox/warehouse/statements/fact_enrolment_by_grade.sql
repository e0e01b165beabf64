-- What the sums have to say, counted anew from the facts.
SELECT
    submission_id, grade_id, COUNT(*) AS school_count,
    SUM(male_count) AS male_count, SUM(female_count) AS female_count,
    SUM(
        CASE
            WHEN male_count IS NULL THEN female_count
            WHEN female_count IS NULL THEN male_count
            ELSE male_count + female_count
        END
    ) AS pupil_count,
    SUM(
        CASE WHEN male_mark_code IN ('x', 'c') THEN 1 ELSE 0 END
        + CASE WHEN female_mark_code IN ('x', 'c') THEN 1 ELSE 0 END
    ) AS missing_count,
    SUM(
        CASE WHEN male_mark_code = 'c' THEN 1 ELSE 0 END + CASE WHEN female_mark_code = 'c' THEN 1 ELSE 0 END
    ) AS hidden_count,
    SUM(classroom_count) AS classroom_count,
    SUM(CASE WHEN classroom_mark_code IN ('x', 'c') THEN 1 ELSE 0 END) AS classroom_missing_count,
    SUM(CASE WHEN classroom_mark_code = 'c' THEN 1 ELSE 0 END) AS classroom_hidden_count
FROM fact_enrolment
GROUP BY submission_id, grade_id
