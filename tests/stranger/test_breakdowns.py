"""Cells that take a figure apart: each item is read and checked, proves its total and is a fact itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edusandbox.submissions import CheckedDelivery, Status
from schemas.breakdown_items import Item, items_of, kept_items
from schemas.fields import BAHT, Bilingual, Money, Name
from schemas.form import Form
from tests.checking.builders import check_bytes, csv_bytes, issue_cells
from tests.stranger.schemas.forms.projects import FORM, HELPERS, SOURCES
from transforms.cells.breakdown_cells import read_items

TITLE = ["โครงการ ภาคเรียนที่ 1 ปีการศึกษา 2563"]
HEADING = ["รหัสโรงเรียน", "โครงการ", "งบประมาณโครงการ", "แหล่งงบประมาณ", "ผู้ช่วยโครงการ"]
ROLES = {"ครู": "TEACH", "ผู้ดูแล": "CARE"}


def check(*rows: list[object]) -> CheckedDelivery:
    return check_bytes(csv_bytes([TITLE, HEADING, *rows]), path="w.csv")


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("งบ สพฐ.: 50,000 บาท | อปท.: 20,000 บาท", [("งบ สพฐ.", 50_000), ("อปท.", 20_000)]),
        ("1. งบ สพฐ. : ๕๐,๐๐๐.๕๐\n2. อปท. = 20000.-\n", [("งบ สพฐ.", 50_000.5), ("อปท.", 20_000)]),
        ("• อบต. บ้านกลาง - 500\n• ผ้าป่า - ", None),
        ("- อบต. บ้านกลาง - 500\n- ผ้าป่า - 1,000", [("อบต. บ้านกลาง", 500), ("ผ้าป่า", 1_000)]),
        ("ผ้าป่า 1,000 บาท; กองทุนฯ 5 บาท", [("ผ้าป่า", 1_000), ("กองทุนฯ", 5)]),
        ("กองทุน: ก: 5", [("กองทุน: ก", 5)]),
        ("ผ้าป่า: *", [("ผ้าป่า", None)]),
        ("-", None),
        ("ไม่มี", None),
        ("", None),
    ],
)
def test_a_cell_is_split_into_names_and_figures(cell: str, items: list[tuple[str, float]] | None) -> None:
    read = read_items(cell, SOURCES, {}).items
    assert (None if read is None else [tuple(item) for item in read]) == items


@pytest.mark.parametrize(
    ("cell", "rule", "named"),
    [
        ("งบ สพฐ.", "VA041", "งบ สพฐ."),
        ("70,000", "VA041", "70,000"),
        ("งบ สพฐ.:", "VA041", "งบ สพฐ.:"),
        ("ผ้าป่า ปี 2562 1000", "VA041", "ผ้าป่า ปี 2562 1000"),
        ("งบ สพฐ.: มาก", "VA001", "มาก"),
        ("งบ สพฐ.: -5", "VA029", "-5"),
        ("งบ สพฐ.: 5O", "VA011", "5O"),
        ("งบ สพฐ.: ไม่ทราบ", "VA012", "ไม่ทราบ"),
    ],
)
def test_what_is_no_item_is_told_with_the_item(cell: str, rule: str, named: str) -> None:
    (fault,) = read_items(f"อปท.: 5 | {cell}", SOURCES, {}).faults
    assert (fault.rule, named in fault.params.values()) == (rule, True)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("นักบิน: 1", "VA006"),
        ("ครู: 1 | ครู: 2", "VA042"),
        ("ครู: 1.5", "VA003"),
        ("ครู: -1", "VA002"),
        ("ครู: 100", "VA007"),
    ],
)
def test_what_is_wrong_with_a_code_or_a_count_of_it_is_told(cell: str, rule: str) -> None:
    read = read_items(cell, HELPERS, ROLES)
    assert (read.items, [fault.rule for fault in read.faults]) == (None, [rule])


@given(st.lists(st.tuples(st.from_regex(r"[ก-ฮ]{1,9}", fullmatch=True), st.integers(0, 10**9)), min_size=1))
def test_what_is_written_item_by_item_is_read_back(pairs: list[tuple[str, int]]) -> None:
    for between in (" | ", "\n"):
        cell = between.join(f"{name}: {figure:,} บาท" for name, figure in pairs)
        assert read_items(cell, SOURCES, {}).items == tuple(Item(*pair) for pair in pairs)
    items = [Item(name, float(figure)) for name, figure in pairs]
    assert items_of(kept_items(items)) == items


def test_each_item_is_a_fact_with_the_key_of_its_row() -> None:
    checked = check(
        ["50010001", "อ่าน", 70_000, "งบ สพฐ.: 50,000 บาท | อปท.: 20,000 บาท", "ครู: 2\nผู้ดูแล: 1 คน"],
        ["50010001", "คิดเลข", 300.5, "ผ้าป่า: 300.50", ""],
        ["50010002", "อ่าน", 0, "-", "ครู: 1"],
    )
    (submission,) = checked.submissions
    assert (submission.status, issue_cells(checked)) == (Status.ACCEPTED, set())
    assert submission.facts["fact_project"]["budget_baht"].tolist() == [70_000, 300.5, 0]
    sources = submission.facts["fact_project_source"]
    keys = ["source_row", "school_code", "topic_code", "item_number", "item_name", "source_baht"]
    assert sources[keys].values.tolist() == [
        [3, "50010001", "READ", 1, "งบ สพฐ.", 50_000],
        [3, "50010001", "READ", 2, "อปท.", 20_000],
        [4, "50010001", "SUMS", 1, "ผ้าป่า", 300.5],
    ]
    helpers = submission.facts["fact_project_helper"]
    assert helpers[["school_code", "topic_code", "role_code", "helper_count"]].values.tolist() == [
        ["50010001", "READ", "TEACH", 2],
        ["50010001", "READ", "CARE", 1],
        ["50010002", "READ", "TEACH", 1],
    ]


def test_items_that_do_not_make_the_total_set_the_row_aside_with_all_its_items() -> None:
    checked = check(
        ["50010001", "อ่าน", 70_000, "งบ สพฐ.: 50,000 บาท | อปท.: 25,000 บาท", ""],
        ["50010002", "อ่าน", "0.3", "ผ้าป่า: 0.1 | อปท.: 0.2", ""],
    )
    (submission,) = checked.submissions
    assert issue_cells(checked) == {("SU001", "C3")}
    (issue,) = checked.all_issues
    assert issue.message_th == "ยอดรวม 70000 ไม่เท่ากับผลบวกของแหล่งงบประมาณ"
    assert submission.facts["fact_project_source"]["school_code"].tolist() == ["50010002"] * 2


def test_an_unreadable_item_is_an_issue_of_its_cell_and_no_wrong_total_besides() -> None:
    checked = check(["50010001", "อ่าน", 70_000, "งบ สพฐ.: 50,000 | อปท.: หลายบาท", "ครู: 1"])
    assert issue_cells(checked) == {("VA001", "D3")}
    assert checked.status is Status.REJECTED


def test_money_that_no_cell_takes_apart_is_asked_for() -> None:
    checked = check(["50010001", "อ่าน", 70_000, "", ""], ["50010002", "อ่าน", 0, "", ""])
    assert issue_cells(checked) == {("VA103", "D3")}


def test_a_table_that_takes_nothing_apart_has_no_items() -> None:
    content = csv_bytes([TITLE, HEADING[:3], ["50010001", "อ่าน", 5]])
    (submission,) = check_bytes(content, path="w.csv").submissions
    assert submission.facts["fact_project"]["budget_baht"].tolist() == [5]
    assert submission.facts["fact_project_source"].empty


def test_figures_of_items_add_up_where_money_and_counts_do() -> None:
    assert FORM.item_counts == ("source_baht", "helper_count")


def test_a_total_of_a_list_and_something_else_is_refused() -> None:
    for made_of in (("money_sources", "budget_baht"), ("school_name",), ("nothing",)):
        wrong = Money("total_baht", BAHT, Bilingual("รวม", "Total"), made_of=made_of)
        fields = (*FORM.fields, Name("school_name"), wrong)
        with pytest.raises(ValueError, match="total_baht is made of"):
            Form(
                code="wrong",
                name_th="",
                name_en="",
                period_kinds=FORM.period_kinds,
                fields=fields,
                fact_models={},
                row_key=FORM.row_key,
            )
