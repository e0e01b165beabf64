"""Number formats that Excel's web pages and XML workbooks of 2003 call by a name."""

from collections.abc import Mapping

NAMED_FORMATS: Mapping[str, str] = {
    "General": "General",
    "General Number": "General",
    "General Date": "d/m/yyyy h:mm",
    "Long Date": "d mmmm yyyy",
    "Medium Date": "d-mmm-yy",
    "Short Date": "d/m/yyyy",
    "Long Time": "h:mm:ss",
    "Medium Time": "h:mm AM/PM",
    "Short Time": "h:mm",
    "Currency": '"฿"#,##0.00',
    "Euro Currency": '"€"#,##0.00',
    "Fixed": "0.00",
    "Standard": "#,##0.00",
    "Percent": "0.00%",
    "Scientific": "0.00E+00",
    "Yes/No": '"Yes";"Yes";"No"',
    "True/False": '"True";"True";"False"',
    "On/Off": '"On";"On";"Off"',
}
"""Format codes by name."""


def format_code(name: str) -> str:
    """The format code that a name stands for; any other text is a code itself."""
    return NAMED_FORMATS.get(name, name)
