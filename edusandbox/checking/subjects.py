"""Tables of which a title or a unit says that they hold something else than their form counts."""

from collections.abc import Iterator

from schemas.issues import Finding, Place
from schemas.subjects import subject_of
from transforms.cells.counts import is_in_rooms, is_unit
from transforms.grid import cell_text
from transforms.rows.tables import Table

REFUSES_TABLE = frozenset({"LA028", "LA029"})
"""Rules that set all rows of a table aside."""


def subject_findings(table: Table) -> list[Finding]:
    """LA028 for a unit that is not the form's own, LA029 for a title that names others.

    A further table of a sheet without a title is of what the first one's says; a title that says nothing of
    the sort leaves it to the sheet's name.
    """
    subject = subject_of(table.match.layout.form)
    place = Place(table.grid.sheet_name)
    counts = [each for each in table.columns if each.holds_figures]
    if all(each.meaning.counts_rooms for each in counts):
        return []
    above = "\n".join((table.match.sheet_title, table.over_sheet, table.title))
    unit = subject.other_unit(above, table.notes) or next(_other_unit_rows(table), None)
    findings = [Finding("LA028", place, {"unit": unit})] if unit else []
    title = f"{table.over_sheet}\n{table.title}".strip() or table.match.sheet_title
    if not any(word in title for word in subject.persons | subject.things):
        title = f"{title}\n{table.grid.sheet_name}"
    other = subject.other_subject(title)
    if other and not (other in subject.things and any(each.meaning.counts_rooms for each in counts)):
        findings.append(Finding("LA029", place, {"found": other}))
    return findings


def _other_unit_rows(table: Table) -> Iterator[str]:
    """Units of rooms over columns of others, in rows of units alone under the heading."""
    columns = [each for each in table.columns if each.holds_figures and not each.meaning.counts_rooms]
    for row in sorted(table.heading_rows):
        texts = [cell_text(cell).strip(" ()") for cell in table.grid.rows[row - 1] if cell is not None]
        if row > table.match.header.last_row and all(map(is_unit, texts)):
            cells = (table.grid.rows[row - 1][each.number - 1] for each in columns)
            yield from (cell_text(cell).strip(" ()") for cell in cells if is_in_rooms(cell))
