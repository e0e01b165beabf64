"""From a file to a figure and back: each value names its own sheet, row and column, wherever it stands."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.history.trace import trace_figure
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from tests.checking.builders import PROVINCE, check_bytes, only_submission
from tests.checking.test_tables_in_the_wild import TITLE, Rows, workbook
from tests.facts_by_cell import pupils_by_sex
from tests.warehouse.builders import Warehouse

SCHOOLS = ("50010001", "บ้านสันทราย"), ("50010002", "บ้านหลวง")
GRADES = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "ป.2"]
BOYS_AND_GIRLS = {
    "ชาย": [TITLE, GRADES, [*SCHOOLS[0], 3, 5], [*SCHOOLS[1], 1, 2]],
    # Another order of schools and one column more: no girl stands in the cell of a boy.
    "หญิง": [
        TITLE,
        ["ที่", *GRADES],
        [1, *SCHOOLS[1], 6, 7],
        [2, *SCHOOLS[0], 8, 9],
    ],
}
OTHER_ORDER = {
    "นักเรียน": [
        TITLE,
        ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", ""],
        ["", "", "ชาย", "หญิง"],
        [*SCHOOLS[0], 3, 5],
        ["", "", "", ""],
        ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", ""],
        ["", "", "หญิง", "ชาย"],
        [*SCHOOLS[1], 1, 2],
    ]
}
SECTIONS = {
    "นักเรียน": [
        TITLE,
        ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1/1", "", "ป.1/2", ""],
        ["", "", *["ชาย", "หญิง"] * 2],
        [*SCHOOLS[0], "", 5, 4, 6],
        [*SCHOOLS[1], 1, "", 2, 7],
    ]
}
GIRLS_BLANK = {
    "ชาย": [TITLE, GRADES, [*SCHOOLS[0], 3, 5], [*SCHOOLS[1], 1, 2]],
    "หญิง": [TITLE, GRADES, [*SCHOOLS[1], 6, 7], [*SCHOOLS[0], "", 9]],
}
CELLS = {
    "class sections of which one is blank": (
        SECTIONS,
        {
            ("50010001", "P1", "male"): (4, "นักเรียน", "E4"),
            ("50010001", "P1", "female"): (11, "นักเรียน", "D4"),
            ("50010002", "P1", "male"): (3, "นักเรียน", "C5"),
            ("50010002", "P1", "female"): (7, "นักเรียน", "F5"),
        },
    ),
    "a blank cell on the sheet of girls": (
        GIRLS_BLANK,
        {
            ("50010001", "P1", "male"): (3, "ชาย", "C3"),
            ("50010001", "P2", "male"): (5, "ชาย", "D3"),
            ("50010002", "P1", "male"): (1, "ชาย", "C4"),
            ("50010002", "P2", "male"): (2, "ชาย", "D4"),
            ("50010001", "P1", "female"): (None, "หญิง", "C4"),
            ("50010001", "P2", "female"): (9, "หญิง", "D4"),
            ("50010002", "P1", "female"): (6, "หญิง", "C3"),
            ("50010002", "P2", "female"): (7, "หญิง", "D3"),
        },
    ),
    "boys and girls on sheets of their own": (
        BOYS_AND_GIRLS,
        {
            ("50010001", "P1", "male"): (3, "ชาย", "C3"),
            ("50010001", "P2", "male"): (5, "ชาย", "D3"),
            ("50010002", "P1", "male"): (1, "ชาย", "C4"),
            ("50010002", "P2", "male"): (2, "ชาย", "D4"),
            ("50010001", "P1", "female"): (8, "หญิง", "D4"),
            ("50010001", "P2", "female"): (9, "หญิง", "E4"),
            ("50010002", "P1", "female"): (6, "หญิง", "D3"),
            ("50010002", "P2", "female"): (7, "หญิง", "E3"),
        },
    ),
    "two tables of one sheet in another order": (
        OTHER_ORDER,
        {
            ("50010001", "P1", "male"): (3, "นักเรียน", "C4"),
            ("50010001", "P1", "female"): (5, "นักเรียน", "D4"),
            ("50010002", "P1", "male"): (2, "นักเรียน", "D8"),
            ("50010002", "P1", "female"): (1, "นักเรียน", "C8"),
        },
    ),
}
Cells = Mapping[tuple[str, str, str], tuple[int | None, str, str]]
"""Value, sheet and cell by school, grade and sex."""


@pytest.fixture(params=CELLS)
def loaded(request: pytest.FixtureRequest, empty_engine: Engine) -> tuple[Warehouse, Cells]:
    sheets: Mapping[str, Rows]
    sheets, cells = CELLS[request.param]
    create_warehouse(empty_engine)
    with writing(empty_engine) as connection:
        sync_province(connection, PROVINCE, datetime.now(UTC))
    run = start_run(empty_engine, province_code="50", period="2563-1", config_hash="made-up")
    warehouse = Warehouse(empty_engine, PROVINCE, run)
    checked = check_bytes(workbook(sheets), path="enrolment.xlsx")
    assert len(pupils_by_sex(only_submission(checked))) == len(cells)
    warehouse.load_all(*checked.submissions, delivery=checked.delivery)
    return warehouse, cells


def test_a_figure_is_traced_to_its_own_sheet_and_cell(loaded: tuple[Warehouse, Cells]) -> None:
    warehouse, cells = loaded
    found = {}
    with warehouse.engine.connect() as connection:
        for school, grade, sex in cells:
            where = {"smis_code": school, "grade_code": grade}
            trace = trace_figure(connection, "mart_enrolment_by_school", f"{sex}_count", where)
            (cell,) = trace.cells.to_dict("records")
            found[school, grade, sex] = (cell["value"], cell["sheet_name"], cell["cell"])
    assert found == cells


def test_the_view_by_sex_has_the_same_cells(loaded: tuple[Warehouse, Cells]) -> None:
    warehouse, cells = loaded
    rows = warehouse.query(
        """
        SELECT d.smis_code, g.grade_code, x.sex_code,
            f.pupil_count, w.sheet_name, f.source_row, f.source_column
        FROM fact_enrolment_by_sex AS f
        JOIN dim_school AS d ON d.school_id = f.school_id
        JOIN dim_grade AS g ON g.grade_id = f.grade_id
        JOIN dim_sex AS x ON x.sex_id = f.sex_id
        JOIN ops_submission_sheet AS w
            ON w.submission_id = f.submission_id AND w.sheet_number = f.source_sheet_number
        """
    )
    found = {
        tuple(key): (count, sheet, f"{' ABCDEF'[column]}{row}") for *key, count, sheet, row, column in rows
    }
    assert found == cells


def test_only_values_that_stand_elsewhere_are_kept_one_by_one(loaded: tuple[Warehouse, Cells]) -> None:
    warehouse, cells = loaded
    elsewhere = warehouse.count("ops_cell_source")
    assert elsewhere == len(cells) // 2
    assert warehouse.count("fact_enrolment") == len(cells) // 2
