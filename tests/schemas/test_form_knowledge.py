"""Form knowledge is data: these tests hold the CSV files against each other and against the code."""

import ast
import re
import string
from dataclasses import replace
from pathlib import Path

import pytest

import edusandbox
from edusandbox.warehouse.history.as_at import mart_columns
from schemas.catalogue import FORMS
from schemas.codes import (
    code_rows,
    codes_by_total,
    codes_with_totals,
    grade_codes,
    grades_by_total,
    spellings,
)
from schemas.fields import BAHT, PERSONS, Bilingual, Code, Count, Field, Money
from schemas.form import Form
from schemas.layouts.files import vocabulary_for
from schemas.layouts.layout import expand_lines
from schemas.layouts.lines import LayoutAdditions, LayoutLine, Presence
from schemas.package_data import read_rows, read_rows_if_there
from schemas.packages import OWN_PACKAGE, form_packages
from schemas.personal_data import personal_headings
from schemas.reported import ReportedSums
from schemas.rules import rules
from schemas.sums import Counted, Sums

ROOT = Path(edusandbox.__file__).parents[1]
LAYOUTS = vocabulary_for(LayoutAdditions(), "", "").layouts
LANGUAGE = re.compile(r"s?_(?:th|en)$")
RULE_CODE = re.compile(r"\b(?:FI|LA|VA|RO|SU|RE|CR|HI|PR)\d{3}\b")


