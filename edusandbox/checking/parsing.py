"""One delivery's bytes to the parsed tables of the forms that it holds."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from edusandbox.checking.area_rows import area_findings, with_area_rows_told
from edusandbox.checking.counted_columns import counted_columns
from edusandbox.checking.headings import heading_findings, list_of_persons, why_unknown
from edusandbox.checking.personal_findings import name_findings, outside_findings
from edusandbox.checking.subjects import subject_findings
from edusandbox.checking.summaries import sums_up
from edusandbox.checking.table_totals import is_proved_total, totals_findings, without_unchecked
from edusandbox.checking.unowned import left_alone_finding, unowned_finding, with_merged_figures
from edusandbox.period_source import PeriodSource
from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import DEFAULT_LIMITS, Limits
from edusandbox.sources.readers import read_delivery
from edusandbox.sources.readers.cell_marks import UNQUOTED
from edusandbox.sources.readers.outside_cells import names_within, texts_outside_cells
from edusandbox.sources.registry import Province
from edusandbox.submissions import Delivery
from edusandbox.what_was_read import JudgedAs, Reading
from schemas.catalogue import FORMS, field_types
from schemas.fields import Entity
from schemas.issues import Finding, Place
from schemas.layouts.files import vocabulary_for
from schemas.personal_data import listed_words, personal_headings
from transforms.grid import Grid, cell_name
from transforms.headings.locate import Located, locate_tables
from transforms.privacy.personal_data import CountedColumns, withhold_personal_data
from transforms.privacy.personal_text import masked_name, without_personal_data
from transforms.rows.ownership import Unowned, unowned_cells
from transforms.rows.sheet_frame import SheetFrame, build_sheet_frame
from transforms.rows.tables import Table, read_table
from transforms.totals.sections import with_section_totals


@dataclass(slots=True)
class ParsedSheet:
    """A table of a delivery, parsed, with everything found in it so far.

    Attributes:
        form: Form code.
        sheet: The Sheet frame.
        findings: What was found, in no order.
        refused_periods: Periods for which its layout is no longer accepted: their rows are set aside.
        as_at: The day of its figures, where it says so.
        period_source: What says which period its rows are about; known once they are attributed.
        is_period_by_calendar: Whether the calendar says it and the file does not; known likewise.
    """

    form: str
    sheet: SheetFrame
    findings: list[Finding]
    refused_periods: frozenset[str] = frozenset()
    as_at: date | None = None
    period_source: PeriodSource = PeriodSource.OPEN_PERIOD
    is_period_by_calendar: bool = False

    def row_of(self, finding: Finding) -> int | None:
        """The sheet row of a finding; None where it stands in no row, or on another sheet of the file."""
        place = finding.place
        return place.row if place.sheet == self.sheet.table.grid.sheet_name else None


@dataclass(slots=True)
class ParsedDelivery:
    """A delivery, parsed.

    Attributes:
        delivery: The file.
        sheets: Its tables; empty where it was rejected.
        findings: What is said of the file as a whole.
        judged_as: As whose file it is checked, where that had to be found out.
        readings: What was read of it, where somebody asks.
        counted: Columns of counts whose heading is one of personal data elsewhere.
    """

    delivery: Delivery
    sheets: list[ParsedSheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    judged_as: JudgedAs | None = None
    readings: list[Reading] = field(default_factory=list)
    counted: CountedColumns = field(default_factory=dict)


def parse_delivery(
    delivery: Delivery, content: bytes, province: Province, limits: Limits = DEFAULT_LIMITS
) -> ParsedDelivery:
    """Reads a delivery, recognises its tables and parses them.

    Args:
        delivery: The file.
        content: Its bytes.
        province: Its registry: codes of agencies, which are not codes of schools, and its own spellings.
        limits: The bounds of reading.
    """
    parsed = ParsedDelivery(delivery, findings=name_findings(delivery))
    try:
        result = read_delivery(content, delivery.file_name, limits)
    except UnreadableDeliveryError as error:
        parsed.findings += [_without_persons(error.finding), *outside_findings(names_within(content))]
        return parsed
    parsed.findings += outside_findings(texts_outside_cells(content, limits))
    read = [_without_persons(finding) for finding in result.findings]
    vocabulary = vocabulary_for(province.layouts, delivery.agency_code, delivery.path)
    agency_codes = province.all_scheme_codes
    guarded = personal_headings(), listed_words()
    grids, personal = withhold_personal_data(result.grids, *guarded)
    parsed.counted = counted_columns(
        result.grids, grids, personal, vocabulary, delivery.file_name, agency_codes
    )
    if parsed.counted:
        grids, personal = withhold_personal_data(result.grids, *guarded, parsed.counted)
    read = _quoting(read, grids)
    located = [(grid, locate_tables(grid, vocabulary, delivery.file_name, agency_codes)) for grid in grids]
    tables = [
        read_table(grid, match, agency_codes, vocabulary) for grid, found in located for match in found.tables
    ]
    unread = [(grid, match) for grid, found in located for match in found.unread]
    if not tables:
        parsed.findings += [*read, *personal, *(list_of_persons(personal) or why_unknown(unread))]
        return parsed
    sheets = [_parse_table(table) for table in tables if _has_rows(table)]
    parsed.findings += _not_of_a_row(read, sheets)
    parsed.findings += _not_declared(personal, sheets)
    parsed.sheets = [sheet for sheet in sheets if not sheet.sheet.frame.empty]
    if not parsed.sheets:
        parsed.findings.append(Finding("LA004", tables[0].place(tables[0].match.header.first_row, None)))
        return parsed
    parsed.findings += [
        finding.in_words_of_form(FORMS[sheet.form].words)
        for sheet in sheets
        if sheet.sheet.frame.empty
        for finding in sheet.findings
    ]
    _report_unread(parsed, located)
    _report_unowned(parsed, located, tables)
    return parsed


def _quoting(findings: Sequence[Finding], grids: Sequence[Grid]) -> list[Finding]:
    """Lets what readers say of a text quote it, now that personal data is withheld."""
    known = {grid.sheet_name: grid for grid in grids}
    quoting = []
    for finding in findings:
        place, grid = finding.place, known.get(finding.place.sheet or "")
        if grid is not None and place.row and place.column and finding.params.get("read") == UNQUOTED:
            text = cell_name(grid.rows[place.row - 1][place.column - 1])
            quoting.append(replace(finding, params={**finding.params, "read": text or UNQUOTED}))
        else:
            quoting.append(finding)
    return quoting


def _not_of_a_row(read: Sequence[Finding], sheets: Sequence[ParsedSheet]) -> list[Finding]:
    """Gives what readers found at a cell of a data row to its table, so that it concerns the row.

    What they found at another cell of the sheet concerns the first table of it: a row that was struck out is
    a data row no more.

    Returns:
        The others, which are said of the file.
    """
    first_tables = {sheet.sheet.table.grid.sheet_name: sheet for sheet in reversed(sheets)}
    owners = {
        (sheet.sheet.table.grid.sheet_name, row): sheet
        for sheet in sheets
        for row in sheet.sheet.table.data_rows
    }
    rest = []
    for finding in read:
        name, row = finding.place.sheet or "", finding.place.row
        sheet = owners.get((name, row or 0)) or (first_tables.get(name) if row else None)
        if sheet is None:
            rest.append(finding)
        else:
            sheet.findings.append(finding)
    return rest


def _without_persons(finding: Finding) -> Finding:
    """A reader's finding without the persons whom its cell, or a name of a sheet or of a file, may name."""
    place = replace(
        finding.place,
        sheet=finding.place.sheet and masked_name(finding.place.sheet)[0],
        header=finding.place.header and without_personal_data(finding.place.header),
        value=finding.place.value and without_personal_data(finding.place.value),
    )
    params = {
        name: masked_name(value)[0] if isinstance(value, str) else value
        for name, value in finding.params.items()
    }
    return replace(finding, place=place, params=params)


