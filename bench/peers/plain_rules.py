"""The rules of RULES.md in plain pandas, for libraries that bring no rules of their own for frames."""

from collections.abc import Collection, Iterator
from typing import Any

import pandas as pd
from pandas_frames import broken_rows
from recipe import COUNTS, RULE_OF_COUNT_LIMIT, SCHOOL_CODE, Recipe

KEY = ["agency_code", "period", "school_code", "grade_code"]


def broken(long: pd.DataFrame, recipe: Recipe, schools: Collection[str] | None) -> Iterator[tuple[str, Any]]:
    """Each rule with a mask of the rows that break it."""
    codes = long["school_code"]
    yield "R02", ~long["agency_code"].isin(recipe.agencies)
    yield "R03", ~long["period"].isin(recipe.periods)
    yield "R04", codes.isna()
    yield "R05", ~codes.str.fullmatch(SCHOOL_CODE).fillna(value=True).astype(bool)
    yield "R06", ~long["grade_code"].isin(recipe.grades)
    yield "R07", long["is_text"]
    counts = long[list(COUNTS)]
    yield "R08", (counts < 0).any(axis=1)
    yield "R09", (counts % 1 > 0).any(axis=1)
    yield "R10", (counts >= RULE_OF_COUNT_LIMIT).any(axis=1)
    expected = long["male_count"] + long["female_count"]
    given = long["pupil_total"].notna() & expected.notna()
    yield "R11", given & (long["pupil_total"] != expected)
    yield "R12", long.duplicated(KEY, keep=False)
    pupils = long["male_count"].fillna(0) + long["female_count"].fillna(0)
    yield "R13", (pupils > 0) & ~(long["classroom_count"] > 0) & ~long["is_text"]
    if schools is not None:
        yield "R14", ~(long["agency_code"] + "/" + codes).isin(schools)


def validate(
    long: pd.DataFrame, recipe: Recipe, schools: Collection[str] | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Gives the rows without a fault, and `set_aside` rows."""
    return broken_rows(long, [(rule, long.index[mask]) for rule, mask in broken(long, recipe, schools)])
