"""Texts that a file holds outside the cells of its sheets, for each format: personal data hides there too."""

from edusandbox.sources.readers.outside_cells.dispatch import names_within, texts_outside_cells
from edusandbox.sources.readers.outside_cells.texts import OutsideText

__all__ = ["OutsideText", "names_within", "texts_outside_cells"]
