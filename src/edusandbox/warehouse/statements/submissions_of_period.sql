-- What the figures of one period are made of: its own returns, and all of other forms, for a register may be older.
SELECT *
FROM {table}
WHERE form_code <> 'enrolment' OR period_id = (SELECT period_id FROM dim_period WHERE period_code = :period)
