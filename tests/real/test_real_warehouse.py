"""Real files in a real warehouse, on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from edusandbox.checking.group import check_deliveries
from edusandbox.outcomes import Effect, SubmissionOutcome
from edusandbox.run.request import RunRequest, request_run
from edusandbox.settings import Settings
from edusandbox.submissions import Delivery
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.loading import LoadContext, load_delivery
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse

LISTS = Path(__file__).parents[3] / "shared" / "realdata" / "obec-schools"
pytestmark = pytest.mark.skipif(
    not LISTS.is_dir(), reason="the folder ../shared/realdata with the real files is absent"
)


class Warehouse:
    """A warehouse into which the provincial office's lists are loaded."""

    def __init__(self, engine: Engine, request: RunRequest) -> None:
        self.engine = engine
        self._request = request
        create_warehouse(engine)
        with writing(engine) as connection:
            sync_province(connection, request.province, datetime.now(UTC))

    def load(self, name: str) -> tuple[SubmissionOutcome, ...]:
        run = start_run(self.engine, province_code="50", period="2563-1", config_hash="0" * 64)
        delivery = Delivery(name.ljust(64, "0"), name, name, "PEO50", 0, datetime(2020, 7, 2, tzinfo=UTC))
        (checked,) = check_deliveries([(delivery, (LISTS / name).read_bytes())], self._request.context)
        with writing(self.engine) as connection:
            return load_delivery(
                connection,
                checked,
                LoadContext(self._request.province, run, {"school_register"}),
            )

    def rows(self, query: str) -> list[tuple[object, ...]]:
        with self.engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query))]


@pytest.fixture
def warehouse(warehouse_url: str) -> Iterator[Warehouse]:
    engine = open_warehouse(warehouse_url)
    yield Warehouse(engine, request_run(Settings(), today="2563-07-10"))
    engine.dispose()


def test_the_list_of_chiang_mai_puts_each_school_where_it_belongs(warehouse: Warehouse) -> None:
    warehouse.load("38.html")
    counts = dict(warehouse.rows("SELECT agency_code, COUNT(*) FROM mart_school GROUP BY agency_code"))
    assert counts == {
        "5001": 85, "5002": 131, "5003": 156, "5004": 90, "5005": 100, "5006": 100, "101734": 34,
    }  # fmt: skip
    assert warehouse.rows(
        "SELECT agency_code, ministry_code FROM mart_school WHERE smis_code = '50020136'"
    ) == [("5006", "1050130534")]


def test_an_earlier_scrape_afterwards_is_equal_content_and_no_new_version(warehouse: Warehouse) -> None:
    warehouse.load("38.html")
    outcomes = warehouse.load("38_earlier_scrape.html")
    assert {each.effect for each in outcomes} == {Effect.EQUAL_CONTENT}
    assert warehouse.rows("SELECT COUNT(*), MAX(version) FROM ops_submission") == [(7, 1)]
    assert warehouse.rows("SELECT COUNT(*) FROM ops_delivery") == [(2,)]
