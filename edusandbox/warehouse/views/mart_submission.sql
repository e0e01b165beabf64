-- Every version of every submission with all that it came from: file, run, rules, configuration, program.
SELECT
    s.submission_id, COALESCE(v.province_code, '') AS province_code, a.agency_code, m.agency_name_th, s.form_code, s.part_code, p.period_code, s.version,
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
LEFT JOIN dim_province AS v ON v.province_id = s.province_id
LEFT JOIN ops_run AS r ON r.run_id = s.run_id
