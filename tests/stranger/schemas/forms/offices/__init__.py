"""The office of an agency: one fact an agency, which nothing tells apart from others."""

from typing import Annotated

import pandas as pd
from pandera.typing import Series

from schemas.fact_model import AMOUNT, FactModel, mark_field, value_field
from schemas.fields import BAHT, PERSONS, Bilingual, Count, Entity, Identifier, Money
from schemas.form import Form
from schemas.periods import PeriodKind


class OfficeFact(FactModel):
    """The office of the agency of the submission."""

    clerk_count: Series[pd.Int32Dtype] = value_field(
        "เจ้าหน้าที่", Bilingual("เจ้าหน้าที่", "Clerks"), unit=PERSONS, mark_column="clerk_mark_code", low=0
    )
    clerk_mark_code: Series[pd.CategoricalDtype] = mark_field("เจ้าหน้าที่", Bilingual("เจ้าหน้าที่", "clerks"))
    cash_baht: Series[Annotated[pd.ArrowDtype, AMOUNT]] = value_field(
        "เงินสด", Bilingual("เงินสด", "Cash"), unit=BAHT, low=0
    )


FIELDS = (
    Identifier("agency_code"),
    Count("clerk_count", PERSONS, Bilingual("เจ้าหน้าที่", "Clerks"), high=1_000),
    Money("cash_baht", BAHT, Bilingual("เงินสด", "Cash"), low=0),
)
FORM = Form(
    code="offices",
    name_th="สำนักงาน",
    name_en="Offices",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_office": OfficeFact},
    row_key=(),
    entity=Entity.AGENCY,
)
