"""Text files: the encoding and the delimiter are told from the whole content, rows keep Excel's numbers."""

import codecs
import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.readers import read_delivery
from transforms.grid import CellValue

THAI_WORDS = ["เขต", "เขต 1", "รวม", "ร", "แขก", "เพชร", "บ้านสันทราย", "ชาย", "ที่", "วัดศรีดอนชัย ๒", "น้ำ", "เก่ง"]
HEADER = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "รวม"]

thai_cells = st.one_of(
    st.sampled_from(THAI_WORDS),
    st.integers(0, 9999).map(str),
    st.sampled_from(["", " ", "12,345", "a;b", 'เรียกว่า "ใหญ่"', "บรรทัดหนึ่ง\nบรรทัดสอง", "O-NETเฉลี่ย", "-"]),
)
any_cells = st.text(st.characters(exclude_categories=["C"]), max_size=12)
three_thai_columns = st.lists(st.lists(thai_cells, min_size=3, max_size=3), max_size=12)
three_columns = st.lists(st.lists(any_cells, min_size=3, max_size=3), max_size=12)
delimiters = st.sampled_from([",", ";", "\t"])
line_ends = st.sampled_from(["\n", "\r\n"])


def read_rows(content: bytes) -> list[list[CellValue]]:
    (grid,) = read_delivery(content, "แฟ้ม.csv").grids
    return [list(row) for row in grid.rows]


def written(rows: list[list[str]], delimiter: str, line_end: str) -> str:
    text = StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=csv.QUOTE_MINIMAL).writerows(rows)
    return text.getvalue()


def expected(rows: list[list[str]]) -> list[list[CellValue]]:
    kept = [*rows]
    while not any(kept[-1]):
        kept.pop()
    return [[cell or None for cell in row] for row in kept]


@given(rows=three_thai_columns, delimiter=delimiters, line_end=line_ends)
@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("cp874", b""),
    ],
)
def test_thai_tables_come_back_from_every_encoding(
    encoding: str, mark: bytes, rows: list[list[str]], delimiter: str, line_end: str
) -> None:
    table = [HEADER, *rows]
    assert read_rows(mark + written(table, delimiter, line_end).encode(encoding)) == expected(table)


@given(rows=three_columns, delimiter=delimiters)
@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
def test_any_writing_comes_back_from_utf8(mark: bytes, rows: list[list[str]], delimiter: str) -> None:
    table = [HEADER, *rows]
    assert read_rows(mark + written(table, delimiter, "\r\n").encode()) == expected(table)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("รหัส,ชื่อ\n1,ก\n", "cp874"),  # begins with byte 0xC3, as many a UTF-8 file does
        ("เขต,เขต\n", "cp874"),  # valid UTF-8 by chance
        ("รก,1\n", "cp874"),  # so is this
        ("Café,1\nnaïve,2\n", "utf-8"),
        ("Ärzte;1\nÄrzte;2\n", "utf-8"),
        ("O-NETเฉลี่ย,NTรวม\n1,2\n", "cp874"),
        ("code,name\n1,a\n", "ascii"),
        ("學校,學生\n臺北,一百二十\n" * 20, "utf-8"),
    ],
)
def test_the_writing_decides_the_encoding(text: str, encoding: str) -> None:
    assert read_rows(text.encode(encoding))[0] == text.split("\n", maxsplit=1)[0].replace(";", ",").split(",")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a;b\n1,5;2,5\n2,5;3,5\n", [["a", "b"], ["1,5", "2,5"], ["2,5", "3,5"]]),
        ("a\tb, c\n1\t2\n", [["a", "b, c"], ["1", "2"]]),
        ("sep=;\r\na,b;c\r\n", [["a,b", "c"]]),
        ("one\ntwo\n", [["one"], ["two"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        (
            "\n\nรายงาน\n\nรหัส;ชื่อ\n1;ก\n",
            [[None, None]] * 2 + [["รายงาน", None], [None, None], ["รหัส", "ชื่อ"], ["1", "ก"]],
        ),
        ('"สอง\nบรรทัด",b\n1,2\n', [["สอง\nบรรทัด", "b"], ["1", "2"]]),
        ('"he said ""a""",b\n', [['he said "a"', "b"]]),
        ("a,b,,\n1,2,,\n,,,\n", [["a", "b"], ["1", "2"]]),
        ("a\n1,2,3\n", [["a", None, None], ["1", "2", "3"]]),
        ("007, 5 ,=1+1\n1,2,3\n", [["007", " 5 ", "=1+1"], ["1", "2", "3"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
    ],
)
def test_rows_are_as_a_spreadsheet_shows_them(text: str, rows: list[list[CellValue]]) -> None:
    assert read_rows(text.encode()) == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [('a,b\n"never closed,2\n3,4\n', 2), ('a,b\n1,"' + "x" * 200_000, 2), ('"', 1)],
)
def test_a_quotation_mark_that_runs_away_is_told_with_its_row(text: str, row: int) -> None:
    with pytest.raises(UnreadableDeliveryError) as caught:
        read_delivery(text.encode(), "แฟ้ม.csv")
    assert (caught.value.finding.code, caught.value.finding.place.row) == ("FI016", row)
