"""Headings: where they stand, what they say, which layout they fit."""
