"""Every layout has the headings and the sums that it has in the world."""

from dataclasses import replace

import pytest

from edusandbox.samples.enrolment_layouts import dmc_area, office, tidy
from edusandbox.samples.grades import ALL_GRADES, GRADE_GROUPS
from edusandbox.samples.register_layouts import obec_list, template
from edusandbox.samples.returns import AgencyReturn, Habits
from edusandbox.samples.tables import COUNT_FIELDS, SampleTable
from transforms.grid import MergedRange


def _column_sum(table: SampleTable, field: str, code: str | None) -> float:
    column = table.column_number(field, code)
    return sum(table.number(row, column) for row in table.subjects)


def _pupils(sent: AgencyReturn) -> int:
    return sum(each.male_count + each.female_count for school in sent.schools for each in school.figures)


def test_the_dmc_export_has_96_columns_headed_as_dmc_heads_them(sent: AgencyReturn) -> None:
    headings = [column.headings[0] for column in dmc_area(sent).columns]
    assert len(headings) == 96
    assert headings[:4] == ["รหัสเขต", "ชื่อเขต", "รหัสโรงเรียน", "ชื่อโรงเรียน"]
    assert headings[4:8] == ["อ.1 ชาย", "อ.1 หญิง", "รวมอ.1", "อ.1 ห้อง"]
    assert headings[16:20] == ["รวมก่อนประถม ชาย", "รวมก่อนประถม หญิง", "รวมก่อนประถม", "รวมห้องก่อนประถม"]
    assert headings[84:88] == ["ปวช.3 ชาย", "ปวช.3 หญิง", "รวมปวช.3", "ปวช.3 ห้อง"]
    assert headings[90] == "รวมม.ปลายและเทียบเท่า"
    assert headings[92:] == ["รวมทั้งหมด ชาย", "รวมทั้งหมด หญิง", "รวมทั้งหมด", "รวมห้องทั้งหมด"]


def test_the_dmc_export_names_the_area_by_eight_digits_and_has_no_blank_figure(sent: AgencyReturn) -> None:
    table = dmc_area(sent)
    assert {table.cell(row, 1) for row in table.subjects} == {"10010000"}
    assert all(None not in table.rows[row - 1] for row in table.subjects)


def test_the_dmc_exports_last_line_totals_without_code_and_name(sent: AgencyReturn) -> None:
    table = dmc_area(sent)
    assert table.totals_row == len(table.rows)
    assert table.rows[-1][:4] == [None] * 4
    assert table.cell(len(table.rows), table.column_number("pupil_total", ALL_GRADES)) == _pupils(sent)


def test_an_agency_without_an_area_code_has_no_dmc_export(sent: AgencyReturn) -> None:
    nameless = replace(sent, agency=replace(sent.agency, scheme_codes={}))
    with pytest.raises(ValueError, match="has no area code, which a DMC area export needs"):
        dmc_area(nameless)


@pytest.mark.parametrize("field", COUNT_FIELDS)
def test_subtotals_of_the_dmc_export_are_the_sums_of_their_grades(sent: AgencyReturn, field: str) -> None:
    table = dmc_area(sent)
    for group in GRADE_GROUPS:
        parts = sum(_column_sum(table, field, grade.code) for grade in group.grades)
        assert _column_sum(table, field, group.code) == parts
    whole = sum(_column_sum(table, field, group.code) for group in GRADE_GROUPS)
    assert _column_sum(table, field, ALL_GRADES) == whole


def test_the_tidy_template_has_one_row_for_each_school_and_taught_grade(sent: AgencyReturn) -> None:
    table = tidy(sent)
    assert table.rows[0] == [
        "ปีการศึกษา", "ภาคเรียน", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ระดับชั้น", "นักเรียนชาย", "นักเรียนหญิง", "รวม",
        "ห้องเรียน",
    ]  # fmt: skip
    assert len(table.rows) - 1 == sum(len(school.figures) for school in sent.schools)
    assert _column_sum(table, "pupil_total", None) == _pupils(sent)


def test_an_officer_who_mixes_eras_writes_2563_and_2020(sent: AgencyReturn) -> None:
    table = tidy(replace(sent, habits=Habits(mixes_eras=True)))
    assert {table.cell(row, 1) for row in table.subjects} == {2563, 2020}


