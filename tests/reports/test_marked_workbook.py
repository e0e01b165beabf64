import hashlib
import re
import zipfile
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, timezone
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet
from python_calamine import CalamineWorkbook

from edusandbox.reports import issue_sheet
from edusandbox.reports import marked_workbook as module
from edusandbox.reports.excel import MAX_CELL_CHARACTERS
from edusandbox.reports.marked_workbook import marked_file_name, marked_workbook
from edusandbox.submissions import CheckedDelivery, Status
from schemas.issues import Issue, Place, Severity
from tests.reports.builders import (
    CHECKED_AT,
    FORM_NAMES_TH,
    make_checked,
    make_delivery,
    make_grid,
    make_issue,
    make_submission,
)
from transforms.grid import CellValue, Grid, MergedRange

RED, AMBER, BLUE = "FFF8B4B4", "FFFFE08A", "FFDCEBFA"
ROWS: list[list[CellValue]] = [
    ["รายงานจำนวนนักเรียน", None, None, None],
    ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง"],
    [50010001, "บ้านสันทราย", 12, 11],
    [50010002, "วัดศรีดอนชัย", "๑๒ คน", 9],
    [None, "รวม", 24, 20],
]


def mark(grids: Sequence[Grid], checked: CheckedDelivery, checked_at: datetime = CHECKED_AT) -> bytes:
    return marked_workbook(
        grids,
        checked,
        agency_name_th="สพป.เชียงใหม่ เขต 1",
        checked_at=checked_at,
        form_names_th=FORM_NAMES_TH,
    )


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def marked_sheet(grid: Grid, *issues: Issue) -> Worksheet:
    return opened(mark([grid], make_checked(*issues)))[grid.sheet_name]


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def at(row: int | None, column: int | None, sheet: str | None = "นักเรียน") -> Place:
    return Place(sheet=sheet, row=row, column=column)


def test_the_two_own_sheets_stand_before_the_senders() -> None:
    book = opened(mark([make_grid(ROWS), make_grid(ROWS, sheet_name="ครู")], make_checked()))
    assert book.sheetnames == ["สรุป", "รายการ", "นักเรียน", "ครู"]


def test_a_senders_sheet_named_like_one_of_ours_gets_a_number_and_links_follow_it() -> None:
    issue = make_issue(place=at(4, 3, "สรุป"))
    book = opened(mark([make_grid(ROWS, sheet_name="สรุป")], make_checked(issue)))
    assert book.sheetnames == ["สรุป", "รายการ", "สรุป (2)"]
    assert book["รายการ"]["E2"].hyperlink.location == "'สรุป (2)'!C4"
    assert book["รายการ"]["D2"].value == "สรุป"


@pytest.mark.parametrize(
    "value",
    [
        50010001,
        "50010001",
        12.5,
        True,
        "=1+1",
        "=HYPERLINK(A1)",
        "+66 53 112 233",
        "https://example.org",
        "<r>ก</r>",
        "  เว้นวรรค ",
        "บรรทัดแรก\nบรรทัดที่สอง",
        "๑๒ คน",
        "a_x0041_b",
        "\x0bแท็บ",
    ],
)
def test_a_cell_comes_back_as_typed(value: CellValue) -> None:
    content = mark([make_grid([[value]])], make_checked())
    read = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_name("นักเรียน").to_python()[0][0]
    assert (read, isinstance(read, str)) == (value, isinstance(value, str))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567890123456, "1234567890123456"),
        (float("nan"), "nan"),
        (float("inf"), "inf"),
        (date(1899, 12, 31), "1899-12-31"),
        (datetime(2020, 6, 8, 9, tzinfo=UTC), "2020-06-08T09:00:00+00:00"),
        (time(9, tzinfo=timezone(timedelta(hours=7))), "09:00:00+07:00"),
        (timedelta(days=-1), "-1 day, 0:00:00"),
        ("a\ud800b\uffff", "a\ufffdb\ufffd"),
    ],
)
def test_what_excel_would_change_or_refuse_is_kept_as_text(value: CellValue, text: str) -> None:
    cell = marked_sheet(make_grid([[value]]))["A1"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (datetime(2020, 6, 8, 9, 30), datetime(2020, 6, 8, 9, 30)),  # noqa: DTZ001 - a sheet's time has no zone
        (date(2020, 6, 8), datetime(2020, 6, 8)),  # noqa: DTZ001 - openpyxl reads a day as its midnight
        (time(9, 30), time(9, 30)),
        (timedelta(hours=30), timedelta(hours=30)),
    ],
)
def test_dates_and_times_stay_dates_and_times(value: CellValue, read: object) -> None:
    assert marked_sheet(make_grid([[value]]))["A1"].value == read


