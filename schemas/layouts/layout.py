"""Layouts: the ways in which a form's table has been headed.

A layout's lines come from `schemas/forms/<form>/layout_lines.csv`. A heading may hold a placeholder such as
`{grade}`, which stands for every spelling of every code of that list; the line then speaks for a family
of columns, one for each code.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product

from schemas.codes import JOINED_BY
from schemas.fields import Field, Figure
from schemas.layouts.columns import IGNORED_FIELD, ColumnMeaning, SheetField
from schemas.layouts.lines import LayoutLine, Presence
from schemas.text import normalise_header

_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class ShapeColumn:
    """A column of a table without headings.

    Attributes:
        header: Normalised heading of the layout that the column would have.
        field: Field of the Sheet frame.
        code: The code that the heading would name (a grade), or None.
        values: What the text of its cells looks like; None where nothing is declared.
        one_of: The texts, normalised, of which each stands in its cells and no other: categories, by which
            reports of one width are told apart; empty where nothing is declared.
        known: The normalised spellings of the codes of which its cells hold one each; empty of other columns.
        figure: The figures that it holds, as the form declares them; None of other columns.
    """

    header: str
    field: str
    code: str | None
    values: re.Pattern[str] | None = None
    one_of: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    figure: Figure | None = None

    @property
    def is_told(self) -> bool:
        """Whether its cells tell that it is the column: a text may be anything."""
        return self.values is not None or bool(self.one_of or self.known)


@dataclass(frozen=True, eq=False)
class Shape:
    """The order in which a layout's columns stand where it has no headings.

    Attributes:
        columns: The columns, from left to right.
        sums: For each field that is the sum of others in its block (of one grade) these fields.
        parts: For each code that is a total over others (of all grades) the codes that it is made of.
    """

    columns: tuple[ShapeColumn, ...]
    sums: Mapping[str, tuple[str, ...]]
    parts: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, eq=False)
class Layout:
    """One way that a form's table has been headed; compared by identity, so that it can be a key.

    Attributes:
        code: Layout code, unique within its form.
        form: Form code.
        name_th: Name for people, Thai.
        name_en: Name for people, English.
        meanings: What a column holds, by normalised heading.
        sheet_fields: What the sheet as a whole states.
        accepted_until: Last day on which a period may begin that is reported in this layout; None while
            it is in use.
        replaced_by: Thai name of the layout that takes its place; empty while it is in use.
        third_is_year: As in `LayoutRow`.
        part: As in `LayoutRow`.
        shapes: The orders in which its columns stand in exports without headings.
    """

    code: str
    form: str
    name_th: str
    name_en: str
    meanings: Mapping[str, tuple[ColumnMeaning, ...]]
    sheet_fields: tuple[SheetField, ...] = ()
    accepted_until: date | None = None
    replaced_by: str = ""
    third_is_year: bool = False
    part: str = ""
    shapes: tuple[Shape, ...] = ()

    @cached_property
    def lifted_headings(self) -> frozenset[str]:
        """The normalised headings that are personal data elsewhere and head counts here."""
        lifted = (
            key for key, meanings in self.meanings.items() if any(each.not_private for each in meanings)
        )
        return frozenset(lifted)

    @cached_property
    def declared_values(self) -> Mapping[str, re.Pattern[str]]:
        """What cells look like under those normalised headings of which its shapes say so."""
        columns = [column for shape in self.shapes for column in shape.columns]
        return {column.header: column.values for column in columns if column.values is not None}

    def absent_headings(self, present: Iterable[str]) -> tuple[str, ...]:
        """Lists the headings that a table with these normalised headings ought to have and has not.

        Args:
            present: Normalised headings.

        Returns:
            Headings as the layout writes them, in the layout's order.
        """
        found = [meaning for header in present for meaning in self.meanings.get(header, ())]
        fields = {(meaning.field, meaning.code) for meaning in found}
        codes = {meaning.code for meaning in found if meaning.presence is Presence.EACH}
        headings = dict.fromkeys(
            meaning.header
            for meaning in self._first_meanings
            if (meaning.field, meaning.code) not in fields and self._is_needed(meaning, codes)
        )
        return tuple(headings)

    def absent_fields(self, stated: Mapping[str, str]) -> tuple[str, ...]:
        """Lists what the sheet's name or title should state and does not.

        Args:
            stated: What they state, by field.
        """
        return tuple(each.name for each in self.sheet_fields if not each.is_met(stated))

    @cached_property
    def _first_meanings(self) -> Collection[ColumnMeaning]:
        """One meaning for each field and code: its first spelling."""
        first: dict[tuple[str, str | None], ColumnMeaning] = {}
        for meanings in self.meanings.values():
            for meaning in meanings:
                first.setdefault((meaning.field, meaning.code), meaning)
        return first.values()

    @staticmethod
    def _is_needed(meaning: ColumnMeaning, codes: set[str | None]) -> bool:
        if meaning.presence is Presence.EACH:
            return meaning.code in codes or not codes
        return meaning.presence is Presence.REQUIRED


def expand_lines(
    lines: Iterable[LayoutLine],
    spellings: Mapping[str, Mapping[str, str]],
    fields: Mapping[str, Field],
) -> dict[str, tuple[ColumnMeaning, ...]]:
    """Writes out the placeholders of a layout's lines.

    Args:
        lines: The layout's lines about columns.
        spellings: For each code list (the placeholder's name) its codes by spelling.
        fields: The form's declared fields by name.

    Returns:
        Meanings by normalised heading.

    Raises:
        ValueError: One heading means two things, a placeholder names no code list, a line a field that the
            form does not declare, a placeholder stands over something else than figures, or the lines have
            placeholders of different lists.
    """
    families: set[str] = set()
    meanings: dict[str, list[ColumnMeaning]] = {}
    for line in lines:
        declared = fields.get(line.field)
        if declared is None and line.field != IGNORED_FIELD:
            raise ValueError(f"the heading {line.header!r} names an undeclared field, {line.field!r}")
        # A list of totals belongs to the family of its parts.
        lists = [name.removesuffix("_total") for name in _PLACEHOLDER.findall(line.header)]
        family = JOINED_BY.join(lists) or None
        families |= {family} if family else set()
        if family and declared is not None and not isinstance(declared, Figure):
            raise ValueError(f"the heading {line.header!r} is one of a group, where only figures may stand")
        if len(families) > 1:
            raise ValueError(f"the heading {line.header!r} is not by {min(families)} as others are")
        for header, code in _expand_header(line.header, spellings):
            key = normalise_header(header)
            known = meanings.setdefault(key, [])
            meaning = ColumnMeaning(
                header,
                line.field,
                code,
                family,
                line.taken_from,
                line.presence,
                declared,
                not_private=line.not_private,
            )
            if any(each.taken_from == meaning.taken_from and _differ(each, meaning) for each in known):
                raise ValueError(f"the heading {header!r} means two things: {known[0]} and {meaning}")
            known.append(meaning)
    return {key: tuple(value) for key, value in meanings.items()}


def _differ(one: ColumnMeaning, other: ColumnMeaning) -> bool:
    return (one.field, one.code) != (other.field, other.code)


def _expand_header(
    header: str, spellings: Mapping[str, Mapping[str, str]]
) -> Iterable[tuple[str, str | None]]:
    names = _PLACEHOLDER.findall(header)
    absent = [name for name in names if name not in spellings]
    if absent:
        raise ValueError(f"the heading {header!r} names the code list {absent[0]!r}, which is not there")
    for entries in product(*(spellings[name].items() for name in names)):
        written = header
        for name, (spelling, _) in zip(names, entries, strict=True):
            written = written.replace(f"{{{name}}}", spelling, 1)
        yield written, JOINED_BY.join(code for _, code in entries) or None
