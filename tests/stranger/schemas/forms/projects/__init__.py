"""Projects of schools: each with its money by source and its helpers by role in one cell."""

from typing import Annotated

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.codes import code_rows
from schemas.fact_model import AMOUNT, FactModel, dimension, meaning, value_field
from schemas.fact_sources import ItemsOf
from schemas.fields import BAHT, PERSONS, Bilingual, Breakdown, Code, Count, Money, SchoolCode
from schemas.form import Form
from schemas.periods import PeriodKind

TOPICS = tuple(row["topic_code"] for row in code_rows("topic"))
ROLES = tuple(row["role_code"] for row in code_rows("role"))
KEY = ("school_code", "topic_code")
SOURCES = Breakdown(
    "money_sources",
    Bilingual("แหล่งงบประมาณ", "Sources"),
    Money("source_baht", BAHT, Bilingual("จากแหล่งนี้", "From it"), low=0),
)
HELPERS = Breakdown(
    "helpers",
    Bilingual("ผู้ช่วย", "Helpers"),
    Count("helper_count", PERSONS, Bilingual("ผู้ช่วย", "Helpers"), high=100),
    code_list="role",
)


class ProjectFact(FactModel):
    """Money for one project."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียน"), title="โรงเรียน", description="School"
    )
    topic_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("topic") | meaning("หัวข้อ"), title="หัวข้อ", description="Topic"
    )
    budget_baht: Series[Annotated[pd.ArrowDtype, AMOUNT]] = value_field(
        "งบประมาณ", Bilingual("งบประมาณ", "Budget"), unit=BAHT, low=0
    )
    bonus_baht: Series[Annotated[pd.ArrowDtype, AMOUNT]] = value_field(
        "เงินรางวัล", Bilingual("เงินรางวัล", "Bonus"), unit=BAHT, low=0
    )


class SourceFact(FactModel):
    """Money for one project from one source."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียน"), title="โรงเรียน", description="School"
    )
    topic_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("topic") | meaning("หัวข้อ"), title="หัวข้อ", description="Topic"
    )
    item_number: Series[np.int16] = pa.Field(
        ge=1,
        metadata={"key": True} | meaning("ลำดับที่ในช่อง"),
        title="ลำดับที่ในช่อง",
        description="Number of the item in its cell",
    )
    item_name: Series[str] = pa.Field(
        metadata=meaning("แหล่งงบประมาณ"), title="แหล่งงบประมาณ", description="Source of the money"
    )
    source_baht: Series[Annotated[pd.ArrowDtype, AMOUNT]] = value_field(
        "จำนวนเงิน", Bilingual("จำนวนเงิน", "Amount from the source"), unit=BAHT, low=0
    )


class HelperFact(FactModel):
    """Helpers of one role in one project."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียน"), title="โรงเรียน", description="School"
    )
    topic_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("topic") | meaning("หัวข้อ"), title="หัวข้อ", description="Topic"
    )
    role_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("role") | meaning("ตำแหน่ง"), title="ตำแหน่ง", description="Role"
    )
    helper_count: Series[pd.Int32Dtype] = value_field(
        "ผู้ช่วย", Bilingual("ผู้ช่วย", "Helpers of the role"), unit=PERSONS, low=0
    )


FIELDS = (
    SchoolCode("school_code"),
    Code("topic_code", "topic"),
    Money("budget_baht", BAHT, Bilingual("งบประมาณ", "Budget"), low=0, made_of=("money_sources",)),
    Money("bonus_baht", BAHT, Bilingual("เงินรางวัล", "Bonus"), low=0, only_province_fills=True),
    SOURCES,
    HELPERS,
)
FORM = Form(
    code="projects",
    name_th="โครงการ",
    name_en="Projects",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={
        "fact_project": ProjectFact,
        "fact_project_source": SourceFact,
        "fact_project_helper": HelperFact,
    },
    fact_sources={"fact_project_source": ItemsOf("money_sources"), "fact_project_helper": ItemsOf("helpers")},
    row_key=KEY,
)
