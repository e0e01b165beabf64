"""What a run did, for the operator, the command line and programs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from edusandbox.form_parts import form_and_part
from edusandbox.submissions import Status
from schemas.issues import Issue, Severity


class Effect(StrEnum):
    """What a submission did to the warehouse."""

    NEW_VERSION = "new_version"
    """It is current now; an older version, if any, was closed."""
    EQUAL_CONTENT = "equal_content"
    """The current version says the same: only the delivery was noted."""
    NOT_LOADED = "not_loaded"
    """It was held or rejected: kept with its issues, no facts loaded."""


@dataclass(frozen=True, slots=True)
class SubmissionOutcome:
    """What became of one submission, or of a delivery that holds none.

    Attributes:
        agency_code: The agency it is about; the sender where the delivery holds no submission.
        agency_name_th: Its name.
        form: Form code; None where the delivery holds no submission.
        part: Code of the part of the form; empty where it has none.
        period: Period code; None likewise.
        file_name: The sender's file.
        version: Version number within agency, form, part and period; None where nothing was recorded as one.
        status: The verdict.
        effect: What it did to the warehouse.
        rows_loaded: Rows among the facts now.
        rows_set_aside: Rows kept aside with an error.
        error_count: Errors found.
        query_count: Queries found.
        notice_count: Notices found.
        marked_file: Where the marked workbook lies; None where there was nothing to mark.
    """

    agency_code: str
    agency_name_th: str
    form: str | None
    part: str
    period: str | None
    file_name: str
    version: int | None
    status: Status
    effect: Effect
    rows_loaded: int
    rows_set_aside: int
    error_count: int
    query_count: int
    notice_count: int
    marked_file: str | None = None

    @classmethod
    def of_rejected_file(
        cls, agency_code: str, agency_name_th: str, file_name: str, issues: Sequence[Issue]
    ) -> Self:
        """The outcome of a delivery that holds no submission."""
        counts = Counter(issue.severity for issue in issues)
        return cls(
            agency_code=agency_code,
            agency_name_th=agency_name_th,
            form=None,
            part="",
            period=None,
            file_name=file_name,
            version=None,
            status=Status.REJECTED,
            effect=Effect.NOT_LOADED,
            rows_loaded=0,
            rows_set_aside=0,
            error_count=counts[Severity.ERROR],
            query_count=counts[Severity.QUERY],
            notice_count=counts[Severity.NOTICE],
        )

    @property
    def form_and_part(self) -> str | None:
        """Its form, with the part if there is one; None where the delivery holds no submission."""
        return self.form and form_and_part(self.form, self.part)

    def with_marked_file(self, path: str) -> "SubmissionOutcome":
        """The same outcome, naming its marked workbook."""
        return replace(self, marked_file=path)


@dataclass(frozen=True, slots=True)
class AgencyTotal:
    """The figures of a form, or of a part of one, of one agency in one period, as they are after the run.

    Attributes:
        agency_code: The agency.
        agency_name_th: Its name.
        form: Form code.
        part: Code of the part of the form; empty where it has none.
        period: Period code.
        school_count: Schools of which there is a return; None where the figures are the agency's own.
        figures: The sums that the form reports, by their names and in its order; None where there is no
            figure at all.
        expected_school_count: Schools of the agency's register as of the period, and those that a return
            names besides; None where there is no register, or the figures are the agency's own.
    """

    agency_code: str
    agency_name_th: str
    form: str
    part: str
    period: str
    school_count: int | None
    figures: Mapping[str, float | None]
    expected_school_count: int | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Schools of a return that are not in the sum of the agency that the return is about.

    Attributes:
        form: Form code.
        part: Code of the part of the form; empty where it has none.
        period: Period code.
        agency_code: The agency that the return is about.
        agency_name_th: Its name.
        heard_agency_code: The agency whose return is heard for the schools; its own where they count for
            another agency by the register.
        heard_agency_name_th: Its name.
        counted_agency_code: The agency in whose sum the schools are.
        counted_agency_name_th: Its name.
        schools: Names of the schools with their codes.
        figures: What the return reports of them of the figure that the form counts, by its name in totals;
            empty where it counts nothing.
    """

    form: str
    part: str
    period: str
    agency_code: str
    agency_name_th: str
    heard_agency_code: str
    heard_agency_name_th: str
    counted_agency_code: str
    counted_agency_name_th: str
    schools: tuple[str, ...]
    figures: Mapping[str, float]

    @property
    def is_in_no_sum(self) -> bool:
        """Whether these figures are in no agency's sum, because another return is heard."""
        return self.agency_code != self.heard_agency_code


@dataclass(frozen=True, slots=True)
class RunReport:
    """Everything that a run has to say.

    Attributes:
        province_name_th: The province.
        period: The period asked for.
        warehouse: Where the warehouse is, without a password.
        outcomes: One per submission, in order of agency, form and period.
        unchanged_file_count: Files whose bytes were known already.
        failed: Deliveries or agencies that the program could not deal with: name and reason.
        totals: Totals by form, part and agency: of all agencies, or of those that the run was about.
        left_out: What is not in these totals though a return reports it.
    """

    province_name_th: str
    period: str
    warehouse: str
    outcomes: tuple[SubmissionOutcome, ...]
    unchanged_file_count: int
    failed: tuple[tuple[str, str], ...]
    totals: tuple[AgencyTotal, ...]
    left_out: tuple[LeftOut, ...] = ()

    @property
    def changed_count(self) -> int:
        """Submissions that became current in this run."""
        return sum(each.effect is Effect.NEW_VERSION for each in self.outcomes)

    @property
    def totals_by_report(self) -> Mapping[tuple[str, str], tuple[AgencyTotal, ...]]:
        """The totals of each form and part that has any: what two of them count cannot be added up."""
        reports = dict.fromkeys((total.form, total.part) for total in self.totals)
        return {
            report: tuple(total for total in self.totals if (total.form, total.part) == report)
            for report in reports
        }

    @property
    def needs_a_person(self) -> bool:
        """Whether anything was rejected, held, set aside or failed."""
        unsettled = {Status.REJECTED, Status.HELD, Status.PARTLY_ACCEPTED}
        return bool(self.failed) or any(each.status in unsettled for each in self.outcomes)