def codes_in_source() -> set[str]:
    """Rule codes that stand in string literals of the package (docstrings excluded)."""
    found = set()
    rooms = ("edusandbox", "flows", "schemas", "transforms")
    for path in (path for room in rooms for path in (ROOT / room).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 40:
                found |= set(RULE_CODE.findall(node.value))
    return found


def test_every_rule_that_the_code_breaks_is_in_the_catalogue() -> None:
    assert codes_in_source() - rules().keys() == set()


def test_every_rule_of_the_catalogue_is_broken_somewhere() -> None:
    assert rules().keys() - codes_in_source() == set()


def test_both_languages_of_a_rule_name_the_same_values() -> None:
    def names(text: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    def whatever_language(text: str) -> set[str]:
        return {LANGUAGE.sub("", name) for name in names(text)}

    # What a library says of a damaged file is English: only that sentence carries it.
    differing = [
        rule.code
        for rule in rules().values()
        if whatever_language(rule.message_th) != whatever_language(rule.message_en) - {"reason"}
    ]
    assert differing == []


def test_only_errors_and_queries_ask_somebody_to_move() -> None:
    assert {
        rule.code for rule in rules().values() if (rule.owner == "nobody") != (rule.severity == "notice")
    } <= {"RE005"}


def test_sentences_of_all_forms_name_no_things_of_one() -> None:
    of_grades_alone = {"LA021", "VA027"}
    """What they say is said of class sections, which grades have and nothing else."""
    names = re.compile(r"\b(?:pupil|grade|classroom)s?\b|นักเรียน")
    named = {row["code"] for row in read_rows("rules.csv") if names.search(" ".join(row.values()))}
    assert named == of_grades_alone


def test_a_rule_of_a_form_lies_in_its_folder_and_no_code_stands_twice() -> None:
    general = {row["code"] for row in read_rows("rules.csv")}
    own = {
        package: {row["code"] for row in read_rows_if_there("rules.csv", package)}
        for package in form_packages().values()
    }
    assert own[f"{OWN_PACKAGE}.forms.enrolment"]
    assert len(rules()) == len(general) + sum(map(len, own.values()))


def test_a_rule_code_that_stands_twice_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    double = dict(read_rows("rules.csv")[0])
    monkeypatch.setattr("schemas.rules._rows_of_forms", lambda: iter([double]))
    with pytest.raises(ValueError, match=f"the rule {double['code']} stands in the catalogue twice"):
        rules.__wrapped__()


def test_a_layout_that_names_a_field_that_is_not_declared_is_refused() -> None:
    with pytest.raises(ValueError, match="names an undeclared field, 'mean_score'"):
        expand_lines([LayoutLine("คะแนนเฉลี่ย", "mean_score", "", Presence.REQUIRED)], {}, {})


def test_headings_by_different_lists_in_one_layout_are_refused() -> None:
    lines = [
        LayoutLine("{grade} ชาย", "male_count", "", Presence.EACH),
        LayoutLine("{grade} {sex} ห้อง", "classroom_count", "", Presence.EACH),
    ]
    lists = {"grade": {"ป.1": "P1"}, "sex": {"ชาย": "male"}}
    with pytest.raises(ValueError, match="is not by grade as others are"):
        expand_lines(lines, lists, FORMS["enrolment"].by_name)


def test_a_form_declares_each_field_once() -> None:
    for form in FORMS.values():
        assert len(form.by_name) == len(form.fields), form.code


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.code)
def test_headings_of_private_fields_are_known_before_a_table_is_recognised(form: Form) -> None:
    headings = {
        heading
        for layout in LAYOUTS
        if layout.form == form.code
        for heading, meanings in layout.meanings.items()
        if any(meaning.field in form.private_fields for meaning in meanings)
    }
    assert headings <= personal_headings().keys()


@pytest.mark.parametrize("package", form_packages().values())
def test_every_line_of_a_layout_csv_belongs_to_a_listed_layout(package: str) -> None:
    listed = {row["layout"] for row in read_rows("layouts.csv", package)}
    assert {row["layout"] for row in read_rows("layout_lines.csv", package)} == listed


def test_a_form_is_called_as_its_folder() -> None:
    assert form_packages().keys() == FORMS.keys()


def test_every_shape_belongs_to_a_layout_and_is_proved_by_something() -> None:
    package = f"{OWN_PACKAGE}.forms.enrolment"
    listed = {row["layout"] for row in read_rows("layouts.csv", package)}
    assert {row["layout"] for row in read_rows("shapes.csv", package)} <= listed
    shapes = [shape for layout in LAYOUTS if layout.form == "enrolment" for shape in layout.shapes]
    assert {len(shape.columns) for shape in shapes} == {82, 94}
    assert all(shape.sums or any(column.one_of for column in shape.columns) for shape in shapes)


def test_every_layout_has_a_school_code_that_a_table_must_have() -> None:
    for layout in LAYOUTS:
        fields = {
            meaning.field
            for meanings in layout.meanings.values()
            for meaning in meanings
            if meaning.presence is Presence.REQUIRED
        } | {each.field for each in layout.sheet_fields if each.is_required}
        assert "school_code" in fields, layout.code


def test_one_heading_with_two_meanings_is_refused() -> None:
    lines = [
        LayoutLine("ชาย", "male_count", "", Presence.REQUIRED),
        LayoutLine("ช า ย", "female_count", "", Presence.REQUIRED),
    ]
    with pytest.raises(ValueError, match="means two things"):
        expand_lines(lines, {}, FORMS["enrolment"].by_name)


def test_a_placeholder_without_a_code_list_is_refused() -> None:
    with pytest.raises(ValueError, match="is not there"):
        expand_lines(
            [LayoutLine("{planet} ชาย", "male_count", "", Presence.EACH)], {}, FORMS["enrolment"].by_name
        )


def test_every_grade_belongs_to_all_and_to_one_level() -> None:
    levels = {total: grades for total, grades in grades_by_total().items() if total != "ALL"}
    assert sorted(grade for grades in levels.values() for grade in grades) == sorted(grade_codes())
    assert grades_by_total()["ALL"] == grade_codes()


def test_totals_stand_after_the_last_of_their_codes() -> None:
    assert [*codes_with_totals("grade")] == [
        *("K1", "K2", "K3", "PRE", "P1", "P2", "P3", "P4", "P5", "P6", "PRI"),
        *("M1", "M2", "M3", "LSE", "M4", "M5", "M6", "V1", "V2", "V3", "USE", "ALL"),
    ]
    assert codes_with_totals("grade")["PRI"] == "ประถมศึกษา"


def test_a_list_without_totals_has_none() -> None:
    assert codes_by_total("sex") == {}
    assert [*codes_with_totals("sex")] == ["male", "female"]


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.code)
def test_every_count_has_a_name_and_is_the_sum_of_counts(form: Form) -> None:
    assert set(form.counts) <= set(form.labels)
    assert {*form.made_of, *(part for parts in form.made_of.values() for part in parts)} <= set(form.counts)
    assert form.code_field in {"", *form.row_key}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_the_figure_of_a_form_stands_among_its_facts(form: Form) -> None:
    assert not form.figure or {*form.figure_parts} <= {*form.figure_columns[form.keyed_table]}