def test_a_text_too_long_for_a_cell_is_cut_and_says_so() -> None:
    value = str(marked_sheet(make_grid([["ก" * 40_000]]))["A1"].value)
    assert len(value) == MAX_CELL_CHARACTERS
    assert value.endswith("(ยาวเกิน ตัดไว้เท่านี้)")


def test_merged_ranges_are_kept() -> None:
    blocks = (MergedRange(1, 1, 1, 4), MergedRange(5, 4, 7, 5))
    sheet = marked_sheet(make_grid(ROWS, merged=blocks))
    assert {str(block) for block in sheet.merged_cells.ranges} == {"A1:D1", "D5:E7"}
    assert [cell.value for cell in sheet[5]][:4] == ROWS[4]


@pytest.mark.parametrize(
    "blocks",
    [
        (MergedRange(1, 1, 1, 1),),
        (MergedRange(1, 1, 1, 4), MergedRange(1, 3, 2, 4)),
        (MergedRange(1, 1, 1_048_576, 4),),
        (MergedRange(1, 1, 1_048_577, 16_385),),
    ],
    ids=["one cell", "overlapping", "over other values", "larger than a sheet"],
)
def test_a_merged_range_that_excel_refuses_does_not_stop_the_workbook(
    blocks: tuple[MergedRange, ...],
) -> None:
    assert marked_sheet(make_grid(ROWS, merged=blocks))["C3"].value == 12


@pytest.mark.parametrize(
    ("severities", "colour"),
    [
        ([Severity.ERROR], RED),
        ([Severity.QUERY], AMBER),
        ([Severity.NOTICE], BLUE),
        ([Severity.NOTICE, Severity.ERROR, Severity.QUERY], RED),
        ([Severity.NOTICE, Severity.QUERY], AMBER),
    ],
)
def test_the_worst_issue_of_a_cell_colours_it(severities: list[Severity], colour: str) -> None:
    sheet = marked_sheet(make_grid(ROWS), *(make_issue(each, place=at(4, 3)) for each in severities))
    assert sheet["C4"].fill.fgColor.rgb == colour
    assert sheet["D4"].fill.fill_type is None


def test_a_comment_tells_every_issue_of_its_cell_with_the_remedy_worst_first() -> None:
    sheet = marked_sheet(
        make_grid(ROWS),
        make_issue(
            Severity.QUERY, code="SU001", place=at(4, 3), message_th="ผลรวมไม่ตรง", remedy_th="ตรวจผลรวม"
        ),
        make_issue(code="VA001", place=at(4, 3)),
    )
    assert sheet["C4"].comment.text == (
        "ต้องแก้ (VA001)\nค่านี้ไม่ใช่จำนวน\nวิธีแก้: กรอกเป็นตัวเลข\n\nต้องชี้แจง (SU001)\nผลรวมไม่ตรง\nวิธีแก้: ตรวจผลรวม"
    )


def test_a_comment_is_as_high_as_its_text_needs() -> None:
    def height(message_th: str) -> float:
        issue = make_issue(place=at(4, 3), message_th=message_th)
        with zipfile.ZipFile(BytesIO(mark([make_grid(ROWS)], make_checked(issue)))) as parts:
            drawing = parts.read("xl/drawings/vmlDrawing1.vml").decode()
        return float(str(re.findall(r"height:([\d.]+)pt", drawing)[-1]))

    assert height("ก" * 480) - height("ก") == pytest.approx(9 * 17 * 0.75)


@pytest.mark.parametrize("sheet", ["สรุป", "รายการ"])
def test_a_row_of_the_first_two_sheets_is_as_high_as_its_longest_text_needs(sheet: str) -> None:
    def height(message_th: str) -> float:
        workbook = opened(mark([make_grid(ROWS)], make_checked(make_issue(message_th=message_th))))
        return max((each.height or 15 for each in workbook[sheet].row_dimensions.values()), default=15)

    assert height("ก" * 400) - height("ก") >= 15 * (400 / 46 - 1)


