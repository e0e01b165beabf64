"""What a page says around its tables and in none of their cells is kept with them."""

import pytest

from edusandbox.sources.readers import read_delivery

TABLE = "<table><tr><td>รหัส<td>ชาย<tr><td>99010001<td>12</table>"


def around(page: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    return [(grid.text_above, grid.text_below) for grid in read_delivery(page.encode(), "หน้า.html").grids]


@pytest.mark.parametrize(
    ("page", "above"),
    [
        (f"<h3>ภาคเรียนที่ 2 ปีการศึกษา 2562</h3>{TABLE}", ("ภาคเรียนที่ 2 ปีการศึกษา 2562",)),
        (f"<html><title>ภาคเรียนที่ 2/2562</title><body>{TABLE}", ("ภาคเรียนที่ 2/2562",)),
        (TABLE.replace("<table>", "<table><caption>ภาคเรียนที่ 2/2562</caption>"), ("ภาคเรียนที่ 2/2562",)),
        (f"<p>จำนวนนักเรียน<br>ภาคเรียนที่ 2/<b>2562</b></p>{TABLE}", ("จำนวนนักเรียน", "ภาคเรียนที่ 2/2562")),
        (f"ภาคเรียนที่ 2/2562{TABLE}", ("ภาคเรียนที่ 2/2562",)),
        (f"<table><tr><td>ภาคเรียนที่<td>2/2562</table>{TABLE}", ("ภาคเรียนที่ 2/2562",)),
        (f"<table><tr><td>ภาคเรียนที่ 2/2562<tr><td>{TABLE}</table>", ("ภาคเรียนที่ 2/2562",)),
        (f"<a href='x'>ปี 2564</a> | <a href='y'>ปี 2565</a>{TABLE}", ()),
        (f"<nav>เมนู 2/2564</nav><script>var p = '2/2562'</script>{TABLE}", ()),
    ],
)
def test_what_stands_over_a_table_of_a_page_is_kept(page: str, above: tuple[str, ...]) -> None:
    assert around(page) == [(above, ())]


def test_a_table_stands_under_the_headings_in_force_and_its_own_paragraphs() -> None:
    page = (
        f"<h1>ภาคเรียนที่ 1/2563</h1><h2>ป.1</h2><p>หน่วย คน</p>{TABLE}<p>ข้อมูล ณ วันที่ 1 ก.ค. 2563</p>"
        f"<h2>ป.2</h2>{TABLE}"
    )
    assert around(page) == [
        (("ภาคเรียนที่ 1/2563", "ป.1", "หน่วย คน"), ("ข้อมูล ณ วันที่ 1 ก.ค. 2563",)),
        (("ภาคเรียนที่ 1/2563", "ป.2"), ()),
    ]


def test_a_paragraph_holds_for_all_tables_up_to_the_next_one() -> None:
    page = f"<p>ภาคเรียนที่ 1/2563</p>{TABLE}{TABLE}<p>ภาคเรียนที่ 2/2563</p>{TABLE}"
    assert [above for above, _ in around(page)] == [
        ("ภาคเรียนที่ 1/2563",),
        ("ภาคเรียนที่ 1/2563",),
        ("ภาคเรียนที่ 2/2563",),
    ]


def test_a_small_table_of_words_is_the_title_of_the_one_below() -> None:
    title = "<table><tr><td>จำนวนนักเรียน<td>รายชั้น<tr><td>ภาคเรียนที่<td>2/2562</table>"
    assert around(f"{title}{TABLE}")[1][0] == ("จำนวนนักเรียน รายชั้น", "ภาคเรียนที่ 2/2562")


def test_text_around_a_table_has_no_control_characters() -> None:
    assert around(f"<p>ภาคเรียน\u202eที่ 2/2562</p>{TABLE}")[0][0] == ("ภาคเรียนที่ 2/2562",)
