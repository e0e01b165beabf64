"""The workbook that goes back to the sender shows the counts that were read, and no person among them."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from python_calamine import CalamineWorkbook

from edusandbox.reports.returning import MarkOrder, return_marked
from edusandbox.sources.landing import LandingStore
from tests.checking.builders import check_bytes, csv_bytes
from tests.stranger.test_roles import SIGNED, TITLE, WIDE


def test_counts_under_a_lifted_heading_go_back_and_a_name_among_them_does_not(tmp_path: Path) -> None:
    rows = [["50010001", "บ้าน ก", 1, 3, 2, 6], ["50010002", "บ้าน ข", 1, 5, 0, 6]]
    content = csv_bytes([TITLE, WIDE, *rows, SIGNED])
    checked = check_bytes(content, path="w.csv")
    landing = LandingStore(str(tmp_path / "landing"))
    checked = replace(checked, delivery=replace(checked.delivery, sha256=landing.put(content)))
    order = MarkOrder(checked, "สพป.ตัวอย่าง เขต 1", str(tmp_path / "5001"))
    (place,) = return_marked([order], landing.url, datetime(2020, 7, 10, tzinfo=UTC))
    book = CalamineWorkbook.from_filelike(BytesIO(Path(place).read_bytes()))
    cells = [row for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python()]
    heads = [row[2] for row in cells if "50010001" in map(str, row) or "50010002" in map(str, row)]
    assert [str(head) for head in heads if str(head)] == ["1", "1"]
    assert not any("สมชาย" in str(cell) for row in cells for cell in row)
