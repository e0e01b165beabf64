"""Runs a form's contract over Sheet frames, lazily, and turns every failure into a broken rule.

A check carries its rule code as its pandera `error`. pandera costs per call, not per row: check the
frames of many deliveries in one call.
"""

import pandas as pd
import pandera.pandas as pa

from schemas.rules import rules

RULE_CODE = "rule_code"
FIELD = "field"
POSITION = "position"


def broken_rules(schema: pa.DataFrameSchema, frame: pd.DataFrame) -> pd.DataFrame:
    """Checks a Sheet frame.

    Args:
        schema: The form's, as `sheet_schema` makes it.
        frame: Sheet frame with a RangeIndex.

    Returns:
        One row per broken rule and place: `rule_code`, `field`, `position` (row of `frame`).

    Raises:
        pandera.errors.SchemaErrors: The frame itself is not of the schema's shape: a mistake of ours.
    """
    try:
        schema.validate(frame, lazy=True)
    except pa.errors.SchemaErrors as failure:
        cases = failure.failure_cases
        parts = cases["check"].astype(str).str.split(" ", n=1, expand=True).reindex(columns=[0, 1])
        if not set(parts[0]) <= rules().keys():
            raise
        return (
            pd.DataFrame(
                {
                    RULE_CODE: parts[0],
                    FIELD: parts[1].where(parts[1].notna(), cases["column"]).astype(str),
                    POSITION: cases["index"].astype("int64"),
                }
            )
            .drop_duplicates()
            .sort_values([POSITION, RULE_CODE], ignore_index=True)
        )
    return pd.DataFrame({RULE_CODE: [], FIELD: [], POSITION: []})
