"""What the cells of a sheet show, gathered while they pass by: xlsx and xlsb alike."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from edusandbox.sources.readers.cell_marks import Font, Run, read_runs
from edusandbox.sources.readers.cell_styles import CellStyle, CellStyles
from edusandbox.sources.readers.formatted_numbers import number_text
from edusandbox.sources.readers.number_formats import FormatKind, format_kind, shown, shown_text
from edusandbox.sources.readers.sheet_details import SheetDetails
from schemas.issues import Place
from transforms.grid import DAY_ZERO, DAY_ZERO_OF_1904

TypedRuns = Sequence[tuple[str, Font | None]]
"""Characters with their font; None is the font of the cell."""
CellPlace = tuple[int, int]
"""Row and column, 1-based."""
PLAIN_STYLE = CellStyle()
_FIGURE = re.compile(r"\s*[-+]?\d[\d,]*(?:\.\d+)?\s*%?\s*")


@dataclass(frozen=True)
class Book:
    """What the cells of a workbook refer to.

    Attributes:
        styles: Its styles.
        strings: Shared texts by their number: those in which characters are marked, all where a style may
            change texts.
        is_1904: Whether it counts its days from 1904.
        is_uncalculated: Whether its formulas are yet to be calculated, whatever is stored of them.
    """

    styles: CellStyles = field(default_factory=CellStyles)
    strings: Mapping[int, TypedRuns] = field(default_factory=dict)
    is_1904: bool = False
    is_uncalculated: bool = False

    @cached_property
    def has_marked_texts(self) -> bool:
        """Whether characters are marked in any shared text."""
        return any(map(_is_marked, self.strings.values()))

    def new_details(self) -> SheetDetails:
        """Details of a sheet of which nothing is known yet."""
        return SheetDetails(day_zero=DAY_ZERO_OF_1904 if self.is_1904 else DAY_ZERO)


def is_figure(text: str) -> bool:
    """Whether a text that a formula gave is a figure."""
    return _FIGURE.fullmatch(text) is not None


def keeps_runs(runs: TypedRuns, styles: CellStyles) -> bool:
    """Whether a shared text is worth keeping beside what calamine gives of it."""
    return styles.needs_texts or _is_marked(runs)


def _is_marked(runs: TypedRuns) -> bool:
    return any(font is not None and font.is_marked for _, font in runs)


class ShownCells:
    """Puts what cells show into the details of their sheet, where it is not what is stored in them."""

    def __init__(self, book: Book) -> None:
        """Begins a sheet of a workbook."""
        self.details = book.new_details()
        self._book = book

    def style(self, number: int) -> CellStyle:
        """The style of that number if it may change what a cell shows, otherwise a plain one."""
        return self._book.styles.changing.get(number, PLAIN_STYLE)

    def add_runs(self, typed: TypedRuns, style: CellStyle, place: CellPlace) -> None:
        """Takes a cell with a text."""
        runs = [Run(text, style.font if font is None else font) for text, font in typed]
        text, findings = read_runs(runs, Place(row=place[0], column=place[1]))
        self.details.remarks += findings
        if text is None:
            self.details.shown[place] = None
        elif (written := shown_text(text, style.format_code)) is not text or findings:
            self.details.shown[place] = written

    def add_number(self, value: float, style: CellStyle, place: CellPlace) -> None:
        """Takes a cell with a number."""
        if style.font.is_marked:
            run = Run(number_text(value), style.font)
            text, findings = read_runs([run], Place(row=place[0], column=place[1]))
            self.details.remarks += findings
            if text is None:
                self.details.shown[place] = None
                return
        if style.is_day:
            return
        cell = shown(value, style.format_code, is_1904=self._book.is_1904)
        # Of several sections one may show days and another figures, which calamine does not tell apart.
        if cell is not value or format_kind(style.format_code) is FormatKind.DATE:
            self.details.shown[place] = cell

    def add_result(self, formula: str, value: float | None, place: CellPlace) -> None:
        """Takes note of what is stored of a formula: whether it is 0; None is any other than a number."""
        if value == 0:
            self.details.zero_formulas[place] = formula
        elif value is None:
            self.details.has_text_results = True
        else:
            self.details.has_results = True