def test_many_issues_of_a_cell_are_counted_in_its_comment() -> None:
    issues = [make_issue(code=f"VA{number:03}", place=at(4, 3)) for number in range(8)]
    assert marked_sheet(make_grid(ROWS), *issues)["C4"].comment.text.endswith("และอีก 3 ข้อ ดูที่แผ่น รายการ")


def test_an_issue_of_a_row_marks_the_rows_first_filled_cells() -> None:
    sheet = marked_sheet(make_grid(ROWS), make_issue(Severity.NOTICE, place=at(5, None)))
    assert [cell.fill.fill_type for cell in sheet[5]] == [None, "solid", "solid", "solid"]
    assert [cell.comment is not None for cell in sheet[5]] == [False, True, False, False]


def test_an_issue_of_a_column_marks_its_heading() -> None:
    place = Place(sheet="นักเรียน", column=3, header="ชาย")
    assert marked_sheet(make_grid(ROWS), make_issue(place=place))["C2"].comment is not None


@pytest.mark.parametrize("place", [at(None, None), at(None, None, None), at(3, 3, "ไม่มีแผ่นนี้")])
def test_an_issue_without_a_cell_here_stands_only_in_the_lists(place: Place) -> None:
    book = opened(mark([make_grid(ROWS)], make_checked(make_issue(place=place))))
    assert not [cell for row in book["นักเรียน"].iter_rows() for cell in row if cell.comment]
    assert book["รายการ"]["J2"].value == "ค่านี้ไม่ใช่จำนวน"


def test_an_issue_outside_the_filled_cells_is_marked_all_the_same() -> None:
    sheet = marked_sheet(make_grid(ROWS), make_issue(place=at(9, 7)))
    assert (sheet["G9"].fill.fgColor.rgb, sheet["G9"].comment is not None) == (RED, True)


def test_an_issue_outside_excels_sheet_is_listed_without_a_link() -> None:
    book = opened(mark([make_grid(ROWS)], make_checked(make_issue(place=at(2_000_000, 3)))))
    assert (book["รายการ"]["E2"].value, book["รายการ"]["E2"].hyperlink) == ("C2000000", None)


def test_a_hidden_sheet_stays_hidden_unless_it_has_issues() -> None:
    grids = [
        make_grid(ROWS, is_hidden=True),
        make_grid(ROWS, sheet_name="รายชื่อ", is_hidden=True),
    ]
    book = opened(mark(grids, make_checked(make_issue())))
    assert (book["นักเรียน"].sheet_state, book["รายชื่อ"].sheet_state) == ("visible", "hidden")


def test_the_list_has_every_issue_worst_first_with_its_particulars() -> None:
    place = Place("นักเรียน", 4, 3, "ชาย", "=๑๒ คน", "50010002", "วัดศรีดอนชัย")
    notice = make_issue(Severity.NOTICE, code="LA002", place=at(5, None), count=12)
    sheet = opened(mark([make_grid(ROWS)], make_checked(notice, make_issue(place=place))))["รายการ"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:3] == ["ลำดับ", "ระดับ", "รหัส"]
    assert rows[1] == [
        *(1, "ต้องแก้", "VA001", "นักเรียน", "C4", "ชาย", "=๑๒ คน", "50010002", "วัดศรีดอนชัย"),
        *("ค่านี้ไม่ใช่จำนวน", "กรอกเป็นตัวเลข", "This is not a count"),
    ]
    assert rows[2][1:5] + rows[2][9:10] == [
        *("แจ้งให้ทราบ", "LA002", "นักเรียน", "5", "ค่านี้ไม่ใช่จำนวน"),
    ]


def test_the_list_can_be_filtered_and_keeps_its_heading_in_view() -> None:
    sheet = opened(mark([make_grid(ROWS)], make_checked(make_issue())))["รายการ"]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:L2", "A2")
    assert sheet["J2"].alignment.wrap_text


