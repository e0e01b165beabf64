"""The readers on files that nobody here wrote."""

import re
from pathlib import Path

import pytest

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.inbox import list_files
from edusandbox.sources.readers import ContentFormat, ReadResult, read_delivery
from transforms.grid import cell_text

REAL_DATA = Path(__file__).parents[3] / "shared" / "realdata"
FOLDERS = ("messy", "onet-nt", "satun-templates", "obec-schools", "dmc", "geography")
FILES = sorted(
    path.relative_to(REAL_DATA).as_posix() for folder in FOLDERS for path in (REAL_DATA / folder).glob("*.*")
)

pytestmark = pytest.mark.skipif(
    not REAL_DATA.is_dir(), reason="the real files (shared/realdata) are not here"
)


def read(name: str) -> ReadResult:
    path = REAL_DATA / name
    if not path.is_file():
        pytest.skip(f"the real file {name} is not here")
    return read_delivery(path.read_bytes(), path.name)


@pytest.mark.parametrize("name", FILES)
def test_every_file_ends_in_grids_or_in_a_finding(name: str) -> None:
    try:
        result = read(name)
    except UnreadableDeliveryError as error:
        assert re.fullmatch("FI00[1-7]", error.finding.code)  # noqa: PT017 - both ends are right
    else:
        assert all({len(row) for row in grid.rows} == {grid.column_count} for grid in result.grids)


@pytest.mark.parametrize(
    ("name", "code"), [("messy/encrypted_no_password.xls", "FI002"), ("messy/~$cyclones.xlsx", "FI003")]
)
def test_what_cannot_be_read_is_told(name: str, code: str) -> None:
    with pytest.raises(UnreadableDeliveryError, match=code):
        read(name)


def test_the_list_of_schools_is_one_table_with_links() -> None:
    (grid,) = read("obec-schools/38.html").grids
    assert (grid.row_count, grid.column_count, len(grid.links)) == (697, 7, 696)
    assert {column for _, column in grid.links} == {5}
    assert all(re.search(r"School_ID=\d{10}\b", address) for address in grid.links.values())


def test_two_scrapes_of_one_list_have_equal_cells() -> None:
    assert read("obec-schools/38.html").grids == read("obec-schools/38_earlier_scrape.html").grids


@pytest.mark.parametrize(
    ("name", "extent", "first_cell"),
    [
        ("onet-nt/0000.csv", (103, 9), "รหัสโรงเรียน"),
        ("onet-nt/3333.csv", (95, 7), "รหัสโรงเรียน"),
        ("onet-nt/template_nt.csv", (1, 7), "รหัสโรงเรียน"),
        ("messy/characters.csv", (383, 18), "id"),
        ("messy/utf-16le_encoded.csv", (328, 19), "Organisation_code"),
        ("messy/weird_head_padding.csv", (94, 10), None),
        ("messy/long.csv", (4000, 1), "foo"),
    ],
)
def test_text_files_are_read_in_their_encoding(
    name: str, extent: tuple[int, int], first_cell: str | None
) -> None:
    (grid,) = read(name).grids
    assert (grid.row_count, grid.column_count, grid.rows[0][0]) == (*extent, first_cell)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
def test_the_area_return_reads_the_same_in_every_encoding(encoding: str) -> None:
    expected = read("dmc/schools-cra3-2568.csv").grids
    text = (REAL_DATA / "dmc" / "schools-cra3-2568.csv").read_text("utf-8")
    content = text.replace("\r\n", "\n").replace("\n", "\r\n").encode(encoding)
    assert read_delivery(content, "dmc.csv").grids == expected
    assert (expected[0].row_count, expected[0].column_count) == (141, 96)


def test_one_table_in_three_formats_has_equal_cells() -> None:
    tables = [read(f"messy/un-smp-bandung-2015.{ending}").grids[0].rows for ending in ("csv", "xlsx", "ods")]
    texts = [[[cell_text(cell) for cell in row] for row in rows] for rows in tables]
    assert texts[1] == texts[2]
    numbers = [[as_number(cell) for row in rows for cell in row] for rows in texts]
    assert numbers[0] == numbers[1]


def as_number(text: str) -> float | str:
    return float(text) if text.replace(".", "").isdecimal() else text


def test_an_old_workbook_is_read() -> None:
    result = read("messy/simple.xls")
    assert result.content_format is ContentFormat.XLS
    assert result.grids[0].rows == read("messy/simple.xlsx").grids[0].rows


def test_lock_files_are_passed_over() -> None:
    if not (REAL_DATA / "messy").is_dir():
        pytest.skip("the real files (shared/realdata/messy) are not here")
    listed = {file.relative_path for file in list_files(str(REAL_DATA / "messy"))}
    assert "cyclones.xlsx" in listed
    assert not {name for name in listed if name.startswith(("~$", ".~lock"))}


@pytest.mark.parametrize("name", ["unicode_sheet_name.xls", "simple.xls"])
def test_a_truncated_old_workbook_is_told_unless_nothing_of_it_is_lost(name: str) -> None:
    expected = read(f"messy/{name}").grids
    content = (REAL_DATA / "messy" / name).read_bytes()
    for length in range(8, len(content), 311):
        try:
            grids = read_delivery(content[:length], name).grids
        except UnreadableDeliveryError as error:
            assert error.finding.code == "FI004"  # noqa: PT017 - both ends are right
        else:
            assert grids == expected
