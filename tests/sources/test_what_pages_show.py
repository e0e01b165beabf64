"""Of a web page's table what a browser shows is read, and what it does not show is no text."""

import datetime

import pytest

from edusandbox.sources.readers import read_delivery
from transforms.grid import Grid, ShownText


def only_grid(page: str) -> Grid:
    (grid,) = read_delivery(page.encode(), "หน้า.html").grids
    return grid


def read_cell(cell: str, style: str = "") -> object:
    """What is read of one cell among others."""
    page = f"<style>{style}</style><table><tr><td>ก<td>ข<tr>{cell}<td>2<tr><td>3<td>4</table>"
    return only_grid(page).rows[1][0]


@pytest.mark.parametrize(
    ("cell", "style", "text"),
    [
        ("<td><del>9</del>12", "", "12"),
        ("<td><s>9</s> 12", "", "12"),
        ("<td><strike>9</strike><ins>12</ins>", "", "12"),
        ("<td><span style='text-decoration: line-through'>9</span>12", "", "12"),
        ("<td><span style='text-decoration-line:line-through'>9</span>12", "", "12"),
        ("<td><font class=font5>9</font>12", ".font5 {color:red; text-decoration:line-through;}", "12"),
        ("<td><i><b class=old>9</b></i>12", "td i b.old { text-decoration: underline line-through }", "12"),
        ("<td><b class='x old'>9</b>12", "<!-- p, .old {text-decoration:line-through} -->", "12"),
        ("<td><a class=link>9</a>12", "a:hover {text-decoration:line-through}", "912"),
        ("<td><b class=old>9</b>12", "th .old {text-decoration:line-through}", "912"),
        ("<td><b class=old>9</b>12", "@media print { .a {x:y} .old {text-decoration:line-through} }", "912"),
        ("<td><b class=old>9</b>12", "@media screen { .a {x:y} .old {text-decoration:line-through} }", "12"),
        ("<td><del>12</del>", "", None),
        ("<td style='text-decoration:line-through'>12", "", None),
    ],
)
def test_struck_out_text_is_no_text(cell: str, style: str, text: str | None) -> None:
    assert read_cell(cell, style) == text


@pytest.mark.parametrize(
    ("cell", "style"),
    [
        ("<td>12<sup>1</sup>", ""),
        ("<td>12<sub>1)</sub>", ""),
        ("<td><sup>*</sup>12", ""),
        ("<td>12<span style='vertical-align: super; font-size:8pt'>1</span>", ""),
        ("<td>12<font class=font6>1</font>", ".font6 {vertical-align:super}"),
        ("<td>12<span style='mso-text-raise:4.0pt'>1</span>", ""),
        ("<td>12<span style='vertical-align:0.4em'>1</span>", ""),
        ("<td>1<span style='vertical-align:0px; mso-text-raise:0pt'>2</span>", ""),
        ("<td>1<span style='vertical-align:middle'>2</span>", ""),
        ("<td style='vertical-align:super'>12", ""),
    ],
)
def test_raised_and_lowered_text_is_a_footnote(cell: str, style: str) -> None:
    assert read_cell(cell, style) == "12"


@pytest.mark.parametrize(
    "hidden",
    [
        "<span hidden>7</span>",
        "<span style='display:none'>7</span>",
        "<span style='visibility: hidden'>7</span>",
        "<span style='mso-hide:all'>7</span>",
        "<span style='font-size:0'>7</span>",
        "<p class=note>7</p>",
        "<input type=hidden value=7>",
        "<script>7</script>",
        "<a class=msocomanchor>[7]</a>",
    ],
)
def test_text_hidden_in_a_cell_is_no_text(hidden: str) -> None:
    assert read_cell(f"<td>{hidden}12", "p.note, #note { display: none !important }") == "12"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<td>12<noscript>3</noscript>", "12"),
        ("<td>12<details><summary></summary>3<p>4</p>5</details>", "12"),
        ("<td><details><summary>12</summary>3</details>", "12"),
        ("<td><details open><summary>12</summary>3</details>", "12 3"),
        ("<td>12<dialog>3</dialog>", "12"),
        ("<td>12<dialog open>3</dialog>", "12 3"),
        ("<td>12<svg><title>3</title></svg>", "12"),
        ("<td>12<svg><text>3</text></svg>", "12 3"),
    ],
)
def test_what_is_yet_to_be_opened_is_no_text(cell: str, text: str) -> None:
    assert read_cell(cell) == text