@pytest.mark.parametrize("name", ["เขต 1 'เดิม'", "a#b", "ชั้น ป.1", "x!y"])
def test_the_link_names_the_sheet_as_excel_does(name: str) -> None:
    grid = make_grid(ROWS, sheet_name=name)
    book = opened(mark([grid], make_checked(make_issue(place=at(4, 3, name)))))
    quoted = book.sheetnames[2].replace("'", "''")
    assert book["รายการ"]["E2"].hyperlink.location == f"'{quoted}'!C4"


def test_the_summary_tells_file_sender_time_and_verdict() -> None:
    said = texts(opened(mark([make_grid(ROWS)], make_checked(make_issue())))["สรุป"])
    assert said[:5] == [
        "ผลการตรวจแฟ้มข้อมูล",
        "แฟ้ม: 2563-1/enrolment.csv",
        "ผู้ส่ง: สพป.เชียงใหม่ เขต 1",
        "ตรวจเมื่อ: 8 มิถุนายน 2563 เวลา 14.05 น.",
        "ผลการตรวจ: รับบางส่วน",
    ]


def test_the_summary_counts_rows_and_issues_of_each_submission() -> None:
    checked = make_checked(make_issue(), make_issue(Severity.QUERY), make_issue(Severity.NOTICE, count=30))
    sheet = opened(mark([make_grid(ROWS)], checked))["สรุป"]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[0] == "จำนวนนักเรียน")
    assert row == ("จำนวนนักเรียน", "ภาคเรียนที่ 1 ปีการศึกษา 2563", "รับบางส่วน", 3, 2, 1, 1, 1, 1)


def test_the_summary_names_the_agency_of_a_submission_that_is_not_the_senders() -> None:
    checked = CheckedDelivery(make_delivery(), (make_submission(agency_code="cmi2"),))
    assert "จำนวนนักเรียน (ของหน่วยงาน cmi2)" in texts(opened(mark([], checked))["สรุป"])


def test_the_summary_groups_the_cells_of_one_fault() -> None:
    cells = ((4, 2), (9, 2), (2, 3))
    issues = [make_issue(place=at(*cell), message_th=f"“{cell[0]} คน” ไม่ใช่จำนวน") for cell in cells]
    sheet = opened(mark([make_grid(ROWS)], make_checked(*issues)))["สรุป"]
    row = next(row for row in sheet.iter_rows(values_only=True) if row[4] == "VA001")
    assert row[:6] == (
        *("เช่น “4 คน” ไม่ใช่จำนวน", "กรอกเป็นตัวเลข", "แผ่น นักเรียน: B4, B9, C2", 3, "VA001", "หน่วยงาน"),
    )


@pytest.mark.parametrize(
    ("issues", "status", "first_words"),
    [
        ([], Status.ACCEPTED, ["ไม่ต้องทำอะไรต่อ"]),
        ([make_issue(Severity.NOTICE, owner="nobody")], Status.ACCEPTED, ["ไม่ต้องทำอะไรต่อ"]),
        ([make_issue()], Status.PARTLY_ACCEPTED, ["ข้อที่ “ต้องแก้”", "หากแก้ไข"]),
        ([make_issue(Severity.QUERY)], Status.ACCEPTED_WITH_QUERIES, ["ข้อที่ “ต้องชี้แจง”", "หากแก้ไข"]),
        ([make_issue(owner="province")], Status.PARTLY_ACCEPTED, ["ข้อที่ระบุว่า “จังหวัด”"]),
        ([], Status.HELD, ["ข้อมูลที่ “รอพิจารณา”"]),
        ([], Status.REJECTED, ["ยังรับแฟ้มนี้ไม่ได้"]),
    ],
)
def test_the_summary_says_what_to_do_next(
    issues: list[Issue], status: Status, first_words: list[str]
) -> None:
    said = texts(opened(mark([make_grid(ROWS)], make_checked(*issues, status=status)))["สรุป"])
    steps = [text.partition(". ")[2] for text in said if text[:3] in {"1. ", "2. ", "3. ", "4. "}]
    assert [step.startswith(words) for step, words in zip(steps, first_words, strict=True)] == [True] * len(
        steps
    )


def test_a_file_that_could_not_be_read_still_gives_the_two_first_sheets() -> None:
    issue = make_issue(code="FI001", place=Place(), message_th="เปิดแฟ้มนี้ไม่ได้")
    book = opened(mark([], CheckedDelivery(make_delivery(), (), (issue,))))
    assert book.sheetnames == ["สรุป", "รายการ"]
    assert book["รายการ"]["E2"].value == "ทั้งแฟ้ม"
    assert "ผลการตรวจ: ไม่รับ" in texts(book["สรุป"])


