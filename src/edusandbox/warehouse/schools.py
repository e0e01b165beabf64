"""Which school a code stands for: codes of three schemes, linked by what registers say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pandas as pd
from sqlalchemy import Connection, exists, func, select

from edusandbox.warehouse.bulk import insert_frame
from edusandbox.warehouse.dimension_tables import dim_school
from edusandbox.warehouse.errors import SchoolCodeError
from edusandbox.warehouse.operation_tables import ops_submission_school
from edusandbox.warehouse.tables import FACT_TABLES

SCHEME_COLUMNS = {"smis8": "smis_code", "ministry10": "ministry_code", "obec6": "obec_code"}
"""The column of `dim_school` for each scheme of school codes."""

_Codes = dict[str, str]


@dataclass(slots=True)
class _Schools:
    """The schools that the warehouse knows, and what is being learnt about them."""

    codes: dict[int, _Codes]
    ids: dict[tuple[str, str], int] = field(default_factory=dict)
    new: set[int] = field(default_factory=set)
    changed: set[int] = field(default_factory=set)
    merged: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for school_id, codes in self.codes.items():
            for pair in codes.items():
                self.ids[pair] = school_id

    def learn(self, codes: _Codes) -> None:
        """Finds or adds the school that these codes name, and links them to it."""
        found = sorted({self.ids[pair] for pair in codes.items() if pair in self.ids})
        if not found:
            found = [max(self.codes, default=0) + 1]
            self.codes[found[0]] = {}
            self.new.add(found[0])
        kept, *others = found
        self._refuse_contradiction(codes, found)
        for other in others:
            self._merge(kept, other)
        self._link(kept, codes)

    def _refuse_contradiction(self, codes: _Codes, found: Sequence[int]) -> None:
        for column in SCHEME_COLUMNS.values():
            claims = {known[column] for each in found if column in (known := self.codes[each])}
            if column in codes:
                claims.add(codes[column])
            if len(claims) > 1:
                said = " and ".join(f"{name} {code}" for name, code in codes.items())
                raise SchoolCodeError(
                    f"The file says that {said} are one school, but the warehouse knows "
                    f"{' and '.join(sorted(claims))} as {column} of what would be the same school; "
                    "mend the code in the file or by a correction"
                )

    def _merge(self, kept: int, other: int) -> None:
        codes = self.codes.pop(other)
        if other not in self.new:
            self.merged[other] = kept
        self.new.discard(other)
        self.changed.discard(other)
        self._link(kept, codes)

    def _link(self, school_id: int, codes: _Codes) -> None:
        if not codes.items() <= self.codes[school_id].items():
            self.codes[school_id] |= codes
            self.changed.add(school_id)
        for pair in codes.items():
            self.ids[pair] = school_id


def resolve_schools(connection: Connection, rows: pd.DataFrame, *, links: bool) -> dict[str, int]:
    """Finds the schools of a submission and adds those that the warehouse has not seen.

    Args:
        connection: Inside a writing transaction.
        rows: A submission's rows: `school_code`, `school_code_scheme`, and in a register `smis_code`,
            `ministry_code`, `obec_code` where the sender gave them.
        links: Whether the rows may link codes of several schemes to one school, as a register may.
            Two schools that turn out to be one are made one.

    Returns:
        `school_id` by `school_code`.

    Raises:
        SchoolCodeError: The rows contradict each other or what the warehouse knows.
    """
    schools = _known_schools(connection)
    keys = _keys(rows)
    for codes in _codes(rows, links=links):
        schools.learn(codes)
    _store(connection, schools)
    return {code: schools.ids[key] for code, key in keys.items()}


def _known_schools(connection: Connection) -> _Schools:
    columns = list(SCHEME_COLUMNS.values())
    rows = connection.execute(select(dim_school.c.school_id, *(dim_school.c[each] for each in columns)))
    return _Schools(
        {
            school_id: {column: code for column, code in zip(columns, codes, strict=True) if code is not None}
            for school_id, *codes in rows
        }
    )


def _keys(rows: pd.DataFrame) -> dict[str, tuple[str, str]]:
    keys: dict[str, tuple[str, str]] = {}
    for code, scheme in zip(rows["school_code"], rows["school_code_scheme"], strict=True):
        key = (SCHEME_COLUMNS[str(scheme)], str(code))
        if keys.setdefault(str(code), key) != key:
            raise SchoolCodeError(
                f"The file uses {code} as a code of two schemes, {key[0]} and {keys[code][0]}"
            )
    return keys


def _codes(rows: pd.DataFrame, *, links: bool) -> Iterable[_Codes]:
    further = [each for each in SCHEME_COLUMNS.values() if links and each in rows.columns]
    columns = [rows[each] for each in ("school_code_scheme", "school_code", *further)]
    for scheme, code, *others in dict.fromkeys(zip(*columns, strict=True)):
        codes = {
            column: str(other)
            for column, other in zip(further, others, strict=True)
            if not pd.isna(other) and str(other)
        }
        codes[SCHEME_COLUMNS[str(scheme)]] = str(code)
        yield codes


def _store(connection: Connection, schools: _Schools) -> None:
    for other, kept in schools.merged.items():
        _move_facts(connection, other, kept)
        connection.execute(dim_school.delete().where(dim_school.c.school_id == other))
    for school_id in sorted(schools.changed - schools.new):
        same = dim_school.c.school_id == school_id
        connection.execute(dim_school.update().where(same).values(schools.codes[school_id]))
    columns = list(SCHEME_COLUMNS.values())
    new = [(each, *(schools.codes[each].get(column) for column in columns)) for each in sorted(schools.new)]
    insert_frame(connection, dim_school, pd.DataFrame(new, columns=["school_id", *columns]))


def _move_facts(connection: Connection, other: int, kept: int) -> None:
    """Gives one school's facts to the other, when both have been found to be one."""
    mine, theirs = ops_submission_school.alias(), ops_submission_school.alias()
    both = exists().where(
        mine.c.submission_id == theirs.c.submission_id, mine.c.school_id == kept, theirs.c.school_id == other
    )
    if connection.scalar(select(both)):
        codes = func.coalesce(dim_school.c.smis_code, dim_school.c.ministry_code, dim_school.c.obec_code)
        named = connection.scalars(select(codes).where(dim_school.c.school_id.in_([kept, other]))).all()
        raise SchoolCodeError(
            f"The file says that {' and '.join(sorted(named))} are one school, but another file of the "
            "warehouse has both as schools of their own; mend the code in the file or by a correction"
        )
    for table in (ops_submission_school, *FACT_TABLES.values()):
        if "school_id" in table.c:
            moved = table.update().where(table.c.school_id == other).values(school_id=kept)
            connection.execute(moved)
