"""What differs between two versions of a submission, or between two moments of the warehouse."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from numbers import Integral
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Table, func, select

from edusandbox.form_parts import form_and_part
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.history.as_at import read_mart
from edusandbox.warehouse.history.fact_reading import read_by_submission, with_codes
from edusandbox.warehouse.tables.code_lists import CODE_LIST_TABLES
from edusandbox.warehouse.tables.collection import FACT_TABLES
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period, dim_province, dim_school
from edusandbox.warehouse.tables.fact_tables import key_names
from edusandbox.warehouse.tables.operation_tables import ops_submission, ops_submission_school
from schemas.catalogue import FORMS
from schemas.fact_rows import NO_SUCH_CELL, PLACE
from schemas.fields import Entity
from schemas.parts import WHOLE_FORM

_RETURN = ["province_code", "period_code", "form_code", "part_code"]
_SUBJECT = [*_RETURN, "school_id", "own_agency_code"]
"""A school, or an agency that facts are about: one of the two is `_NO_SCHOOL_ID` or empty text."""
_SPEAKS = [*_SUBJECT, "submission_id", "source_school_id"]
_NO_SCHOOL_ID = 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between a state before and one after.

    Attributes:
        schools: One row a school that is new or gone: `change` (`new` or `gone`), `province_code`,
            `period_code`, `form_code`, `part_code`, `school_id`, `school_code`, `school_name_th`,
            `agency_code`. Of facts about agencies one row a return, without a school.
        figures: One row a value that differs: `province_code`, `period_code`, `form_code`, `part_code`,
            `agency_code`, `school_id`, `school_code`, `school_name_th`, the codes of the fact (`topic_code`;
            missing where a table has none, as is a school), `figure` (a column of a fact table), `before` and
            `after`: a value, the mark that stands instead of one, or missing where there is no such cell.
        totals: One row a period, form, part, agency and figure of which a sum is made, and that differs:
            `before`, `after`, `change`; amounts are decimals, a sum of no values is missing.
    """

    schools: pd.DataFrame
    figures: pd.DataFrame
    totals: pd.DataFrame

    @property
    def is_equal(self) -> bool:
        """Whether nothing differs."""
        return self.schools.empty and self.figures.empty


def compare_versions(  # noqa: PLR0913 - what names two versions
    connection: Connection,
    agency_code: str,
    form_code: str,
    period_code: str,
    *,
    part_code: str = WHOLE_FORM,
    before: int | None = None,
    after: int | None = None,
) -> Comparison:
    """Compares two versions of a return.

    Args:
        connection: To a warehouse.
        agency_code: The agency.
        form_code: The form.
        period_code: The period.
        part_code: The part of the form; '' where it has none.
        before: The number of the older version; None for the one loaded before `after`.
        after: The number of the newer version; None for the newest that was loaded.

    Raises:
        WarehouseError: There are no such versions.
    """
    statement = (
        select(ops_submission.c.version, ops_submission.c.submission_id, ops_submission.c.row_count_loaded)
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(dim_agency.c.agency_code == agency_code, dim_period.c.period_code == period_code)
        .where(ops_submission.c.form_code == form_code, ops_submission.c.part_code == part_code)
        .order_by(ops_submission.c.version)
    )
    rows = connection.execute(statement).all()
    loaded = [row.version for row in rows if row.row_count_loaded > 0]
    newer = after if after is not None else max(loaded, default=0)
    older = before if before is not None else max((each for each in loaded if each < newer), default=0)
    ids = {row.version: row.submission_id for row in rows}
    for version in (older, newer):
        if version not in ids:
            known = ", ".join(map(str, ids)) or "none"
            raise WarehouseError(
                f"Agency {agency_code} has no two such versions of {form_and_part(form_code, part_code)} "
                f"for {period_code}; its versions: {known}"
            )
    about = {
        "agency_code": agency_code,
        "form_code": form_code,
        "part_code": part_code,
        "period_code": period_code,
    }
    states = [_of_submission(connection, ids[version], about) for version in (older, newer)]
    return _compare(connection, *states)


def compare_moments(connection: Connection, before: datetime, after: datetime | None = None) -> Comparison:
    """Compares the warehouse at two moments, by what the marts said.

    Args:
        connection: To a warehouse that has its views.
        before: The earlier moment.
        after: The later one; None for now.
    """
    return _compare(connection, _at_moment(connection, before), _at_moment(connection, after))


