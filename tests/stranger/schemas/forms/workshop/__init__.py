"""Workshops that schools held, by topic: made up, so that no general room can know it."""

from schemas.form import Form
from schemas.periods import PeriodKind
from tests.stranger.schemas.forms.workshop.facts import WorkshopFact
from tests.stranger.schemas.forms.workshop.fields import FIELDS

FORM = Form(
    code="workshop",
    name_th="การอบรม",
    name_en="Workshops",
    period_kinds=(PeriodKind.ACADEMIC_YEAR,),
    fields=FIELDS,
    fact_models={"fact_workshop": WorkshopFact},
    row_key=("school_code", "topic_code"),
    figure="taker_count",
)
