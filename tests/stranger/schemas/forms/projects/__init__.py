"""Projects of schools: each with its money by source and its helpers by role in one cell."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, meaning
from edusandbox.schemas.fields import BAHT, PERSONS, Bilingual, Breakdown, Code, Count, Money, SchoolCode
from edusandbox.schemas.form import Form
from edusandbox.transforms.breakdowns import child_facts
from edusandbox.transforms.facts import PLACE, FactRows

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
    budget_baht: Series[float] = pa.Field(
        nullable=True, ge=0, metadata=meaning("งบประมาณ"), title="งบประมาณ", description="Budget"
    )
    bonus_baht: Series[float] = pa.Field(
        nullable=True, ge=0, metadata=meaning("เงินรางวัล"), title="เงินรางวัล", description="Bonus"
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
    source_baht: Series[float] = pa.Field(
        nullable=True,
        ge=0,
        metadata=meaning("จำนวนเงิน"),
        title="จำนวนเงิน",
        description="Amount from the source",
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
    helper_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True, ge=0, metadata=meaning("ผู้ช่วย"), title="ผู้ช่วย", description="Helpers of the role"
    )


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes a fact of each project, of each source of its money and of each role of its helpers."""
    rows = sheet[is_sound & sheet["topic_code"].isin(TOPICS)]
    rows = rows.assign(
        school_code=rows["school_code"].astype("category"),
        topic_code=pd.Categorical(rows["topic_code"], categories=TOPICS),
    )
    helpers = child_facts(rows, HELPERS, KEY).frame.drop(columns="item_number")
    return {
        "fact_project": FactRows(rows[[*PLACE, *KEY, "budget_baht", "bonus_baht"]]),
        "fact_project_source": child_facts(rows, SOURCES, KEY),
        "fact_project_helper": FactRows(
            helpers.assign(role_code=pd.Categorical(helpers["role_code"], categories=ROLES))
        ),
    }


FORM = Form(
    code="projects",
    name_th="โครงการ",
    name_en="Projects",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Code("topic_code", "topic"),
        Money("budget_baht", BAHT, Bilingual("งบประมาณ", "Budget"), low=0, made_of=("money_sources",)),
        Money("bonus_baht", BAHT, Bilingual("เงินรางวัล", "Bonus"), low=0, only_province_fills=True),
        SOURCES,
        HELPERS,
    ),
    fact_models={
        "fact_project": ProjectFact,
        "fact_project_source": SourceFact,
        "fact_project_helper": HelperFact,
    },
    to_facts=to_facts,
    row_key=KEY,
    figure="budget_baht",
)
