from datetime import date
from pathlib import Path

import pytest

from edusandbox.settings import default_province_folder
from edusandbox.sources.province_folder import ProvinceFolderError, folder_digest, load_province
from tests.calendars import MadeUpForm
from tests.provinces import province_to_edit

FORMS = {"school_register": MadeUpForm(), "enrolment": MadeUpForm()}
BEFORE_SPLIT = date(2020, 7, 1)
AFTER_SPLIT = date(2021, 6, 14)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the Chiang Mai folder, to be spoilt."""
    return province_to_edit(tmp_path)


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_chiang_mai_has_its_seven_areas_and_places_for_the_others() -> None:
    province = load_province(default_province_folder(), FORMS)
    kinds = {agency.kind for agency in province.agencies}
    codes = {agency.code for agency in province.agencies}
    assert {"5001", "5002", "5003", "5004", "5005", "5006", "101734"} <= codes
    assert {"สพป.", "สพม.", "สช.", "อปท.", "สอศ.", "สกร.", "ศธจ."} <= kinds


def test_the_secondary_area_is_another_agency_row_after_its_split() -> None:
    province = load_province(default_province_folder(), FORMS)
    before = province.agency("101734", BEFORE_SPLIT)
    after = province.agency("101734", AFTER_SPLIT)
    assert before is not None
    assert after is not None
    assert (before.name_th, after.name_th) == ("สพม.เขต 34 (เชียงใหม่-แม่ฮ่องสอน)", "สพม.เชียงใหม่")


@pytest.mark.parametrize("code", ["5006", "50060000"])
def test_an_agency_is_found_by_its_code_of_any_scheme(code: str) -> None:
    agency = load_province(default_province_folder(), FORMS).agency_by_scheme_code(code, BEFORE_SPLIT)
    assert agency is not None
    assert agency.code == "5006"


def test_an_agency_owes_the_parts_of_a_form_that_the_registry_names(folder: Path) -> None:
    forms = {**FORMS, "completion": MadeUpForm(part_codes=("time_taken", "next_step"))}
    spoil(folder / "agencies.csv", "school_register enrolment,no", "enrolment completion/next_step,no")
    spoil(folder / "agencies.csv", "school_register enrolment,no", "completion,no")
    owed = {
        (agency.code, days.form, days.part)
        for agency, entry, days in load_province(folder, forms).owed()
        if entry.period.code == "2563-1"
    }
    assert {each for each in owed if each[0] in {"5001", "5002"}} == {
        ("5001", "enrolment", ""),
        ("5001", "completion", "next_step"),
        ("5002", "completion", "time_taken"),
        ("5002", "completion", "next_step"),
    }


@pytest.mark.parametrize(
    ("owed", "sentence"),
    [
        ("completion/removed", "forms: 'completion' has no part 'removed'; there are completion/next_step"),
        ("enrolment/next_step", "forms: 'enrolment' has no part 'next_step'; write enrolment"),
        ("enrolment/", "forms: 'enrolment' has no part ''; write enrolment"),
    ],
)
def test_a_part_that_there_is_not_is_not_owed(folder: Path, owed: str, sentence: str) -> None:
    forms = {**FORMS, "completion": MadeUpForm(part_codes=("next_step",))}
    spoil(folder / "agencies.csv", "school_register enrolment,no", f"{owed},no")
    with pytest.raises(ProvinceFolderError) as error:
        load_province(folder, forms)
    assert str(error.value) == f"agencies.csv, line 2: {sentence}"


def test_a_form_is_owed_only_in_periods_that_collect_it() -> None:
    owed = load_province(default_province_folder(), FORMS).owed()
    assert ("5001", "school_register", "2563-2") not in {
        (agency.code, days.form, entry.period.code) for agency, entry, days in owed
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("province.toml", 'code = "50"', 'code = "5"', "province.toml: code: "),
        ("province.toml", 'name_en = "Chiang Mai"', "", "province.toml: name_en: Field required"),
        ("province.toml", 'code = "50"', "code = ", "province.toml: Invalid value"),
        ("agencies.csv", "5001,สพป.", ",สพป.", "agencies.csv, line 2: agency_code: "),
        ("agencies.csv", "2010-01-01,,5002", "2010-13-01,,5002", "agencies.csv, line 3: valid_from_date: "),
        ("agencies.csv", ",5003,50030000", ",503,50030000", "agencies.csv, line 4: area4: "),
        (
            "agencies.csv",
            "school_register enrolment,no",
            "staff,no",
            "agencies.csv, line 2: forms: there is no form",
        ),
        (
            "agencies.csv",
            "5002,สพป.",
            "5001,สพป.",
            "agencies.csv, line 3: agency_code 5001 is that of agencies.csv, line 2",
        ),
        ("agencies.csv", "101734,2021-01-01", "101734,2020-01-01", "and both are valid on the same days"),
        (
            "agencies.csv",
            "101734,2010-01-01,2020-12-31",
            "101734,2010-01-01,2009-12-31",
            "valid_to_date lies before",
        ),
        ("calendar.csv", "2563-1,", "1/2563,", "calendar.csv, line 3: period: "),
        (
            "calendar.csv",
            "2563-2,",
            "2563-1,",
            "calendar.csv, line 4: start_date of 2563-1 is another than in calendar.csv, line 3",
        ),
        (
            "calendar.csv",
            "2020-07-01,2020-11-13",
            "2020-07-01,2020-05-13",
            "line 3: end_date lies before start_date",
        ),
    ],
)
def test_a_mistake_is_one_sentence_with_file_and_line(
    folder: Path, file: str, old: str, new: str, sentence: str
) -> None:
    spoil(folder / file, old, new)
    with pytest.raises(ProvinceFolderError) as error:
        load_province(folder, FORMS)
    assert sentence in str(error.value)
    assert "\n" not in str(error.value)


def test_a_ragged_row_is_named(folder: Path) -> None:
    spoil(folder / "agencies.csv", ",5001,school_register enrolment,no,\n", ",5001\n")
    with pytest.raises(ProvinceFolderError, match="line 2: the row has not the 13 columns"):
        load_province(folder, FORMS)


@pytest.mark.parametrize("file", ["province.toml", "agencies.csv", "calendar.csv"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    with pytest.raises(ProvinceFolderError, match=f"{file} is missing"):
        load_province(folder, FORMS)


def test_a_file_in_windows_874_is_named(folder: Path) -> None:
    path = folder / "agencies.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp874", errors="replace"))
    with pytest.raises(ProvinceFolderError, match="is not UTF-8"):
        load_province(folder, FORMS)


def test_the_digest_changes_with_the_folder(folder: Path) -> None:
    before = folder_digest(folder)
    spoil(folder / "province.toml", "Chiang Mai", "Chiang Mai City")
    assert folder_digest(folder) != before