def _at_moment(connection: Connection, moment: datetime | None) -> pd.DataFrame:
    """Who speaks for each school, and for each agency that facts are about."""
    schools = read_mart(connection, "mart_school_return", at=moment).assign(own_agency_code="")
    forms = [code for code, form in FORMS.items() if form.entity is Entity.AGENCY]
    if not forms:
        return schools
    returns = read_mart(connection, "mart_submission", at=moment, where={"is_current": True})
    returns = returns[returns["form_code"].isin(forms) & (returns["row_count_loaded"] > 0)]
    names = [*_RETURN, "agency_code", "submission_id"]
    return pd.concat([schools, _of_agencies(returns[names])], ignore_index=True)


def _of_agencies(returns: pd.DataFrame) -> pd.DataFrame:
    """Returns about agencies as a comparison needs them: no school speaks in them."""
    return returns.assign(
        school_id=_NO_SCHOOL_ID,
        source_school_id=_NO_SCHOOL_ID,
        own_agency_code=returns["agency_code"],
        school_name_th=None,
    )


def _of_submission(connection: Connection, submission_id: int, about: Mapping[str, str]) -> pd.DataFrame:
    """The schools of one version, with the columns of `mart_school_return` that a comparison needs."""
    province = (
        select(func.coalesce(dim_province.c.province_code, "").label("province_code"))
        .select_from(ops_submission)
        .outerjoin(dim_province, dim_province.c.province_id == ops_submission.c.province_id)
        .where(ops_submission.c.submission_id == submission_id)
    )
    about = {**about, "province_code": connection.execute(province).scalar_one()}
    # A form of a package that this process has not is none of ours: its facts are left alone.
    form = FORMS.get(about["form_code"])
    if form is not None and form.entity is Entity.AGENCY:
        return _of_agencies(pd.DataFrame([{**about, "submission_id": submission_id}]))
    school = ops_submission_school.c
    statement = (
        select(
            dim_school.c.same_as_school_id,
            school.school_id.label("source_school_id"),
            school.school_name,
        )
        .join(dim_school, dim_school.c.school_id == school.school_id)
        .where(school.submission_id == submission_id)
    )
    result = connection.execute(statement)
    schools = pd.DataFrame(result.all(), columns=list(result.keys()))
    return schools.assign(
        school_id=schools["same_as_school_id"].fillna(schools["source_school_id"]).astype("int64"),
        school_name_th=schools["school_name"],
        submission_id=submission_id,
        own_agency_code="",
        **about,
    )


def _compare(connection: Connection, before: pd.DataFrame, after: pd.DataFrame) -> Comparison:
    described = [*_SUBJECT, "school_name_th", "agency_code"]
    names = pd.concat([after, before]).drop_duplicates(_SUBJECT)[described]
    codes = _school_codes(connection)
    names = names.assign(school_code=names["school_id"].map(codes))
    both = before[_SUBJECT].merge(after[_SUBJECT], on=_SUBJECT, how="outer", indicator="change")
    changes = both["change"].astype("str").replace({"left_only": "gone", "right_only": "new"})
    schools = both.assign(change=changes)[changes != "both"].merge(names, on=_SUBJECT)
    # A school whose submission is the same has the same figures: only the others' are read.
    spoken = before[_SPEAKS].merge(after[_SPEAKS], on=_SPEAKS, how="outer", indicator="side")
    figures = list(
        _differences(
            connection, spoken[spoken["side"] == "left_only"], spoken[spoken["side"] == "right_only"]
        )
    )
    columns = [*_SUBJECT, *_codes_of_facts(), "figure", "before", "after"]
    frame = pd.concat(figures, ignore_index=True) if figures else pd.DataFrame(columns=columns)
    frame = frame.reindex(columns=columns).merge(names, on=_SUBJECT, how="left")
    order = [*_SUBJECT, *_codes_of_facts(), "figure"]
    return Comparison(
        schools=_told(schools.sort_values(_SUBJECT, ignore_index=True)),
        figures=_told(frame.sort_values(order, ignore_index=True)),
        totals=_totals(frame),
    )


