"""The warehouse's contract for workshops: every value with its mark, but for a remark, which has none."""

from typing import Annotated

import pandas as pd
import pandera.pandas as pa
import pyarrow
from pandera.typing import Series

from schemas.fact_model import (
    DATE,
    NOT_GIVEN,
    FactModel,
    dimension,
    mark_field,
    meaning,
    value_field,
)
from schemas.fields import BAHT, PERSONS, POINTS, SHARE_OF_ONE, Bilingual


class WorkshopFact(FactModel):
    """Workshops of one school on one topic."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียนที่จัดอบรม"),
        title="โรงเรียน",
        description="School that held it",
    )
    topic_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("topic") | meaning("หัวข้อที่อบรม"), title="หัวข้อ", description="Topic of the workshops"
    )
    taker_count: Series[pd.Int32Dtype] = value_field(
        "ผู้เข้าอบรม",
        Bilingual("จำนวนผู้เข้าอบรม", "Number of takers"),
        unit=PERSONS,
        mark_column="taker_mark_code",
        low=0,
    )
    taker_mark_code: Series[pd.CategoricalDtype] = mark_field("ผู้เข้าอบรม", Bilingual("ผู้เข้าอบรม", "takers"))
    mean_score: Series[float] = value_field(
        "คะแนนเฉลี่ย",
        Bilingual("คะแนนเฉลี่ยของผู้เข้าอบรม", "Mean score of the takers"),
        unit=POINTS,
        mark_column="score_mark_code",
        low=0,
        high=100,
    )
    score_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "คะแนน", Bilingual("คะแนนเฉลี่ย", "the mean score"), is_count=False
    )
    passed_share: Series[float] = value_field(
        "สัดส่วนที่ผ่าน",
        Bilingual("สัดส่วนของผู้เข้าอบรมที่ผ่าน", "Part of the takers who passed"),
        unit=SHARE_OF_ONE,
        mark_column="passed_mark_code",
        low=0,
        high=1,
    )
    passed_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "ที่ผ่าน", Bilingual("สัดส่วนที่ผ่าน", "the share"), is_count=False
    )
    cost_baht: Series[Annotated[pd.ArrowDtype, pyarrow.decimal128(14, 2)]] = value_field(
        "งบประมาณ",
        Bilingual("งบประมาณที่ใช้", "What they cost"),
        unit=BAHT,
        mark_column="cost_mark_code",
        low=0,
    )
    cost_mark_code: Series[pd.CategoricalDtype] = mark_field("งบประมาณ", Bilingual("งบประมาณ", "the cost"))
    change_baht: Series[Annotated[pd.ArrowDtype, pyarrow.decimal128(14, 2)]] = value_field(
        "เทียบปีก่อน",
        Bilingual("งบประมาณที่เพิ่มขึ้นหรือลดลงจากปีก่อน", "What they cost more, or less, than the year before"),
        unit=BAHT,
        mark_column="change_mark_code",
    )
    change_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "เทียบปีก่อน", Bilingual("การเปลี่ยนแปลง", "the change")
    )
    held_date: Series[Annotated[pd.ArrowDtype, pyarrow.date32()]] = value_field(
        "วันที่อบรม",
        Bilingual("วันที่จัดอบรม", "Day on which they were held"),
        unit=DATE,
        mark_column="held_mark_code",
    )
    held_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "วันที่", Bilingual("วันที่อบรม", "the day"), is_count=False
    )
    start_time: Series[str] = value_field(
        "เวลาเริ่ม",
        Bilingual("เวลาที่เริ่มอบรม เช่น 08:30", "Time at which they began, such as 08:30"),
        mark_column="start_mark_code",
    )
    start_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "เวลา", Bilingual("เวลาเริ่ม", "the time"), is_count=False
    )
    has_mentor: Series[pd.BooleanDtype] = value_field(
        "มีพี่เลี้ยง", Bilingual("มีพี่เลี้ยงหรือไม่", "Whether there was a mentor"), mark_column="mentor_mark_code"
    )
    mentor_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "พี่เลี้ยง", Bilingual("พี่เลี้ยง", "the mentor"), is_count=False
    )
    venue_codes: Series[str] = value_field(
        "สถานที่",
        Bilingual("รหัสสถานที่ คั่นด้วยขีด |", "Codes of the venues, with a bar between them"),
        mark_column="venue_mark_code",
        code_list="dim_venue",
    )
    venue_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "สถานที่", Bilingual("สถานที่", "the venues"), is_count=False
    )
    role_code: Series[pd.CategoricalDtype] = pa.Field(
        nullable=True,
        metadata=dimension("role", key=False)
        | meaning("ตำแหน่งของผู้จัดอบรม", mark_column="role_mark_code", missing=NOT_GIVEN),
        title="จัดโดย",
        description="Role of whoever held them",
    )
    role_mark_code: Series[pd.CategoricalDtype] = mark_field(
        "จัดโดย", Bilingual("ตำแหน่งของผู้จัด", "the role"), is_count=False
    )
    remark_text: Series[str] = value_field(
        "ข้อเสนอแนะ", Bilingual("ข้อเสนอแนะตามที่พิมพ์", "Remark, as it was typed")
    )
