"""The lines of the layout CSVs: which layouts there are, and how each heads its columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fnmatch import fnmatch

from schemas.text import normalise_header

_FROM_SHEET = "sheet"
_YES = "yes"


class Presence(StrEnum):
    """Whether a table of the layout must have the column."""

    REQUIRED = "required"
    """Always."""
    EACH = "each"
    """For every code of the family that the table has at all; at least one code must be there."""
    OPTIONAL = "optional"
    """The table may do without."""


@dataclass(frozen=True, slots=True)
class LayoutLine:
    """One line of a layout CSV.

    Attributes:
        header: Heading, perhaps with one placeholder; of what the sheet says as a whole its name.
        field: Field of the form's Sheet frame; `-` for a column that is known and not needed.
        taken_from: Empty for the cell's value; `link:NAME` for a parameter of the cell's link; `sheet` for
            what the sheet's name, the title or the file's name says of all rows, `sheet:CODE` where the
            layout holds only if they say this code.
        presence: Whether the table must have it.
        agency_code: The only agency whose tables may be headed so; empty for all.
        file_name: Pattern (`*`, `?`) of the names, with or without folders, of the only files that may be
            headed so; empty for all.
        not_private: Whether the heading is lifted from the list of personal data where the layout is matched:
            ผู้อำนวยการ heads the number of directors here. What is no count under it is masked all the same.
    """

    header: str
    field: str
    taken_from: str
    presence: Presence
    agency_code: str = ""
    file_name: str = ""
    not_private: bool = False

    @property
    def is_for_everybody(self) -> bool:
        """Whether it holds for every agency and file."""
        return not (self.agency_code or self.file_name)

    @property
    def is_from_sheet(self) -> bool:
        """Whether it speaks of the sheet as a whole and not of a column."""
        return self.taken_from.partition(":")[0] == _FROM_SHEET

    def holds_for(self, agency_code: str, path: str) -> bool:
        """Whether it holds for a file that lay there in an agency's folder."""
        names = (path, path.rpartition("/")[2])
        return self.agency_code in {"", agency_code} and (
            not self.file_name or any(fnmatch(name, self.file_name) for name in names)
        )


@dataclass(frozen=True, slots=True)
class LayoutRow:
    """One line of `layouts.csv`: a layout, without its headings.

    Attributes:
        layout: Its code.
        form: Form code.
        name_th: Name for people, Thai.
        name_en: Name for people, English.
        accepted_until: Last day on which a period may begin that is reported in it; None while in use.
        replaced_by: Code of the layout that takes its place; empty while it is in use.
        part: The part of the form that its tables are; empty where their contents tell, or the form has none.
        third_is_year: Whether 2568-3 is the academic year 2568, as DMC numbers its rounds, and not the year's
            summer term.
    """

    layout: str
    form: str
    name_th: str
    name_en: str
    accepted_until: date | None = None
    replaced_by: str = ""
    third_is_year: bool = False
    part: str = ""


@dataclass(frozen=True, slots=True)
class LayoutAdditions:
    """What a province adds to the layouts.

    Attributes:
        layouts: Layouts of its own, and newer words on a layout that there is.
        lines: Lines by form and layout code.
    """

    layouts: tuple[LayoutRow, ...] = ()
    lines: tuple[tuple[str, str, LayoutLine], ...] = ()


def layout_row(row: Mapping[str, str]) -> LayoutRow:
    """Reads a line of `layouts.csv`.

    Raises:
        ValueError: A date is none.
    """
    until = row.get("accepted_until") or ""
    return LayoutRow(
        layout=row["layout"],
        form=row["form"],
        name_th=row["name_th"],
        name_en=row["name_en"],
        accepted_until=date.fromisoformat(until) if until else None,
        replaced_by=row.get("replaced_by") or "",
        third_is_year=row.get("third_round") == "year",
        part=row.get("part") or "",
    )


def layout_line(row: Mapping[str, str]) -> LayoutLine:
    """Reads a line of a form's layout CSV.

    Raises:
        ValueError: The presence is none that there is, or `not_private` is neither `yes` nor empty.
    """
    not_private = row.get("not_private") or ""
    if not_private not in {"", _YES}:
        raise ValueError(f"the heading {row['header']!r}: not_private is {not_private!r}, not 'yes' or empty")
    return LayoutLine(
        header=row["header"],
        field=row["field"],
        taken_from=row["taken_from"],
        presence=Presence(row["presence"]),
        agency_code=row.get("agency_code") or "",
        file_name=row.get("file_name") or "",
        not_private=not_private == _YES,
    )


def most_specific(lines: Sequence[LayoutLine]) -> dict[tuple[str, str], list[LayoutLine]]:
    """Of lines that hold for one file, leaves out those that a more specific one speaks over.

    Returns:
        Lines by heading and source; of a heading that has lines for the file, for the agency and for
        everybody only the first kind of these.
    """
    chosen: dict[tuple[str, str], list[LayoutLine]] = {}
    for line in sorted(lines, key=lambda each: (not each.file_name, not each.agency_code)):
        same = chosen.setdefault((normalise_header(line.header), line.taken_from), [])
        if not same or (same[0].file_name, same[0].agency_code) == (line.file_name, line.agency_code):
            same.append(line)
    return chosen
