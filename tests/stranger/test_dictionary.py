"""The dictionary explains the stranger's tables and columns as it does ours, in both languages."""

from edusandbox.warehouse.dictionary.defaults import column_defaults
from edusandbox.warehouse.dictionary.publishing import read_dictionary
from tests.warehouse.test_dictionary import (
    THAI,
    test_a_quantity_of_several_facts_means_the_same_in_each,
    test_every_table_and_mart_is_there_with_its_columns_in_order,
    test_figures_dates_and_moments_have_units,
    test_meanings_are_in_both_languages,
    test_no_line_is_without_use,
    test_postgresql_has_a_comment_on_everything,
    test_the_database_says_what_the_program_says,
    test_what_is_pointed_at_exists,
    test_what_is_said_in_one_language_is_said_in_the_other,
    test_what_may_be_empty_says_what_that_means,
)

__all__ = [
    "test_a_quantity_of_several_facts_means_the_same_in_each",
    "test_every_table_and_mart_is_there_with_its_columns_in_order",
    "test_figures_dates_and_moments_have_units",
    "test_meanings_are_in_both_languages",
    "test_no_line_is_without_use",
    "test_postgresql_has_a_comment_on_everything",
    "test_the_database_says_what_the_program_says",
    "test_what_is_pointed_at_exists",
    "test_what_is_said_in_one_language_is_said_in_the_other",
    "test_what_may_be_empty_says_what_that_means",
]
TABLES = {table.table_name: table for table in read_dictionary()}
COLUMNS = {(table.table_name, each.column_name): each for table in TABLES.values() for each in table.columns}


def test_the_stranger_s_tables_are_there() -> None:
    lists = ("contract", "role", "topic")
    names = [*(f"dim_{name}" for name in lists), *(f"dim_{name}_total" for name in lists), "dim_venue"]
    for name in [*names, "fact_crew", "fact_post", "fact_workshop"]:
        assert THAI.search(TABLES[name].meaning_th), name


def test_a_code_list_is_called_by_its_own_words() -> None:
    assert TABLES["dim_topic"].meaning_en == "Code list of topics"
    assert TABLES["dim_topic_total"].meaning_en == "Code list of totals over topics"
    key, code = COLUMNS["fact_workshop", "topic_id"], COLUMNS["dim_topic", "topic_code"]
    assert (key.code_list, code.title_th, code.code_list) == ("dim_topic", "รหัสหัวข้อ", None)


def test_a_figure_is_explained_by_its_field_where_its_model_says_no_more() -> None:
    found = column_defaults("fact_crew", "crew_count")
    assert (found["title_th"], found["meaning_en"], found["unit_en"]) == ("บุคลากร", "Crew", "persons")
    assert column_defaults("fact_workshop", "held_date").keys() == {"missing_th", "missing_en"}
    assert column_defaults("fact_crew", "held_date") == {}


def test_totals_are_those_of_their_own_list() -> None:
    parent = COLUMNS["dim_role", "parent_code"]
    assert (parent.code_list, parent.meaning_en) == (
        "dim_role_total",
        "Code of the total that the role or total is a part of",
    )
    assert COLUMNS["dim_grade", "parent_code"].code_list == "dim_grade_total"
    assert "ตำแหน่ง" in COLUMNS["dim_role_total", "total_code"].meaning_th


def test_a_value_says_its_unit_its_type_and_its_mark() -> None:
    cost, venues = COLUMNS["fact_workshop", "cost_baht"], COLUMNS["fact_workshop", "venue_codes"]
    assert (cost.data_type, cost.unit_th, cost.mark_column) == ("money", "บาท", "cost_mark_code")
    assert (venues.data_type, venues.code_list, venues.mark_column) == (
        "text",
        "dim_venue",
        "venue_mark_code",
    )
    assert COLUMNS["fact_workshop", "remark_text"].mark_column is None
