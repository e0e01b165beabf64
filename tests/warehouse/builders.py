"""Small builders for the tests of the warehouse: a province, deliveries, checked submissions."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pyarrow
from sqlalchemy import Engine, event, text

from edusandbox.checking.splitting import content_hash
from edusandbox.outcomes import SubmissionOutcome
from edusandbox.sources.registry import Agency, CalendarEntry, Province
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, ColumnPlace, Delivery, Status
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.loading import DeliveryPart, LoadContext, load_delivery, load_together
from edusandbox.warehouse.load.runs import RunContext
from schemas.catalogue import FORMS
from schemas.codes import grade_codes
from schemas.fact_rows import MARKS
from schemas.forms.enrolment import EnrolmentFact
from schemas.forms.school_register import SchoolFact
from schemas.issues import Issue, Place, Severity
from schemas.periods import Period
from schemas.school_codes import school_code_schemes
from tests.calendars import calendar_entry

RECEIVED_AT = datetime(2020, 7, 2, 3, 4, 5, tzinfo=UTC)
PROVIDES_SCHOOLS = frozenset({"school_register"})
HIDDEN = "hidden"
Count = int | str | None
"""Pupils or classrooms: a number, None (the cell was left blank) or HIDDEN."""
Figures = Mapping[tuple[str, str], tuple[Count, Count, Count]]
"""(school code, grade code) -> boys, girls, classrooms."""


def make_agency(code: str, **changes: Any) -> Agency:  # noqa: ANN401 - any field
    agency = Agency(
        code=code,
        name_th=f"สพป.ตัวอย่าง เขต {code[-1]}",
        name_en=f"Sample Area {code[-1]}",
        kind="สพป.",
        scheme_codes={"area4": f"500{code[-1]}"},
        valid_from_date=date(2010, 1, 1),
        valid_to_date=None,
        folder=code,
        forms=("enrolment",),
        sends_for_province=False,
    )
    return replace(agency, **changes)


def make_entry(period: str, start: date, *, due: date) -> CalendarEntry:
    return calendar_entry(period, start, date(start.year + 1, 3, 31), due=due)


def make_province(*agencies: Agency, calendar: Iterable[CalendarEntry] = ()) -> Province:
    entries = tuple(calendar) or (
        make_entry("2562-2", date(2019, 11, 1), due=date(2019, 11, 10)),
        make_entry("2563-1", date(2020, 7, 1), due=date(2020, 7, 10)),
        make_entry("2563-2", date(2020, 12, 1), due=date(2020, 12, 10)),
    )
    return Province(
        code="50",
        name_th="ตัวอย่าง",
        name_en="Sample",
        agencies=agencies or (make_agency("area1"), make_agency("area2"), make_agency("area3")),
        calendar={entry.period.code: entry for entry in entries},
    )


PROVINCE = make_province()


def make_issue(severity: Severity = Severity.ERROR, **changes: Any) -> Issue:  # noqa: ANN401 - any field
    issue = Issue(
        code="VA001",
        severity=severity,
        place=Place(sheet="นักเรียน", row=4, column=2, header="ป.1 ชาย", value="๑๒?"),
        message_th="ค่านี้ไม่ใช่จำนวน",
        message_en="This is not a count",
        remedy_th="กรอกเป็นตัวเลข",
        remedy_en="Write a number",
        owner="agency",
    )
    return replace(issue, **changes)


def make_delivery(agency: str = "area1", *, content: object = "", **changes: Any) -> Delivery:  # noqa: ANN401 - any field
    """A delivery; its digest is that of `content`."""
    delivery = Delivery(
        sha256=hashlib.sha256(repr((agency, content)).encode()).hexdigest(),
        file_name="enrolment.xlsx",
        path="2563-1/enrolment.xlsx",
        agency_code=agency,
        size_bytes=1234,
        received_at=RECEIVED_AT,
    )
    return replace(delivery, **changes)


def _rows(codes: Sequence[str], names: Mapping[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(
        {
            "source_sheet_number": pd.Series(1, index=range(len(codes)), dtype="int16"),
            "source_row": pd.Series(range(4, 4 + len(codes)), dtype="int32"),
            "school_code": pd.Series(list(codes), dtype="str"),
            "school_name": pd.Series([names.get(code) for code in codes], dtype="str"),
        }
    )
    return frame.assign(school_code_scheme=school_code_schemes(frame["school_code"]))


def _set_aside(rows: Mapping[int, Mapping[str, str]]) -> pd.DataFrame:
    contents = [json.dumps(content, ensure_ascii=False) for content in rows.values()]
    return pd.DataFrame(
        {
            "source_sheet_number": pd.Series(1, index=range(len(rows)), dtype="int16"),
            "source_row": pd.Series(list(rows), dtype="int32"),
            "school_code": pd.Series([None] * len(rows), dtype="str"),
            "school_name": pd.Series([None] * len(rows), dtype="str"),
            "content": pd.Series(contents, dtype="str"),
        }
    )


def statements_of(engine: Engine) -> list[str]:
    """Statements that the engine is given from now on."""
    given: list[str] = []
    event.listen(
        engine, "before_cursor_execute", lambda _connection, _cursor, statement, *_: given.append(statement)
    )
    return given


def _marked(counts: Sequence[Count], name: str, *, without: str) -> dict[str, Any]:
    """A column of counts and its marks; None is a blank cell, or where the form says so none at all."""
    marks = {None: without, HIDDEN: "c"}
    return {
        f"{name}_count": pd.array(
            [each if isinstance(each, int) else None for each in counts], dtype="Int32"
        ),
        f"{name}_mark_code": pd.Categorical(
            [marks.get(each) if not isinstance(each, int) else None for each in counts], categories=MARKS
        ),
    }


def _enrolment_facts(figures: Figures, row_of: Mapping[str, int]) -> pd.DataFrame:
    schools = [school for school, _ in figures]
    boys, girls, rooms = zip(*figures.values(), strict=True) if figures else ((), (), ())
    return pd.DataFrame(
        {
            "source_sheet_number": pd.Series(1, index=range(len(figures)), dtype="int16"),
            "source_row": pd.Series([row_of[school] for school in schools], dtype="int32"),
            "school_code": pd.Series(schools, dtype="str").astype("category"),
            "grade_code": pd.Categorical([grade for _, grade in figures], categories=grade_codes()),
            **_marked(boys, "male", without="x"),
            **_marked(girls, "female", without="x"),
            **_marked(rooms, "classroom", without="z"),
        }
    )


def _columns(figures: Figures) -> tuple[ColumnPlace, ...]:
    """The sheet columns of a wide table: boys and girls of each grade, then classrooms."""
    grades = dict.fromkeys(grade for _, grade in figures)
    numbers = {grade: grade_codes().index(grade) for grade in grades}
    return tuple(
        ColumnPlace(1, field, grade, column)
        for grade, number in numbers.items()
        for field, column in (
            ("male_count", 2 * number + 3),
            ("female_count", 2 * number + 4),
            ("classroom_count", number + 50),
        )
    )


def make_enrolment(
    figures: Figures,
    *,
    agency: str = "area1",
    period: str = "2563-1",
    status: Status = Status.ACCEPTED,
    set_aside: Mapping[int, Mapping[str, str]] | None = None,
    issues: Sequence[Issue] = (),
    names: Mapping[str, str] | None = None,
) -> CheckedSubmission:
    """An enrolment return as the checks make it.

    A classroom count of None is a table without a column for it, as the form makes its facts.
    """
    codes = list(dict.fromkeys(school for school, _ in figures))
    row_of = {code: row for row, code in enumerate(codes, start=4)}
    facts = {"fact_enrolment": EnrolmentFact.validate(_enrolment_facts(figures, row_of))}
    aside = _set_aside(set_aside or {})
    return CheckedSubmission(
        agency_code=agency,
        form="enrolment",
        part="",
        period=Period.parse(period),
        layout="dmc_area",
        status=status,
        rows=_rows(codes, names or {code: f"โรงเรียน {code}" for code in codes}),
        facts=facts,
        sums=FORMS["enrolment"].to_sums(facts),
        set_aside=aside,
        issues=tuple(issues),
        sheet_names={1: "นักเรียน"},
        row_count=len(codes) + len(aside),
        content_hash=content_hash(facts, aside),
        columns=_columns(figures),
    )


@dataclass(frozen=True)
class Entry:
    """One school of a register."""

    code: str
    name: str = "บ้านตัวอย่าง"
    ministry_code: str | None = None


def make_register(
    *entries: Entry, agency: str = "area1", period: str = "2563-1", status: Status = Status.ACCEPTED
) -> CheckedSubmission:
    """A school register as the checks make it."""
    rows = _rows([each.code for each in entries], {each.code: each.name for each in entries})
    rows = rows.assign(ministry_code=pd.Series([each.ministry_code for each in entries], dtype="str"))
    nothing = pd.Series([None] * len(entries), dtype="str")
    facts: dict[str, pd.DataFrame] = {
        "fact_school": SchoolFact.validate(
            rows[["source_sheet_number", "source_row"]].assign(
                school_code=rows["school_code"].astype("category"),
                school_name_th=rows["school_name"],
                school_type_th=nothing,
                subdistrict_name_th=nothing,
                district_name_th=pd.Series(["เมืองตัวอย่าง"] * len(entries), dtype="str"),
                established_date=pd.Series(
                    [date(1962, 5, 16)] * len(entries), dtype=pd.ArrowDtype(pyarrow.date32())
                ),
            )
        )
    }
    aside = _set_aside({})
    return CheckedSubmission(
        agency_code=agency,
        form="school_register",
        part="",
        period=Period.parse(period),
        layout="register",
        status=status,
        rows=rows,
        facts=facts,
        sums={},
        set_aside=aside,
        issues=(),
        sheet_names={1: "โรงเรียน"},
        row_count=len(entries),
        content_hash=content_hash(facts, aside),
    )


@dataclass(frozen=True)
class Warehouse:
    """A warehouse that is ready, with the run that loads it."""

    engine: Engine
    province: Province
    run: RunContext

    def load(self, *submissions: CheckedSubmission, delivery: Delivery | None = None) -> SubmissionOutcome:
        """Loads a delivery of these submissions, by default in bytes of its own; gives the last outcome."""
        return self.load_all(*submissions, delivery=delivery)[-1]

    def load_all(
        self, *submissions: CheckedSubmission, delivery: Delivery | None = None, issues: Sequence[Issue] = ()
    ) -> tuple[SubmissionOutcome, ...]:
        if delivery is None:
            agency = submissions[0].agency_code if submissions else "area1"
            delivery = make_delivery(agency, content=self.count("ops_delivery"))
        with writing(self.engine) as connection:
            return load_delivery(
                connection,
                CheckedDelivery(delivery, submissions, tuple(issues)),
                LoadContext(self.province, self.run, PROVIDES_SCHOOLS),
            )

    def load_together(self, *checked: CheckedDelivery) -> list[tuple[SubmissionOutcome, ...]]:
        """Loads deliveries all at once, or raises and loads none."""
        parts = [DeliveryPart(each, each.status) for each in checked]
        context = LoadContext(self.province, self.run, PROVIDES_SCHOOLS)
        with writing(self.engine) as connection:
            return load_together(connection, parts, context)

    def query(self, statement: str) -> list[tuple[Any, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]

    def frame(self, statement: str) -> pd.DataFrame:
        with self.engine.connect() as connection:
            result = connection.execute(text(statement))
            return pd.DataFrame(result.all(), columns=list(result.keys()))

    def count(self, table: str) -> int:
        return int(self.query(f"SELECT COUNT(*) FROM {table}")[0][0])  # noqa: S608 - our own table names
