"""Totals are evidence: each is compared with its parts and none is loaded."""
