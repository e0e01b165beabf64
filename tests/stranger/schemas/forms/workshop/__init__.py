"""Workshops that schools held, by topic: made up, so that no general room can know it."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, meaning
from edusandbox.schemas.fields import (
    BAHT,
    PERSONS,
    POINTS,
    SHARE_OF_ONE,
    Bilingual,
    Code,
    Codes,
    Count,
    Date,
    Flag,
    Measure,
    Money,
    Name,
    SchoolCode,
    Share,
    Text,
    Time,
)
from edusandbox.schemas.form import Form
from edusandbox.transforms.facts import FactRows

TOPICS = tuple(row["topic_code"] for row in code_rows("topic"))


class WorkshopFact(FactModel):
    """Workshops of one school on one topic."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    topic_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("topic") | meaning("หัวข้อ"))
    taker_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("ผู้เข้าอบรม"))
    mean_score: Series[float] = pa.Field(nullable=True, ge=0, le=100, metadata=meaning("คะแนนเฉลี่ย"))


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes `fact_workshop` from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["topic_code"].isin(TOPICS)]
    facts = rows[["source_sheet_number", "source_row", "mean_score"]].assign(
        school_code=rows["school_code"].astype("category"),
        topic_code=pd.Categorical(rows["topic_code"], categories=TOPICS),
        taker_count=rows["taker_count"].astype("Int32"),
    )
    return {"fact_workshop": FactRows(facts)}


FORM = Form(
    code="workshop",
    name_th="การอบรม",
    name_en="Workshops",
    period_kinds=(PeriodKind.ACADEMIC_YEAR,),
    fields=(
        SchoolCode("school_code"),
        Name("school_name"),
        Code("topic_code", "topic"),
        Count("taker_count", PERSONS, Bilingual("ผู้เข้าอบรม", "Takers"), high=5_000),
        Measure("mean_score", POINTS, Bilingual("คะแนนเฉลี่ย", "Mean score"), low=0, high=100),
        Share("passed_share", SHARE_OF_ONE, Bilingual("ที่ผ่าน", "Passed"), low=0, high=1),
        Money("cost_baht", BAHT, Bilingual("งบประมาณ", "Cost"), low=0),
        Money("change_baht", BAHT, Bilingual("เทียบปีก่อน", "Change")),
        Date("held_date"),
        Time("start_time"),
        Flag("has_mentor"),
        Codes("venue_codes", "venue"),
        Text("remark_text"),
    ),
    fact_models={"fact_workshop": WorkshopFact},
    to_facts=to_facts,
    row_key=("school_code", "topic_code"),
    figure="taker_count",
)
