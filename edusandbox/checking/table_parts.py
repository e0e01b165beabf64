"""Which part of its form each row of a table is: by its layout, else by what the rows hold.

Reports of one width and with the same headings are told apart by their categories. A table may hold rows of
several parts; where what it holds fits no part, or more than one, a person must decide.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from schemas.catalogue import FORMS
from schemas.codes import JOINED_BY, codes_by_total, codes_with_totals
from schemas.fields import Listed
from schemas.form import Form
from schemas.issues import Finding, Place, listed
from schemas.parts import WHOLE_FORM

if TYPE_CHECKING:
    from edusandbox.checking.parsing import ParsedSheet


def parts_of_rows(parsed: "ParsedSheet") -> "pd.Series[str]":
    """The code of the part that each row of a Sheet frame is; empty where the form has none.

    Of a table that is of no part for certain all rows have the empty one, and a finding holds them.
    """
    form, frame, table = FORMS[parsed.form], parsed.sheet.frame, parsed.sheet.table
    part = table.match.layout.part
    if part or not form.parts:
        return _same(part or WHOLE_FORM, frame)
    contents = _contents(form, frame)
    found = frozenset(contents.dropna())
    part = _part_of_table(form, found)
    if part:
        return _same(part, frame)
    parts = _parts_by_content(form)
    if found and found <= parts.keys():
        # Rows of totals are of the report that they stand in.
        return contents.map(parts).ffill().bfill().astype("str")
    params = {
        "found": listed([_name(form, content) for content in sorted(found)]) or "–",
        "parts": ", ".join(known.name_th for known in form.parts),
        "parts_en": ", ".join(known.name_en for known in form.parts),
    }
    parsed.findings.append(Finding("LA033", Place(table.grid.sheet_name), params))
    return _same(WHOLE_FORM, frame)


def _name(form: Form, content: str) -> str:
    """Contents for people: the names of their codes."""
    fields = (form.by_name[name] for name in form.part_fields)
    return " ".join(
        codes_with_totals(field.code_list).get(code, code) if isinstance(field, Listed) else code
        for field, code in zip(fields, content.split(JOINED_BY), strict=True)
    )


def _same(part: str, frame: pd.DataFrame) -> "pd.Series[str]":
    return pd.Series(part, index=frame.index, dtype="str")


def _contents(form: Form, frame: pd.DataFrame) -> "pd.Series[str]":
    """What tells the part of each row, codes of several fields joined; none for totals and unread codes."""
    joined: pd.Series[str] | None = None
    for field in form.part_fields:
        declared = form.by_name[field]
        totals = codes_by_total(declared.code_list) if isinstance(declared, Listed) else {}
        codes = frame[field] if field in frame.columns else pd.Series(None, index=frame.index, dtype="str")
        own = codes.astype("str").mask(codes.isna() | codes.isin(totals))
        joined = own if joined is None else joined + JOINED_BY + own
    return pd.Series(None, index=frame.index, dtype="str") if joined is None else joined


def _part_of_table(form: Form, found: frozenset[str]) -> str:
    """The part whose report holds just this, else the only one that may; empty where there is none."""
    if not found:
        return ""
    same = [part.code for part in form.parts if part.contents == found]
    fitting = [part.code for part in form.parts if part.contents >= found]
    return next((codes[0] for codes in (same, fitting) if len(codes) == 1), "")


def _parts_by_content(form: Form) -> Mapping[str, str]:
    """The part of each content that only one part has."""
    owners: dict[str, list[str]] = {}
    for part in form.parts:
        for content in part.contents:
            owners.setdefault(content, []).append(part.code)
    return {content: parts[0] for content, parts in owners.items() if len(parts) == 1}