@pytest.mark.parametrize(
    ("cell", "style"),
    [
        ("<td><b data-old=1>9</b>12", "[data-old] {text-decoration:line-through}"),
        ("<td><b data-old='1 2'>9</b>12", "b[data-old ~= '2' i] {display:none}"),
        ("<td><b class='a b'>9</b>12", ".a {display:none ! important} .b {display:inline}"),
        ("<td><b class='a b'>9</b>12", ".b {display:inline} .a {display:none}"),
        ("<td><b class=a style='display:inline'>9</b>12", ".a {display:none !important}"),
        ("<td><b class=a>9</b>12", "td .a {text-decoration:line-through} .a {text-decoration:none}"),
        ("<td><b id=a class=b>9</b>12", "#a {display:none} b.b {display:inline}"),
        ("<td><b class='md:a'>9</b>12", r".md\:a, .c {display:none}"),
        ("<td><b>9</b>12", "td b:first-child {text-decoration:line-through}"),
        ("<td><b>1</b><b>9</b><b>2</b>", "td:nth-child(1) > b:nth-child( 2 ) {display:none}"),
        ("<td><b>12</b><b>9</b>", "td b:last-child {display:none}"),
        ("<td>12", "td:nth-child(7) b, tr:nth-child(4) {display:none}"),
        ("<td>12", "td:first-child:hover {display:none} b:first-child {display:none} td:after {content:''}"),
    ],
)
def test_of_two_rules_the_one_that_a_browser_follows_counts(cell: str, style: str) -> None:
    page = f"<style>{style}</style><table><tr><td>ก<td>ข<tr>{cell}<td>2</table>"
    result = read_delivery(page.encode(), "หน้า.html")
    assert result.grids[0].rows[1][0] == "12"
    assert "FI110" not in {finding.code for finding in result.findings}


@pytest.mark.parametrize(
    "style",
    [
        "tr td:nth-child(2) {display:none}",
        "tr:nth-child(2) {display:none}",
        "td :first-child {text-decoration:line-through}",
        "b:nth-child(odd) {text-decoration:line-through}",
        "td + td {visibility:hidden}",
        "td:not(.a, .b) b {vertical-align:super}",
        "td::after {content:'0'}",
        "td.k:before {content: attr(data-sum)}",
    ],
)
def test_a_rule_that_cannot_be_followed_is_asked_about(style: str) -> None:
    page = f"<style>{style}</style><table><tr><td>ก<td>ข<tr><td class=k><b>1</b><td>2</table>"
    aside = (
        "<style>p:first-child {display:none}</style><p>ปี 2563</p><table><tr><td>ก<td>ข<tr><td>1<td>2</table>"
    )
    findings = [read_delivery(each.encode(), "หน้า.html").findings for each in (page, aside)]
    assert [[each.code for each in found] for found in findings] == [["FI110"], []]


@pytest.mark.parametrize(
    ("control", "text"),
    [
        ("<select><option>1<option selected>12<option>3</select>", "12"),
        ("<select><option>12<option>3</select>", "12"),
        ("<select><optgroup><option value=9>12</select> คน", "12 คน"),
        ("<select multiple><option selected>1<option>2<option selected>3</select>", "1 3"),
        ("<input value=12>", "12"),
        ("<input type=number value=12 hidden>", None),
        ("<textarea rows=2>12</textarea>", "12"),
        ("<input type=checkbox checked> มี", "☑ มี"),
        ("<input type=radio> มี", "☐ มี"),
        ("<input type=submit value=บันทึก>", None),
    ],
)
def test_a_control_shows_its_value(control: str, text: str | None) -> None:
    assert read_cell(f"<td>{control}") == text


@pytest.mark.parametrize(
    "cell",
    [
        "<td>12<hr>3",
        "<td><dl><dt>12<dd>3</dl>",
        "<td><center>12</center>3",
        "<td><section>12</section><section>3</section>",
        "<td><blockquote>12</blockquote>3",
        "<td><made-up>12</made-up>3",
        "<td><span style='display:block'>12</span><span style='display:block'>3</span>",
        "<td><span class=line>12</span>3",
        "<td><input value=12><input value=3>",
        "<td><input value=12>3",
        "<td><span>12</span><input type=text value=3>",
        "<td>12<select><option>3</select>",
    ],
)
def test_texts_on_two_lines_are_two_texts(cell: str) -> None:
    assert read_cell(cell, ".line {display: flex}") == "12 3"


