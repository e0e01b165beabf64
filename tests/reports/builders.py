"""Small builders of the values that reports are made from."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

import pandas as pd

from edusandbox.outcomes import AgencyTotal, Effect, LeftOut, RunReport, SubmissionOutcome
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, Status
from schemas.issues import Issue, Place, Severity
from schemas.periods import Period
from transforms.grid import CellValue, Grid, MergedRange

CHECKED_AT = datetime(2020, 6, 8, 7, 5, tzinfo=UTC)
FORM_NAMES_TH = {"enrolment": "จำนวนนักเรียน"}


def make_grid(
    rows: Sequence[Sequence[CellValue]],
    *,
    sheet_name: str = "นักเรียน",
    sheet_number: int = 1,
    merged: tuple[MergedRange, ...] = (),
    is_hidden: bool = False,
) -> Grid:
    return Grid(sheet_name, sheet_number, rows, merged=merged, is_hidden=is_hidden)


def make_issue(
    severity: Severity = Severity.ERROR,
    *,
    code: str = "VA001",
    place: Place | None = None,
    message_th: str = "ค่านี้ไม่ใช่จำนวน",
    remedy_th: str = "กรอกเป็นตัวเลข",
    owner: str = "agency",
    count: int = 1,
) -> Issue:
    return Issue(
        code=code,
        severity=severity,
        place=Place(sheet="นักเรียน", row=4, column=2) if place is None else place,
        message_th=message_th,
        message_en="This is not a count",
        remedy_th=remedy_th,
        remedy_en="Write a number",
        owner=owner,
        count=count,
    )


def make_delivery(path: str = "2563-1/enrolment.csv") -> Delivery:
    return Delivery(
        sha256="ab" * 32,
        file_name=path.rsplit("/", maxsplit=1)[-1],
        path=path,
        agency_code="cmi1",
        size_bytes=1234,
        received_at=CHECKED_AT,
    )


def make_submission(
    *issues: Issue,
    status: Status = Status.PARTLY_ACCEPTED,
    agency_code: str = "cmi1",
    loaded: int = 2,
    set_aside: Sequence[Mapping[str, object]] = (),
) -> CheckedSubmission:
    columns = ["source_sheet_number", "source_row", "school_code", "school_name", "content"]
    return CheckedSubmission(
        agency_code=agency_code,
        form="enrolment",
        part="",
        period=Period.parse("2563-1"),
        layout="dmc_area",
        status=status,
        rows=pd.DataFrame({"source_row": range(loaded)}),
        facts={"fact_enrolment": pd.DataFrame({"pupil_count": range(loaded * 3)})},
        sums={},
        set_aside=pd.DataFrame(set_aside, columns=columns),
        issues=issues,
        sheet_names={1: "นักเรียน"},
        row_count=loaded + len(set_aside),
        content_hash="cd" * 32,
    )


def make_checked(*issues: Issue, status: Status = Status.PARTLY_ACCEPTED) -> CheckedDelivery:
    aside = {"source_sheet_number": 1, "source_row": 4, "school_code": None, "content": '{"ชาย": "๑๒ คน"}'}
    return CheckedDelivery(
        make_delivery(), (make_submission(*issues, status=status, set_aside=[aside] if issues else []),)
    )


def make_outcome(
    status: Status = Status.ACCEPTED,
    *,
    effect: Effect = Effect.NEW_VERSION,
    agency_name_th: str = "สพป.เชียงใหม่ เขต 1",
    file_name: str = "enrolment.csv",
    marked_file: str | None = None,
) -> SubmissionOutcome:
    is_rejected = status is Status.REJECTED
    return SubmissionOutcome(
        agency_code="cmi1",
        agency_name_th=agency_name_th,
        form=None if is_rejected else "enrolment",
        part="",
        period=None if is_rejected else "2563-1",
        file_name=file_name,
        version=None if is_rejected else 1,
        status=status,
        effect=effect,
        rows_loaded=0 if is_rejected else 85,
        rows_set_aside=2 if status is Status.PARTLY_ACCEPTED else 0,
        error_count=2 if status is Status.PARTLY_ACCEPTED else 0,
        query_count=1,
        notice_count=3,
        marked_file=marked_file,
    )


def make_total(
    agency_code: str, name_th: str, male: int, female: int, *, expected: int | None = None
) -> AgencyTotal:
    figures = {
        "male_count": male,
        "female_count": female,
        "pupil_count": male + female,
        "classroom_count": 900,
    }
    return AgencyTotal(agency_code, name_th, "enrolment", "", "2563-1", 85, figures, expected)


def make_left_out(*, heard: str = "cmi2", school_count: int = 2) -> LeftOut:
    """Schools of cmi1's return for which another one's is heard, or that count for cmi2 by the register."""
    return LeftOut(
        form="enrolment",
        part="",
        period="2563-1",
        agency_code="cmi1",
        agency_name_th="เขต 1",
        heard_agency_code=heard,
        heard_agency_name_th="เขต 2" if heard == "cmi2" else "เขต 1",
        counted_agency_code="cmi2",
        counted_agency_name_th="เขต 2",
        schools=tuple(f"บ้าน {number} (5001000{number})" for number in range(1, school_count + 1)),
        figures={"pupil_count": 1033},
    )


def make_report(
    *outcomes: SubmissionOutcome,
    unchanged: int = 0,
    failed: tuple[tuple[str, str], ...] = (),
    totals: tuple[AgencyTotal, ...] = (),
    left_out: tuple[LeftOut, ...] = (),
) -> RunReport:
    return RunReport(
        province_name_th="เชียงใหม่",
        period="2563-1",
        warehouse="sqlite:///warehouse.db",
        outcomes=outcomes,
        unchanged_file_count=unchanged,
        failed=failed,
        totals=totals,
        left_out=left_out,
    )
