"""A made-up province of any size, and its folder."""

from pathlib import Path

import pytest

from edusandbox.samples.province import made_up_province, write_province_folder
from edusandbox.sources.province_folder import load_province
from edusandbox.sources.registry import Province
from schemas.catalogue import FORMS
from schemas.periods import Period


@pytest.mark.parametrize("agency_count", [1, 11, 245, 800])
def test_a_province_of_this_size_is_loaded_as_it_was_written(
    tmp_path: Path, period: Period, agency_count: int
) -> None:
    province = made_up_province(agency_count, period=period)
    write_province_folder(province, tmp_path / "province")
    assert load_province(tmp_path / "province", FORMS) == province


def test_agencies_without_an_area_code_or_with_an_end_are_loaded_as_they_were_written(
    tmp_path: Path, mixed_province: Province
) -> None:
    write_province_folder(mixed_province, tmp_path)
    assert load_province(tmp_path, FORMS) == mixed_province


def test_one_area_in_four_is_a_secondary_one_and_the_office_comes_on_top(period: Period) -> None:
    kinds = [agency.kind for agency in made_up_province(245, period=period).agencies]
    assert [kinds.count(kind) for kind in ("สพป.", "สพม.", "ศธจ.")] == [184, 61, 1]


@pytest.mark.parametrize("code", ["2563-1", "2563-2", "2563-3"])
def test_the_asked_for_semester_is_open_from_its_start_and_due_before_its_end(code: str) -> None:
    province = made_up_province(2, period=Period.parse(code))
    entry = province.calendar[code]
    owed = {form for agency in province.agencies for form in agency.forms}
    assert {days.form for days in entry.sending} == owed == {"school_register", "enrolment"}
    for days in entry.sending:
        assert entry.start_date == days.opening_date < days.due_date < days.closing_date == entry.end_date


@pytest.mark.parametrize("agency_count", [0, 801])
def test_a_size_out_of_range_is_refused(period: Period, agency_count: int) -> None:
    with pytest.raises(ValueError, match=f"1 to 800 agencies, not {agency_count}"):
        made_up_province(agency_count, period=period)


@pytest.mark.parametrize("code", ["2563", "FY2563"])
def test_a_period_that_is_no_semester_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match=f"a semester such as 2563-1, not {code}"):
        made_up_province(2, period=Period.parse(code))