@pytest.mark.parametrize(("spelling", "first_primary"), [(0, "ป.1"), (1, "ประถมศึกษาปีที่ 1"), (2, "ป.1")])
def test_grades_are_spelt_as_the_officer_spells_them(
    sent: AgencyReturn, spelling: int, first_primary: str
) -> None:
    table = tidy(replace(sent, habits=Habits(grade_spelling=spelling)))
    assert first_primary in {table.cell(row, 5) for row in table.subjects}


def test_the_offices_heading_is_merged_down_and_across(sent: AgencyReturn) -> None:
    table = office(sent)
    assert table.rows[3][:4] == ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "อ.2"]
    assert table.rows[4][:7] == [None, None, None, "ชาย", "หญิง", "รวม", "ห้อง"]
    assert MergedRange(4, 1, 5, 1) in table.merged
    assert MergedRange(4, 4, 4, 7) in table.merged


def test_the_offices_table_has_only_grades_that_some_school_teaches(sent: AgencyReturn) -> None:
    taught = {figures.grade_code for school in sent.schools for figures in school.figures}
    assert {column.code for column in office(sent).columns} == taught | {None, ALL_GRADES}


def test_a_grade_is_blank_in_the_offices_table_exactly_where_a_school_does_not_teach_it(
    sent: AgencyReturn,
) -> None:
    primary_only = replace(sent.schools[0], figures=sent.schools[0].figures[:3])
    table = office(replace(sent, schools=(primary_only, *sent.schools[1:])))
    filled = {
        column.code
        for number, column in enumerate(table.columns, start=1)
        if column.code and table.cell(min(table.subjects), number) is not None
    }
    assert filled == {figures.grade_code for figures in primary_only.figures} | {ALL_GRADES}


def test_the_offices_titles_name_semester_and_agency_and_a_note_ends_the_sheet(sent: AgencyReturn) -> None:
    table = office(replace(sent, habits=Habits(thai_digit_headings=True)))
    assert table.rows[0][0] == "จำนวนนักเรียน ภาคเรียนที่ ๑ ปีการศึกษา ๒๕๖๓"
    assert table.rows[1][0] == sent.agency.name_th
    assert table.rows[-2][2] == "รวม"
    assert table.rows[-1][0] == "หมายเหตุ ข้อมูล ณ วันที่ ๑๐ มิถุนายน ๒๕๖๓"


def test_the_register_template_names_the_semester_above_its_heading(sent: AgencyReturn) -> None:
    table = template(sent)
    assert table.rows[0][0] == "ทะเบียนโรงเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"
    assert table.rows[1] == ["รหัสโรงเรียน", "รหัสกระทรวง", "ชื่อโรงเรียน", "ประเภท", "ตำบล", "อำเภอ"]
    assert len(table.subjects) == len(sent.schools)


def test_the_list_of_schools_has_ministry_codes_only_in_its_links(sent: AgencyReturn) -> None:
    table = obec_list([sent])
    first = sent.schools[0]
    assert table.rows[0] == ["ลำดับ", "รหัส สพท.", "สพท.", "รหัสโรงเรียน", "โรงเรียน", "ประเภท", "ผู้บริหาร"]
    assert table.links[2, 5] == f"schooldata-view.php?School_ID={first.ministry_code}&Area_CODE=1001"
    assert not any(first.ministry_code in str(cell) for row in table.rows for cell in row)


def test_the_list_of_schools_names_nobody(sent: AgencyReturn) -> None:
    assert {row[-1] for row in obec_list([sent]).rows[1:]} == {"-"}


def test_the_list_of_schools_refuses_an_agency_without_an_area_code(sent: AgencyReturn) -> None:
    nameless = replace(sent, agency=replace(sent.agency, scheme_codes={}))
    with pytest.raises(ValueError, match="which the list of schools needs"):
        obec_list([nameless])


def test_a_name_with_sara_am_is_typed_in_two_parts_where_the_officer_does() -> None:
    assert Habits(decomposed_sara_am=True).name("บ้านดอยคำ") == "บ้านดอยคํา"
