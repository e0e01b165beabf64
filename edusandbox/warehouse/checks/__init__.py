"""Whether a warehouse is well: its tables, views and rows."""
