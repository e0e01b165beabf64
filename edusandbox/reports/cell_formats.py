"""The looks of the marked workbook's cells, each made once."""

from functools import cache
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from schemas.issues import Severity

SEVERITY_FILLS = {
    Severity.ERROR: "#F8B4B4",
    Severity.QUERY: "#FFE08A",
    Severity.NOTICE: "#DCEBFA",
}
"""Red, amber and pale blue, light enough to read black text on."""

SEVERITY_TABS = {
    Severity.ERROR: "#C0392B",
    Severity.QUERY: "#E0A100",
    Severity.NOTICE: "#7FB2E5",
}

_BASE: dict[str, Any] = {"font_name": "Tahoma", "font_size": 10, "valign": "top"}

_EDGE: dict[str, Any] = {"border": 1, "border_color": "#BFBFBF"}


class CellFormats:
    """Formats of one workbook."""

    def __init__(self, workbook: Workbook) -> None:
        """Starts without any format.

        Args:
            workbook: Where the formats belong.
        """
        self._workbook = workbook
        self.sender = cache(self._sender)
        self.title = self._made(bold=True, font_size=16)
        self.line = self._made()
        self.line_bold = self._made(bold=True)
        self.heading = self._made(bold=True, font_size=12)
        self.table_head = self._made(bold=True, bg_color="#E7E6E6", **_EDGE, text_wrap=True)
        self.number = self._made(**_EDGE, num_format="#,##0")
        self.link = self._made(font_color="#0563C1", underline=1, **_EDGE)
        self.table_text = self._made(**_EDGE, text_wrap=True)
        self.bands = {
            severity: self._made(bold=True, bg_color=fill) for severity, fill in SEVERITY_FILLS.items()
        }
        self.severity_cells = {
            severity: self._made(bg_color=fill, **_EDGE) for severity, fill in SEVERITY_FILLS.items()
        }

    def _made(self, **looks: object) -> Format:
        return self._workbook.add_format(_BASE | looks)

    def _sender(self, number_format: str, severity: Severity | None, *, wrap: bool) -> Format:
        looks: dict[str, Any] = {"text_wrap": wrap}
        if number_format:
            looks["num_format"] = number_format
        if severity is not None:
            # A fill hides Excel's grid lines; a thin border gives the cell its edges back.
            looks |= _EDGE | {"bg_color": SEVERITY_FILLS[severity]}
        return self._made(**looks)
