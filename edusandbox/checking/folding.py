"""One cause that stands in every row is told once, with its rows."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from schemas.issues import Finding, listed
from schemas.rules import is_error

_FEWEST_ROWS = 3
"""In fewer rows a fault is easier to find at each of its cells."""
_OF_ONE_CELL = frozenset({"cells", "range", "read", "shown", "stored"})
"""What sentences name of one cell: it differs from row to row though the cause is one."""


def told_once(findings: Iterable[Finding], row_count: int) -> list[Finding]:
    """Puts findings together that say one thing of many rows of a table.

    A column that breaks a rule in each row has one cause (codes of another province, a heading over the
    wrong figures), and so has an error that names one value again and again. What differs between the rows
    stays apart: the same rule with other words about each row is a fault of that row. So does a sentence that
    names its rows by itself (a school that stands twice): it is read at each of them.

    Args:
        findings: What was found in one table.
        row_count: Rows of the table.

    Returns:
        The findings; those put together name all their rows, and the values found there.
    """
    of_column: dict[Hashable, list[Finding]] = {}
    for finding in findings:
        of_column.setdefault(_cause(finding), []).append(finding)
    return [each for members in of_column.values() for each in _folded(members, row_count)]


def _cause(finding: Finding) -> Hashable:
    place = finding.place
    shared = sorted(each for each in finding.params.items() if each[0] not in _OF_ONE_CELL)
    return (finding.code, place.sheet, place.row is None, place.column, tuple(shared))


def _folded(members: Sequence[Finding], row_count: int) -> list[Finding]:
    rows = {each.place.row for each in members}
    if None in rows or len(rows) < _FEWEST_ROWS or "rows" in members[0].params:
        return list(members)
    if len(rows) >= row_count:
        return [_together(members)]
    of_value: dict[Hashable, list[Finding]] = {}
    for position, each in enumerate(members):
        # A fault that the sender is asked about is explained for each school by itself.
        is_one_cause = each.place.value is not None and is_error(each)
        own = (each.place.value, *(each.params.get(name) for name in sorted(_OF_ONE_CELL)))
        of_value.setdefault(own if is_one_cause else position, []).append(each)
    return [
        each
        for same in of_value.values()
        for each in ([_together(same)] if len(same) >= _FEWEST_ROWS else same)
    ]


def _together(members: Sequence[Finding]) -> Finding:
    places = [each.place for each in members]
    rows = tuple(sorted({place.row for place in places if place.row is not None}))
    first = min(members, key=lambda each: each.place.row or 0)
    values = list(dict.fromkeys(place.value for place in places if place.value is not None))
    place = replace(
        first.place,
        rows=rows,
        value=values[0] if len(values) == 1 else None,
        school_code=_shared([place.school_code for place in places]),
        school_name=_shared([place.school_name for place in places]),
    )
    named = {"value": listed(values)} if len(values) > 1 else {}
    named |= {
        name: listed(list(dict.fromkeys(str(each.params[name]) for each in members)))
        for name in sorted(_OF_ONE_CELL & first.params.keys())
    }
    return replace(
        first, place=place, params={**first.params, **named}, count=sum(each.count for each in members)
    )


def _shared(names: Sequence[str | None]) -> str | None:
    """What all rows have in common; None where they differ."""
    return names[0] if len(set(names)) == 1 else None
