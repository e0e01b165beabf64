"""The schools that an agency has, and what they are called."""

from typing import Annotated

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import DATE, DAY, NOT_GIVEN, OTHER_ERA, FactModel, dimension, meaning
from schemas.fact_sources import WholeRows
from schemas.fields import Date, Identifier, Name, Private, SchoolCode
from schemas.form import Form
from schemas.periods import PeriodKind
from schemas.sheet_schema import RowCheck


class SchoolFact(FactModel):
    """One school in the register of the agency that it belongs to."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียนในทะเบียน"),
        title="โรงเรียน",
        description="School in the register",
    )
    school_name_th: Series[str] = pa.Field(
        metadata=meaning("ชื่อโรงเรียนภาษาไทยตามทะเบียน"),
        title="ชื่อโรงเรียน",
        description="Name of the school in Thai, as the register has it",
    )
    school_type_th: Series[str] = pa.Field(
        nullable=True,
        metadata=meaning("ระดับที่เปิดสอน ตามถ้อยคำของผู้ส่ง", missing=NOT_GIVEN),
        title="ประเภท",
        description="Levels taught, as the sender words them",
    )
    subdistrict_name_th: Series[str] = pa.Field(
        nullable=True,
        metadata=meaning("ชื่อตำบลที่โรงเรียนตั้งอยู่", missing=NOT_GIVEN),
        title="ตำบล",
        description="Sub-district in which the school stands, in Thai",
    )
    district_name_th: Series[str] = pa.Field(
        nullable=True,
        metadata=meaning("ชื่ออำเภอที่โรงเรียนตั้งอยู่", missing=NOT_GIVEN),
        title="อำเภอ",
        description="District in which the school stands, in Thai",
    )
    established_date: Series[Annotated[pd.ArrowDtype, DAY]] = pa.Field(
        nullable=True,
        metadata=meaning("วันที่ก่อตั้งโรงเรียน", unit=DATE, missing=NOT_GIVEN, warning=OTHER_ERA),
        title="วันที่ก่อตั้ง",
        description="Day on which the school was founded",
    )


def _name_is_given(sheet: pd.DataFrame) -> "pd.Series[bool]":
    """The register is where names come from."""
    return sheet["school_name"].notna()


_TEXTS = {
    "school_name_th": "school_name",
    "school_type_th": "school_type",
    "subdistrict_name_th": "subdistrict_name",
    "district_name_th": "district_name",
}

FORM = Form(
    code="school_register",
    name_th="ทะเบียนโรงเรียน",
    name_en="School register",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Name("school_name"),
        # Affiliation 2, province 2, running 6 (DOMAIN 2.2).
        Identifier("ministry_code", pattern=r"\d{10}", rule="VA010"),
        SchoolCode("obec_code"),
        Name("school_type"),
        Name("subdistrict_name"),
        Name("district_name"),
        Identifier("agency_code"),
        Name("agency_name"),
        Private("head_name"),
        Date("established_date", is_past=True),
    ),
    fact_models={"fact_school": SchoolFact},
    fact_sources={"fact_school": WholeRows({**_TEXTS, "established_date": "established_date"})},
    row_key=("school_code",),
    unique_fields=("ministry_code", "obec_code"),
    provides_schools=True,
    row_checks=(RowCheck("VA009", "school_name", _name_is_given),),
)
