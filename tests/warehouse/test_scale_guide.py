"""The statements of docs/scale.md work on a filled warehouse."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.warehouse.builders import Warehouse, make_enrolment

GUIDE = Path(__file__).parents[2] / "docs" / "scale.md"


def test_a_fact_table_can_be_split_by_ranges_of_submissions(warehouse: Warehouse) -> None:
    if warehouse.engine.dialect.name != "postgresql":
        pytest.skip("partitions are PostgreSQL's")
    warehouse.load(make_enrolment({("50010001", "P1"): (1, 2, 1)}))
    (block,) = re.findall(r"```sql\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    with warehouse.engine.begin() as connection:
        for statement in block.split(";"):
            if statement.strip():
                connection.execute(text(statement))
    assert warehouse.count("fact_enrolment_split") == warehouse.count("fact_enrolment") == 1
