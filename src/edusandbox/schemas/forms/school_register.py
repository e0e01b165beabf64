"""The schools that an agency has, and what they are called."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.schemas.fact_model import FactModel, dimension


class SchoolFact(FactModel):
    """One school in the register of the agency that it belongs to."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school"), title="โรงเรียน", description="School"
    )
    school_name_th: Series[str] = pa.Field(title="ชื่อโรงเรียน", description="Name, Thai")
    school_type_th: Series[str] = pa.Field(
        nullable=True, title="ประเภท", description="Levels taught, as the sender words them"
    )
    subdistrict_name_th: Series[str] = pa.Field(nullable=True, title="ตำบล", description="Sub-district, Thai")
    district_name_th: Series[str] = pa.Field(nullable=True, title="อำเภอ", description="District, Thai")
