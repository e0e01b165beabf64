"""Worker processes: their pool, the process that they part from, their limits."""
