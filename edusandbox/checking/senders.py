"""Whose a file is that nobody has said the sender of: as its schools and its codes of agencies tell.

The agency that its rows name counts first, then the registers' word on its schools, then the code of an
area among its rows. Where these name several agencies, or none, the file is judged as nobody's: what is
said only of a file whose owner is known is then left unsaid.
"""

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from edusandbox.checking.attribution import attribute, period_start
from edusandbox.checking.context import CheckContext
from edusandbox.checking.form_sheet import AGENCY, PERIOD
from edusandbox.checking.parsing import ParsedDelivery, ParsedSheet, parse_delivery
from edusandbox.checking.readings import schools_by_agency, schools_of
from edusandbox.submissions import Delivery
from edusandbox.what_was_read import NOBODY, JudgedAs, WhyJudged
from schemas.catalogue import FORMS
from transforms.cells.code_text import read_school_code

_SCHOOL, _STATED = "school", "is_stated"
_AREA_CODE = r"\d{4}|\d{6}|\d{8}"
"""What codes of agencies look like, of this province or another; anything else names nobody."""


def parse_as_its_own(delivery: Delivery, content: bytes, context: CheckContext) -> ParsedDelivery:
    """Reads a delivery; if nobody has said whose it is, as that of the agency that it turns out to be.

    Args:
        delivery: The file; its agency is `NOBODY` where nobody has said.
        content: Its bytes.
        context: Registry, day, references.
    """
    parsed = parse_delivery(delivery, content, context.province, context.limits)
    if delivery.agency_code != NOBODY:
        return parsed
    judged = parsed.judged_as = _judged(parsed, context)
    for agency_code in _possible_owners(parsed, judged, context):
        own = replace(delivery, agency_code=agency_code)
        tried = parse_delivery(own, content, context.province, context.limits)
        found = _judged(replace(tried, delivery=delivery), context)
        if found.agency_code == agency_code:
            tried.judged_as = found
            return tried
    if judged.agency_code:
        parsed.delivery = replace(delivery, agency_code=judged.agency_code)
    return parsed


def _possible_owners(parsed: ParsedDelivery, judged: JudgedAs, context: CheckContext) -> list[str]:
    """Agencies as whose file it may read otherwise: those that have headings of their own."""
    lines = context.province.layouts.lines
    special = list(dict.fromkeys(line.agency_code for _, _, line in lines if line.agency_code))
    if judged.agency_code:
        return [code for code in special if code == judged.agency_code]
    return [] if parsed.sheets else special


def _judged(parsed: ParsedDelivery, context: CheckContext) -> JudgedAs:
    """As whose file a delivery of nobody's is to be judged."""
    rows = pd.concat([_owned(sheet, parsed.delivery, context) for sheet in parsed.sheets] or [_no_rows()])
    names = context.province.agency_names(context.day_of_agencies)
    agencies = schools_by_agency(rows[AGENCY], rows[_SCHOOL], names)
    codes = {each.agency_code for each in agencies}
    reason = WhyJudged.AREA_CODES if rows[_STATED].any() else WhyJudged.SCHOOLS
    if not codes:
        codes = {code for sheet in parsed.sheets for code in _area_codes(sheet, context)}
        reason = WhyJudged.AREA_CODES
    if len(codes) == 1 and codes <= names.keys():
        (code,) = codes
        return JudgedAs(code, names[code], reason, agencies)
    reason = WhyJudged.SEVERAL if len(agencies) > 1 else WhyJudged.FOREIGN if agencies else WhyJudged.UNKNOWN
    return JudgedAs(NOBODY, "", reason, agencies)


def _owned(sheet: ParsedSheet, delivery: Delivery, context: CheckContext) -> pd.DataFrame:
    """The schools of a table and whose they are: as the row names it, otherwise as the registers do."""
    # What is found on the way is found once more when the table is checked.
    frame = attribute(replace(sheet, findings=[]), delivery, context)
    owners = frame[AGENCY].copy()
    if "agency_code" in frame.columns:
        # Another province's code says as well whose a school is.
        is_code = frame["agency_code"].str.fullmatch(_AREA_CODE).fillna(value=False)
        is_foreign = (owners == NOBODY) & is_code
        owners = owners.mask(is_foreign, frame["agency_code"])
    is_open = owners == NOBODY
    if context.references is not None:
        for period, rows in frame[is_open].groupby(PERIOD):
            known = context.references.as_of(period_start(context.province, str(period))).by_code
            agencies = {code: agency for code, (agency, _) in known.items()}
            owners[rows.index] = rows["school_code"].map(agencies).fillna(NOBODY)
    return pd.DataFrame({AGENCY: owners, _SCHOOL: schools_of(frame, FORMS[sheet.form]), _STATED: ~is_open})


def _no_rows() -> pd.DataFrame:
    return pd.DataFrame({AGENCY: [], _SCHOOL: [], _STATED: []}, dtype="str").astype({_STATED: "bool"})


def _area_codes(sheet: ParsedSheet, context: CheckContext) -> Iterator[str]:
    """The agencies whose codes stand among the schools, at rows of the area's own figures."""
    table = sheet.sheet.table
    column = table.column("school_code")
    if column is None:
        return
    day = context.day_of_agencies
    for cell in table.cells(column, (*table.benchmark_rows, *table.total_rows)):
        agency = context.province.agency_by_scheme_code(read_school_code(cell).text, day)
        if agency is not None:
            yield agency.code
