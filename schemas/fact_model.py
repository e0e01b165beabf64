"""What all Fact models share: the warehouse's contract for one fact table.

A Fact model's columns become the table's columns. A column whose metadata names a dimension holds that
dimension's codes in the frame and its small integer key in the table.
"""

from typing import Any

import numpy as np
import pandera.pandas as pa
import pyarrow
from pandera.api.pandas.model_config import BaseConfig
from pandera.typing import Series

from schemas.fields import Bilingual

AMOUNT = pyarrow.decimal128(14, 2)
"""The column type of amounts, baht with satang: sums of them are exact."""
DAY = pyarrow.date32()
"""The column type of days."""
DATE = Bilingual("วันที่ (ค.ศ. แบบ ISO 8601)", "date (CE, ISO 8601)")
NOT_GIVEN = Bilingual(
    "ว่าง: ผู้ส่งไม่ได้กรอก หรือตารางที่ส่งไม่มีช่องนี้", "Empty: the sender left it blank or was not asked"
)
MARK_SAYS_WHY = Bilingual("ว่าง: ไม่มีตัวเลข เหตุอยู่ใน mark_code", "Empty: no figure; mark_code says why")
NULL_IS_NOT_ZERO = Bilingual("ช่องว่าง (NULL) ไม่ใช่ศูนย์", "Empty (NULL) is not zero")
OTHER_ERA = Bilingual("เป็น ค.ศ. ส่วน period_code เป็น พ.ศ.", "The year is CE, while period_code is Buddhist")


def meaning(  # noqa: PLR0913 - what the dictionary says of a column
    thai: str,
    *,
    unit: Bilingual | None = None,
    code_list: str | None = None,
    mark_column: str | None = None,
    missing: Bilingual | None = None,
    warning: Bilingual | None = None,
) -> dict[str, Any]:
    """Metadata for the warehouse's dictionary; the field's title and description say the rest.

    Args:
        thai: What the description says, in Thai.
        unit: What is counted or measured.
        code_list: The table that lists the codes, such as `dim_mark`.
        mark_column: The column that says why a value is missing.
        missing: What an empty cell means.
        warning: What a reader might get wrong.
    """
    said = {
        "meaning_th": thai,
        "unit": unit,
        "code_list": code_list,
        "mark_column": mark_column,
        "missing": missing,
        "warning": warning,
    }
    return {name: value for name, value in said.items() if value is not None}


def dimension(name: str, *, key: bool = True) -> dict[str, Any]:
    """Metadata of a column that refers to a dimension table.

    Args:
        name: `school`, `grade` or `sex`: the column is `<name>_code` in the frame and `<name>_id` in the
            table, a foreign key to `dim_<name>`.
        key: Whether it is part of the table's primary key (after `submission_id`).
    """
    return {"dimension": name, "key": key}


class FactModel(pa.DataFrameModel):
    """Columns that every fact table has; a failure under a Fact model is a bug of ours."""

    source_sheet_number: Series[np.int16] = pa.Field(
        ge=1,
        title="ลำดับแผ่นงาน",
        description="Number of the sheet in the sender's file, from 1",
        metadata=meaning("ลำดับที่ของแผ่นงานในแฟ้มของผู้ส่ง นับจาก 1"),
    )
    source_row: Series[np.int32] = pa.Field(
        ge=1,
        title="แถวในแผ่นงาน",
        description="Row of the sheet in the sender's file, from 1",
        metadata=meaning("เลขแถวของแผ่นงานตามที่เห็นในโปรแกรมตารางคำนวณ นับจาก 1"),
    )

    class Config(BaseConfig):
        """Nothing more, nothing less, and no silent conversion."""

        strict = True
        coerce = False


def model_keys(model: type[FactModel]) -> tuple[str, ...]:
    """The columns that tell the facts of a submission apart, in the order of the model."""
    columns = model.to_schema().columns.values()
    return tuple(each.name for each in columns if (each.metadata or {}).get("key"))


def value_field(  # noqa: PLR0913 - what the dictionary and the table say of a value
    title: str,
    what: Bilingual,
    *,
    unit: Bilingual | None = None,
    mark_column: str | None = None,
    code_list: str | None = None,
    low: float | None = None,
    high: float | None = None,
) -> Any:  # noqa: ANN401 - pandera's own field is untyped
    """A value of a fact, which may be missing.

    Args:
        title: What it is called in a heading, in Thai.
        what: What it is, as the dictionary says.
        unit: What a figure is a figure of.
        mark_column: The column that says why it is missing; None where nothing does.
        code_list: The table that lists its codes, such as `dim_venue`.
        low: The least that a figure may be.
        high: The most that a figure may be.
    """
    missing = NOT_GIVEN
    if mark_column is not None:
        missing = Bilingual(f"ว่าง: ไม่มีค่า เหตุอยู่ใน {mark_column}", f"Empty: no value; {mark_column} says why")
    return pa.Field(
        nullable=True,
        ge=low,
        le=high,
        title=title,
        description=what.en,
        metadata=meaning(
            what.th,
            unit=unit,
            code_list=code_list,
            mark_column=mark_column,
            missing=missing,
            warning=None if unit in {None, DATE} else NULL_IS_NOT_ZERO,
        ),
    )


def mark_field(short_name_th: str, thing: Bilingual, *, is_count: bool = True) -> Any:  # noqa: ANN401 - pandera's own field is untyped
    """The column that says why a value is missing, so that zero, missing, hidden and not asked differ.

    Args:
        short_name_th: What the value is called in a heading, in Thai.
        thing: What is counted, or what the value is.
        is_count: Whether it is a count or an amount, in which a dash is zero; in any other value it is none.
    """
    kind = Bilingual("ตัวเลข", "figure") if is_count else Bilingual("ค่า", "value")
    dash = Bilingual("", "") if is_count else Bilingual(" หรือใส่ขีดว่าไม่มี", ", or a dash in it")
    return pa.Field(
        nullable=True,
        isin=["x", "c", "z"],
        title=f"เครื่องหมาย ({short_name_th})",
        description=(
            f"Why there is no {kind.en} of {thing.en}: "
            f"x left blank, c hidden, z no such cell in the return{dash.en}"
        ),
        metadata=meaning(
            f"เหตุที่ไม่มี{kind.th}{thing.th} x ไม่ได้กรอก c ปกปิด z ไม่มีช่องนี้ในแบบที่ส่ง{dash.th}",
            code_list="dim_mark",
            missing=Bilingual(f"ว่าง: {kind.th}เป็นไปตามที่รายงาน", f"Empty: the {kind.en} stands as reported"),
        ),
    )
