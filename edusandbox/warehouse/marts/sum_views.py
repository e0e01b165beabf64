"""What follows from the sums that a form declares: its marts, what proves its sums, where figures come from.

Of `fact_enrolment` these are `mart_enrolment_by_school` (one row a fact), `_by_agency`, `_by_agency_as_now`
and `_by_province`. The SQL lies in `templates/`, and says there why it is written so.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from schemas.catalogue import FORMS
from schemas.form import Form
from schemas.sums import BLANK, HIDDEN, SCHOOLS, Counted, SumTable

Line = Mapping[str, str]
Expressions = Sequence[tuple[str, str]]
"""SQL and the name of the column that it gives."""

AGENCIES = {
    "by_agency": {
        "question": 'each school under the agency that it belonged to in the period ("as then")',
        "agency_column": "agency_code",
        "agency_mart": "mart_agency",
        "same_agency": "a.period_id = f.period_id AND a.agency_code = f.agency_code",
    },
    "by_agency_as_now": {
        "question": 'each school of every period under the agency that it belongs to today ("as now")',
        "agency_column": "present_agency_code",
        "agency_mart": "mart_agency_as_now",
        "same_agency": "a.agency_code = f.agency_code",
    },
}
"""How the marts by agency differ."""


@cache
def sum_view_texts() -> Mapping[str, str]:
    """The SQL of the marts of all declared sums, by their names."""
    return {
        name: statement
        for form in FORMS.values()
        for table in form.sum_tables
        for name, statement in _marts(form, table)
    }


def sums_from_facts(table: SumTable) -> str:
    """The statement that counts anew from the facts what a table of sums has to say, with its columns."""
    expressions = [pair for kind in table.sums.counted for pair in (*_figures(kind), *_cells(table, kind))]
    return _filled(
        "sums_from_facts",
        facts=table.sums.facts,
        fact_keys=_listed(f"f.{key}" for key in _keys(table)),
        summed_figures=_lines(f"SUM({expression}) AS {name}" for expression, name in expressions),
    )


def sum_lineage() -> Iterator[Line]:
    """For each figure of the marts by school the facts behind it, as a line of `lineage.csv`."""
    for _, table in _declared():
        mart = sum_mart(table, "by_school")
        for kind in table.sums.counted:
            together = {kind.together: kind.parts} if kind.together else {}
            for figure, parts in ({part: (part,) for part in kind.parts} | together).items():
                yield _line(table, mart, figure, parts, ())
            if all(part in table.marks for part in kind.parts):
                yield _line(table, mart, kind.missing, kind.parts, (BLANK, HIDDEN))
            if kind.hidden:
                yield _line(table, mart, kind.hidden, kind.parts, (HIDDEN,))
        yield _line(table, mart, SCHOOLS, ("school_id",), ())


def sum_groupings() -> Iterator[Line]:
    """How the other marts sum up those by school, as lines of `groupings.csv`."""
    for form, table in _declared():
        part = ["part_code"] if form.parts else []
        keys = {key: key for key in ("province_code", *part, "period_id", *_keys(table))}
        of_agencies = {name: keys | {"agency_code": how["agency_column"]} for name, how in AGENCIES.items()}
        for name, finer_keys in (of_agencies | {"by_province": keys}).items():
            for key, finer_key in finer_keys.items():
                yield {
                    "mart": sum_mart(table, name),
                    "finer_mart": sum_mart(table, "by_school"),
                    "key": key,
                    "finer_key": finer_key,
                }


def _declared() -> Iterator[tuple[Form, SumTable]]:
    return ((form, table) for form in FORMS.values() for table in form.sum_tables)


def _marts(form: Form, table: SumTable) -> Iterator[tuple[str, str]]:
    columns, keys = table.sums.columns, _keys(table)
    shared = {
        "form": form.code,
        **_part_columns(form),
        "facts": table.sums.facts,
        "table": table.name,
        "by_school": sum_mart(table, "by_school"),
        "by_agency": sum_mart(table, "by_agency"),
        "keys": _listed(keys),
        "kept_keys": _listed(f"k.{key}" for key in keys),
        "school_keys": _listed(f"b.{key}" for key in keys),
        "named_keys": _listed(_named_key(name) for name in table.code_lists.values()),
        "keys_with_names": _listed(
            f"{name}_id, {name}_code, {name}_name_th" for name in table.code_lists.values()
        ),
        "list_joins": "\n".join(
            f"JOIN dim_{name} AS of_{name} ON of_{name}.{name}_id = f.{name}_id"
            for name in table.code_lists.values()
        ),
        "columns": _lines(f"f.{name}" for name in columns),
        "kept_columns": _lines(f"k.{name}" for name in columns),
        "school_columns": _lines(f"b.{name}" for name in columns),
        "summed_columns": _lines(f"SUM({name}) AS {name}" for name in columns),
        "cast_columns": _lines(f"CAST(SUM({name}) AS BIGINT) AS {name}" for name in columns),
        "figures": _lines(_of_school(table)),
    }
    yield shared["by_school"], _filled("sums_by_school", **shared)
    for name, how in AGENCIES.items():
        yield sum_mart(table, name), _filled("sums_by_agency", **shared, **how)
    yield sum_mart(table, "by_province"), _filled("sums_by_province", **shared)


def sum_mart(table: SumTable, name: str) -> str:
    """The name of a mart of sums: `by_school`, one of `AGENCIES`, or `by_province`."""
    return f"mart_{table.sums.facts.removeprefix('fact_')}_{name}"


def _part_columns(form: Form) -> Mapping[str, str]:
    """The column of the part, for each place in the templates; empty where a form has no parts."""
    aliases = {
        "part": "",
        "returns_part": "r.",
        "submissions_part": "o.",
        "shares_part": "s.",
        "sums_part": "f.",
    }
    return {place: f"{alias}part_code, " if form.parts else "" for place, alias in aliases.items()}


def _keys(table: SumTable) -> list[str]:
    return [f"{name}_id" for name in table.code_lists.values()]


def _named_key(name: str) -> str:
    return f"f.{name}_id, of_{name}.{name}_code, of_{name}.name_th AS {name}_name_th"


def _of_school(table: SumTable) -> Iterator[str]:
    """The figures of a fact: each count with its mark, then what they make together."""
    for kind in table.sums.counted:
        for part in kind.parts:
            yield f"f.{part}"
            if part in table.marks:
                yield f"f.{table.marks[part]}"
        others = [*_figures(kind)[len(kind.parts) :], *_cells(table, kind)]
        yield from (f"{expression} AS {name}" for expression, name in others)


def _figures(kind: Counted) -> Expressions:
    """The counts of a fact, and their sum, which is empty only if all of them are."""
    parts = [f"f.{part}" for part in kind.parts]
    figures = [(part, name) for part, name in zip(parts, kind.parts, strict=True)]
    if kind.together:
        added = " + ".join(f"COALESCE({part}, 0)" for part in parts)
        figures.append(
            (f"CASE WHEN COALESCE({', '.join(parts)}) IS NOT NULL THEN {added} END", kind.together)
        )
    return figures


def _cells(table: SumTable, kind: Counted) -> Expressions:
    """How many of a fact's cells are without a figure, and how many of these are hidden."""
    missing = " + ".join(f"CASE WHEN {_is_missing(table, part)} THEN 1 ELSE 0 END" for part in kind.parts)
    cells = [(missing, kind.missing)]
    if kind.hidden:
        marks = [table.marks[part] for part in kind.parts]
        hidden = " + ".join(f"CASE WHEN f.{mark} = '{HIDDEN}' THEN 1 ELSE 0 END" for mark in marks)
        cells.append((hidden, kind.hidden))
    return cells


def _is_missing(table: SumTable, part: str) -> str:
    if part in table.marks:
        return f"f.{table.marks[part]} IN ('{BLANK}', '{HIDDEN}')"
    return f"f.{part} IS NULL"


def _line(table: SumTable, mart: str, figure: str, parts: Sequence[str], marks: Sequence[str]) -> Line:
    return {
        "mart": mart,
        "figure": figure,
        "fact_table": table.sums.facts,
        "fact_columns": "|".join(parts),
        "marks": "|".join(marks),
    }


def _listed(columns: Iterator[str] | Sequence[str]) -> str:
    return ", ".join(columns)


def _lines(expressions: Iterator[str]) -> str:
    return ",\n    ".join(expressions)


def _filled(template: str, **places: str) -> str:
    file = files("edusandbox.warehouse") / "templates" / f"{template}.sql"
    return file.read_text(encoding="utf-8").format(**places)