@pytest.mark.parametrize(
    "cell",
    [
        "<td>1<b>2</b><o:p></o:p>",
        "<td>1<span style='display:inline-block'>2</span>",
        "<td>1<input type=hidden value=7>2",
        "<td><font><u>1</u></font><wbr>2",
    ],
)
def test_texts_within_a_line_are_one_text(cell: str) -> None:
    assert read_cell(cell) == "12"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<td><table><tr><td>3<td>คน</table>", "3 คน"),
        ("<td><table><tr><td>3<tr><td>4</table>", "3 4"),
        ("<td>12<table><tr><td>3</table>", "12 3"),
        ("<td>12<div class=off><table><tr><td>3<td>4</table></div>", "12"),
        ("<td>12<table><tr class=off><td>3<td>4</table>", "12"),
        ("<td><table><tr><td><del>3</del><td>4</table>", "4"),
        ("<td><table><tr><td>3<td><table><tr><td>4<td>5</table></table>", "3 4 5"),
    ],
)
def test_a_table_within_a_cell_is_its_text(cell: str, text: str) -> None:
    assert read_cell(cell, ".off {display: none}") == text


def test_the_pages_of_a_table_are_its_last_row() -> None:
    pages = "<tr><td colspan=2><table><tr><td>1<td><a href=2>2</a></table>"
    page = f"<table><tr><td>ก<td>ข<tr><td>3<td>4{pages}</table>"
    assert only_grid(page).rows == [["ก", "ข"], ["3", "4"], ["1 2", None]]


def test_figures_beside_an_inner_table_are_not_passed_over() -> None:
    inner = "<table><tr><td>1<td>2<tr><td>3<td>4</table>"
    page = f"<table><tr><td>ก<td>ข<td>ค<tr><td>5<td>6<td>{inner}</table>"
    assert only_grid(page).rows == [["ก", "ข", "ค"], ["5", "6", "1 2 3 4"]]


def test_a_table_that_arranges_the_page_is_passed_over() -> None:
    inner = "<table><tr><td>ก<td>ข<tr><td>3<td>4</table>"
    page = f"<table><tr><td>เมนู<td>ปี 2563<tr><td>หน้าแรก<td>{inner}</table>"
    assert only_grid(page).rows == [["ก", "ข"], ["3", "4"]]


@pytest.mark.parametrize(
    ("cell", "shown", "stored"),
    [
        ("<td x:num>12", "12", None),
        ("<td x:num='12'>๑๒", "๑๒", None),
        ("<td x:num='1234'>1,234", "1,234", None),
        ("<td x:num='12.000000000000002'>12", "12", None),
        ("<td x:num='50010001'>50010001", "50010001", None),
        ("<td x:num='12'>12 คน", "12 คน", None),
        ("<td x:num='0'>-", "-", None),
        ("<td x:str='12'>12", "12", None),
        ("<td x:num='12.4'>12", "12", "12.4"),
        ("<td sdval='1234' sdnum='1054;0;#,##0'>1,234", "1,234", None),
        ("<td sdval='1' sdnum='1054;0;0%'>100%", "100%", "1"),
        ("<td x:num='0.5'>50%", "50%", "0.5"),
        ("<td x:num='1'>ป.1", "ป.1", "1"),
        ("<td x:num='12'>", "", "12"),
        ("<td x:num='5'>-", "-", "5"),
        ("<td style='mso-number-format:\"0%\"'>1", "100%", "1"),
        ("<td style='mso-number-format:Percent'>1", "100.00%", "1"),
        ("<td class=xl65>1", "ป. 1", "1"),
        ("<td style='mso-number-format:\"\\;\\;\\;\"'>12", "", "12"),
        ("<td style='mso-number-format:\"\\#\\,\\#\\#0\"'>1234", "1234", None),
        ("<td style='mso-number-format:\"\\@\"'>050", "050", None),
    ],
)
def test_a_number_under_another_text_is_known(cell: str, shown: str, stored: str | None) -> None:
    value = read_cell(cell, '.xl65 {mso-number-format:"\\0022ป.\\0022\\ 0";}')
    assert value == shown
    assert (value.stored if isinstance(value, ShownText) else None) == stored


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("<td x:fmla='=B2+B3'>", "=B2+B3"),
        ("<td x:fmla='=B2+B3' x:num='0'>0", "=B2+B3"),
        ("<td x:fmla='=B2+B3' x:num='6'>6", "6"),
        ("<td x:fmla='=B2+B3'><del>6</del>", None),
        ("<td x:fmla='=B2-2'>0", "0"),
    ],
)
def test_a_formula_that_nobody_calculated_has_no_value(cell: str, text: str | None) -> None:
    assert read_cell(cell) == text


