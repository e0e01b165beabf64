"""How the warehouse's tables came to be what they are: Alembic's scripts, one a release that changed them.

A script is never changed once it has been released, and imports nothing of the program that may change.
There is no way back: a warehouse is restored from a copy that was made before.
"""
