"""Members of clubs at a school, sent in three reports: two told apart by their clubs, one by its headings."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import FactModel, dimension, mark_field, meaning
from schemas.fields import PERSONS, Bilingual, Code, Count, Name, SchoolCode
from schemas.form import Form
from schemas.parts import Part
from schemas.periods import PeriodKind

ROW_KEY = ("school_code", "club_code")
MEMBERS = Bilingual("สมาชิก", "Members")


class MemberFact(FactModel):
    """Members of one club at one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียน"), title="โรงเรียน", description="School"
    )
    club_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("club") | meaning("ชมรม"), title="ชมรม", description="Club"
    )
    member_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True,
        ge=0,
        metadata=meaning("จำนวนสมาชิก", mark_column="member_mark_code"),
        title="จำนวนสมาชิก",
        description="Members of the club",
    )
    member_mark_code: Series[pd.CategoricalDtype] = mark_field("สมาชิก", MEMBERS)


FIELDS = (
    SchoolCode("school_code"),
    Name("school_name"),
    Code("club_code", "club"),
    Count("member_count", PERSONS, MEMBERS, high=5_000),
)
FORM = Form(
    code="clubs",
    name_th="ชมรม",
    name_en="Clubs",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_member": MemberFact},
    row_key=ROW_KEY,
    figure="member_count",
    parts=(
        # Chess is in both reports, so that by itself it tells neither.
        Part("sports", "ชมรมกีฬา", "Sports clubs", frozenset({"RUN", "SWIM", "CHESS"})),
        Part("arts", "ชมรมศิลปะ", "Arts clubs", frozenset({"SING", "DANCE", "CHESS"})),
        Part("camp", "ค่าย", "Camp"),
    ),
    part_fields=("club_code",),
)
