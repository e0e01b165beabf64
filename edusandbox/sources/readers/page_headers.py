"""Headers and footers of printed sheets, as Excel writes them: texts with codes that begin with `&`."""

import re

_CODE = re.compile(
    r"&(?:\"[^\"]*\"|K(?:[0-9A-F]{6}|\d\d[+-]\d{3})|\d{1,3}|(?P<part>[LCR])|(?P<and>&)|.)", re.DOTALL
)


def header_lines(text: str | None) -> tuple[str, ...]:
    """The lines of a header or footer, without page numbers, days, names of files, fonts and sizes.

    Args:
        text: As a workbook holds it: `&L&"Tahoma,Bold"&14จำนวนนักเรียน&Rหน้า &P`.
    """
    parts = _CODE.sub(_plain, text or "")
    return tuple(line for part in parts.splitlines() if (line := " ".join(part.split())))


def _plain(code: re.Match[str]) -> str:
    if code["part"]:
        return "\n"
    return "&" if code["and"] else ""