def _told(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows without the columns that only tell them apart: an agency's has no school."""
    schools = rows["school_id"].astype("Int64")
    return rows.assign(school_id=schools.mask(schools == _NO_SCHOOL_ID)).drop(columns="own_agency_code")


def _differences(connection: Connection, before: pd.DataFrame, after: pd.DataFrame) -> Iterator[pd.DataFrame]:
    for name, table in FACT_TABLES.items():
        forms = [code for code, form in FORMS.items() if name in form.fact_models]
        spoken = [side[side["form_code"].isin(forms)] for side in (before, after)]
        if all(side.empty for side in spoken):
            continue
        sides = [_facts(connection, table, side) for side in spoken]
        keys = [*_SUBJECT, *key_names(table)]
        for figure in _figures(table):
            values = [side[[*keys, figure]].rename(columns={figure: "value"}) for side in sides]
            merged = values[0].merge(values[1], on=keys, how="outer", suffixes=("_before", "_after"))
            old, new = merged["value_before"], merged["value_after"]
            changed = merged[~((old == new) | (old.isna() & new.isna()))]
            yield changed.rename(columns={"value_before": "before", "value_after": "after"}).assign(
                figure=figure
            )


def _figures(table: Table) -> list[str]:
    """The columns that say something: no key, no place in the file, no mark, which stands for its figure."""
    unsaid = {*PLACE, *_mark_columns(table).values()}
    values = [each for each in table.columns if not each.primary_key and each.name not in unsaid]
    return [str(each.info.get("code_column", each.name)) for each in values]


def _mark_columns(table: Table) -> dict[str, str]:
    """The columns with the marks of figures, by the figures' columns."""
    return {each.name: str(each.info["mark_column"]) for each in table.columns if "mark_column" in each.info}


def _facts(connection: Connection, table: Table, spoken: pd.DataFrame) -> pd.DataFrame:
    """Facts of schools as certain submissions say them, with codes for keys; a mark stands for its figure."""
    facts = read_by_submission(connection, select(table), table.c.submission_id, spoken["submission_id"])
    facts = facts.rename(columns={"school_id": "source_school_id"})
    if "source_school_id" not in facts.columns:
        facts = facts.assign(source_school_id=_NO_SCHOOL_ID)
    facts = with_codes(connection, facts.merge(spoken, on=["submission_id", "source_school_id"]))
    for figure, mark in _mark_columns(table).items():
        # A cell that the table does not have is no value: neither a figure nor a mark of the sender's.
        said = facts[mark].where(facts[mark] != NO_SUCH_CELL, None)
        facts[figure] = facts[figure].astype("object").where(facts[figure].notna(), said)
    return facts


def _codes_of_facts() -> list[str]:
    """What tells facts of a school apart, those of code lists in the order of the lists."""
    names = dict.fromkeys(name for table in FACT_TABLES.values() for name in key_names(table))
    codes = [name for code_list in CODE_LIST_TABLES if (name := f"{code_list}_code") in names]
    return [*codes, *(name for name in names if name not in codes)]


def _totals(figures: pd.DataFrame) -> pd.DataFrame:
    """Sums of what differs, of figures that add up: a mark, a name or a mean adds nothing."""
    keys = ["period_code", "form_code", "part_code", "agency_code", "figure"]
    adding = {(form.code, name) for form in FORMS.values() for name in (*form.counts, *form.item_counts)}
    sums: dict[tuple[str, ...], list[Any]] = {}
    for *key, before, after in figures[[*keys, "before", "after"]].itertuples(index=False, name=None):
        values = [value if isinstance(value, Integral | Decimal) else None for value in (before, after)]
        if (key[1], key[-1]) in adding and values != [None, None]:
            total = sums.setdefault(tuple(key), [None, None])
            total[:] = [_added(one, value) for one, value in zip(total, values, strict=True)]
    rows = [
        (*key, before, after, (after or 0) - (before or 0)) for key, (before, after) in sorted(sums.items())
    ]
    return pd.DataFrame(rows, columns=[*keys, "before", "after", "change"], dtype="object")


def _added(total: Any, value: Any) -> Any:  # noqa: ANN401 - whole numbers or decimals
    """A sum with one more value; a sum of none is missing, which is not zero."""
    if value is None:
        return total
    return value if total is None else total + value


def _school_codes(connection: Connection) -> dict[int, str]:
    rows = connection.execute(select(dim_school)).mappings()
    return {
        row["school_id"]: row["smis_code"] or row["ministry_code"] or row["obec_code"] or "" for row in rows
    }
