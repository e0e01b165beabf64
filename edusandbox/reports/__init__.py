"""What people read: the marked workbook, the console's tables, JSON, and one-line summaries."""
