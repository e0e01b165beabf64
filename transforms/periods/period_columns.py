"""Whether the columns of a table are of one period, as its heading says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from schemas.layouts.layout import Layout
from schemas.layouts.lines import Presence
from transforms.headings.headers import Header
from transforms.periods.heading_periods import RELATIVE, SHORT_YEAR, Mark, is_earlier, period_name

_YEAR = "year"
_ORDER_IN_TITLES = ("semester", _YEAR, "month", "day")


@dataclass(frozen=True, slots=True)
class HeadingPeriods:
    """What the heading over a table's figures says of their period.

    Attributes:
        side_by_side: Periods that contradict each other, as titles call them.
        only: The one that all figures are of, as titles call it.
        are_partial: Whether figures without a period stand beside others with one.
        others: Columns that the layout can do without (totals, rooms) and that are of another period.
    """

    side_by_side: tuple[str, ...] = ()
    only: str = ""
    are_partial: bool = False
    others: frozenset[int] = frozenset()

    @classmethod
    def of(cls, header: Header, layout: Layout, headings: Mapping[int, str]) -> "HeadingPeriods":
        """Compares the periods of a heading's columns, each kind (years, semesters, days) by itself.

        Args:
            header: The heading.
            layout: The layout.
            headings: Normalised headings of the columns that the layout knows.
        """
        if not any(header.periods):
            return cls()
        figures = {at: layout.meanings[heading][0] for at, heading in headings.items()}
        figures = {at: meaning for at, meaning in figures.items() if meaning.code or meaning.is_figure}
        needed = [at for at, meaning in figures.items() if meaning.presence is not Presence.OPTIONAL]
        marks = {at: header.periods[at - 1] for at in figures}
        periods = cls._of_needed([marks[at] for at in needed])
        if periods.are_partial or periods.side_by_side:
            return periods
        common = set(marks[needed[0]]) if needed else set()
        others = {at for at in figures if not common.issuperset(_but_present(marks[at]))}
        return replace(periods, others=frozenset(others.difference(needed)))

    @classmethod
    def _of_needed(cls, marks: Sequence[tuple[Mark, ...]]) -> "HeadingPeriods":
        """Compares the columns that the layout cannot do without; totals and rooms may be of anything."""
        if any(is_earlier(mark) for each in marks for mark in each):
            several = dict.fromkeys(marks)
            if len(several) > 1 and () not in several:
                return cls(side_by_side=tuple(" ".join(map(period_name, each)) for each in several))
            # Figures of an earlier period are nobody's that is asked for.
            return cls(are_partial=True)
        columns = [dict(_with_short_years(each, marks)) for each in marks]
        kinds = dict.fromkeys(kind for each in columns for kind in each)
        values = {kind: [each.get(kind) for each in columns] for kind in kinds}
        found = [kind for kind in kinds if len(set(values[kind]) - {None}) > 1]
        if found:
            contradicting = dict.fromkeys(value for value in values[found[0]] if value is not None)
            return cls(side_by_side=tuple(period_name((found[0], value)) for value in contradicting))
        if any(None in values[kind] for kind in kinds):
            return cls(are_partial=True)
        order = [kind for kind in _ORDER_IN_TITLES if kind in kinds]
        return cls(only=" ".join(period_name((kind, str(values[kind][0]))) for kind in order))


def _but_present(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Periods without the present one: ปีนี้ says nothing more."""
    return tuple(mark for mark in marks if mark[0] != RELATIVE or is_earlier(mark))


def _explicit(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Periods that a heading names: ปีนี้ is any, and a number behind a name may be a footnote's."""
    return tuple(mark for mark in marks if mark[0] not in {RELATIVE, SHORT_YEAR} or is_earlier(mark))


def _with_short_years(own: tuple[Mark, ...], marks: Sequence[tuple[Mark, ...]]) -> tuple[Mark, ...]:
    """A column's periods with its year of two digits, where all have one and they follow each other.

    A footnote's number stands behind some names, full marks and the like differ by more than one.
    """
    explicit = _explicit(own)
    years = [next((int(year) for kind, year in each if kind == SHORT_YEAR), 0) for each in marks]
    several = sorted(set(years))
    are_years = all(years) and several[-1] - several[0] == len(several) - 1
    if not are_years or any(kind == _YEAR for kind, _ in explicit):
        return explicit
    return (*explicit, *((_YEAR, year) for kind, year in own if kind == SHORT_YEAR))
