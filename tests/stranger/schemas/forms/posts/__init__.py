"""Posts of a school by role and contract, whose headings name codes of two lists, and norms by role alone."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, mark_field, meaning
from edusandbox.schemas.fields import Bilingual, Code, Count, Name, SchoolCode
from edusandbox.schemas.form import Form
from edusandbox.transforms.facts import FactRows, gather_facts
from edusandbox.transforms.sheet_frame import has_cells_for

ROLES = tuple(row["role_code"] for row in code_rows("role"))
CONTRACTS = tuple(row["contract_code"] for row in code_rows("contract"))
ROW_KEY = ("school_code", "role_code", "contract_code")
NORM_KEY = ("school_code", "role_code")
NORMS = ("norm_count", "actual_count")
POSTS = Bilingual("อัตรา", "posts")


class PostFact(FactModel):
    """Posts of one role and contract at one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    role_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("role") | meaning("ตำแหน่ง"))
    contract_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("contract") | meaning("ประเภท"))
    post_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("จำนวนอัตรา"))
    post_mark_code: Series[pd.CategoricalDtype] = mark_field("อัตรา", POSTS)


class NormFact(FactModel):
    """Posts of one role that a school should have, and has: of coarser grain."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    role_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("role") | meaning("ตำแหน่ง"))
    norm_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("ตามเกณฑ์"))
    norm_mark_code: Series[pd.CategoricalDtype] = mark_field("ตามเกณฑ์", POSTS)
    actual_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("มีจริง"))
    actual_mark_code: Series[pd.CategoricalDtype] = mark_field("มีจริง", POSTS)


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes facts of both grains from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["role_code"].isin(ROLES)]
    rows = rows.assign(
        school_code=rows["school_code"].astype("category"),
        role_code=pd.Categorical(rows["role_code"], categories=ROLES),
    )
    posts = rows[rows["contract_code"].isin(CONTRACTS)]
    posts = posts.assign(contract_code=pd.Categorical(posts["contract_code"], categories=CONTRACTS))
    norms = rows[has_cells_for(rows, NORMS)]
    return {
        "fact_post": gather_facts(posts, ROW_KEY, ["post_count"]),
        "fact_post_norm": gather_facts(norms, NORM_KEY, NORMS),
    }


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
        Count("post_count", POSTS, Bilingual("อัตรา", "Posts"), high=5_000),
        Count("norm_count", POSTS, Bilingual("ตามเกณฑ์", "Norm"), high=5_000),
        Count("actual_count", POSTS, Bilingual("มีจริง", "Actual"), high=5_000),
    ),
    fact_models={"fact_post": PostFact, "fact_post_norm": NormFact},
    to_facts=to_facts,
    row_key=ROW_KEY,
    figure="post_count",
)
