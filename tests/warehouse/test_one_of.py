"""However many keys are asked for, they are one value of the statement."""

import pytest
from sqlalchemy import select

from edusandbox.warehouse.conditions import one_of
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period
from tests.warehouse.builders import Warehouse

# SQLite takes at most 32,766 values by themselves, PostgreSQL 65,535.
MANY = 100_000


def test_more_texts_than_a_statement_takes_by_themselves_are_all_asked_for(warehouse: Warehouse) -> None:
    wanted = {"area1", *(f"nobody {number}" for number in range(MANY))}
    with warehouse.engine.connect() as connection:
        which = one_of(connection, dim_agency.c.agency_code, wanted)
        assert connection.scalars(select(dim_agency.c.agency_code).where(which)).all() == ["area1"]


def test_more_numbers_than_a_statement_takes_by_themselves_are_all_asked_for(warehouse: Warehouse) -> None:
    with warehouse.engine.connect() as connection:
        ids = set(connection.scalars(select(dim_period.c.period_id)))
        which = one_of(connection, dim_period.c.period_id, range(MANY))
        assert set(connection.scalars(select(dim_period.c.period_id).where(which))) == ids


@pytest.mark.parametrize("text", ["it's", 'a "quoted" name', "back\\slash", "{1,2}", "บ้านเหนือ", ""])
def test_a_text_is_taken_as_it_is(warehouse: Warehouse, text: str) -> None:
    with warehouse.engine.connect() as connection:
        code = dim_agency.c.agency_code
        assert not connection.scalars(select(code).where(one_of(connection, code, {text}))).all()
        assert connection.scalars(select(code).where(one_of(connection, code, {text, "area1"}))).all() == [
            "area1"
        ]


def test_none_of_nothing_is_found(warehouse: Warehouse) -> None:
    with warehouse.engine.connect() as connection:
        code = dim_agency.c.agency_code
        assert not connection.scalars(select(code).where(one_of(connection, code, ()))).all()
