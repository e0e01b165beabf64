"""How it was found out which period figures are about."""

from enum import StrEnum


class PeriodSource(StrEnum):
    """What says of a table's figures which period they are about, in the order in which it counts."""

    TITLE = "title"
    """The title above the table, or above the sheet's first one."""
    COLUMNS = "columns"
    """Its rows: columns of the academic year and the semester."""
    OVER_SHEET = "over_sheet"
    """What stands outside the sheet's cells: a page's own title, a header for print."""
    SHEET_NAME = "sheet_name"
    FILE_NAME = "file_name"
    FOLDER_NAME = "folder_name"
    """The name of a folder that the file lies in."""
    NOTE = "note"
    """A note under the table that says it of the figures."""
    DAY = "day"
    """The day or month of the figures."""
    OPEN_QUESTION = "open_question"
    """A person: the file names a year alone that is not the open period's, or several semesters, or it names
    nothing while no period is open or several are."""
    OPEN_PERIOD = "open_period"
    """Nothing: the period was taken that is open on the day of the run."""
