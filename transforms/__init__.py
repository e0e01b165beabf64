"""Pure functions on Grid and DataFrame: no I/O, no clock, no Prefect, no database."""
