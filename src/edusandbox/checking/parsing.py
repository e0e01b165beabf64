"""One delivery's bytes to the parsed tables of the forms that it holds."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from edusandbox.issues import Finding, Place
from edusandbox.schemas.catalogue import FORMS, field_types
from edusandbox.schemas.codes import grades_by_total
from edusandbox.schemas.form import Form
from edusandbox.schemas.layouts import all_layouts
from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.readers import read_delivery
from edusandbox.submissions import Delivery
from edusandbox.transforms.grid import Grid
from edusandbox.transforms.recognise import Match, recognise
from edusandbox.transforms.sheet_frame import FieldTypes, SheetFrame, build_sheet_frame, family_field
from edusandbox.transforms.tables import Table, read_table
from edusandbox.transforms.totals import subtotal_findings, totals_row_findings

_WORTH_NAMING_FIT = 0.25
"""Under this fit the nearest layout is no help to the sender."""
_NAMED_HEADERS = 8
"""So many headings are named in one sentence; the rest are counted."""


@dataclass(slots=True)
class ParsedSheet:
    """A table of a delivery, parsed, with everything found in it so far.

    Attributes:
        form: Form code.
        sheet: The Sheet frame.
        findings: What was found, in no order.
    """

    form: str
    sheet: SheetFrame
    findings: list[Finding]


@dataclass(slots=True)
class ParsedDelivery:
    """A delivery, parsed.

    Attributes:
        delivery: The file.
        sheets: Its tables; empty where it was rejected.
        findings: What is said of the file as a whole.
    """

    delivery: Delivery
    sheets: list[ParsedSheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def parse_delivery(delivery: Delivery, content: bytes, agency_codes: Collection[str] = ()) -> ParsedDelivery:
    """Reads a delivery, recognises its tables and parses them.

    Args:
        delivery: The file.
        content: Its bytes.
        agency_codes: Codes of agencies, which are not codes of schools.
    """
    parsed = ParsedDelivery(delivery)
    try:
        result = read_delivery(content, delivery.file_name)
    except UnreadableDeliveryError as error:
        parsed.findings.append(error.finding)
        return parsed
    parsed.findings += result.findings
    matches = [
        (grid, match) for grid in result.grids if (match := recognise(grid, all_layouts())) is not None
    ]
    tables = [read_table(grid, match, agency_codes) for grid, match in matches if match.is_complete]
    if not tables:
        parsed.findings += _why_unknown(matches)
        return parsed
    sheets = [_parse_table(table) for table in tables if table.data_rows]
    parsed.sheets = [sheet for sheet in sheets if not sheet.sheet.frame.empty]
    if not parsed.sheets:
        parsed.findings.append(Finding("LA004", tables[0].place(tables[0].match.header.first_row, None)))
        return parsed
    parsed.findings += [finding for sheet in sheets if sheet.sheet.frame.empty for finding in sheet.findings]
    for grid, match in matches:
        if match.is_near and not match.is_complete:
            # A sheet that most likely belongs to the return keeps it from being whole.
            parsed.sheets[0].findings += _why_unknown([(grid, match)])
    near = {grid.sheet_number for grid, match in matches if match.is_complete or match.is_near}
    parsed.findings += [
        Finding("LA005", Place(grid.sheet_name)) for grid in result.grids if grid.sheet_number not in near
    ]
    return parsed


def _why_unknown(matches: Sequence[tuple[Grid, Match]]) -> list[Finding]:
    """Says which layout came nearest and which of its headings do not fit, each at its cell."""
    grid, best = max(matches, key=lambda pair: pair[1].rank, default=(None, None))
    if grid is None or best is None or best.fit < _WORTH_NAMING_FIT:
        return [Finding("LA006")]
    place = Place(grid.sheet_name, best.header.first_row)
    nearest = f"{FORMS[best.layout.form].name_th}: {best.layout.name_th}"
    absent = [header for header in best.absent if header not in best.misspelt.values()]
    params = {"nearest": nearest, "absent": _listed(absent)}
    if not best.is_near:
        return [Finding("LA001", place, params)]
    findings = [
        Finding("LA002", _header_place(grid, best, column), {"nearest": nearest, "expected": expected})
        for column, expected in best.misspelt.items()
    ]
    findings += [
        Finding("LA009", _header_place(grid, best, column), {"nearest": nearest}) for column in best.repeated
    ]
    return findings + ([Finding("LA007", place, params)] if absent else [])


def _header_place(grid: Grid, match: Match, column: int) -> Place:
    """The lowest cell of a heading, where a heading over two rows says what its own column is."""
    header = match.header
    rows = range(header.first_row, header.last_row + 1)
    row = max((row for row in rows if grid.rows[row - 1][column - 1] is not None), default=header.last_row)
    text = header.texts[column - 1]
    return Place(grid.sheet_name, row, column, text, text)


def _listed(headers: Sequence[str]) -> str:
    rest = len(headers) - _NAMED_HEADERS
    return ", ".join(headers[:_NAMED_HEADERS]) + (f" … +{rest}" if rest > 0 else "")


def _parse_table(table: Table) -> ParsedSheet:
    form = FORMS[table.match.layout.form]
    types = field_types(form.code)
    if table.unlabelled_row is not None and not _is_proved_total(form, table, types):
        table = table.with_unlabelled_row_as_data()
    data = build_sheet_frame(table, table.data_rows, types)
    findings = [*data.findings]
    findings += [Finding("SU102", table.place(row, None)) for row in table.benchmark_rows]
    if table.other_heading_row is not None:
        findings.append(Finding("LA008", table.place(table.other_heading_row, None)))
    if table.match.unknown:
        headers = list(table.match.unknown.values())
        findings.append(
            Finding("LA003", Place(table.grid.sheet_name), {"headers": _listed(headers)}, len(headers))
        )
    return ParsedSheet(form.code, data, findings + _totals_findings(form, data, types))


def _is_proved_total(form: Form, table: Table, types: FieldTypes) -> bool:
    """Whether most figures of the unlabelled row are sums of their columns."""
    row = (table.unlabelled_row,) if table.unlabelled_row is not None else ()
    only_row = replace(table, total_rows=row)
    totals = build_sheet_frame(only_row, row, types)
    data = build_sheet_frame(table, table.data_rows, types)
    wrong = [each for each in totals_row_findings(data, totals, form.counts) if each.code == "SU003"]
    figures = int(totals.frame[list(form.counts)].notna().to_numpy().sum())
    return len(wrong) * 2 < figures


def _totals_findings(form: Form, data: SheetFrame, types: FieldTypes) -> list[Finding]:
    table = data.table
    findings: list[Finding] = []
    code_field = family_field(table) or next((each for each in types.codes if each in data.frame.columns), "")
    if code_field:
        findings += subtotal_findings(data, code_field, form.counts, grades_by_total())
    if table.total_rows:
        totals = build_sheet_frame(table, table.total_rows, types)
        findings += totals_row_findings(data, totals, form.counts)
    return findings
