-- What the sums have to say, counted anew from the facts.
SELECT
    f.submission_id, {fact_keys}, COUNT(*) AS school_count,
    {summed_figures}
FROM {facts} AS f
GROUP BY f.submission_id, {fact_keys}
