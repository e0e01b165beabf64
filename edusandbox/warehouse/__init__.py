"""The provincial warehouse: one set of definitions for SQLite and PostgreSQL.

`open_warehouse` and `create_warehouse` give a database that is ready, `sync_province` brings the registry
in, `load_delivery` takes a checked delivery, and the `mart_` views answer.
"""
