"""What told a table's period is known besides the period itself."""

from datetime import UTC, datetime

import pytest

from edusandbox.checking.attribution import attribute
from edusandbox.checking.context import CheckContext
from edusandbox.checking.form_sheet import PERIOD
from edusandbox.checking.parsing import parse_delivery
from edusandbox.period_source import PeriodSource
from edusandbox.submissions import Delivery
from tests.checking.builders import PROVINCE, TIDY, TODAY, check_bytes, csv_bytes

HEADING = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]
ROW = [50010001, "บ้านเหนือ", 3, 4]


@pytest.mark.parametrize(
    ("path", "rows", "source", "period"),
    [
        ("a.csv", [["ภาคเรียนที่ 2 ปีการศึกษา 2563"], HEADING, ROW], PeriodSource.TITLE, "2563-2"),
        ("a.csv", [TIDY, [2563, 2, 50010001, "บ้านเหนือ", "ป.1", 3, 4, 7, 1]], PeriodSource.COLUMNS, "2563-2"),
        ("2563-2/a.csv", [HEADING, ROW], PeriodSource.FOLDER_NAME, "2563-2"),
        ("2563-2.csv", [HEADING, ROW], PeriodSource.FILE_NAME, "2563-2"),
        ("a.csv", [HEADING, ROW, ["ข้อมูลภาคเรียนที่ 2/2563"]], PeriodSource.NOTE, "2563-2"),
        ("a.csv", [["ข้อมูล ณ วันที่ 10 มกราคม 2564"], HEADING, ROW], PeriodSource.DAY, "2563-2"),
        ("a.csv", [HEADING, ROW], PeriodSource.OPEN_PERIOD, "2563-1"),
        ("a 2568.csv", [HEADING, ROW], PeriodSource.OPEN_QUESTION, "2568"),
        (
            "2563-1.csv",
            [["ภาคเรียนที่ 2 ปีการศึกษา 2563"], HEADING, ROW],
            PeriodSource.TITLE,
            "2563-2",
        ),
    ],
)
def test_a_table_knows_what_told_its_period(
    path: str, rows: list[list[object]], source: PeriodSource, period: str
) -> None:
    delivery = Delivery("0" * 64, path.rsplit("/", 1)[-1], path, "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    (sheet,) = parse_delivery(delivery, csv_bytes(rows), PROVINCE).sheets
    frame = attribute(sheet, delivery, CheckContext(PROVINCE, TODAY))
    assert (sheet.period_source, set(frame[PERIOD])) == (source, {period})


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("ภาคเรียนที่ 2 ปีการศึกษา 2562", "RE008"),
        ("ข้อมูล ณ วันที่ 10 พ.ย. 2562", "RE012"),
        ("ภาคเรียนที่ 1 ปีการศึกษา 2563", None),
        ("อำเภอแม่ริม", None),
    ],
)
def test_a_line_among_the_rows_that_names_another_period_is_not_passed_over(
    line: str, rule: str | None
) -> None:
    rows = [["ภาคเรียนที่ 1 ปีการศึกษา 2563"], HEADING, ROW, [line], [50010002, "บ้านใต้", 3, 4]]
    codes = {issue.code for issue in check_bytes(csv_bytes(rows)).all_issues}
    assert codes == {rule} - {None}


@pytest.mark.parametrize("heading", ["ปี", "Academic Year"])
@pytest.mark.parametrize(("year", "rules"), [(2562, {"RE013"}), (2019, {"RE013"}), (2563, set())])
def test_years_in_a_column_that_nobody_reads_are_not_passed_over(
    heading: str, year: int, rules: set[str]
) -> None:
    rows = [[*HEADING, heading], [*ROW, year], [50010002, "บ้านใต้", 3, 4, year]]
    codes = {issue.code for issue in check_bytes(csv_bytes(rows)).all_issues}
    assert codes >= rules
    assert ("RE013" in codes) is bool(rules)
