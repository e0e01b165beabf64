"""Statements of `statements/` about forms: tables, marts and figures as each form declares them."""

import re
from collections.abc import Iterable
from importlib.resources import files

from schemas.catalogue import REGISTERS
from schemas.fields import Entity
from schemas.form import Form

_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")

_SUMS_OF_MART = """\
    SELECT agency_code, {sums}
    FROM {mart}
    WHERE period_code = :period{of_part}
    GROUP BY agency_code"""
_SUMS_OF_FACTS = """\
    SELECT r.agency_code, SUM({value}) AS {name}
    FROM mart_school_return AS r
    CROSS JOIN {table} AS f
    WHERE r.form_code = '{form}' AND r.part_code = '{part}' AND r.period_code = :period
        AND f.submission_id = r.submission_id AND f.school_id = r.source_school_id
    GROUP BY r.agency_code"""
_FIGURE_OF_SCHOOL = """\
        WHEN '{form}' THEN (
            SELECT SUM({value})
            FROM {table} AS f
            WHERE f.submission_id = s.submission_id AND f.school_id = c.school_id
        )"""
_SCHOOLS_WITH_FIGURE = """\
        WHEN '{form}' THEN (
            SELECT COUNT(DISTINCT f.school_id)
            FROM {table} AS f
            WHERE f.submission_id = s.submission_id AND ({is_given})
        )"""
_NO_FIGURE = """\
    AND NOT EXISTS (SELECT 1 FROM {table} AS f WHERE f.submission_id = s.submission_id AND ({is_given}))"""


def statement_text(name: str) -> str:
    """A statement of `statements/`; its `{registers}` are the codes of forms that say which schools exist."""
    file = files("edusandbox.warehouse") / "statements" / f"{name}.sql"
    registers = ", ".join(f"'{_identifier(code)}'" for code in sorted(REGISTERS))
    return file.read_text(encoding="utf-8").replace("{registers}", registers)


def agency_totals_statement(form: Form, part: str) -> str:
    """The sums that a form reports of each agency, and its schools where the facts are about schools.

    Args:
        form: A form that reports figures; each has its column, `figure_<name>`.
        part: Its part; '' where it has none.
    """
    names = map(_identifier, form.reported_fields)
    is_of_schools = form.entity is Entity.SCHOOL
    # An agency whose schools handed in nothing has 0 of them; one that left its own cells blank has none.
    figure = "COALESCE(a.{0}, 0) AS figure_{0}" if is_of_schools else "a.{0} AS figure_{0}"
    figures = ", ".join(map(figure.format, names))
    return _filled(
        statement_text("agency_totals" if is_of_schools else "agency_sums"),
        figures=figures,
        sums=_sums_by_agency(form, part),
        form=_identifier(form.code),
        part=part and _identifier(part),
    )


def schools_elsewhere_statement(forms: Iterable[Form]) -> str:
    """Schools of all returns that count elsewhere, with the figure of those forms that count any."""
    counting = [_figure(form) for form in forms if form.figure]
    return _filled(
        statement_text("schools_counted_elsewhere"),
        figures="\n".join(_filled(_FIGURE_OF_SCHOOL, **figure) for figure in counting),
        school_counts="\n".join(_filled(_SCHOOLS_WITH_FIGURE, **figure) for figure in counting),
    )


def without_figures_statement(forms: Iterable[Form]) -> str:
    """Returns in which there is not one figure, of those forms whose facts have any."""
    template = statement_text("returns_without_figures")
    return "UNION ALL\n".join(
        _filled(template, form=_identifier(form.code), no_figures=_no_figures(form))
        for form in forms
        if form.figure_columns
    )


def _sums_by_agency(form: Form, part: str) -> str:
    if form.reported is None:
        return _filled(_SUMS_OF_FACTS, name=_identifier(str(form.figure)), **_figure(form))
    sums = ", ".join(f"SUM({name}) AS {name}" for name in map(_identifier, form.reported_fields))
    of_part = f" AND part_code = '{_identifier(part)}'" if part else ""
    return _filled(_SUMS_OF_MART, sums=sums, mart=_identifier(form.reported.mart), of_part=of_part)


def _figure(form: Form) -> dict[str, str]:
    """Where a form's figure stands, and its value: NULL where all of its parts are, which is not zero."""
    parts = [_identifier(part) for part in form.figure_parts]
    given = _is_given(parts)
    added = " + ".join(f"COALESCE(f.{part}, 0)" for part in parts)
    value = f"f.{parts[0]}" if len(parts) == 1 else f"CASE WHEN {given} THEN {added} END"
    return {
        "form": _identifier(form.code),
        "table": _identifier(form.keyed_table),
        "value": value,
        "is_given": given,
    }


def _no_figures(form: Form) -> str:
    tables = form.figure_columns.items()
    return "\n".join(
        _filled(_NO_FIGURE, table=_identifier(table), is_given=_is_given(columns))
        for table, columns in tables
    )


def _is_given(columns: Iterable[str]) -> str:
    return " OR ".join(f"f.{_identifier(column)} IS NOT NULL" for column in columns)


def _filled(template: str, **values: str) -> str:
    for name, value in values.items():
        template = template.replace(f"{{{name}}}", value)
    return template


def _identifier(name: str) -> str:
    """A name that SQL takes as it stands.

    Raises:
        ValueError: It is none.
    """
    if not _IDENTIFIER.fullmatch(name):
        raise ValueError(f"{name!r} is no name of a form, a table or a column")
    return name
