"""What a form is to the rest of the program: its models and the few facts that mechanisms need."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd
import pandera.pandas as pa

from schemas.codes import codes_by_total
from schemas.fact_model import FactModel
from schemas.fact_sources import FactSource
from schemas.fields import (
    Bilingual,
    Breakdown,
    Code,
    Entity,
    Field,
    Figure,
    Identifier,
    Noun,
    Private,
)
from schemas.form_checks import mistakes_in
from schemas.form_words import form_words
from schemas.parts import WHOLE_FORM, Part
from schemas.periods import PeriodKind
from schemas.reported import ReportedSums
from schemas.sheet_schema import RowCheck, sheet_schema
from schemas.sums import Sums, SumTable, sum_tables

_FIGURES = Bilingual("ข้อมูล", "figures")
"""What a form without a figure counts, within a sentence."""

Frames = Mapping[str, pd.DataFrame]
"""Frames by the name of the table that they are for."""


@dataclass(frozen=True)
class Form:
    """A kind of return.

    Attributes:
        code: Stable code, such as `crew`; its layouts lie beside its declaration.
        name_th: Name for people, Thai.
        name_en: Name for people, English.
        period_kinds: The kinds of periods among which the open one is looked for, where a file states none.
        fields: What its layouts may name, each once: nothing else is read.
        fact_models: The warehouse's contracts by table name.
        row_key: Columns that together may stand only once in a submission.
        entity: What its facts are about. Of agencies no column of schools is needed and no register is asked;
            the submission says which agency it is.
        fact_sources: What the facts of a table are made of, where they are not the values of rows by the
            key of the table's model.
        unique_fields: Further codes that may stand only once in a submission.
        row_checks: What must hold between the cells of a row; that totals are the sums of their parts is
            said by the fields.
        figure: The count that says how large a school, or a return, is; None where nothing is counted. The
            first fact table that is keyed as the rows are holds it, or what it is made of.
        reported: The sums that a run reports, from a mart; None where it adds up the figure from the facts.
        provides_schools: Whether its rows say which schools there are and whose they are.
        parts: The reports that it is sent in, each with versions of its own; empty where it is one report.
        part_fields: The fields whose codes tell the part of a row, where the layout does not.
        sums: What is added up of its facts; none where nobody adds them up.
    """

    code: str
    name_th: str
    name_en: str
    period_kinds: tuple[PeriodKind, ...]
    fields: tuple[Field, ...]
    fact_models: Mapping[str, type[FactModel]]
    row_key: tuple[str, ...]
    entity: Entity = Entity.SCHOOL
    fact_sources: Mapping[str, FactSource] = field(default_factory=dict)
    unique_fields: tuple[str, ...] = ()
    row_checks: tuple[RowCheck, ...] = ()
    figure: str | None = None
    reported: ReportedSums | None = None
    provides_schools: bool = False
    parts: tuple[Part, ...] = ()
    part_fields: tuple[str, ...] = ()
    sums: tuple[Sums, ...] = ()

    @cached_property
    def sum_tables(self) -> tuple[SumTable, ...]:
        """The tables of its sums."""
        return sum_tables(self.sums, self.fact_models)

    @property
    def sum_models(self) -> Mapping[str, pa.DataFrameSchema]:
        """The warehouse's contracts for its sums by table name."""
        return {table.name: table.schema for table in self.sum_tables}

    def to_sums(self, facts: Frames) -> Frames:
        """The sums, by table name, of the fact frames of one submission."""
        return {table.name: table.added_up(facts[table.sums.facts]) for table in self.sum_tables}

    def __post_init__(self) -> None:
        """Refuses what contradicts itself.

        Raises:
            ValueError: `mistakes_in` finds something.
        """
        for mistake in mistakes_in(self):
            raise ValueError(f"form {self.code}: {mistake}")

    @property
    def is_yearly(self) -> bool:
        """Whether it is sent once an academic year and not for semesters."""
        kinds = set(self.period_kinds)
        return PeriodKind.ACADEMIC_YEAR in kinds and PeriodKind.SEMESTER not in kinds

    @property
    def asks_registers(self) -> bool:
        """Whether its rows are of schools that registers know, and it is no register itself."""
        return self.entity is Entity.SCHOOL and not self.provides_schools

    @cached_property
    def part_codes(self) -> tuple[str, ...]:
        """The codes of its parts; the empty one of a form that is one report."""
        return tuple(part.code for part in self.parts) or (WHOLE_FORM,)

    def name_of_part_th(self, part: str) -> str:
        """Name for people, Thai: of the form and, where there is one, its part."""
        names = [known.name_th for known in self.parts if known.code == part]
        return f"{self.name_th} ({names[0]})" if names else self.name_th

    def name_of_part_en(self, part: str) -> str:
        """Name for people, English: likewise."""
        names = [known.name_en for known in self.parts if known.code == part]
        return f"{self.name_en} ({names[0]})" if names else self.name_en

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """Its fields by their names."""
        return {each.name: each for each in self.fields}

    @cached_property
    def counts(self) -> tuple[str, ...]:
        """The figures that add up, so that totals can be proved from their parts."""
        return tuple(each.name for each in self.fields if isinstance(each, Figure) and each.adds_up)

    @cached_property
    def placed_fields(self) -> tuple[str, ...]:
        """The fields besides figures whose values are facts."""
        columns = [each.to_schema().columns.values() for each in self.fact_models.values()]
        values = {each.name for own in columns for each in own if not (each.metadata or {}).get("key")}
        return tuple(
            each.name for each in self.fields if each.name in values and not isinstance(each, Figure)
        )

    @cached_property
    def repeatable_fields(self) -> tuple[str, ...]:
        """The values that may stand in several rows of one key, where they are the same: all but counts."""
        figures = (each for each in self.fields if isinstance(each, Figure) and not each.adds_up)
        return (*(each.name for each in figures), *self.placed_fields)

    @cached_property
    def mark_columns(self) -> Mapping[str, str]:
        """For values of facts that have a mark beside them, the column of the mark."""
        columns = [each.to_schema().columns.values() for each in self.fact_models.values()]
        marked = [(each.name, each.metadata or {}) for own in columns for each in own]
        return {name: given["mark_column"] for name, given in marked if "mark_column" in given}

    @cached_property
    def made_of(self) -> Mapping[str, tuple[str, ...]]:
        """For figures that are sums of others in the same row, these others; not of the items of a cell."""
        figures = (each for each in self.fields if isinstance(each, Figure))
        taken_apart = {each.name for each in self.breakdowns}
        return {
            each.name: each.made_of
            for each in figures
            if each.made_of and taken_apart.isdisjoint(each.made_of)
        }

    @cached_property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The fields whose cells take a figure apart."""
        return tuple(each for each in self.fields if isinstance(each, Breakdown))

    @cached_property
    def item_counts(self) -> tuple[str, ...]:
        """The figures of the items of its breakdowns that add up."""
        return tuple(items.figure.name for items in self.breakdowns if items.figure.adds_up)

    @cached_property
    def labels(self) -> Mapping[str, Bilingual]:
        """What its figures are called where they are shown."""
        return {each.name: each.label for each in self.fields if isinstance(each, Figure | Breakdown)}

    @cached_property
    def words(self) -> Mapping[str, str]:
        """What sentences about its rows call its things."""
        made_of = [[self.labels[part] for part in parts] for parts in self.made_of.values()]
        figure = self.by_name.get(self.figure or "")
        counted = figure.called if isinstance(figure, Figure) else _FIGURES
        identified = self.identified
        if identified is None:
            return form_words(self.code_list, made_of, self.entity.called, counted)
        called = Bilingual(identified.th, identified.one_en)
        rows = {"row_th": identified.th, "row_en": identified.one_en, "rows_en": identified.many_en}
        return {**form_words(self.code_list, made_of, called, counted), **rows}

    @property
    def identified(self) -> Noun | None:
        """What its rows are about where a code of no list tells them apart: projects; None without one."""
        fields = (self.by_name.get(name) for name in self.row_key)
        return next((each.noun for each in fields if isinstance(each, Identifier)), None)

    @cached_property
    def private_fields(self) -> frozenset[str]:
        """The fields that hold personal data: recognised, never read."""
        return frozenset(each.name for each in self.fields if isinstance(each, Private))

    @cached_property
    def sheet_schema(self) -> pa.DataFrameSchema:
        """The sender's contract (pandera, lazy), one row per school and row key."""
        return sheet_schema(self.fields, self.row_checks, self.entity)

    @property
    def figure_parts(self) -> tuple[str, ...]:
        """The columns of facts that add up to the figure."""
        return self.made_of.get(self.figure, (self.figure,)) if self.figure else ()

    @cached_property
    def keyed_table(self) -> str:
        """The first of its fact tables that is keyed as its rows are.

        Raises:
            ValueError: It has none.
        """
        for table, columns in self._fact_columns.items():
            if columns.issuperset(self.row_key):
                return table
        raise ValueError(f"form {self.code} has no table of facts that is keyed as its rows are")

    @cached_property
    def kept_counts(self) -> tuple[str, ...]:
        """Its counts that this table keeps: by them schools are compared from version to version."""
        return tuple(name for name in self.counts if name in self._fact_columns[self.keyed_table])

    @cached_property
    def figure_columns(self) -> Mapping[str, tuple[str, ...]]:
        """The columns of its fact tables that hold figures, by tables that have any."""
        found = {
            table: tuple(name for name in self.labels if name in columns)
            for table, columns in self._fact_columns.items()
        }
        return {table: names for table, names in found.items() if names}

    @cached_property
    def _fact_columns(self) -> Mapping[str, frozenset[str]]:
        return {name: frozenset(model.to_schema().columns) for name, model in self.fact_models.items()}

    @property
    def reported_fields(self) -> Mapping[str, str]:
        """The fields whose sums a run reports, by the names of these sums."""
        if self.reported is not None:
            return {column: name for name, column in self.reported.columns.items()}
        return {self.figure: self.figure} if self.figure else {}

    def figure_sum(self, number: float) -> Mapping[str, float]:
        """A sum of the figure by its name, the one in reports; empty where nothing is counted."""
        if self.figure is None:
            return {}
        columns = self.reported.columns if self.reported else {}
        return {columns.get(self.figure, self.figure): number}

    def amount(self, number: float) -> Bilingual | None:
        """So many of the figure, within a sentence; None where nothing is counted."""
        counted = self.by_name[self.figure] if self.figure else None
        return counted.amount(number) if isinstance(counted, Figure) else None

    @property
    def further_key(self) -> tuple[str, ...]:
        """What tells its rows of one school, or of one agency, apart."""
        return tuple(name for name in self.row_key if name != "school_code")

    @cached_property
    def code_field(self) -> str:
        """The field by whose codes (grades) its counts are given; '' where a school has one of each."""
        codes = (name for name in self.row_key if isinstance(self.by_name.get(name), Code))
        return next(codes, "")

    @cached_property
    def totals_by_field(self) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
        """For each field of codes that tells its rows apart the totals over these codes, with their parts."""
        declared = (self.by_name.get(name) for name in self.row_key)
        return {each.name: codes_by_total(each.code_list) for each in declared if isinstance(each, Code)}

    @cached_property
    def codes_by_total(self) -> Mapping[str, tuple[str, ...]]:
        """For each total over these codes the codes that it stands for."""
        return codes_by_total(self.code_list) if self.code_list else {}

    @property
    def code_list(self) -> str:
        """The list of these codes; '' without one."""
        declared = self.by_name.get(self.code_field)
        return declared.code_list if isinstance(declared, Code) else ""