def test_a_figure_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="form enrolment: school_name is no count, by which versions"):
        replace(FORMS["enrolment"], figure="school_name", reported=None)
    with pytest.raises(ValueError, match="form enrolment: mean_score is no field that adds up"):
        replace(FORMS["enrolment"], reported=ReportedSums("mart_x", {"mean_score": "mean_score"}))


@pytest.mark.parametrize(
    "form", [each for each in FORMS.values() if each.reported], ids=lambda each: each.code
)
def test_sums_that_are_reported_are_columns_of_a_mart(form: Form) -> None:
    assert form.reported is not None
    wanted = {"period_code", "agency_code", *form.reported.columns.values()}
    assert wanted <= mart_columns(form.reported.mart).keys()


@pytest.mark.parametrize(
    ("number", "thai", "english"),
    [
        (1, "นักเรียน 1 คน", "1 pupil"),
        (1033, "นักเรียน 1,033 คน", "1,033 pupils"),
        (0, "นักเรียน 0 คน", "0 pupils"),
    ],
)
def test_an_amount_is_said_in_the_words_of_the_form(number: int, thai: str, english: str) -> None:
    assert FORMS["enrolment"].amount(number) == (thai, english)


@pytest.mark.parametrize(
    ("form", "called"),
    [("enrolment", Bilingual("นักเรียน", "pupils")), ("school_register", Bilingual("ข้อมูล", "figures"))],
)
def test_what_a_form_counts_is_called_by_its_noun(form: str, called: Bilingual) -> None:
    words = FORMS[form].words
    assert (words["things_th"], words["things_en"]) == called


def test_an_amount_without_a_noun_is_said_by_its_label_and_unit() -> None:
    cost = Money("cost_baht", BAHT, Bilingual("งบประมาณ", "Cost"))
    assert cost.amount(1250.5) == ("งบประมาณ 1,250.50 บาท", "1,250.50 baht (cost)")
    assert cost.amount(500) == ("งบประมาณ 500 บาท", "500 baht (cost)")


def test_a_form_that_counts_nothing_has_no_amount() -> None:
    register = FORMS["school_register"]
    assert (register.amount(0), register.figure_sum(0), register.reported_fields) == (None, {}, {})


def test_no_spelling_means_two_grades() -> None:
    texts = [text for row in code_rows("grade") for text in row["spellings"].split("|")]
    assert len(texts) == len(set(texts)) == len(spellings("grade"))
    assert spellings("grade").keys() & spellings("grade_total").keys() == set()


def test_words_under_a_heading_of_a_group_are_refused() -> None:
    lines = [LayoutLine("{grade} หมายเหตุ", "school_name", "", Presence.OPTIONAL)]
    with pytest.raises(ValueError, match=r"^the heading '{grade} หมายเหตุ' is one of a group, where only"):
        expand_lines(lines, {"grade": {"ป.1": "P1"}}, FORMS["enrolment"].by_name)


def test_versions_are_compared_by_nothing_but_a_count() -> None:
    with pytest.raises(ValueError, match="enrolment: cost_baht is no count"):
        replace(
            FORMS["enrolment"],
            fields=(*FORMS["enrolment"].fields, Money("cost_baht", BAHT, Bilingual("ค่าใช้จ่าย", "Cost"))),
            figure="cost_baht",
        )


@pytest.mark.parametrize(
    "field",
    [
        Money("cost_baht", BAHT, Bilingual("ค่าใช้จ่าย", "Cost"), low=0, high=1_000),
        Count("cost_baht", PERSONS, Bilingual("คน", "Persons")),
    ],
    ids=["money", "unbounded"],
)
def test_sums_are_kept_of_bounded_counts_alone(field: Field) -> None:
    form = FORMS["enrolment"]
    sums = Sums("fact_enrolment", ("grade_code",), (Counted(field.label, ("cost_baht",), "missing_count"),))
    with pytest.raises(ValueError, match="form enrolment: cost_baht is no count with a bound"):
        replace(form, fields=(*form.fields, field), sums=(*form.sums, sums))


def test_a_code_that_tells_rows_apart_is_called_after_its_list() -> None:
    form = FORMS["enrolment"]
    fields = (*form.fields, Code("room_grade_code", "grade"))
    with pytest.raises(ValueError, match="call it grade_code"):
        replace(form, fields=fields, row_key=("school_code", "room_grade_code"))