def test_an_empty_sheet_is_kept() -> None:
    assert opened(mark([make_grid([])], make_checked())).sheetnames[-1] == "นักเรียน"


def test_equal_arguments_give_equal_bytes() -> None:
    grid, checked = make_grid(ROWS), make_checked(make_issue())
    digests = {hashlib.sha256(mark([grid], checked)).hexdigest() for _ in range(2)}
    assert len(digests) == 1


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        mark([], make_checked(), datetime(2020, 6, 8))  # noqa: DTZ001 - what the test is about


def test_comments_beyond_what_excel_bears_leave_the_colour_and_are_announced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "MAX_COMMENTS", 2)
    places = [at(3, 3), at(4, 3), at(3, 4)]
    severities = (Severity.NOTICE, Severity.ERROR, Severity.QUERY)
    issues = [make_issue(severity, place=place) for severity, place in zip(severities, places, strict=True)]
    book = opened(mark([make_grid(ROWS)], make_checked(*issues)))
    sheet = book["นักเรียน"]
    assert [sheet[cell].comment is not None for cell in ("C3", "C4", "D3")] == [False, True, True]
    assert sheet["C3"].fill.fgColor.rgb == BLUE
    assert any(text.startswith("หมายเหตุ: ช่องที่มีข้อสังเกตมีมาก อีก 1 ช่อง") for text in texts(book["สรุป"]))


def test_more_issues_than_excel_takes_links_are_all_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(issue_sheet, "MAX_LINKS", 2)
    issues = [make_issue(place=at(row, 3)) for row in range(2, 6)]
    sheet = opened(mark([make_grid(ROWS)], make_checked(*issues)))["รายการ"]
    assert [(sheet[f"E{row}"].value, sheet[f"E{row}"].hyperlink is not None) for row in range(2, 6)] == [
        *(("C2", True), ("C3", True), ("C4", False), ("C5", False)),
    ]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("2563-1/enrolment.csv", "2563-1/enrolment_ตรวจแล้ว.xlsx"),
        ("2563-1/enrolment.xlsx", "2563-1/enrolment.xlsx_ตรวจแล้ว.xlsx"),
        ("2563-1/enrolment.xls.csv", "2563-1/enrolment.xls.csv_ตรวจแล้ว.xlsx"),
        ("enrolment", "enrolment._ตรวจแล้ว.xlsx"),
        (".csv", ".csv_ตรวจแล้ว.xlsx"),
        ("ก/ข/จำนวนนักเรียน ปี 2563.xls", "ก/ข/จำนวนนักเรียน ปี 2563.xls_ตรวจแล้ว.xlsx"),
    ],
)
def test_a_marked_file_is_named_after_its_delivery(path: str, name: str) -> None:
    assert marked_file_name(path) == name


FILE_NAMES = st.from_regex(r"[a-cก-ค]{1,6}(\.(csv|xls|xlsx|ods|CSV)){0,2}", fullmatch=True)


@given(FILE_NAMES, FILE_NAMES)
def test_two_deliveries_never_share_a_marked_file(one: str, other: str) -> None:
    assert (marked_file_name(one) == marked_file_name(other)) == (one == other)


def test_a_long_thai_name_still_fits_a_file_system_and_keeps_apart() -> None:
    names = {marked_file_name(f"{'ก' * 80}{ending}") for ending in (".xls", ".xlsx", ".csv")}
    assert len(names) == 3
    assert max(len(name.encode()) for name in names) <= 255


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.one_of(st.text(), st.integers(), st.floats(), st.booleans(), st.dates(), st.none()),
        min_size=1,
        max_size=5,
    ),
    st.text(max_size=40),
)
def test_no_cell_and_no_sheet_name_stops_the_workbook(cells: list[CellValue], sheet_name: str) -> None:
    issue = make_issue(place=Place(sheet=sheet_name, row=1, column=1), message_th=sheet_name)
    content = mark([make_grid([cells], sheet_name=sheet_name)], make_checked(issue))
    assert len(opened(content).sheetnames) == 3
