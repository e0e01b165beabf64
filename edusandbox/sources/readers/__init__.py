"""Reads deliveries of every format that agencies send, from bytes to grids."""

from edusandbox.sources.readers.deliveries import read_delivery
from edusandbox.sources.readers.results import ContentFormat, ReadResult

__all__ = ["ContentFormat", "ReadResult", "read_delivery"]
