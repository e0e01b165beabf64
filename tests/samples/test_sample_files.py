"""What is written to a file is what another program reads from it."""

import io
import zipfile

import pytest
import python_calamine
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from read_back import read_sheets

from edusandbox.samples.csv_file import csv_bytes
from edusandbox.samples.enrolment_layouts import office
from edusandbox.samples.html_file import html_bytes
from edusandbox.samples.ods_file import ods_bytes
from edusandbox.samples.register_layouts import obec_list
from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.tables import Cell, SampleColumn, SampleTable
from edusandbox.samples.xlsx_file import xlsx_bytes
from transforms.grid import cell_text

_THAI = st.text("กขคงจบป้่าำิีุเแโ๑๒ (),\"'.-", min_size=1, max_size=12).map(str.strip).filter(bool)
_CELLS = st.one_of(st.none(), _THAI, st.integers(-999_999, 999_999), st.sampled_from([0.5, 12.25]))
_ROWS = st.lists(st.lists(_CELLS, min_size=3, max_size=3), min_size=1, max_size=6)


def _table(rows: list[list[Cell]]) -> SampleTable:
    columns = tuple(SampleColumn((f"คอลัมน์ {number}",), "-") for number in range(1, 4))
    # A first and a last cell with text: programs may trim what is empty around the table.
    framed = [["หัว", None, "ท้าย"], *rows, ["จบ", None, "ท้าย"]]
    return SampleTable("", "", "แผ่น", columns, framed, header_row=1, subjects={})


def _texts(rows: list[list[object]]) -> list[list[str]]:
    return [[_text(value) for value in row] for row in rows]


def _text(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


@given(_ROWS, st.sampled_from(["cp874", "utf-8-sig", "utf-16"]))
def test_a_csv_file_reads_back_in_every_encoding(rows: list[list[Cell]], encoding: str) -> None:
    table = _table(rows)
    read = read_sheets(csv_bytes(table, encoding), ".csv")["ตาราง 1"]
    assert read == [[cell_text(cell) for cell in row] for row in table.rows]


@given(_ROWS)
def test_an_ods_workbook_reads_back(rows: list[list[Cell]]) -> None:
    table = _table(rows)
    read = read_sheets(ods_bytes(table), ".ods")["แผ่น"]
    assert _texts(read) == [[" ".join(cell_text(cell).split(" ")) for cell in row] for row in table.rows]


@given(_ROWS)
def test_an_xlsx_workbook_reads_back(rows: list[list[Cell]]) -> None:
    table = _table(rows)
    read = read_sheets(xlsx_bytes(table), ".xlsx")["แผ่น"]
    assert _texts(read) == [[cell_text(cell) for cell in row] for row in table.rows]


@given(_ROWS, st.sampled_from(["utf-8", "windows-874"]))
def test_a_page_reads_back_in_every_encoding(rows: list[list[Cell]], encoding: str) -> None:
    table = _table(rows)
    read = read_sheets(html_bytes(table, encoding), ".html")["ตาราง 1"]
    assert read == [[cell_text(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("write", [xlsx_bytes, ods_bytes, lambda table: html_bytes(table, "windows-874")])
def test_merged_headings_stand_in_their_first_cell_and_cover_the_others(
    sent: AgencyReturn, write: object
) -> None:
    assert callable(write)
    table = office(sent)
    content = write(table)
    ending = ".html" if content.startswith(b"<") else ".xlsx"
    name = "ตาราง 1" if ending == ".html" else table.sheet_name
    read = read_sheets(content, ending)[name]
    assert _texts(read) == [[cell_text(cell) for cell in row] for row in table.rows]


def test_a_workbook_knows_its_merged_blocks(sent: AgencyReturn) -> None:
    table = office(sent)
    sheet = python_calamine.load_workbook(io.BytesIO(xlsx_bytes(table))).get_sheet_by_index(0)
    blocks = {
        ((block.first_row - 1, block.first_column - 1), (block.last_row - 1, block.last_column - 1))
        for block in table.merged
    }
    assert set(sheet.merged_cell_ranges or []) == blocks


def test_a_csv_file_has_windows_line_ends_and_no_quotes_that_it_does_not_need(sent: AgencyReturn) -> None:
    content = csv_bytes(office(sent), "cp874")
    assert content.count(b"\r\n") == content.count(b"\n")
    assert b'"' not in content


@pytest.mark.parametrize("write", [xlsx_bytes, ods_bytes])
def test_no_part_of_a_workbook_carries_the_time_of_writing(sent: AgencyReturn, write: object) -> None:
    assert callable(write)
    with zipfile.ZipFile(io.BytesIO(write(office(sent)))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_ods_workbook_opens_with_its_type_uncompressed(sent: AgencyReturn) -> None:
    with zipfile.ZipFile(io.BytesIO(ods_bytes(office(sent)))) as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_a_page_has_links_and_a_banner_in_a_table_of_its_own(sent: AgencyReturn) -> None:
    table = obec_list([sent])
    page = html.document_fromstring(html_bytes(table, "utf-8", banner="รายชื่อ").decode())
    assert page.xpath("string(//table[1])").strip() == "รายชื่อ"
    assert page.xpath("//table[2]//a/@href") == list(table.links.values())


def test_a_character_that_windows_874_lacks_is_an_error_and_not_a_question_mark() -> None:
    with pytest.raises(UnicodeEncodeError):
        csv_bytes(_table([["→", None, None]]), "cp874")