def test_a_number_in_a_format_of_days_is_a_day() -> None:
    assert read_cell("<td style='mso-number-format:\"Short Date\"'>44013") == datetime.date(2020, 7, 1)


@pytest.mark.parametrize(
    "row",
    ["<tr hidden>", "<tr style='display:none'>", "<tr style='visibility:collapse'>", "<tbody class=off><tr>"],
)
def test_a_hidden_row_is_read_and_told(row: str) -> None:
    page = f"<style>.off {{display:none}}</style><table><tr><td>ก<td>ข{row}<td>1<td>2</tr></table>"
    result = read_delivery(page.encode(), "หน้า.html")
    assert result.grids[0].rows == [["ก", "ข"], ["1", "2"]]
    assert [(each.code, each.params["hidden"]) for each in result.findings] == [("FI103", "2")]


@pytest.mark.parametrize(
    "page",
    [
        "<table><col><col style='display:none' width=0><tr><td>ก<td>ข<tr><td>1<td>2</table>",
        "<table><colgroup><col></colgroup><colgroup hidden><tr><td>ก<td>ข<tr><td>1<td>2</table>",
        "<table><tr><td colspan=2>ก<tr><td>ก<td hidden>ข<tr><td>1<td style='display:none'>2</table>",
        "<table><tr><td>ก<td style='visibility:hidden'>ข<tr><td>1<td style='visibility:hidden'>2</table>",
    ],
)
def test_a_hidden_column_is_read_and_told(page: str) -> None:
    result = read_delivery(page.encode(), "หน้า.html")
    assert result.grids[0].rows[-1] == ["1", "2"]
    assert [(each.code, each.params["hidden"]) for each in result.findings] == [("FI104", "B")]


def test_a_cell_hidden_by_itself_leaves_its_place_to_the_next() -> None:
    page = "<table><tr><td>ก<td>ข<tr><td>1<td style='display:none'>9<td>2<tr><td>3<td>4</table>"
    assert only_grid(page).rows == [["ก", "ข"], ["1", "2"], ["3", "4"]]


def test_a_cell_made_invisible_by_itself_is_blank() -> None:
    page = "<table><tr><td>ก<td>ข<tr><td style='visibility:hidden'>1<td>2<tr><td>3<td>4</table>"
    assert only_grid(page).rows == [["ก", "ข"], [None, "2"], ["3", "4"]]


def test_a_hidden_table_is_a_hidden_sheet_and_its_words_are_no_title() -> None:
    table = "<table><tr><td>ก<td>ข<tr><td>1<td>2</table>"
    page = f"<div style='display:none'>ปี 2564 {table}</div><p>ปี 2563<sup>1</sup></p>{table}"
    grids = read_delivery(page.encode(), "หน้า.html").grids
    assert [(grid.is_hidden, grid.text_above) for grid in grids] == [(True, ()), (False, ("ปี 2563",))]


def test_the_header_of_the_printed_page_stands_over_the_table() -> None:
    header = '"&L&\\0022Tahoma\\,Bold\\0022&14จำนวนนักเรียน&C1\\/2563&R&P"'
    page = f"<style><!-- @page {{margin:.7in; mso-header-data:{header}; mso-footer-data:&D}} --></style>"
    grid = only_grid(f"{page}<table><tr><td>ก<td>ข<tr><td>1<td>2</table>")
    assert (grid.text_above, grid.text_below) == (("จำนวนนักเรียน", "1/2563"), ())


def test_the_style_sheet_of_a_web_archive_counts() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n"
    page = "<html><table><tr><td>ก<td>ข<tr><td><b class=old>9</b>12<td>2</table></html>"
    parts = {"text/html; charset=utf-8": page, "text/css": ".old {text-decoration:line-through}"}
    body = "".join(f"--x\nContent-Type: {kind}\n\n{text}\n" for kind, text in parts.items())
    (grid,) = read_delivery(f"{head}{body}--x--\n".encode(), "หน้า.mht").grids
    assert grid.rows[1] == ["12", "2"]


@pytest.mark.parametrize(
    "style",
    [
        "{" * 50_000,
        "a{" * 50_000,
        'a{"' * 50_000,
        "/*" * 50_000,
        "a" * 200_000,
        "@media{" * 50_000,
        ":\\" * 50_000,
        ":a(" * 50_000 + "{display:none}",
        "[a=" + " " * 50_000 + "{display:none}",
        "a," * 50_000 + "{display:none}",
        "a " * 50_000 + "{display:none}",
    ],
)
def test_a_hostile_style_sheet_costs_little(style: str) -> None:
    assert read_cell("<td>12", style) == "12"
