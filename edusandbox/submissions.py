"""What passes from the checking of a delivery to the warehouse and the reports.

These are plain values: a worker process or another machine makes them from a delivery's bytes, the flow
loads them. Nothing here holds a Grid.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

import pandas as pd

from edusandbox.what_was_read import JudgedAs, Reading
from schemas.issues import Issue, Severity
from schemas.periods import Period


class Status(StrEnum):
    """What became of a submission, or of a delivery that holds none."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_QUERIES = "accepted_with_queries"
    PARTLY_ACCEPTED = "partly_accepted"
    HELD = "held"
    REJECTED = "rejected"
    NIL = "nil"
    SUPERSEDED = "superseded"

    @property
    def is_loaded(self) -> bool:
        """Whether a submission with this verdict becomes the current one."""
        return self in _LOADED


_LOADED = {Status.ACCEPTED, Status.ACCEPTED_WITH_QUERIES, Status.PARTLY_ACCEPTED, Status.NIL}

STATUS_NAMES_TH: Mapping[Status, str] = {
    Status.ACCEPTED: "รับแล้ว",
    Status.ACCEPTED_WITH_QUERIES: "รับแล้ว มีข้อให้ชี้แจง",
    Status.PARTLY_ACCEPTED: "รับบางส่วน",
    Status.HELD: "รอพิจารณา",
    Status.REJECTED: "ไม่รับ",
    Status.NIL: "ไม่มีข้อมูลจะรายงาน",
    Status.SUPERSEDED: "มีฉบับใหม่แทนแล้ว",
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """A file that arrived.

    Attributes:
        sha256: Hex digest of its bytes, and its name in the landing store.
        file_name: Its name, without folders and without personal data.
        path: Where it lay in the agency's folder, relative to that folder, with `/`; personal data in it is
            masked, so that nothing behind the door knows it.
        agency_code: The agency whose folder it came from.
        size_bytes: Length of its bytes.
        received_at: When it was fetched, UTC.
        personal_name_kind: The kind of personal data that was masked in its path, or None.
    """

    sha256: str
    file_name: str
    path: str
    agency_code: str
    size_bytes: int
    received_at: datetime
    personal_name_kind: str | None = None


NO_SCHOOL = ""
"""What stands for the code of a school in keys of facts that are about an agency."""

SubmissionKey = tuple[str, str, str, str]
"""Agency, form, part and period code: of these a warehouse has one current version."""


@dataclass(frozen=True, slots=True)
class StandingFigures:
    """A school as the version has it that a new one would replace, or what that version says of its agency.

    Attributes:
        codes: Every code that the school has; `NO_SCHOOL` alone where the facts are about the agency.
        name: What the sender called it, if anything.
        counts: By what tells the school's rows apart (its grade) the counts for which its table has a cell,
            by field; None where there is no figure.
    """

    codes: tuple[str, ...]
    name: str | None
    counts: Mapping[tuple[str, ...], Mapping[str, float | None]]

    @property
    def label(self) -> str:
        """How a sentence names it: the name with the code beside it, or the code alone."""
        return f"{self.name} ({self.codes[0]})" if self.name else self.codes[0]


@dataclass(frozen=True, slots=True)
class ColumnPlace:
    """The sheet column from which the values of a field were read.

    Attributes:
        sheet_number: The sheet, 1-based.
        field: The field, such as `taker_count`.
        code: The code in the column's heading (a grade); empty where the heading names none.
        column: The sheet column, 1-based.
    """

    sheet_number: int
    field: str
    code: str
    column: int


CELL_SOURCE_COLUMNS = (
    "fact_table",
    "school_code",
    "key_codes",
    "field",
    "source_sheet_number",
    "source_row",
    "source_column",
)
"""What is kept of a value that does not stand in its fact's row and its field's column."""


@dataclass(frozen=True, slots=True)
class CheckedSubmission:
    """What a delivery says for one agency, form, part and period.

    Attributes:
        agency_code: The agency that the figures are about, as the province's registry keys it.
        form: Form code, such as `crew`.
        part: Code of the part of the form; empty where it has none.
        period: Reporting period.
        layout: Layout code, e.g. `dmc_area`.
        status: The verdict.
        rows: One row per kept row of the table; columns `source_sheet_number` (1-based), `source_row`
            (1-based), `school_code` (str), `school_code_scheme` (`smis8`, `ministry10`, `obec6`),
            `school_name` (str, may be missing) and any further identifying columns of the form
            (a register: `ministry_code`, `obec_code`).
        facts: Fact frames by table name, valid under the form's Fact models.
        sums: Frames of the facts' sums by table name, as the form's `to_sums` makes them.
        set_aside: One row per row with an error; columns `source_sheet_number`, `source_row`,
            `school_code`, `school_name`, `content` (the row as typed, JSON object heading -> text).
        issues: Everything found, in sheet order.
        sheet_names: Names of the sheets read, by `source_sheet_number`.
        row_count: Rows of the table, without totals, notes and benchmark rows.
        content_hash: Hex digest of the facts and set-aside rows, the same for the same content in
            other bytes or another order.
        key_columns: By sheet number, the sheet column (1-based) and heading of the school's code.
        columns: The sheet columns from which values were read.
        cell_sources: Values that stand elsewhere than in their fact's row and their field's column; columns
            as in `CELL_SOURCE_COLUMNS`. None where there are none.
        is_period_by_calendar: Whether the calendar says of any of its tables which period it is about, and
            the file does not.
    """

    agency_code: str
    form: str
    part: str
    period: Period
    layout: str
    status: Status
    rows: pd.DataFrame
    facts: Mapping[str, pd.DataFrame]
    sums: Mapping[str, pd.DataFrame]
    set_aside: pd.DataFrame
    issues: tuple[Issue, ...]
    sheet_names: Mapping[int, str]
    row_count: int
    content_hash: str
    key_columns: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    columns: tuple[ColumnPlace, ...] = ()
    cell_sources: pd.DataFrame | None = None
    is_period_by_calendar: bool = False

    @property
    def key(self) -> SubmissionKey:
        """Whose figures it holds, in which form and part of it, about which period."""
        return (self.agency_code, self.form, self.part, self.period.code)

    @property
    def row_count_set_aside(self) -> int:
        """Rows kept out of the facts because of an error."""
        return len(self.set_aside)

    @property
    def row_count_loaded(self) -> int:
        """Rows whose figures are among the facts."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class CheckedDelivery:
    """A delivery after reading and checking.

    Attributes:
        delivery: The file.
        submissions: What it says; empty where it was rejected as a whole.
        issues: Issues of the file as a whole (unreadable, no known form, ...).
        verdicts_before: Verdicts on what else it says, where that has been loaded before.
        readings: What was read of it, whatever the verdict, where somebody asks for that.
        judged_as: As whose file it was checked, where somebody asks for that.
        counted: Columns of counts whose heading is one of personal data elsewhere, by sheet number and
            column; the last row of the heading of each.
    """

    delivery: Delivery
    submissions: tuple[CheckedSubmission, ...] = ()
    issues: tuple[Issue, ...] = field(default=())
    verdicts_before: tuple[Status, ...] = ()
    readings: tuple[Reading, ...] = ()
    judged_as: JudgedAs | None = None
    counted: Mapping[tuple[int, int], int] = field(default_factory=dict)

    @property
    def all_issues(self) -> tuple[Issue, ...]:
        """The file's issues and its submissions' issues."""
        return self.issues + tuple(issue for each in self.submissions for issue in each.issues)

    @property
    def has_personal_data(self) -> bool:
        """Whether personal data was found in the file, other than whom to ask about it."""
        return any(issue.code in _PRIVACY_RULES for issue in self.all_issues)

    @property
    def status(self) -> Status:
        """The worst verdict on what it says; `rejected` where it says nothing."""
        verdicts = [*self.verdicts_before, *(each.status for each in self.submissions)]
        return max(verdicts, key=_WORSE.index, default=Status.REJECTED)


_PRIVACY_RULES = ("PR001", "PR002", "PR003", "PR004", "PR006", "PR007", "PR008")
"""What is said of persons' data; PR005 is of the one person who signs or answers the telephone."""
_WORSE = [
    Status.SUPERSEDED,
    Status.NIL,
    Status.ACCEPTED,
    Status.ACCEPTED_WITH_QUERIES,
    Status.PARTLY_ACCEPTED,
    Status.HELD,
    Status.REJECTED,
]


def verdict(issues: tuple[Issue, ...], kept_row_count: int) -> Status:
    """Says what becomes of a submission with these issues.

    Args:
        issues: Everything found in the submission.
        kept_row_count: Rows without an error.

    Returns:
        `rejected` if no row is left, `partly_accepted` if some were set aside, otherwise accepted with
        or without queries.
    """
    if kept_row_count == 0:
        return Status.REJECTED
    severities = {issue.severity for issue in issues}
    if Severity.ERROR in severities:
        return Status.PARTLY_ACCEPTED
    return Status.ACCEPTED_WITH_QUERIES if Severity.QUERY in severities else Status.ACCEPTED
