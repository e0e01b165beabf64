"""How well a heading fits a layout."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz, process

from schemas.layouts.columns import IGNORED_FIELD
from schemas.layouts.layout import Layout
from schemas.layouts.lines import Presence
from schemas.layouts.vocabulary import Vocabulary
from schemas.text import normalise_header
from transforms.headings.headers import Header
from transforms.headings.heading_reading import HeadingReading, meaning_of, read_heading
from transforms.periods.period_columns import HeadingPeriods
from transforms.rows.sheet_values import SheetValue

_SIMILAR = 72.0
"""rapidfuzz ratio above which two headings are likely the same word misspelt."""
_NEAR_FIT = 0.5
"""Fit from which a sheet is called nearly the layout."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a table's heading fits a layout; rows and columns are those of the sheet, 1-based.

    Attributes:
        layout: The layout.
        header: The heading, with the texts of the table's own columns only.
        known: Normalised headings that the layout knows, by column.
        absent: Headings that the layout asks for and the table has not.
        misspelt: Headings that look like one of the layout's: the layout's, by column.
        unknown: The sender's headings that the layout does not know, by column.
        repeated: Headings that mean what an earlier column means already, by column.
        adjusted: Headings read without a footnote mark, a unit or English words, by column.
        shares: Headings of columns that hold the shares of other columns, by column.
        periods: Years, semesters or days that stand side by side over its figures; empty where it is of one.
        period: The one that its heading names for all figures; empty where it names none.
        stated: What the sheet's name or title says of all rows, by field.
        title_row: First row of the title above the heading; the heading's own where there is none.
        title_columns: Of tables side by side the columns of this one; None where it has the sheet to itself.
        last_row: Last row that may belong to the table; None to the end of the sheet.
        sheet_title: The title above the sheet's first table, where this is a further one.
        elsewhere: Headings that stand in other rows of the same heading, normalised: they are not missing.
        seen: Headings that were understood in any of its rows, as the sender wrote them.
        sections: Columns of class sections by the column that stands for their grade: its own, or the first
            section's where it has none.
        pupils_unread: Headings of pupils of a grade that the layout does not know, by column.
        pupils_likely: Unknown columns whose headings may speak of pupils.
    """

    layout: Layout
    header: Header
    known: Mapping[int, str]
    absent: tuple[str, ...]
    misspelt: Mapping[int, str]
    unknown: Mapping[int, str]
    repeated: Mapping[int, str]
    adjusted: Mapping[int, str] = field(default_factory=dict)
    shares: Mapping[int, str] = field(default_factory=dict)
    periods: tuple[str, ...] = ()
    period: str = ""
    stated: Mapping[str, SheetValue] = field(default_factory=dict)
    title_row: int = 1
    title_columns: range | None = None
    last_row: int | None = None
    sheet_title: str = ""
    elsewhere: frozenset[str] = frozenset()
    seen: tuple[str, ...] = ()
    sections: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    pupils_unread: Mapping[int, str] = field(default_factory=dict)
    pupils_likely: frozenset[int] = frozenset()

    @property
    def columns(self) -> range:
        """The columns of the table, from its first heading to its last."""
        named = [number for number, text in enumerate(self.header.texts, start=1) if text]
        return range(min(named, default=1), max(named, default=0) + 1)

    @property
    def title_rows(self) -> range:
        """The rows of the title."""
        return range(self.title_row, self.header.first_row)

    @property
    def is_complete(self) -> bool:
        """Whether the table can be read by this layout."""
        return not (self.absent or self.misspelt or self.repeated or self.periods or self.pupils_unread)

    @property
    def missing(self) -> tuple[str, ...]:
        """Headings that are asked for and stand in no row of the heading, not even misspelt."""
        absent = self.layout.absent_headings({*self.known.values(), *self.elsewhere})
        named = {*absent, *(each.name for each in self.layout.sheet_fields)}
        return tuple(each for each in self.absent if each in named and each not in self.misspelt.values())

    @property
    def says_whose(self) -> bool:
        """Whether a heading was read that no row of data says: of a school's code, a name, a grade's column.

        A row of persons has sexes and grades as well, and no more.
        """
        headings = {*self.known.values(), *self.elsewhere}
        meanings = (self.layout.meanings[heading][0] for heading in headings)
        return any(
            each.code is None and each.presence is Presence.REQUIRED and not each.is_figure
            for each in meanings
        )

    @property
    def fit(self) -> float:
        """Share of the columns that the layout asks for which are there or stand there misspelt, 0 to 1."""
        missing = len(set(self.absent) - set(self.misspelt.values()))
        present = len({self._first_field(header) for header in self.known.values()} - {IGNORED_FIELD})
        found = present + len(self.misspelt)
        return found / (found + missing) if found else 0.0

    @property
    def is_near(self) -> bool:
        """Whether the sender most likely meant this layout."""
        return self.fit > _NEAR_FIT

    def _first_field(self, header: str) -> str:
        return self.layout.meanings[header][0].field

    @property
    def rank(self) -> tuple[bool, int, int, int, int, int]:
        """Sort key: the greater, the better the fit."""
        return (
            self.is_complete,
            self.needed_count,
            -len(self.absent),
            len(self.shares),
            -len(self.adjusted),
            -self.header.depth,
        )

    @property
    def needed_count(self) -> int:
        """Columns that the layout reads."""
        return sum(self._first_field(header) != IGNORED_FIELD for header in self.known.values())


def match_layout(
    header: Header, layout: Layout, vocabulary: Vocabulary, stated: Mapping[str, SheetValue]
) -> Match:
    """Compares a heading with a layout.

    Args:
        header: The heading.
        layout: The layout.
        vocabulary: What headings may say.
        stated: What the sheet's name and title say, by field.
    """
    reading = read_heading(header.looked_up, layout, vocabulary)
    periods = HeadingPeriods.of(header, layout, {**reading.known, **reading.repeated_as})
    if periods.are_partial:
        # Some figures are of a stated period, others of none: as it stands the heading says more.
        reading = HeadingReading({}, (), {}, {}, {}, {}, {}, {}, {}, frozenset())
    elif periods.others:
        reading = _without_columns(reading, periods.others, header, layout)
    values = {each.field: stated[each.field] for each in layout.sheet_fields if each.field in stated}
    absent_fields = layout.absent_fields({name: value.text for name, value in values.items()})
    return Match(
        layout=layout,
        header=header,
        known=reading.known,
        absent=reading.absent + absent_fields,
        misspelt={},
        unknown=reading.unknown,
        repeated=reading.repeated,
        adjusted=reading.adjusted,
        shares=reading.shares,
        periods=periods.side_by_side,
        period=periods.only,
        stated=values,
        sections=reading.sections,
        pupils_unread=reading.pupils_unread,
        pupils_likely=reading.pupils_likely,
    )


def _without_columns(
    reading: HeadingReading, columns: Collection[int], header: Header, layout: Layout
) -> HeadingReading:
    """The reading of a heading without columns of another period: they are named as not read."""
    known = {at: heading for at, heading in reading.known.items() if at not in columns}
    left_out = {at: header.texts[at - 1] for at in columns if at in reading.known}
    return replace(
        reading,
        known=known,
        unknown=dict(sorted({**reading.unknown, **left_out}.items())),
        absent=layout.absent_headings(known.values()),
        adjusted={at: text for at, text in reading.adjusted.items() if at not in columns},
        sections={at: parts for at, parts in reading.sections.items() if at not in columns},
    )


def with_misspelt(match: Match) -> Match:
    """Adds which unknown headings look like one of the layout's: a suggestion, never a reading.

    Headings that the layout asks for and the table lacks come first; each is suggested once.
    """
    if not match.unknown:
        return match
    present = set(match.known.values())
    fields = {(each.field, each.code) for text in present for each in match.layout.meanings[text]}
    codes = {None, *(code for _, code in fields)}
    expected = {
        text: meanings[0].header
        for text, meanings in match.layout.meanings.items()
        if meanings[0].field != IGNORED_FIELD
        and (meanings[0].field, meanings[0].code) not in fields
        and (meanings[0].code in codes or meanings[0].header in match.absent)
    }
    absent = {text: header for text, header in expected.items() if header in match.absent}
    misspelt = {}
    for column, text in match.unknown.items():
        if match.header.periods and match.header.periods[column - 1]:
            # Figures of last year are no misspelt ones of this year.
            continue
        nearest = _nearest(text, absent) or _nearest(text, expected)
        if nearest is not None:
            misspelt[column] = expected[nearest]
            for others in (expected, absent):
                _take_meaning(match.layout, nearest, others)
    return replace(match, misspelt=misspelt)


def _take_meaning(layout: Layout, heading: str, expected: dict[str, str]) -> None:
    """Takes out every spelling of what a heading means."""
    meant = meaning_of(layout, heading)
    for text in [text for text in expected if meaning_of(layout, text) == meant]:
        del expected[text]


def _nearest(text: str, expected: Mapping[str, str]) -> str | None:
    found = process.extractOne(
        normalise_header(text), expected.keys(), scorer=fuzz.ratio, score_cutoff=_SIMILAR
    )
    return None if found is None else str(found[0])
