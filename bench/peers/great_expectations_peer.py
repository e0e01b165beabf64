"""Great Expectations on pandas frames, and to_sql.

Workbooks are read with calamine into one frame a shape; what an expectation cannot say of two columns
becomes a column of its own first (sum of both sexes, remainder, room present). One suite is validated for
all rows; the rows that are not as expected come from the complete results. Loading is that of the pandas
peers.
"""

from collections.abc import Collection, Iterator
from typing import Any

import great_expectations as gx
import great_expectations.expectations as gxe
import pandas as pd
from pandas_frames import broken_rows, facts_of, frame_of_rows, long_frame, register_frame
from pandas_loading import write
from recipe import COUNTS, RULE_OF_COUNT_LIMIT, SCHOOL_CODE, TABLES, Recipe, answer, arguments, by_table
from workbook_rows import rows_of

PACKAGES = ("great_expectations", "pandas", "sqlalchemy", "psycopg", "python-calamine")
KEY = ["agency_code", "period", "school_code", "grade_code"]


def expectations(recipe: Recipe, schools: Collection[str] | None) -> Iterator[tuple[str, Any]]:
    """The rules as expectations."""
    in_set, between = gxe.ExpectColumnValuesToBeInSet, gxe.ExpectColumnValuesToBeBetween
    yield "R02", in_set(column="agency_code", value_set=list(recipe.agencies))
    yield "R03", in_set(column="period", value_set=list(recipe.periods))
    yield "R04", gxe.ExpectColumnValuesToNotBeNull(column="school_code")
    yield "R05", gxe.ExpectColumnValuesToMatchRegex(column="school_code", regex=f"^(?:{SCHOOL_CODE})$")
    yield "R06", in_set(column="grade_code", value_set=list(recipe.grades))
    yield "R06", gxe.ExpectColumnValuesToNotBeNull(column="grade_code")
    yield "R07", in_set(column="is_text", value_set=[False])
    for field in COUNTS:
        yield "R08", between(column=field, min_value=0)
        yield "R09", in_set(column=f"{field}_remainder", value_set=[0.0])
        yield "R10", between(column=field, max_value=RULE_OF_COUNT_LIMIT, strict_max=True)
    yield (
        "R11",
        gxe.ExpectColumnPairValuesToBeEqual(
            column_A="pupil_total", column_B="pupil_sum", ignore_row_if="either_value_is_missing"
        ),
    )
    yield "R12", gxe.ExpectCompoundColumnsToBeUnique(column_list=KEY, ignore_row_if="any_value_is_missing")
    yield "R13", in_set(column="has_room", value_set=[True])
    if schools is not None:
        yield "R14", in_set(column="school_key", value_set=list(schools))


def with_help(long: pd.DataFrame) -> pd.DataFrame:
    """Adds the columns that expectations need."""
    pupils = long["male_count"].fillna(0) + long["female_count"].fillna(0)
    return long.assign(
        **{f"{field}_remainder": long[field] % 1 for field in COUNTS},
        pupil_sum=long["male_count"] + long["female_count"],
        has_room=~((pupils > 0) & ~(long["classroom_count"] > 0)) | long["is_text"],
        school_key=long["agency_code"] + "/" + long["school_code"],
    )


def validate(
    long: pd.DataFrame, recipe: Recipe, schools: Collection[str] | None
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Gives the rows without a fault, and `set_aside` rows."""
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False, "metric_calculations": False}
    asset = context.data_sources.add_pandas("bench").add_dataframe_asset("rows")
    batch = asset.add_batch_definition_whole_dataframe("all").get_batch({"dataframe": with_help(long)})
    rules = list(expectations(recipe, schools))
    suite = gx.ExpectationSuite(name="rules", expectations=[each for _, each in rules])
    checked = batch.validate(suite, result_format={"result_format": "COMPLETE"})
    rule_of = {_name(expectation.configuration): rule for rule, expectation in rules}
    return broken_rows(
        long,
        [
            (rule_of[_name(each.expectation_config)], each.result.get("unexpected_index_list") or [])
            for each in checked.results
            if not each.success
        ],
    )


def _name(configuration: Any) -> str:
    """What tells an expectation of the suite from another one."""
    told = configuration.kwargs
    limits = [key for key in ("min_value", "max_value") if told.get(key) is not None]
    return f"{configuration.type} {told.get('column')} {limits}"


def main() -> None:
    """Does the work."""
    recipe, url, started = arguments(__doc__)
    registers = recipe.registers
    schools = register_frame(registers, [frame_of_rows(each, rows_of(recipe, each)) for each in registers])
    known = frozenset(schools["agency_code"] + "/" + schools["school_code"]) if registers else None
    frames = [
        long_frame(recipe, group, [frame_of_rows(each, rows_of(recipe, each)) for each in group])
        for group in by_table(recipe.returns)
    ]
    kept, aside = validate(pd.concat(frames, ignore_index=True), recipe, known)
    pupils, rooms = facts_of(kept)
    write(
        url,
        {
            "source_file": pd.DataFrame(recipe.file_rows(), columns=list(TABLES["source_file"])),
            "school": schools,
            "set_aside": aside,
            "fact_enrolment": pupils[list(TABLES["fact_enrolment"])],
            "fact_classroom": rooms[list(TABLES["fact_classroom"])],
        },
    )
    answer(url, started, PACKAGES)


if __name__ == "__main__":
    main()
