"""Tasks of an agency: told apart by codes of no list, with their money and doers."""

from typing import Annotated

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import AMOUNT, FactModel, mark_field, meaning, value_field
from schemas.fields import BAHT, PERSONS, Bilingual, Count, Entity, Identifier, Money, Name, Noun
from schemas.form import Form
from schemas.periods import PeriodKind


class TaskFact(FactModel):
    """One task of the agency of the submission."""

    task_code: Series[str] = pa.Field(
        metadata={"key": True} | meaning("รหัสงาน"), title="รหัสงาน", description="Code of the task"
    )
    task_name: Series[str] = value_field("ชื่องาน", Bilingual("ชื่องาน", "Name of the task"))
    doer_count: Series[pd.Int32Dtype] = value_field(
        "ผู้ทำ", Bilingual("ผู้ทำ", "Doers"), unit=PERSONS, mark_column="doer_mark_code", low=0
    )
    doer_mark_code: Series[pd.CategoricalDtype] = mark_field("ผู้ทำ", Bilingual("ผู้ทำ", "doers"))
    price_baht: Series[Annotated[pd.ArrowDtype, AMOUNT]] = value_field(
        "ราคางาน", Bilingual("ราคางาน", "Cost"), unit=BAHT, low=0
    )


FIELDS = (
    Identifier("agency_code"),
    Identifier("task_code", noun=Noun("งาน", "task", "tasks")),
    Name("task_name"),
    Count("doer_count", PERSONS, Bilingual("ผู้ทำ", "Doers"), high=1_000),
    Money("price_baht", BAHT, Bilingual("ราคางาน", "Cost"), low=0),
)
FORM = Form(
    code="tasks",
    name_th="งาน",
    name_en="Tasks",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_task": TaskFact},
    row_key=("task_code",),
    entity=Entity.AGENCY,
)
