-- What the figures of one period are made of: its own returns, and all registers, for one may be older.
SELECT *
FROM {table}
WHERE form_code IN ({registers}) OR period_id = (SELECT period_id FROM dim_period WHERE period_code = :period)
