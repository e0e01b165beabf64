"""What was read of a delivery, whatever becomes of it: the sender's first question.

These are plain values like those of `submissions`: reports show them, nothing is decided by them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from edusandbox.period_source import PeriodSource

Number = int | float
NOBODY = ""
"""Code of the sender of a file of which nobody has said who sends it."""
BELONGING_RULES = ("RE001", "RE002", "RE004", "RE005")
"""What is said of a file only where it is known whose it is."""


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """One count, added up over the rows that were read.

    Attributes:
        read: What the rows add up to; None where none of their cells holds a figure.
        to_be_loaded: The same of the rows without an error.
        unread_cell_count: Cells that hold no figure: left blank, hidden, or not to be read.
        in_totals_row: What the file's totals row says; None where it says nothing.
        in_total_columns: What the file's columns of totals add up to (of a table with a row for each code,
            its rows of totals); None where there are none, or not for each school.
    """

    read: Number | None
    to_be_loaded: Number | None
    unread_cell_count: int = 0
    in_totals_row: Number | None = None
    in_total_columns: Number | None = None

    @property
    def in_file(self) -> Number | None:
        """The file's own total; of two that are not one, that which was not read."""
        stated = [each for each in (self.in_totals_row, self.in_total_columns) if each is not None]
        return next((each for each in stated if each != self.read), next(iter(stated), None))

    @property
    def set_aside(self) -> Number | None:
        """What the rows with an error add up to; None where no cell holds a figure."""
        return None if self.read is None or self.to_be_loaded is None else self.read - self.to_be_loaded

    @property
    def agrees(self) -> bool | None:
        """Whether the file's own totals are what was read; None where it states none."""
        return None if self.in_file is None else self.in_file == self.read


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table that was recognised.

    Attributes:
        sheet_name: The sheet's name.
        sheet_number: Its position among the delivery's sheets, 1-based.
        heading_first_row: Sheet row in which its heading begins; None where it has none.
        heading_last_row: Sheet row in which its heading ends.
        layout: Layout code.
        layout_name_en: The layout's name.
        period_source: What says which period it is about.
        row_count: Its rows, without totals, notes and benchmark rows.
        is_counted: Whether its rows are among those added up; a table that repeats others is not.
    """

    sheet_name: str
    sheet_number: int
    heading_first_row: int | None
    heading_last_row: int | None
    layout: str
    layout_name_en: str
    period_source: PeriodSource
    row_count: int
    is_counted: bool = True


@dataclass(frozen=True, slots=True)
class AgencySchools:
    """How many schools of a file are an agency's.

    Attributes:
        agency_code: The agency, as the province's registry keys it; one that is not of the province as the
            file writes it.
        name_th: Its name; '' of one that is not of the province.
        school_count: Number of its schools.
    """

    agency_code: str
    name_th: str
    school_count: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What a delivery says of one form, part and period, all of its tables together.

    Attributes:
        form: Form code.
        part: Code of the part of the form; empty where it has none.
        period: Period code.
        tables: Where it stands.
        row_count: Rows that were read.
        row_count_to_be_loaded: Those without an error; of a held submission once a person has decided.
        school_count: Schools that the rows speak of, by code or, without one, by name.
        agencies: Whose figures the schools' rows are taken for.
        code_field: The field by whose codes the form's counts are given, such as grades; '' without one.
        figures: By code, in the order of the code list with each total after its parts, then by count
            field; without totals that the file does not have. The code '' is of rows whose code could not
            be read.
        together: All codes together, by count field.
    """

    form: str
    part: str
    period: str
    tables: tuple[ReadTable, ...]
    row_count: int
    row_count_to_be_loaded: int
    school_count: int
    agencies: tuple[AgencySchools, ...]
    code_field: str
    figures: Mapping[str, Mapping[str, ReadFigure]]
    together: Mapping[str, ReadFigure]

    @property
    def period_sources(self) -> tuple[PeriodSource, ...]:
        """What says which period it is, each once."""
        return tuple(dict.fromkeys(each.period_source for each in self.tables))

    @property
    def row_count_set_aside(self) -> int:
        """Rows with an error."""
        return self.row_count - self.row_count_to_be_loaded


class WhyJudged(StrEnum):
    """Why a file was judged as some agency's, or as nobody's."""

    ASKED = "asked"
    """Who asked said so."""
    FOLDER = "folder"
    """It lies in the agency's folder."""
    SCHOOLS = "schools"
    """Its schools are the agency's by the registers."""
    AREA_CODES = "area_codes"
    """The agency's code stands in it."""
    SEVERAL = "several"
    """Nobody's: its schools are several agencies'."""
    FOREIGN = "foreign"
    """Nobody's: the only code of an agency in it is none of this province's."""
    UNKNOWN = "unknown"
    """Nobody's: nothing in it tells whose it is."""


@dataclass(frozen=True, slots=True)
class JudgedAs:
    """As whose file one was judged.

    Attributes:
        agency_code: The agency; `NOBODY` where the rules of belonging were left out.
        name_th: Its name.
        reason: Why.
        agencies: Whose its schools are, where that was looked for.
    """

    agency_code: str
    name_th: str
    reason: WhyJudged
    agencies: tuple[AgencySchools, ...] = ()
