"""The rules of RULES.md as a pandera schema of the long frame."""

from collections.abc import Collection
from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandas_frames import broken_rows
from recipe import COUNTS, RULE_OF_COUNT_LIMIT, SCHOOL_CODE, Recipe


def schema_of(recipe: Recipe, schools: Collection[str] | None) -> pa.DataFrameSchema:
    """Makes the schema.

    Args:
        recipe: The work.
        schools: Agency and code of registered schools, joined by a slash; None where there are no registers.
    """
    counts = {
        field: pa.Column(
            float,
            [
                pa.Check.ge(0, error="R08"),
                pa.Check(lambda counts: counts % 1 == 0, error="R09"),
                pa.Check.lt(RULE_OF_COUNT_LIMIT, error="R10"),
            ],
            nullable=True,
        )
        for field in COUNTS
    }
    rows = [
        pa.Check(_total_is_the_sum, error="R11"),
        pa.Check(_pupils_have_a_room, error="R13"),
        pa.Check(
            lambda rows: ~rows.duplicated(["agency_code", "period", "school_code", "grade_code"], keep=False),
            error="R12",
        ),
    ]
    if schools is not None:
        rows.append(
            pa.Check(
                lambda rows: (rows["agency_code"] + "/" + rows["school_code"]).isin(schools), error="R14"
            )
        )
    return pa.DataFrameSchema(
        {
            "agency_code": pa.Column(str, pa.Check.isin(recipe.agencies, error="R02")),
            "period": pa.Column(str, pa.Check.isin(recipe.periods, error="R03")),
            "school_code": pa.Column(
                str,
                [
                    pa.Check(lambda codes: codes.notna(), error="R04", ignore_na=False),
                    pa.Check(lambda codes: codes.str.fullmatch(SCHOOL_CODE), error="R05"),
                ],
                nullable=True,
            ),
            "grade_code": pa.Column(
                str,
                pa.Check(lambda codes: codes.isin(recipe.grades), error="R06", ignore_na=False),
                nullable=True,
            ),
            "is_text": pa.Column(bool, pa.Check.isin([False], error="R07")),
            **counts,
        },
        checks=rows,
    )


def _total_is_the_sum(rows: pd.DataFrame) -> Any:
    expected = rows["male_count"] + rows["female_count"]
    return (rows["pupil_total"] == expected) | rows["pupil_total"].isna() | expected.isna()


def _pupils_have_a_room(rows: pd.DataFrame) -> Any:
    pupils = rows["male_count"].fillna(0) + rows["female_count"].fillna(0)
    return ~((pupils > 0) & ~(rows["classroom_count"] > 0)) | rows["is_text"]


def validate(long: pd.DataFrame, schema: pa.DataFrameSchema) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Validates a long frame; gives the rows without a fault, and `set_aside` rows."""
    try:
        schema.validate(long, lazy=True)
    except pa.errors.SchemaErrors as errors:
        cases = errors.failure_cases
        return broken_rows(long, [(str(rule), part["index"]) for rule, part in cases.groupby("check")])
    return broken_rows(long, [])