def _not_declared(personal: Sequence[Finding], sheets: Sequence[ParsedSheet]) -> list[Finding]:
    """Personal data in columns of which the layout does not say so itself (PR001)."""
    declared = {
        (finding.place.sheet, finding.place.column)
        for sheet in sheets
        for finding in sheet.findings
        if finding.code == "PR001"
    }
    return [each for each in personal if (each.place.sheet, each.place.column) not in declared]


def _report_unread(parsed: ParsedDelivery, located: Sequence[tuple[Grid, Located]]) -> None:
    """Says of each sheet what of it was not read; what most likely belongs to the return is an error."""
    for grid, found in located:
        near = [match for match in found.unread if match.is_near]
        for match in near:
            details = [each.sheet.frame for each in parsed.sheets if each.form == match.layout.form]
            if sums_up(grid, match, details):
                place = Place(grid.sheet_name, match.header.first_row)
                parsed.findings.append(Finding("LA018", place))
                continue
            parsed.sheets[0].findings += why_unknown([(grid, match)])
            if found.tables:
                place = Place(grid.sheet_name, match.header.first_row)
                parsed.sheets[0].findings.append(Finding("LA008", place))
        if not (found.tables or near):
            parsed.findings.append(Finding("LA005", Place(grid.sheet_name)))


