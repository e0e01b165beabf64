"""Consolidates the returns of a province's education agencies into one warehouse."""

from importlib.metadata import version

__version__ = version("edusandbox")
