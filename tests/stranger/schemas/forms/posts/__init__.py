"""Posts of a school by role and contract: its headings name codes of two lists."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, meaning
from edusandbox.schemas.fields import Bilingual, Code, Count, Name, SchoolCode
from edusandbox.schemas.form import Form, Frames

ROLES = tuple(row["role_code"] for row in code_rows("role"))
CONTRACTS = tuple(row["contract_code"] for row in code_rows("contract"))


class PostFact(FactModel):
    """Posts of one role and contract at one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    role_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("role") | meaning("ตำแหน่ง"))
    contract_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("contract") | meaning("ประเภท"))
    post_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("จำนวนอัตรา"))


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Frames:
    """Makes `fact_post` from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["role_code"].isin(ROLES) & sheet["contract_code"].isin(CONTRACTS)]
    facts = rows[["source_sheet_number", "source_row"]].assign(
        school_code=rows["school_code"].astype("category"),
        role_code=pd.Categorical(rows["role_code"], categories=ROLES),
        contract_code=pd.Categorical(rows["contract_code"], categories=CONTRACTS),
        post_count=rows["post_count"].astype("Int32"),
    )
    return {"fact_post": facts}


FORM = Form(
    code="posts",
    name_th="อัตรากำลัง",
    name_en="Posts",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Name("school_name"),
        Code("role_code", "role"),
        Code("contract_code", "contract"),
        Count("post_count", Bilingual("อัตรา", "posts"), Bilingual("อัตรา", "Posts"), high=5_000),
    ),
    fact_models={"fact_post": PostFact},
    to_facts=to_facts,
    row_key=("school_code", "role_code", "contract_code"),
    figure="post_count",
)