def _report_unowned(
    parsed: ParsedDelivery, located: Sequence[tuple[Grid, Located]], tables: Sequence[Table]
) -> None:
    """Says of cells that nobody has read where they are, in the row of the table that they stand beside."""
    by_match = {id(table.match): table for table in tables}
    sheets = {id(sheet.sheet.table.match): sheet for sheet in parsed.sheets}
    for grid, found in located:
        if not found.tables:
            continue
        own = [by_match[id(match)] for match in found.tables]
        cells = unowned_cells(grid, own, found.unread_rows(grid))
        for each in cells:
            if each.reason is not Unowned.LEFT_ALONE:
                sheet = sheets.get(id(each.table.match), parsed.sheets[0])
                sheet.findings.append(unowned_finding(each))
        left_alone = [each for each in cells if each.reason is Unowned.LEFT_ALONE]
        if left_alone:
            parsed.findings.append(left_alone_finding(left_alone))


def _has_rows(table: Table) -> bool:
    """Whether a table has rows of data; one that is the sender's own may be about nothing that it names."""
    is_own = FORMS[table.match.layout.form].entity is Entity.AGENCY
    return bool(table.data_rows) or (is_own and table.unlabelled_row is not None)


def _parse_table(table: Table) -> ParsedSheet:
    form = FORMS[table.match.layout.form]
    types = field_types(form.code)
    table, sections = with_section_totals(table, form.counts)
    is_only_row = form.entity is Entity.AGENCY and not table.data_rows
    if table.unlabelled_row is not None and (is_only_row or not is_proved_total(form, table, types)):
        table = table.with_unlabelled_row_as_data()
    table = with_area_rows_told(form, table, types)
    data = _with_stated(build_sheet_frame(table, table.data_rows, types))
    findings = [
        *with_merged_figures(table, without_unchecked(form, data)),
        *heading_findings(table),
        *subject_findings(table),
        *area_findings(form, data, types),
    ]
    if table.other_heading_row is not None:
        findings.append(Finding("LA008", table.place(table.other_heading_row, None)))
    return ParsedSheet(form.code, data, findings + totals_findings(form, data, types, sections))


def _with_stated(sheet: SheetFrame) -> SheetFrame:
    """Adds what the sheet's name or title says of all rows as columns of the Sheet frame.

    Exports of DMC name no schools: then the names are missing, as in a row where none was typed.
    """
    fields = {"school_name", *(each.field for each in sheet.table.match.layout.sheet_fields)}
    stated = {
        field: pd.Series(sheet.table.stated(field), index=sheet.frame.index, dtype="str")
        for field in sorted(fields - set(sheet.frame.columns))
    }
    return replace(sheet, frame=sheet.frame.assign(**stated))
