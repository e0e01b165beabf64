"""Reading and checking deliveries: a function of their bytes and of a context, for any worker anywhere.

Who gives the work away imports little of what it takes: `context` and `register_checks` leave the readers and
the forms' parsing (15 MB, a fifth of a second) to the workers.
"""
