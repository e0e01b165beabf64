"""The sender's contract of a form (pandera, lazy), made from its declared fields.

Each check carries the code of the rule that it stands for as its `error`; one over several columns is
followed by the field to point at: `SU001 pupil_total`.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from math import inf

import pandas as pd
import pandera.pandas as pa

from schemas.breakdown_items import sums_of_items
from schemas.fields import Breakdown, Code, Count, Entity, Field, Figure, Identifier, Money
from schemas.school_codes import SCHOOL_CODE_PATTERN

_LEAST_TYPED = 1e-4
"""In baht: of amounts up to a hundred thousand million a binary fraction is off by less."""
Holds = Callable[[pd.DataFrame], "pd.Series[bool]"]


@dataclass(frozen=True, slots=True)
class RowCheck:
    """What must hold between the cells of a row.

    Attributes:
        rule: The rule that a row breaks in which it does not hold.
        field: The field to point at.
        holds: For each row of a Sheet frame whether it holds; where a figure is missing it does.
    """

    rule: str
    field: str
    holds: Holds

    @property
    def error(self) -> str:
        """As broken rules name it."""
        return f"{self.rule} {self.field}"


def sheet_schema(
    fields: Sequence[Field], row_checks: Sequence[RowCheck], entity: Entity = Entity.SCHOOL
) -> pa.DataFrameSchema:
    """Makes the contract of a form.

    Args:
        fields: The form's fields.
        row_checks: Its cross-column checks.
        entity: What its facts are about; each row about a school has its code.
    """
    columns: dict[str, pa.Column] = {}
    checks = [*row_checks]
    if entity is Entity.SCHOOL:
        columns["school_code"] = pa.Column(str, _matches(SCHOOL_CODE_PATTERN, "VA005"), nullable=True)
        columns["school_name"] = pa.Column(str, nullable=True)
        checks.insert(0, RowCheck("VA004", "school_code", _has("school_code")))
    taken_apart = {field.name for field in fields if isinstance(field, Breakdown)}
    for field in fields:
        match field:
            case Figure():
                columns[field.name] = pa.Column(
                    float, _checks_of_figure(field), nullable=True, required=False
                )
                if field.made_of:
                    checks.append(RowCheck("SU001", field.name, _adds_up(field, taken_apart)))
                checks += [
                    RowCheck("VA103", name, _is_taken_apart(field.name, name))
                    for name in taken_apart.intersection(field.made_of)
                ]
            case Breakdown():
                columns[field.name] = pa.Column(str, nullable=True, required=False)
            case Identifier() if field.pattern or field.noun:
                check = _matches(field.pattern, field.rule) if field.pattern else None
                columns[field.name] = pa.Column(str, check, nullable=True, required=False)
                if field.noun:
                    checks.append(RowCheck("VA044", field.name, _has(field.name)))
            case Code():
                columns[field.name] = pa.Column(str, nullable=True, required=False)
    return pa.DataFrameSchema(columns, checks=[pa.Check(each.holds, error=each.error) for each in checks])


def _matches(pattern: str, rule: str) -> pa.Check:
    return pa.Check(lambda codes: codes.str.fullmatch(pattern), error=rule)


def _checks_of_figure(field: Figure) -> list[pa.Check]:
    """Of a count VA002 below its least, VA003 for decimals, VA007 from its bound on; of others VA029.

    Of amounts VA110 besides, for parts of a satang.
    """
    low, high = field.bounds
    if isinstance(field, Count):
        return [
            pa.Check(lambda figures: figures >= low, error="VA002"),
            pa.Check(lambda figures: figures % 1 == 0, error="VA003"),
            pa.Check(lambda figures: figures < high, error="VA007"),
        ]
    checks = [pa.Check(_is_whole_satang, error="VA110")] if isinstance(field, Money) else []
    if low is None and high is None:
        return checks
    return [
        *checks,
        pa.Check(
            lambda figures: (
                (figures >= (-inf if low is None else low)) & (figures <= (inf if high is None else high))
            ),
            error="VA029",
        ),
    ]


def _is_whole_satang(amounts: "pd.Series[float]") -> "pd.Series[bool]":
    """What a spreadsheet adds up is off by less than anybody has typed."""
    return (amounts - amounts.round(2)).abs() < _LEAST_TYPED


def _adds_up(field: Figure, taken_apart: Collection[str]) -> Holds:
    """Whether a total is the sum of its parts, or of the items of a cell, where all of them are readable."""

    def holds(sheet: pd.DataFrame) -> "pd.Series[bool]":
        if not sheet.columns.intersection([*field.made_of]).size:
            return pd.Series(data=True, index=sheet.index)
        total = sheet[field.name]
        parts = [sums_of_items(sheet[name]) if name in taken_apart else sheet[name] for name in field.made_of]
        # Amounts have satang, whose sums are no binary fractions.
        expected = sum(parts[1:], start=parts[0]).round(6)
        return (total == expected) | total.isna() | expected.isna()

    return holds


def _is_taken_apart(total: str, items: str) -> Holds:
    """Whether a cell takes apart what its row states, where there is anything to take apart."""

    def holds(sheet: pd.DataFrame) -> "pd.Series[bool]":
        if items not in sheet.columns:
            return pd.Series(data=True, index=sheet.index)
        return sheet[items].notna() | ~(sheet[total] > 0)

    return holds


def _has(code: str) -> Holds:
    """Whether rows have a code without which a school, or a project, cannot be told from another."""
    return lambda sheet: sheet[code].notna()
