"""How large a delivery may be before it is certainly not a return."""

from edusandbox.issues import Finding, Place

MAX_DELIVERY_BYTES = 200_000_000
"""The largest file that is read at all."""

MAX_UNPACKED_BYTES = 2_000_000_000
"""The largest workbook once unpacked: a small file may hold an endless one."""

MAX_CELLS = 20_000_000
"""The largest sheet, from A1 to its last filled cell; a full sheet of the old xls format has 17 million."""


def oversize_finding(size_bytes: int, limit_bytes: int) -> Finding | None:
    """Finds whether something is too large to read.

    Args:
        size_bytes: Its length.
        limit_bytes: The most allowed.

    Returns:
        `FI006` with both sizes in megabytes, or None where it is small enough.
    """
    if size_bytes <= limit_bytes:
        return None
    return Finding("FI006", params={"size": _megabytes(size_bytes), "limit": _megabytes(limit_bytes)})


def oversize_sheet_finding(sheet: str, row_count: int, column_count: int) -> Finding | None:
    """Finds whether a sheet reaches further than can be held in memory.

    Args:
        sheet: The sheet's name.
        row_count: Rows from 1 to the last filled one.
        column_count: Columns from A to the last filled one.

    Returns:
        `FI006` with the sheet's extent and the limit in cells, or None where it is small enough.
    """
    if row_count * column_count <= MAX_CELLS:
        return None
    params = {"size": f"{row_count:,} × {column_count:,}", "limit": f"{MAX_CELLS:,}"}
    return Finding("FI006", Place(sheet=sheet), params)


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000:,.1f} MB"
