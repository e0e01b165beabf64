"""The three ways in which schools are numbered; no rule turns one into another (DOMAIN 2.2)."""

import pandas as pd

SCHOOL_CODE_PATTERN = r"\d{6}|\d{8}|\d{10}"
_SCHEME_BY_LENGTH = {6: "obec6", 8: "smis8", 10: "ministry10"}


def school_code_schemes(codes: "pd.Series[str]") -> "pd.Series[str]":
    """Names the scheme of each school code by its number of digits; missing where it is none of the three."""
    return codes.str.len().map(_SCHEME_BY_LENGTH).astype("str")
