"""The made-up schools have the shapes and the awkwardness of real ones."""

from collections import Counter

import pytest

from edusandbox.samples.figures import SchoolLevel, SchoolSize, grade_figures
from edusandbox.samples.names import distinct_place_names
from edusandbox.samples.random_source import random_source
from edusandbox.samples.schools import MadeUpSchool, made_up_schools
from edusandbox.sources.registry import Province
from schemas.periods import Period


def _schools(province: Province, period: Period, count: int = 80, seed: int = 1) -> tuple[MadeUpSchool, ...]:
    day = province.calendar[period.code].start_date
    return made_up_schools(province, day=day, school_count=count, seed=seed)


def test_as_many_schools_as_asked_for(province: Province, period: Period) -> None:
    assert len(_schools(province, period, count=83)) == 83


def test_smis_codes_have_eight_digits_and_none_repeats(province: Province, period: Period) -> None:
    codes = [school.school_code for school in _schools(province, period)]
    assert all(len(code) == 8 and code.isdecimal() for code in codes)
    assert len(set(codes)) == len(codes)


def test_no_school_code_looks_like_that_of_an_area(province: Province, period: Period) -> None:
    assert not any(school.school_code.endswith("0000") for school in _schools(province, period))


def test_ministry_codes_have_ten_digits_and_name_affiliation_and_province(
    mixed_province: Province, period: Period
) -> None:
    prefixes = {school.agency_code: school.ministry_code[:4] for school in _schools(mixed_province, period)}
    assert prefixes["1001"] == "1099"
    assert prefixes["PVT"] == "1199"
    assert prefixes["VEC"] == "1399"
    assert all(len(school.ministry_code) == 10 for school in _schools(mixed_province, period))


def test_secondary_schools_keep_the_prefix_of_a_primary_area(province: Province, period: Period) -> None:
    primary = {agency.scheme_codes["area4"] for agency in province.agencies if agency.kind == "สพป."}
    secondary = [school for school in _schools(province, period) if school.agency_code.startswith("1017")]
    assert {school.school_code[:4] for school in secondary} <= primary
    assert {school.level for school in secondary} == {SchoolLevel.SECONDARY}


def test_one_school_of_the_last_primary_area_has_the_first_ones_prefix(
    province: Province, period: Period
) -> None:
    last = [school for school in _schools(province, period) if school.agency_code == "1009"]
    assert Counter(school.school_code[:4] for school in last)["1001"] == 1


def test_one_name_stands_twice_inside_an_agency_and_one_in_two_agencies(
    province: Province, period: Period
) -> None:
    schools = _schools(province, period)
    inside = Counter((school.agency_code, school.name_th) for school in schools)
    across = Counter(name for name, _ in {(school.name_th, school.agency_code) for school in schools})
    assert max(inside.values()) == 2
    assert max(across.values()) == 2


def test_some_names_have_thai_digits_and_some_are_of_branches(province: Province, period: Period) -> None:
    names = [school.name_th for school in _schools(province, period, count=300)]
    assert any(set(name) & set("๒๓๔๕") for name in names)
    assert any("สาขา" in name for name in names)


def test_agencies_that_owe_nothing_or_are_gone_have_no_schools(
    mixed_province: Province, period: Period
) -> None:
    agencies = {school.agency_code for school in _schools(mixed_province, period)}
    assert agencies == {"1001", "1002", "1003", "101701", "PVT", "VEC"}


def test_random_choices_depend_on_seed_and_topic_only() -> None:
    first = random_source(1, "schools", "5001").random()
    assert random_source(1, "schools", "5001").random() == first
    assert random_source(1, "schools", "5002").random() != first
    assert random_source(2, "schools", "5001").random() != first


def test_another_seed_makes_other_schools(province: Province, period: Period) -> None:
    assert _schools(province, period, seed=1) != _schools(province, period, seed=2)


def test_too_few_schools_are_refused_with_the_number_needed(province: Province, period: Period) -> None:
    with pytest.raises(ValueError, match="11 agencies with 1 schools each need 11 schools"):
        _schools(province, period, count=10)


def test_a_province_where_nobody_owes_enrolment_is_refused(province: Province, period: Period) -> None:
    office_only = Province("99", "ตัวอย่าง", "Example", province.agencies[-1:], province.calendar)
    with pytest.raises(ValueError, match="no agency of Example owes enrolment on 2020-05-16"):
        _schools(office_only, period)


@pytest.mark.parametrize("level", SchoolLevel)
@pytest.mark.parametrize("size", SchoolSize)
def test_every_taught_grade_has_pupils_and_no_more_rooms_than_pupils(
    level: SchoolLevel, size: SchoolSize
) -> None:
    for figures in grade_figures(random_source(1, level, size), level, size):
        assert 1 <= figures.classroom_count <= figures.male_count + figures.female_count


@pytest.mark.parametrize("level", SchoolLevel)
def test_a_large_school_has_more_than_a_thousand_pupils(level: SchoolLevel) -> None:
    figures = grade_figures(random_source(1), level, SchoolSize.LARGE)
    assert sum(each.male_count + each.female_count for each in figures) > 1000


@pytest.mark.parametrize("level", SchoolLevel)
def test_the_top_grade_of_a_tiny_school_has_no_girls(level: SchoolLevel) -> None:
    assert grade_figures(random_source(1), level, SchoolSize.TINY)[-1].female_count == 0


def test_more_place_names_than_the_words_can_make_are_refused() -> None:
    with pytest.raises(ValueError, match="not 6000 different"):
        distinct_place_names(random_source(1), 6000)
