"""What a form is to the rest of the program: its models and the few facts that mechanisms need."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import pandas as pd
import pandera.pandas as pa

from edusandbox.schemas.fact_model import FactModel, SumModel

Frames = Mapping[str, pd.DataFrame]
"""Frames by the name of the table that they are for."""


def no_sums(facts: Frames) -> Frames:  # noqa: ARG001 - the signature of all that make sums
    """Of a form whose facts nobody adds up."""
    return {}


@dataclass(frozen=True, slots=True)
class CountName:
    """What a count is called where figures are shown.

    Attributes:
        name_th: Its name, Thai.
        name_en: Its name, English.
    """

    name_th: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of return.

    Attributes:
        code: Stable code, e.g. `enrolment`; its layouts lie beside its declaration.
        name_th: Name for people, Thai.
        name_en: Name for people, English.
        sheet_model: The sender's contract (pandera, lazy), one row per school and row key.
        fact_models: The warehouse's contracts by table name.
        to_facts: Makes the fact frames, by table name, from a Sheet frame and a mark of those rows that are
            without fault; each fact keeps the index of the Sheet frame's row that it comes from.
        row_key: Columns that together may stand only once in a submission.
        unique_fields: Further codes that may stand only once in a submission.
        counts: Count columns of the Sheet frame: additive, so that totals can be proved from parts.
        made_of: For count columns that are sums of others in the same row, these others.
        figure: Of the first fact table that is keyed as the rows are, the count that adds up; None where
            nothing is counted.
        provides_schools: Whether its rows say which schools there are and whose they are.
        private_fields: Fields that hold personal data: recognised, never read.
        date_fields: Fields that hold dates.
        sum_models: What is kept of the sums of a submission's facts, by table name.
        to_sums: Makes these sums, by table name, from the fact frames of one submission.
        count_names: What its count columns are called.
    """

    code: str
    name_th: str
    name_en: str
    sheet_model: type[pa.DataFrameModel]
    fact_models: Mapping[str, type[FactModel]]
    to_facts: Callable[[pd.DataFrame, "pd.Series[bool]"], Frames]
    row_key: tuple[str, ...]
    unique_fields: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    made_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    figure: str | None = None
    provides_schools: bool = False
    private_fields: tuple[str, ...] = ()
    date_fields: tuple[str, ...] = ()
    sum_models: Mapping[str, type[SumModel]] = field(default_factory=dict)
    to_sums: Callable[[Frames], Frames] = no_sums
    count_names: Mapping[str, CountName] = field(default_factory=dict)

    @property
    def code_field(self) -> str:
        """The field by whose codes (grades) its counts are given; '' where a school has one of each."""
        codes = (each for each in self.row_key if each.endswith("_code") and each != "school_code")
        return next(codes, "")
