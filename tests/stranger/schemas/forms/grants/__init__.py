"""Grants to an agency by fund: facts about agencies, with no school in any of its tables."""

from typing import Annotated

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import AMOUNT, FactModel, dimension, mark_field, meaning, value_field
from schemas.fields import BAHT, Bilingual, Code, Entity, Identifier, Money, Name
from schemas.form import Form
from schemas.periods import PeriodKind
from schemas.reported import ReportedSums


class GrantFact(FactModel):
    """Money of one fund for the agency of the submission."""

    fund_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("fund") | meaning("กองทุน"), title="กองทุน", description="Fund"
    )
    granted_baht: Series[Annotated[pd.ArrowDtype, AMOUNT]] = value_field(
        "เงินที่ได้รับ",
        Bilingual("เงินที่ได้รับ", "Money granted"),
        unit=BAHT,
        mark_column="granted_mark_code",
        low=0,
    )
    granted_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "ได้รับ", Bilingual("เงินที่ได้รับ", "money granted")
    )
    spent_baht: Series[Annotated[pd.ArrowDtype, AMOUNT]] = value_field(
        "เงินที่ใช้", Bilingual("เงินที่ใช้", "Money spent"), unit=BAHT, low=0
    )


FIELDS = (
    Identifier("agency_code"),
    Name("agency_name"),
    Code("fund_code", "fund"),
    Money("granted_baht", BAHT, Bilingual("ได้รับ", "Granted"), low=0),
    Money("spent_baht", BAHT, Bilingual("ใช้", "Spent"), low=0),
)
FORM = Form(
    code="grants",
    name_th="เงินกองทุน",
    name_en="Grants",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_grant": GrantFact},
    row_key=("fund_code",),
    entity=Entity.AGENCY,
    reported=ReportedSums(
        "mart_grant_by_agency", {"granted_baht": "granted_baht", "spent_baht": "spent_baht"}
    ),
)
