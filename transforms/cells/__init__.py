"""Cells: counts, amounts, codes, dates and texts as offices type them."""
