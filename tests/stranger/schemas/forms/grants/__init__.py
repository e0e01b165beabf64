"""Grants to an agency by fund: facts about agencies, with no school in any of its tables."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, meaning
from edusandbox.schemas.fields import BAHT, Bilingual, Code, Entity, Identifier, Money, Name
from edusandbox.schemas.form import Form
from edusandbox.transforms.facts import PLACE, FactRows

FUNDS = tuple(row["fund_code"] for row in code_rows("fund"))


class GrantFact(FactModel):
    """Money of one fund for the agency of the submission."""

    fund_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("fund") | meaning("กองทุน"), title="กองทุน", description="Fund"
    )
    granted_baht: Series[float] = pa.Field(
        nullable=True, ge=0, metadata=meaning("เงินที่ได้รับ"), title="เงินที่ได้รับ", description="Money granted"
    )
    spent_baht: Series[float] = pa.Field(
        nullable=True, ge=0, metadata=meaning("เงินที่ใช้"), title="เงินที่ใช้", description="Money spent"
    )


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes `fact_grant` from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["fund_code"].isin(FUNDS)]
    facts = rows[[*PLACE, "granted_baht", "spent_baht"]].assign(
        fund_code=pd.Categorical(rows["fund_code"], categories=FUNDS)
    )
    return {"fact_grant": FactRows(facts)}


FORM = Form(
    code="grants",
    name_th="เงินกองทุน",
    name_en="Grants",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        Identifier("agency_code"),
        Name("agency_name"),
        Code("fund_code", "fund"),
        Money("granted_baht", BAHT, Bilingual("ได้รับ", "Granted"), low=0),
        Money("spent_baht", BAHT, Bilingual("ใช้", "Spent"), low=0),
    ),
    fact_models={"fact_grant": GrantFact},
    to_facts=to_facts,
    row_key=("fund_code",),
    entity=Entity.AGENCY,
)
