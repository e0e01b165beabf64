"""Posts of a school by role and contract, whose headings name codes of two lists, and norms by role alone."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import FactModel, dimension, mark_field, meaning, value_field
from schemas.fields import Bilingual, Code, Count, Name, SchoolCode
from schemas.form import Form
from schemas.periods import PeriodKind
from schemas.sums import Counted, Sums

ROW_KEY = ("school_code", "role_code", "contract_code")
POSTS = Bilingual("อัตรา", "posts")


class PostFact(FactModel):
    """Posts of one role and contract at one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียนที่ตัวเลขนี้กล่าวถึง"), title="โรงเรียน", description="School"
    )
    role_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("role") | meaning("ตำแหน่งของอัตรา"), title="ตำแหน่ง", description="Role of the posts"
    )
    contract_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("contract") | meaning("ประเภทการจ้างของอัตรา"),
        title="ประเภทการจ้าง",
        description="Kind of contract of the posts",
    )
    post_count: Series[pd.Int32Dtype] = value_field(
        "อัตรา",
        Bilingual("จำนวนอัตรา", "Number of posts"),
        unit=POSTS,
        mark_column="post_mark_code",
        low=0,
    )
    post_mark_code: Series[pd.CategoricalDtype] = mark_field("อัตรา", POSTS)


class NormFact(FactModel):
    """Posts of one role that a school should have, and has: of coarser grain."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียน"), title="โรงเรียน", description="School"
    )
    role_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("role") | meaning("ตำแหน่ง"), title="ตำแหน่ง", description="Role"
    )
    norm_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True,
        ge=0,
        metadata=meaning("ตามเกณฑ์", mark_column="norm_mark_code"),
        title="ตามเกณฑ์",
        description="Posts by the norm",
    )
    norm_mark_code: Series[pd.CategoricalDtype] = mark_field("ตามเกณฑ์", POSTS)
    actual_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True,
        ge=0,
        metadata=meaning("มีจริง", mark_column="actual_mark_code"),
        title="มีจริง",
        description="Posts that there are",
    )
    actual_mark_code: Series[pd.CategoricalDtype] = mark_field("มีจริง", POSTS)


FIELDS = (
    SchoolCode("school_code"),
    Name("school_name"),
    Code("role_code", "role"),
    Code("contract_code", "contract"),
    Count("post_count", POSTS, Bilingual("อัตรา", "Posts"), high=5_000),
    Count("norm_count", POSTS, Bilingual("ตามเกณฑ์", "Norm"), high=5_000),
    Count("actual_count", POSTS, Bilingual("มีจริง", "Actual"), high=5_000),
)
FORM = Form(
    code="posts",
    name_th="อัตรากำลัง",
    name_en="Posts",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_post": PostFact, "fact_post_norm": NormFact},
    row_key=ROW_KEY,
    figure="post_count",
    sums=(
        Sums(
            "fact_post",
            ("role_code", "contract_code"),
            (Counted(POSTS, ("post_count",), "missing_count", hidden="hidden_count"),),
        ),
    ),
)
