"""Whether the columns of a table are of one period, as its heading says it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from edusandbox.transforms.headers import Header
from edusandbox.transforms.heading_periods import RELATIVE, SHORT_YEAR, Mark, is_earlier, period_name
from edusandbox.transforms.layout_lines import Presence
from edusandbox.transforms.layouts import Layout

_ORDER_IN_TITLES = ("semester", "year", "month", "day")


@dataclass(frozen=True, slots=True)
class HeadingPeriods:
    """What the heading over a table's figures says of their period.

    Attributes:
        side_by_side: Periods that contradict each other, as titles call them.
        only: The one that all figures are of, as titles call it.
        are_partial: Whether figures without a period stand beside others with one.
    """

    side_by_side: tuple[str, ...] = ()
    only: str = ""
    are_partial: bool = False

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
        columns = [column for column, heading in headings.items() if _is_figure(layout, heading)]
        marks = {column: dict(header.periods[column - 1]) for column in columns}
        if any(RELATIVE in each for each in marks.values()):
            return cls._of_relative([header.periods[column - 1] for column in columns])
        kinds = dict.fromkeys(kind for each in marks.values() for kind in each)
        values = {kind: [each.get(kind) for each in marks.values()] for kind in kinds}
        found = [kind for kind in kinds if len(set(values[kind]) - {None}) > 1]
        if found:
            several = dict.fromkeys(value for value in values[found[0]] if value is not None)
            return cls(side_by_side=tuple(period_name((found[0], value)) for value in several))
        # A single one is a footnote's number.
        kinds = {kind: None for kind in kinds if kind != SHORT_YEAR}
        if any(None in values[kind] for kind in kinds):
            return cls(are_partial=True)
        order = [kind for kind in _ORDER_IN_TITLES if kind in kinds]
        return cls(only=" ".join(period_name((kind, str(values[kind][0]))) for kind in order))

    @classmethod
    def _of_relative(cls, marks: Sequence[tuple[Mark, ...]]) -> "HeadingPeriods":
        """Compares columns some of which are of last year, this term or the like."""
        several = dict.fromkeys(marks)
        if len(several) > 1 and () not in several:
            return cls(side_by_side=tuple(" ".join(map(period_name, each)) for each in several))
        # Figures of an earlier period are nobody's that is asked for; those of the present one are.
        return cls(are_partial=len(several) > 1 or any(map(is_earlier, marks[0])))


def _is_figure(layout: Layout, heading: str) -> bool:
    """Whether a column holds figures that the layout cannot do without; totals may be of anything."""
    meaning = layout.meanings[heading][0]
    return (meaning.code is not None or meaning.is_figure) and meaning.presence is not Presence.OPTIONAL
