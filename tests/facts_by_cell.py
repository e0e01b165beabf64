"""Facts of enrolment a row a cell, with the sheet, row and column of each: as tests read them best."""

import pandas as pd

from edusandbox.submissions import CheckedSubmission
from schemas.catalogue import FORMS
from schemas.fact_rows import NO_SUCH_CELL, PLACE

_TABLE = "fact_enrolment"
_MARKS = FORMS["enrolment"].mark_columns
_SEXES = ("male", "female")
_KEY = ["school_code", "grade_code"]


def pupils_by_sex(submission: CheckedSubmission) -> pd.DataFrame:
    """Place, mark, school, grade, sex and `pupil_count` of each cell of boys, then of each one of girls."""
    parts = [
        _cells(submission, f"{sex}_count", "pupil_count").assign(
            sex_code=lambda cells, sex=sex: pd.Categorical([sex] * len(cells), categories=_SEXES)
        )
        for sex in _SEXES
    ]
    return pd.concat(parts, ignore_index=True)


def classrooms(submission: CheckedSubmission) -> pd.DataFrame:
    """Place, mark, school, grade and `classroom_count` of each cell of classrooms."""
    return _cells(submission, "classroom_count", "classroom_count")


def _cells(submission: CheckedSubmission, field: str, name: str) -> pd.DataFrame:
    facts = submission.facts[_TABLE]
    cells = facts[facts[_MARKS[field]] != NO_SUCH_CELL]
    places = _places(submission, cells, field)
    columns = {each: places[each] for each in places}
    columns |= {"mark_code": cells[_MARKS[field]].array.remove_categories(NO_SUCH_CELL)}
    columns |= {each: cells[each].array for each in _KEY} | {name: cells[field].array}
    return pd.DataFrame(columns)


def _places(submission: CheckedSubmission, cells: pd.DataFrame, field: str) -> pd.DataFrame:
    """Where the cells stand: in their fact's row and their field's column, or where they were kept apart."""
    columns = {(each.sheet_number, each.field, each.code): each.column for each in submission.columns}
    moved: dict[tuple[str, str], tuple[int, int, int]] = {}
    if submission.cell_sources is not None:
        for source in submission.cell_sources.itertuples():
            if (source.fact_table, source.field) == (_TABLE, field):
                place = (source.source_sheet_number, source.source_row, source.source_column)
                moved[source.school_code, source.key_codes] = place
    places = []
    for sheet, row, *key in cells[[*PLACE, *_KEY]].itertuples(index=False):
        column = columns.get((sheet, field, key[1]), columns.get((sheet, field, "")))
        places.append(moved.get(tuple(key), (sheet, row, column)))
    return pd.DataFrame(places, columns=[*PLACE, "source_column"]).astype("int64")
