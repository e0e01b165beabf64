"""Headings over personal data, from `personal_data.csv` (DESIGN 5.9: sums, not pupils)."""

from collections.abc import Mapping
from functools import cache

from schemas.codes import spellings, spelt_lists
from schemas.package_data import read_rows
from schemas.text import normalise_header

_SEPARATOR = "|"
SHORTEST_WORD = 6
"""Letters of a heading of personal data that may be part of a longer one."""


@cache
def personal_headings() -> Mapping[str, str]:
    """The kind of personal data by normalised heading."""
    return {
        normalise_header(heading): row["kind"]
        for row in read_rows("personal_data.csv")
        for heading in row["headings"].split(_SEPARATOR)
    }


@cache
def listed_words() -> frozenset[str]:
    """The spellings of every code list, normalised: a column of them holds no names."""
    return frozenset(normalise_header(text) for name in spelt_lists() for text in spellings(name))


@cache
def personal_kind_names_th() -> Mapping[str, str]:
    """What kinds of personal data are called in Thai, by their English names."""
    return {row["kind"]: row["name_th"] for row in read_rows("personal_data.csv")}


def announces_personal_data(heading: str, headings: Mapping[str, str]) -> bool:
    """Whether a normalised heading, or a word of it, is on the list of headings of personal data."""
    return heading in headings or any(word in heading for word in headings if len(word) >= SHORTEST_WORD)
