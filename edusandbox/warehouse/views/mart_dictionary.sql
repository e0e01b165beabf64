-- What every table and column of the warehouse means.
SELECT
    c.table_name, t.meaning_th AS table_meaning_th, t.meaning_en AS table_meaning_en,
    c.column_name, c.position, c.data_type, c.is_key, c.title_th, c.meaning_th, c.meaning_en,
    c.unit_th, c.unit_en, c.code_list, c.mark_column, c.missing_th, c.missing_en, c.warning_th, c.warning_en
FROM ops_dictionary_column AS c
JOIN ops_dictionary_table AS t ON t.table_name = c.table_name
