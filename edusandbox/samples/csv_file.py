"""Writes a table as comma-separated text."""

import csv
import io

from edusandbox.samples.tables import SampleTable
from transforms.grid import cell_text


def csv_bytes(table: SampleTable, encoding: str) -> bytes:
    """Writes a table as Windows programs do: commas, CRLF, quotes only where they are needed.

    Args:
        table: The table; merged blocks and links are lost.
        encoding: Python's name of the encoding: `cp874`, `utf-8-sig` or `utf-16`.

    Raises:
        UnicodeEncodeError: The encoding lacks a character of the table.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerows([cell_text(cell) for cell in row] for row in table.rows)
    if encoding == "utf-16":
        # Python's own "utf-16" follows the machine's byte order; the same seed must give the same bytes.
        return b"\xff\xfe" + text.getvalue().encode("utf-16-le")
    return text.getvalue().encode(encoding)
