"""What is said of a table's headings: which did not fit and which layout came nearest."""

from collections.abc import Sequence

from schemas.catalogue import FORMS
from schemas.issues import Finding, Place, listed
from schemas.text import normalise_header
from transforms.grid import Grid
from transforms.headings.pupil_columns import likely_pupil_columns
from transforms.headings.recognise import Match
from transforms.privacy.personal_text import GRAVE_KINDS
from transforms.rows.tables import Table

_WORTH_NAMING_FIT = 0.25
"""Under this fit the nearest layout is no help to the sender."""


def heading_findings(table: Table) -> list[Finding]:
    """What a table's own headings give cause to say.

    Returns:
        LA030 for a table that has none; LA003 for columns that are not part of the form, LA031 for those of
        them that most likely hold pupils, LA026 for those of
        shares, LA010 for headings that were read without a footnote mark, a unit or English words, LA021 for
        class sections, LA011 where the sheet's name and title contradict each other about what they say of
        all rows.
    """
    match = table.match
    place = Place(table.grid.sheet_name)
    findings = []
    if not match.header.depth:
        params: dict[str, str | int] = {"layout": match.layout.name_th, "columns": len(match.known)}
        findings.append(Finding("LA030", place, params))
    if match.unknown:
        headers = list(match.unknown.values())
        findings.append(Finding("LA003", place, {"headers": listed(headers)}, len(headers)))
    if likely := likely_pupil_columns(table):
        headers = [match.header.texts[at - 1] for at in likely]
        place_of_first = _header_place(table.grid, match, likely[0])
        findings.append(Finding("LA031", place_of_first, {"headers": listed(headers)}, len(headers)))
    if match.shares:
        shares = list(match.shares.values())
        findings.append(Finding("LA026", place, {"headers": listed(shares)}, len(shares)))
    if match.adjusted:
        pairs = [f"{match.header.texts[at - 1]} → {text}" for at, text in match.adjusted.items()]
        findings.append(Finding("LA010", place, {"headers": listed(pairs)}, len(pairs)))
    if match.sections:
        headers = [match.header.texts[at - 1] for columns in match.sections.values() for at in columns]
        findings.append(Finding("LA021", place, {"headers": listed(headers)}, len(headers)))
    findings += [
        Finding("LA011", place, {"found": ", ".join((value.text, *value.contradictions))})
        for value in match.stated.values()
        if value.contradictions
    ]
    return findings


def why_unknown(matches: Sequence[tuple[Grid, Match]]) -> list[Finding]:
    """Says which layout came nearest and which of its headings do not fit, each at its cell.

    Args:
        matches: Headings that fit no layout, with their sheets.

    Returns:
        LA006 where nothing comes near any form, LA001 where something comes near enough to be named;
        LA025 where its columns are of several periods; otherwise LA002 for each misspelt, LA009 for each
        repeated heading, LA022 for each of pupils of a grade that no layout knows and LA007 for those
        missing, LA027 where all are there and do not fit together.
    """
    grid, best = max(matches, key=lambda pair: pair[1].rank, default=(None, None))
    if grid is None or best is None or best.fit < _WORTH_NAMING_FIT:
        return [Finding("LA006")]
    if not (best.is_near or best.says_whose):
        return [Finding("LA006")]
    place = Place(grid.sheet_name, best.header.first_row)
    nearest = f"{FORMS[best.layout.form].name_th}: {best.layout.name_th}"
    if best.periods:
        return [Finding("LA025", place, {"periods": listed(best.periods)})]
    # Only words that headings are made of are quoted: what was taken for a heading may be a row of persons.
    params = {"nearest": nearest, "absent": listed(best.missing), "found": listed(best.seen)}
    if not best.is_near:
        return [Finding("LA001" if best.missing else "LA027", place, params)]
    findings = [
        Finding("LA002", _header_place(grid, best, column), {"nearest": nearest, "expected": expected})
        for column, expected in best.misspelt.items()
        if not _has_whole_heading(grid, best, column)
    ]
    words = FORMS[best.layout.form].words
    findings += [Finding("LA022", _header_place(grid, best, column), words) for column in best.pupils_unread]
    findings += [
        Finding("LA009", _header_place(grid, best, column), {"nearest": nearest}) for column in best.repeated
    ]
    if best.missing or not findings:
        findings.append(Finding("LA007" if best.missing else "LA027", place, params))
    return findings


def list_of_persons(personal: Sequence[Finding]) -> list[Finding]:
    """PR003 where a file of no known form has a column of ids or of pupils' numbers."""
    kinds = [finding.params["kind"] for finding in personal if finding.code == "PR002"]
    told = [kind for kind in kinds if kind in GRAVE_KINDS]
    return [Finding("PR003", params={"kind": told[0]})] if told else []


def _has_whole_heading(grid: Grid, match: Match, column: int) -> bool:
    """Whether one line of a column is a heading by itself: what stands in another may be a person's name."""
    header = match.header
    lines = (grid.rows[row - 1][column - 1] for row in range(header.first_row, header.last_row + 1))
    texts = [normalise_header(cell) for cell in lines if isinstance(cell, str)]
    return len(texts) > 1 and not match.elsewhere.isdisjoint(texts)


def _header_place(grid: Grid, match: Match, column: int) -> Place:
    """The lowest cell of a heading, where a heading over two rows says what its own column is."""
    header = match.header
    rows = range(header.first_row, header.last_row + 1)
    row = max((row for row in rows if grid.rows[row - 1][column - 1] is not None), default=header.last_row)
    text = header.looked_up[column - 1]
    return Place(grid.sheet_name, row, column, text, text)
