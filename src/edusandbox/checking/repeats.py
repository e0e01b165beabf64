"""Sheets that repeat what others of the file say: a first sheet with everything, a copy."""

from collections.abc import Sequence

import pandas as pd

from edusandbox.checking.form_sheet import AGENCY, DELIVERY, PERIOD, SHEET, FormSheet
from edusandbox.issues import Finding, Place
from edusandbox.schemas.form import Form


def without_repeats(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> pd.DataFrame:
    """Leaves out tables every row of which stands in other tables of the same file with the same figures.

    Of two copies the later is left out, of a table with everything and its parts the table with
    everything. LA013 says so on the sheet.

    Args:
        form: The form.
        frame: Sheet frame of the group with the columns of `form_sheet`.
        sheets: The form's tables.
    """
    said = [DELIVERY, AGENCY, PERIOD, *form.row_key, *_figures(form, frame)]
    repeated: set[int] = set()
    for _, rows in frame.groupby(DELIVERY):
        sizes = rows.groupby(SHEET).size()
        if len(sizes) == 1:
            continue
        texts = pd.MultiIndex.from_frame(rows[said].astype(str))
        for number in sorted(sizes.index, key=lambda each: (-sizes[each], -each)):
            is_own = (rows[SHEET] == number).to_numpy()
            is_other = ~is_own & ~rows[SHEET].isin(repeated).to_numpy()
            if texts[is_own].isin(texts[is_other]).all():
                repeated.add(number)
                _report(sheets[number])
    return frame[~frame[SHEET].isin(repeated)].reset_index(drop=True) if repeated else frame


def _report(sheet: FormSheet) -> None:
    sheet.parsed.findings.clear()
    place = Place(sheet.parsed.sheet.table.grid.sheet_name)
    sheet.delivery.findings.append(Finding("LA013", place))


def _figures(form: Form, frame: pd.DataFrame) -> list[str]:
    counts = [name for field in form.counts for name in (field, f"{field}_kind") if name in frame.columns]
    return counts or [name for name in ("school_name", *form.unique_fields) if name in frame.columns]
