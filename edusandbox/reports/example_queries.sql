-- Who has not sent yet, the earliest deadline first
SELECT due_date, agency_name_th, form_code, part_code
FROM mart_submission_status
WHERE period_code = :period AND status = 'not_received'
ORDER BY due_date, agency_code, form_code, part_code;
