"""Consolidates the returns of a province's education agencies into one warehouse."""

import os
from importlib.metadata import version

# On import pythainlp makes a folder in the user's home and may fetch word lists; neither is wanted here.
os.environ.setdefault("PYTHAINLP_READ_ONLY", "1")
os.environ.setdefault("PYTHAINLP_OFFLINE", "1")

__version__ = version("edusandbox")
