"""What readers of the marts were promised is what they get, and a promise is not changed in silence."""

from pathlib import Path

import pytest
from sqlalchemy import text

from edusandbox.submissions import Status
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.marts.mart_contract import (
    Version,
    contract_digest,
    contract_texts,
    newest_contract,
    parse_contract,
    required_version,
    too_low,
)
from edusandbox.warehouse.marts.mart_views import VIEW_NAMES
from tests.warehouse.builders import HIDDEN, Entry, Warehouse, make_enrolment, make_register
from tests.warehouse.promises import check_promise, marts_of_other_forms

ROOT = Path(__file__).parents[2]
PUBLISHED = "".join(
    path.read_text(encoding="utf-8")
    for path in (ROOT / "CHANGELOG.md", *sorted((ROOT / "docs" / "forms").glob("*.md")))
)
"""Where each contract's digest stands: in the changelog or on the page of its form."""
PUBLISHED_AS_ONE = (
    *("mart_agency", "mart_agency_as_now", "mart_school", "mart_school_return", "mart_enrolment_by_school"),
    *("mart_enrolment_by_agency", "mart_enrolment_by_agency_as_now", "mart_enrolment_by_province"),
    *("mart_submission_status", "mart_submission", "mart_dictionary"),
)
"""The marts whose versions 1.0 were one file, in its order."""
LATER = [
    pytest.param(mart, version, id=f"{mart} {version}")
    for mart, texts in contract_texts().items()
    for version in texts
    if not (mart in PUBLISHED_AS_ONE and version == Version(1, 0))
]
HEADINGS = "view,column,position,type,is_key,is_nullable\n"
FIRST = HEADINGS + "mart_a,school_id,1,integer,yes,no\nmart_a,pupil_count,2,integer,no,yes\n"


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    """Registers of two periods, a school that moves, versions, a held return, marks of every kind."""
    warehouse.load(
        make_register(Entry("50010001", ministry_code="1050130001"), Entry("50010002"), period="2562-2")
    )
    warehouse.load(make_register(Entry("50010001"), agency="area1"))
    warehouse.load(make_register(Entry("50010002"), agency="area2"))
    figures = {
        ("50010001", "P1"): (3, 4, 1),
        ("50010001", "P2"): (None, HIDDEN, HIDDEN),
        ("50010002", "P1"): (0, None, None),
    }
    warehouse.load(make_enrolment(figures, period="2562-2"))
    warehouse.load(make_enrolment(figures))
    warehouse.load(make_enrolment(figures | {("50010001", "P3"): (1, 2, 1)}, set_aside={9: {"ชาย": "?"}}))
    warehouse.load(make_enrolment({("50020009", "P1"): (1, 1, None)}, agency="area2", status=Status.HELD))
    with writing(warehouse.engine) as connection:
        connection.execute(text("UPDATE dim_school SET obec_code = '500001' WHERE smis_code = '50010001'"))
        connection.execute(
            text("UPDATE fact_school SET school_type_th = 'ประถมศึกษา', subdistrict_name_th = 'เหนือ'")
        )
        connection.execute(text("UPDATE ops_run SET flow_run_id = 'a', flow_run_name = 'b'"))
        connection.execute(text("UPDATE ops_delivery SET bytes_removed_at = received_at"))
    return warehouse


def test_every_mart_is_promised() -> None:
    assert {each.view for each in newest_contract()} == set(VIEW_NAMES)


@pytest.mark.parametrize("view", [name for name in VIEW_NAMES if name not in marts_of_other_forms()])
def test_columns_types_and_keys_are_as_promised(filled: Warehouse, view: str) -> None:
    check_promise(filled, view)


def test_the_contract_that_was_published_as_one_file_never_changes() -> None:
    parts = [contract_texts()[mart][Version(1, 0)].removeprefix(HEADINGS) for mart in PUBLISHED_AS_ONE]
    digest = contract_digest("".join([HEADINGS, *parts]))
    assert f"Warehouse contract 1.0 (sha256 `{digest}…`" in PUBLISHED


@pytest.mark.parametrize(("mart", "version"), LATER)
def test_a_published_contract_never_changes(mart: str, version: Version) -> None:
    digest = contract_digest(contract_texts()[mart][version])
    assert f"`{mart}` {version} (sha256 `{digest}…`" in PUBLISHED


@pytest.mark.parametrize("texts", contract_texts().values(), ids=contract_texts())
def test_a_change_that_breaks_readers_has_a_higher_major_number(texts: dict[Version, str]) -> None:
    assert too_low({version: parse_contract(text) for version, text in texts.items()}) == []


@pytest.mark.parametrize(
    ("after", "lowest"),
    [
        pytest.param(FIRST, Version(1, 0), id="the same"),
        pytest.param(FIRST + "mart_a,room_count,3,integer,no,no\n", Version(1, 1), id="a new column"),
        pytest.param(FIRST + "mart_b,school_id,1,integer,yes,no\n", Version(1, 1), id="a new mart"),
        pytest.param(
            FIRST.replace("2,integer,no,yes", "2,integer,no,no"), Version(1, 1), id="never empty now"
        ),
        pytest.param(FIRST + "mart_a,grade_id,3,integer,yes,no\n", Version(2, 0), id="more rows a school"),
        pytest.param(FIRST.replace("mart_a,pupil_count,2,integer,no,yes\n", ""), Version(2, 0), id="removed"),
        pytest.param(FIRST.replace("pupil_count", "pupils"), Version(2, 0), id="renamed"),
        pytest.param(FIRST.replace("2,integer", "2,text"), Version(2, 0), id="another type"),
        pytest.param(FIRST.replace("integer,yes,no", "integer,no,no"), Version(2, 0), id="no key any more"),
        pytest.param(FIRST.replace("integer,yes,no", "integer,yes,yes"), Version(2, 0), id="empty at times"),
    ],
)
def test_what_a_change_asks_for(after: str, lowest: Version) -> None:
    older, newer = parse_contract(FIRST), parse_contract(after)
    assert required_version(older, newer, Version(1, 0)) == lowest


@pytest.mark.parametrize(
    ("version", "is_enough"), [(Version(1, 1), False), (Version(1, 10), False), (Version(2, 0), True)]
)
def test_too_low_a_number_is_found(version: Version, is_enough: bool) -> None:  # noqa: FBT001 - a parameter
    broken = parse_contract(FIRST.replace("2,integer", "2,text"))
    assert (too_low({Version(1, 0): parse_contract(FIRST), version: broken}) == []) == is_enough


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (FIRST.replace("2,integer", "2,number"), ValueError),
        (FIRST.replace(",2,", ",3,"), ValueError),
        (FIRST.replace("yes,no", "ja,no"), KeyError),
    ],
)
def test_a_contract_that_cannot_be_read_is_refused(wrong: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_contract(wrong)
