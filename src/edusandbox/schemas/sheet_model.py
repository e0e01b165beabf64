"""What the Sheet models of all forms about schools share."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.schemas.school_codes import SCHOOL_CODE_PATTERN


class SchoolSheet(pa.DataFrameModel):
    """A sender's rows about schools: each names its school by a code of a known shape."""

    school_code: Series[str] = pa.Field(nullable=True)
    school_name: Series[str] = pa.Field(nullable=True)

    @pa.check("school_code", error="VA005")
    @classmethod
    def school_code_has_a_known_shape(cls, codes: "pd.Series[str]") -> "pd.Series[bool]":
        """Six (OBEC), eight (SMIS) or ten digits (ministry)."""
        return codes.str.fullmatch(SCHOOL_CODE_PATTERN)

    @pa.dataframe_check(error="VA004 school_code")
    @classmethod
    def school_code_is_given(cls, sheet: pd.DataFrame) -> "pd.Series[bool]":
        """A school without a code cannot be told from another."""
        return sheet["school_code"].notna()
