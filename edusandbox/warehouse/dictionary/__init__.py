"""The dictionary: what each table and column means."""
