"""Code lists: their entries, every spelling that means a code, and which codes make up a total."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import product

from schemas.package_data import read_rows
from schemas.packages import code_list_packages

JOINED_BY = "+"
"""Between the codes of a heading that names several: HEAD+HIRED, of the family role+contract."""
_SPELLING_SEPARATOR = "|"
_OF_TOTALS = "_total"


@cache
def code_rows(code_list: str) -> tuple[dict[str, str], ...]:
    """The entries of a code list, in order; columns as in `codes/<code_list>.csv`."""
    return read_rows(f"codes/{code_list}.csv", code_list_packages()[code_list])


@cache
def spellings(code_list: str) -> Mapping[str, str]:
    """Every spelling of a code list's codes, as offices write them.

    Returns:
        Code by spelling; of a list of totals, the total's code.
    """
    code_column = "total_code" if code_list.endswith(_OF_TOTALS) else f"{code_list}_code"
    return {
        spelling: row[code_column]
        for row in code_rows(code_list)
        for spelling in row["spellings"].split(_SPELLING_SEPARATOR)
    }


@cache
def spelt_lists() -> tuple[str, ...]:
    """Names of the code lists whose codes have spellings: those that headings and cells may name."""
    return tuple(name for name in sorted(code_list_packages()) if "spellings" in code_rows(name)[0])


@cache
def grade_codes() -> tuple[str, ...]:
    """Codes of the grades, youngest first."""
    return tuple(row["grade_code"] for row in code_rows("grade"))


@cache
def grades_by_total() -> Mapping[str, tuple[str, ...]]:
    """For each total over grades (primary, all, ...) the grades that it stands for."""
    return codes_by_total("grade")


@cache
def codes_by_total(code_list: str) -> Mapping[str, tuple[str, ...]]:
    """For each total over a list's codes the codes that it stands for; empty where the list has no totals."""
    totals = f"{code_list}_total"
    if totals not in spelt_lists():
        return {}
    parents = {row["total_code"]: row["parent_code"] for row in code_rows(totals)}
    codes: dict[str, list[str]] = {total: [] for total in parents}
    for row in code_rows(code_list):
        total = row["parent_code"]
        while total:
            codes[total].append(row[f"{code_list}_code"])
            total = parents[total]
    return {total: tuple(parts) for total, parts in codes.items()}


def totals_over(lists: Sequence[str], codes: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """For each total over the codes that headings name the codes that it stands for.

    Args:
        lists: The lists of these codes.
        codes: The codes; of headings that name several, joined ones, of which รวม of one list stands for all
            of that list with the same codes of the others.
    """
    if len(lists) == 1:
        return codes_by_total(lists[0])
    by_list = [codes_by_total(name) for name in lists]
    found = {}
    for code in dict.fromkeys(codes):
        parts = code.split(JOINED_BY)
        if any(part in totals for part, totals in zip(parts, by_list, strict=True)):
            below = [totals.get(part, (part,)) for part, totals in zip(parts, by_list, strict=True)]
            found[code] = [JOINED_BY.join(each) for each in product(*below)]
    return found


@cache
def codes_with_totals(code_list: str) -> Mapping[str, str]:
    """Thai names by code, in the order of the list; each total stands after the last of its codes."""
    names = {row[f"{code_list}_code"]: row["name_th"] for row in code_rows(code_list)}
    totals = codes_by_total(code_list)
    if totals:
        names |= {row["total_code"]: row["name_th"] for row in code_rows(f"{code_list}_total")}
    order = list(names)
    parts = {code: totals.get(code, (code,)) for code in names}
    # Of totals that end at one code, the one over fewer codes comes first.
    last = {
        code: (max((order.index(part) for part in parts[code]), default=0), len(parts[code]))
        for code in names
    }
    return {code: names[code] for code in sorted(names, key=lambda code: (*last[code], code in totals))}
