"""Which figures a run reports once it has loaded a form's returns."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReportedSums:
    """Sums by agency that a mart of the form has.

    Attributes:
        mart: The mart; it has `period_code`, `agency_code` and these columns, and its rows add up.
        columns: The mart's column for each field that is reported, in the order of the report.
    """

    mart: str
    columns: Mapping[str, str]
