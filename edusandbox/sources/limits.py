"""How large a delivery may be before it is certainly not a return; an installation can set each limit."""

from dataclasses import dataclass

from edusandbox.sources.errors import UnreadableDeliveryError
from schemas.issues import Finding, Place

MAX_DELIVERY_BYTES = 100_000_000
"""The largest file that is read at all."""

_ALWAYS_UNPACKED_BYTES = 20_000_000
"""Of so little it does not matter how tightly it was packed."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of reading one delivery; a province of 1,000 schools stays under a tenth of each.

    Attributes:
        delivery_bytes: The largest file.
        unpacked_bytes: The most that a workbook or archive may unpack to: a small file may hold much.
        unpack_ratio: How many times its own size a packed part may unpack to; text packs ten to fifty times.
        cells: The largest sheet, from A1 to its last filled cell.
        cell_characters: The longest text of a cell; Excel itself allows 32,767.
        archive_files: The most files in an archive of workbooks.
        memory_bytes: The most memory of a process that reads deliveries.
        seconds: How long reading one delivery may take.
    """

    delivery_bytes: int = MAX_DELIVERY_BYTES
    unpacked_bytes: int = 250_000_000
    unpack_ratio: int = 300
    cells: int = 1_500_000
    cell_characters: int = 100_000
    archive_files: int = 1_000
    memory_bytes: int = 600_000_000
    seconds: int = 60

    def refuse_oversize_delivery(self, size_bytes: int) -> None:
        """Stops before a file that is too large is looked into.

        Raises:
            UnreadableDeliveryError: `FI006`.
        """
        _refuse(oversize_finding(size_bytes, self.delivery_bytes))

    def refuse_oversize_unpacked(self, size_bytes: int, packed_bytes: int) -> None:
        """Stops before anything that unpacks to too much is unpacked.

        Args:
            size_bytes: What it says it unpacks to.
            packed_bytes: What it takes packed.

        Raises:
            UnreadableDeliveryError: `FI006`.
        """
        _refuse(oversize_finding(size_bytes, self.unpacked_bytes))
        if size_bytes > _ALWAYS_UNPACKED_BYTES:
            _refuse(oversize_finding(size_bytes, packed_bytes * self.unpack_ratio))

    def refuse_oversize_sheet(self, sheet: str, row_count: int, column_count: int) -> None:
        """Stops before a sheet is laid out that does not fit in memory: that would end the process.

        Args:
            sheet: The sheet's name.
            row_count: Rows from 1 to the last filled one.
            column_count: Columns from A to the last filled one.

        Raises:
            UnreadableDeliveryError: `FI006`, with the sheet's extent and the limit in cells.
        """
        if row_count * column_count <= self.cells:
            return
        params = {"size": f"{row_count:,} × {column_count:,}", "limit": f"{self.cells:,}"}
        _refuse(Finding("FI006", Place(sheet=sheet), params))


DEFAULT_LIMITS = Limits()


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


def _refuse(finding: Finding | None) -> None:
    if finding is not None:
        raise UnreadableDeliveryError(finding)


def _megabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1_000_000:,.1f} MB"
