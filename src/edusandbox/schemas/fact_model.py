"""What all Fact models share: the warehouse's contract for one fact table.

A Fact model's columns become the table's columns. A column whose metadata names a dimension holds that
dimension's codes in the frame and its small integer key in the table.
"""

from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.api.pandas.model_config import BaseConfig
from pandera.typing import Series


def dimension(name: str, *, key: bool = True) -> dict[str, Any]:
    """Metadata of a column that refers to a dimension table.

    Args:
        name: `school`, `grade` or `sex`: the column is `<name>_code` in the frame and `<name>_id` in the
            table, a foreign key to `dim_<name>`.
        key: Whether it is part of the table's primary key (after `submission_id`).
    """
    return {"dimension": name, "key": key}


class FactModel(pa.DataFrameModel):
    """Columns that every fact table has; a failure under a Fact model is a bug of ours."""

    source_sheet_number: Series[np.int16] = pa.Field(
        ge=1, title="ลำดับแผ่นงาน", description="Number of the sheet in the sender's file, from 1"
    )
    source_row: Series[np.int32] = pa.Field(
        ge=1, title="แถวในแผ่นงาน", description="Row of the sheet in the sender's file, from 1"
    )

    class Config(BaseConfig):
        """Nothing more, nothing less, and no silent conversion."""

        strict = True
        coerce = False


class CellFactModel(FactModel):
    """A fact that comes from one cell."""

    source_column: Series[np.int16] = pa.Field(
        ge=1, title="คอลัมน์ในแผ่นงาน", description="Column of the sheet in the sender's file, from 1 (A)"
    )


class MarkedCountModel(CellFactModel):
    """A count with a mark that says why it is missing, so that zero, missing and hidden differ."""

    mark_code: Series[pd.CategoricalDtype] = pa.Field(
        nullable=True,
        isin=["x", "c"],
        title="เหตุที่ไม่มีค่า",
        description="Empty: the count stands as reported. x: the sender left the cell blank. "
        "c: the sender hid the figure",
    )
