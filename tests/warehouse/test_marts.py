"""The marts against pandas: figures computed a second time, from what was sent, without the database."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import pandas as pd
import pytest

from edusandbox.submissions import Status
from schemas.catalogue import FORMS
from schemas.codes import grade_codes
from tests.warehouse.builders import (
    HIDDEN,
    PROVINCE,
    Count,
    Entry,
    Figures,
    Warehouse,
    make_enrolment,
    make_register,
)

AGENCIES = ("area1", "area2", "area3")
PERIODS = ("2562-2", "2563-1", "2563-2")
SCHOOLS = tuple(f"5001000{number}" for number in range(1, 9))
GRADES = ("K2", "P1", "M6")
COUNTS = ["male_count", "female_count", "pupil_count", "missing_count", "classroom_count"]
COUNTS += ["classroom_missing_count"]
BY_SCHOOL = ["period_code", "agency_code", "smis_code", "grade_code", *COUNTS]
BY_AGENCY = ["period_code", "agency_code", "grade_code", "school_count", *COUNTS]
BY_PROVINCE = ["period_code", "grade_code", "agency_count", "school_count", *COUNTS]


@dataclass
class Sent:
    """What agencies have sent: the current figures and registers, in the order in which they came."""

    figures: dict[tuple[str, str], Figures] = field(default_factory=dict)
    registers: dict[tuple[str, str], Sequence[str]] = field(default_factory=dict)

    def owner(self, school: str, period: str) -> str | None:
        """The agency whose register speaks for the school then: the newest before, else the earliest."""
        listed = [(when, agency) for (agency, when), schools in self.registers.items() if school in schools]
        before = [each for each in listed if each[0] <= period]
        if before:
            newest = max(when for when, _ in before)
            return [agency for when, agency in before if when == newest][-1]
        earliest = min((when for when, _ in listed), default=None)
        return [agency for when, agency in listed if when == earliest][-1] if listed else None

    def by_school(self) -> pd.DataFrame:
        speakers: dict[tuple[str, str], str] = {}
        for (sender, period), figures in self.figures.items():
            for school in dict.fromkeys(school for school, _ in figures):
                owner = self.owner(school, period)
                if speakers.get((school, period)) != owner or owner is None:
                    speakers[school, period] = sender
        rows = [
            (period, self.owner(school, period) or sender, school, grade, *_counted(*counts))
            for (sender, period), figures in self.figures.items()
            for (school, grade), counts in figures.items()
            if speakers[school, period] == sender
        ]
        return pd.DataFrame(rows, columns=BY_SCHOOL).astype(dict.fromkeys(COUNTS, "Int64"))


def _number(count: Count) -> int | None:
    return count if isinstance(count, int) else None


def _counted(boys: Count, girls: Count, rooms: Count) -> tuple[int | None, ...]:
    known = [each for each in (_number(boys), _number(girls)) if each is not None]
    missing = sum(_number(each) is None for each in (boys, girls))
    pupils = sum(known) if known else None
    return (_number(boys), _number(girls), pupils, missing, _number(rooms), int(rooms == HIDDEN))


def summed(frame: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    return frame.groupby(by, as_index=False)[COUNTS].sum(min_count=1)


def expected_by_agency(frame: pd.DataFrame) -> pd.DataFrame:
    by = ["period_code", "agency_code", "grade_code"]
    return summed(frame, by).merge(
        frame.groupby(by, as_index=False).size().rename(columns={"size": "school_count"})
    )


def expected_by_province(frame: pd.DataFrame) -> pd.DataFrame:
    by = ["period_code", "grade_code"]
    counted = frame.groupby(by, as_index=False).agg(
        agency_count=("agency_code", "nunique"), school_count=("smis_code", "size")
    )
    return summed(frame, by).merge(counted)


def assert_same(warehouse: Warehouse, mart: str, expected: pd.DataFrame, columns: list[str]) -> None:
    found = warehouse.frame(f"SELECT {', '.join(columns)} FROM {mart}")  # noqa: S608 - our own names
    keys = [each for each in columns if each.endswith("_code")]
    whole = {each: "Int64" for each in columns if each not in keys}

    def tidy(frame: pd.DataFrame) -> pd.DataFrame:
        texts = dict.fromkeys(keys, "object")
        return frame[columns].astype(whole).sort_values(keys, ignore_index=True).astype(texts)

    pd.testing.assert_frame_equal(tidy(found), tidy(expected))


def assert_marts(warehouse: Warehouse, sent: Sent) -> None:
    by_school = sent.by_school()
    assert_same(warehouse, "mart_enrolment_by_school", by_school, BY_SCHOOL)
    assert_same(warehouse, "mart_enrolment_by_agency", expected_by_agency(by_school), BY_AGENCY)
    assert_same(warehouse, "mart_enrolment_by_province", expected_by_province(by_school), BY_PROVINCE)


def random_figures(source: random.Random) -> Figures:
    counts: list[Count] = [None, HIDDEN, 0, *range(1, 41)]
    return {
        (school, grade): (
            source.choice(counts),
            source.choice(counts),
            source.choice([None, HIDDEN, 0, 1, 2]),
        )
        for school in source.sample(SCHOOLS, k=source.randint(1, 6))
        for grade in source.sample(GRADES, k=source.randint(1, 3))
    }


@pytest.mark.parametrize("seed", range(4))
def test_whatever_is_sent_the_marts_say_what_pandas_says(warehouse: Warehouse, seed: int) -> None:
    source = random.Random(seed)  # noqa: S311 - repeatable on purpose
    sent = Sent()
    for _ in range(25):
        agency, period = source.choice(AGENCIES), source.choice(PERIODS)
        if source.random() < 0.3:
            schools = source.sample(SCHOOLS, k=source.randint(1, 5))
            warehouse.load(make_register(*map(Entry, schools), agency=agency, period=period))
            if set(sent.registers.get((agency, period), ())) != set(schools):
                sent.registers.pop((agency, period), None)
                sent.registers[agency, period] = schools
            continue
        verdict = source.choice([Status.ACCEPTED, Status.ACCEPTED, Status.PARTLY_ACCEPTED, Status.HELD])
        figures = random_figures(source)
        warehouse.load(make_enrolment(figures, agency=agency, period=period, status=verdict))
        if verdict.is_loaded:
            sent.figures.pop((agency, period), None)
            sent.figures[agency, period] = figures
    assert_marts(warehouse, sent)


def load_figures(warehouse: Warehouse, sender: str, period: str, *schools: str, pupils: int = 10) -> None:
    figures: Figures = {(school, "P1"): (pupils, 0, 1) for school in schools}
    warehouse.load(make_enrolment(figures, agency=sender, period=period))


def pupils_by_agency(warehouse: Warehouse) -> list[tuple[str, str, int]]:
    rows = warehouse.query("SELECT period_code, agency_code, pupil_count FROM mart_enrolment_by_agency")
    return sorted((period, agency, int(pupils)) for period, agency, pupils in rows)


def test_a_school_that_moved_counts_for_its_agency_of_the_period(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SCHOOLS[0]), Entry(SCHOOLS[1]), agency="area1", period="2562-2"))
    warehouse.load(make_register(Entry(SCHOOLS[0]), agency="area1", period="2563-2"))
    warehouse.load(make_register(Entry(SCHOOLS[1], name="บ้านย้ายมา"), agency="area2", period="2563-2"))
    for period in PERIODS:
        load_figures(warehouse, "area3", period, SCHOOLS[0], SCHOOLS[1])
    assert pupils_by_agency(warehouse) == [
        ("2562-2", "area1", 20),
        ("2563-1", "area1", 20),
        ("2563-2", "area1", 10),
        ("2563-2", "area2", 10),
    ]
    names = "SELECT period_code, school_name_th FROM mart_enrolment_by_school WHERE smis_code = '50010002'"
    assert dict(warehouse.query(names)) == {
        "2562-2": "บ้านตัวอย่าง",
        "2563-1": "บ้านตัวอย่าง",
        "2563-2": "บ้านย้ายมา",
    }


def test_before_the_first_register_the_first_register_speaks(warehouse: Warehouse) -> None:
    load_figures(warehouse, "area1", "2562-2", SCHOOLS[0])
    warehouse.load(make_register(Entry(SCHOOLS[0]), agency="area2", period="2563-2"))
    assert pupils_by_agency(warehouse) == [("2562-2", "area2", 10)]


def test_without_any_register_the_sender_counts_and_names_the_school(warehouse: Warehouse) -> None:
    load_figures(warehouse, "area3", "2563-1", SCHOOLS[0])
    assert warehouse.query("SELECT agency_code, school_name_th FROM mart_enrolment_by_school") == [
        ("area3", f"โรงเรียน {SCHOOLS[0]}")
    ]


@pytest.mark.parametrize("order", [("area1", "area2"), ("area2", "area1")])
def test_of_two_senders_that_report_a_school_its_own_agency_is_heard(
    warehouse: Warehouse, order: tuple[str, str]
) -> None:
    warehouse.load(make_register(Entry(SCHOOLS[0]), agency="area1"))
    for sender in order:
        load_figures(warehouse, sender, "2563-1", SCHOOLS[0], pupils=int(sender[-1]))
    assert pupils_by_agency(warehouse) == [("2563-1", "area1", 1)]


def test_of_two_strangers_that_report_a_school_the_last_is_heard(warehouse: Warehouse) -> None:
    for pupils, sender in enumerate(("area3", "area2"), start=1):
        load_figures(warehouse, sender, "2563-1", SCHOOLS[0], pupils=pupils)
    assert pupils_by_agency(warehouse) == [("2563-1", "area2", 2)]


def test_a_register_that_was_held_moves_no_school(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SCHOOLS[0]), agency="area1"))
    warehouse.load(make_register(Entry(SCHOOLS[0]), agency="area2", period="2563-2", status=Status.HELD))
    load_figures(warehouse, "area1", "2563-2", SCHOOLS[0])
    assert pupils_by_agency(warehouse) == [("2563-2", "area1", 10)]


@pytest.mark.parametrize(
    ("cells", "sums"),
    [
        ([(None, None)], (None, None, None, 2)),
        ([(HIDDEN, None)], (None, None, None, 2)),
        ([(0, 0)], (0, 0, 0, 0)),
        ([(0, None)], (0, None, 0, 1)),
        ([(None, 0), (HIDDEN, None)], (None, 0, 0, 3)),
        ([(3, None), (None, 4)], (3, 4, 7, 2)),
        ([(None, None), (None, None)], (None, None, None, 4)),
    ],
)
def test_a_sum_is_missing_only_if_every_part_is(
    warehouse: Warehouse,
    cells: list[tuple[Count, Count]],
    sums: tuple[int | None, int | None, int | None, int],
) -> None:
    figures: Figures = {(school, "P1"): (*counts, 1) for school, counts in zip(SCHOOLS, cells, strict=False)}
    warehouse.load(make_enrolment(figures))
    columns = "SELECT male_count, female_count, pupil_count, missing_count"
    for mart in ("mart_enrolment_by_agency", "mart_enrolment_by_province"):
        assert warehouse.query(f"{columns} FROM {mart}") == [sums]


def test_classrooms_and_pupils_of_different_grades_neither_repeat_nor_vanish(warehouse: Warehouse) -> None:
    submission = make_enrolment({(SCHOOLS[0], "P1"): (1, 2, None), (SCHOOLS[0], "P2"): (3, 4, 2)})
    enrolment = submission.facts["fact_enrolment"]
    has_pupils = enrolment["grade_code"] == "P1"
    without = {
        name: enrolment[name].where(has_pupils, missing)
        for sex in ("male", "female")
        for name, missing in ((f"{sex}_count", pd.NA), (f"{sex}_mark_code", "z"))
    }
    facts = {"fact_enrolment": enrolment.assign(**without)}
    warehouse.load(replace(submission, facts=facts, sums=FORMS["enrolment"].to_sums(facts)))
    columns = "SELECT grade_code, pupil_count, missing_count, classroom_count"
    assert sorted(warehouse.query(f"{columns} FROM mart_enrolment_by_school")) == [
        ("P1", 3, 0, None),
        ("P2", None, 0, 2),
    ]
    assert sorted(warehouse.query(f"{columns}, school_count FROM mart_enrolment_by_agency")) == [
        ("P1", 3, 0, None, 1),
        ("P2", None, 0, 2, 1),
    ]


def test_figures_are_whole_numbers_in_every_mart(warehouse: Warehouse) -> None:
    load_figures(warehouse, "area1", "2563-1", *SCHOOLS)
    for mart in ("mart_enrolment_by_school", "mart_enrolment_by_agency", "mart_enrolment_by_province"):
        rows = warehouse.query(f"SELECT {', '.join(COUNTS)} FROM {mart}")  # noqa: S608 - our own names
        assert {type(each) for row in rows for each in row} == {int}


def test_grades_are_named(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({(SCHOOLS[0], grade): (1, 1, 1) for grade in grade_codes()}))
    names = warehouse.query(
        "SELECT grade_code, grade_name_th FROM mart_enrolment_by_province ORDER BY grade_id"
    )
    assert [code for code, _ in names] == list(grade_codes())
    assert names[3] == ("P1", "ป.1")


def test_the_register_mart_says_whose_a_school_was_and_until_when(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SCHOOLS[0]), agency="area1", period="2562-2"))
    warehouse.load(make_register(Entry(SCHOOLS[0]), agency="area2", period="2563-2"))
    columns = "agency_code, register_period_code, CAST(from_date AS TEXT), CAST(before_date AS TEXT)"
    assert warehouse.query(f"SELECT {columns} FROM mart_school ORDER BY from_date") == [  # noqa: S608 - ours
        ("area1", "2562-2", "2019-11-01", "2020-12-01"),
        ("area2", "2563-2", "2020-12-01", None),
    ]


def test_a_date_is_a_date_in_both_databases(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SCHOOLS[0])))
    select = "SELECT CAST({} AS TEXT) FROM {}"
    for table in ("fact_school", "mart_school"):
        assert warehouse.query(select.format("established_date", table)) == [("1962-05-16",)]


def test_every_period_of_the_calendar_is_in_order_of_its_code() -> None:
    assert tuple(PROVINCE.calendar) == PERIODS
