"""Which school a code stands for: codes of three schemes, linked by what registers say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import pandas as pd
from sqlalchemy import ColumnElement, Connection, FromClause, func, or_, select

from edusandbox.warehouse.conditions import one_of
from edusandbox.warehouse.errors import NotTogetherError, SchoolCodeError
from edusandbox.warehouse.load.bulk import insert_tuples
from edusandbox.warehouse.tables.dimension_tables import dim_school
from edusandbox.warehouse.tables.history_tables import keep_history
from edusandbox.warehouse.tables.operation_tables import ops_submission, ops_submission_school

SCHEME_COLUMNS = {"smis8": "smis_code", "ministry10": "ministry_code", "obec6": "obec_code"}
"""The column of `dim_school` for each scheme of school codes."""

_Codes = dict[str, str]


class _Schools:
    """The schools that submissions name, as they are known, and what is being learnt about them."""

    def __init__(self, newest_id: int) -> None:
        self.newest_id = newest_id
        self.ids: dict[str, dict[str, int]] = {column: {} for column in SCHEME_COLUMNS.values()}
        self.codes: dict[int, _Codes] = {}
        self.new: set[int] = set()
        self.changed: set[int] = set()
        self.merged: dict[int, int] = {}
        self.has_merged = False

    def know(self, school_id: int, codes: _Codes) -> None:
        """Takes a school as the warehouse has it."""
        self.codes[school_id] = codes
        for column, code in codes.items():
            self.ids[column][code] = school_id

    def learn(self, codes: _Codes) -> None:
        """Finds or adds the school that these codes name, and links them to it."""
        found = sorted({self.ids[column][code] for column, code in codes.items() if code in self.ids[column]})
        if found and len(codes) == 1:
            return
        if not found:
            self.newest_id += 1
            found = [self.newest_id]
            self.codes[self.newest_id] = {}
            self.new.add(self.newest_id)
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
                    "mend the code in the file that is wrong"
                )

    def _merge(self, kept: int, other: int) -> None:
        codes = self.codes.pop(other)
        self.has_merged = True
        if other not in self.new:
            self.merged[other] = kept
        self.new.discard(other)
        self.changed.discard(other)
        self._link(kept, codes)

    def _link(self, school_id: int, codes: _Codes) -> None:
        if not codes.items() <= self.codes[school_id].items():
            self.codes[school_id] |= codes
            self.changed.add(school_id)
        for column, code in codes.items():
            self.ids[column][code] = school_id


@dataclass(frozen=True, slots=True)
class SchoolRows:
    """The rows of a submission.

    Attributes:
        rows: `school_code`, `school_code_scheme`, and in a register `smis_code`, `ministry_code`,
            `obec_code` where the sender gave them.
        links: Whether the rows may link codes of several schemes to one school, as a register may.
            Two schools that turn out to be one are made one.
    """

    rows: pd.DataFrame
    links: bool


def resolve_schools(
    connection: Connection, sent: Sequence[SchoolRows], at: datetime, *, is_alone: bool
) -> dict[str, int]:
    """Finds the schools of submissions and adds those that the warehouse has not seen.

    Args:
        connection: Inside a writing transaction.
        sent: The submissions, in the order in which they came.
        at: The moment of the load.
        is_alone: Whether nothing else is loaded along with one submission.

    Returns:
        `school_id` by `school_code`.

    Raises:
        SchoolCodeError: The rows contradict each other or what the warehouse knows.
        NotTogetherError: One of several submissions says that schools are one, and what the others hold, or
            close, is not in the warehouse as it will be; or a code stands for two schools in two of them.
    """
    columns = [_columns(each.rows) for each in sent]
    linked = [list(_linked_codes(each.rows)) if each.links else [] for each in sent]
    schools = _known_schools(connection, columns, linked)
    ids: dict[str, int] = {}
    for own, codes_of_one in zip(columns, linked, strict=True):
        for one in codes_of_one:
            schools.learn(one)
        for code, column in own.items():
            if code not in schools.ids[column]:
                schools.learn({column: code})
        found = {code: schools.ids[column][code] for code, column in own.items()}
        _refuse_two_codes_of_one_school(found)
        if any(ids.get(code, school_id) != school_id for code, school_id in found.items()):
            raise NotTogetherError("a code stands for two schools")
        ids |= found
    if schools.has_merged and not is_alone:
        raise NotTogetherError("schools turned out to be one")
    _store(connection, schools, at)
    return ids


def _known_schools(
    connection: Connection, columns: Iterable[Mapping[str, str]], linked: Iterable[Iterable[_Codes]]
) -> _Schools:
    """The schools that any of these codes stands for; the others do not matter to the submissions."""
    schools = _Schools(connection.scalar(select(func.max(dim_school.c.school_id))) or 0)
    wanted: dict[str, set[str]] = {column: set() for column in SCHEME_COLUMNS.values()}
    for own in columns:
        for code, column in own.items():
            wanted[column].add(code)
    links = [codes for of_one in linked for codes in of_one]
    for codes in links:
        for column, code in codes.items():
            wanted[column].add(code)
    names = [name for name, some in wanted.items() if some]
    for name in names:
        which = one_of(connection, dim_school.c[name], wanted[name])
        if links:
            known = select(dim_school.c.school_id, *(dim_school.c[each] for each in wanted)).where(which)
            for school_id, *found in connection.execute(known).all():
                pairs = zip(wanted, found, strict=True)
                schools.know(school_id, {column: code for column, code in pairs if code is not None})
        else:
            # Where nothing is linked a school's other codes do not matter.
            known_ids = select(dim_school.c[name], dim_school.c.school_id).where(which)
            schools.ids[name] = {
                str(code): school_id for code, school_id in connection.execute(known_ids).all()
            }
    return schools


def _columns(rows: pd.DataFrame) -> dict[str, str]:
    """The column of `dim_school` for each code of a submission."""
    columns: dict[str, str] = {}
    pairs = zip(rows["school_code"].tolist(), rows["school_code_scheme"].tolist(), strict=True)
    for code, scheme in dict.fromkeys(pairs):
        column = SCHEME_COLUMNS[str(scheme)]
        if columns.setdefault(code, column) != column:
            raise SchoolCodeError(
                f"The file uses {code} as a code of two schemes, {column} and {columns[code]}"
            )
    return columns


def _refuse_two_codes_of_one_school(ids: dict[str, int]) -> None:
    """Figures of one school under two codes could be the same figures twice, or two halves: who knows."""
    code_by_id: dict[int, str] = {}
    for code, school_id in ids.items():
        if (other := code_by_id.setdefault(school_id, code)) != code:
            raise SchoolCodeError(
                f"The file has rows under {other} and rows under {code}, but these are codes of one school; "
                "write all of its rows under one code"
            )


def _linked_codes(rows: pd.DataFrame) -> Iterable[_Codes]:
    """The codes of each school of a register."""
    further = [each for each in SCHEME_COLUMNS.values() if each in rows.columns]
    columns = [rows[each].tolist() for each in ("school_code_scheme", "school_code", *further)]
    for scheme, code, *others in dict.fromkeys(zip(*columns, strict=True)):
        codes = {
            column: str(other)
            for column, other in zip(further, others, strict=True)
            if not pd.isna(other) and str(other)
        }
        column = SCHEME_COLUMNS[str(scheme)]
        if codes.setdefault(column, str(code)) != str(code):
            raise SchoolCodeError(
                f"The file has {code} and {codes[column]} as {column} of one school; mend it in the file"
            )
        yield codes


def _store(connection: Connection, schools: _Schools, at: datetime) -> None:
    for other, kept in schools.merged.items():
        _make_one(connection, other, kept)
    changed = schools.changed - schools.new
    for school_id in sorted(changed):
        same = dim_school.c.school_id == school_id
        connection.execute(dim_school.update().where(same).values(schools.codes[school_id]))
    columns = list(SCHEME_COLUMNS.values())
    new = [(each, *(schools.codes[each].get(column) for column in columns)) for each in sorted(schools.new)]
    insert_tuples(connection, dim_school, ["school_id", *columns], new)
    if touched := changed | schools.new | schools.merged.keys():
        # A merger touches the entries that were merged into the other one before, too.
        which = None if schools.merged else one_of(connection, dim_school.c.school_id, touched)
        keep_history(connection, dim_school, at, which)


def _make_one(connection: Connection, other: int, kept: int) -> None:
    """Notes that one school is the other. Facts stay as they were loaded, so that the past can be told."""
    mine, theirs = ops_submission_school.alias(), ops_submission_school.alias()
    mine_is, theirs_is = dim_school.alias(), dim_school.alias()
    with_both = (
        select(ops_submission.c.submission_id)
        .join(mine, mine.c.submission_id == ops_submission.c.submission_id)
        .join(theirs, theirs.c.submission_id == ops_submission.c.submission_id)
        .join(mine_is, mine_is.c.school_id == mine.c.school_id)
        .join(theirs_is, theirs_is.c.school_id == theirs.c.school_id)
        .where(ops_submission.c.is_current, same_school(mine_is) == kept, same_school(theirs_is) == other)
    )
    if connection.execute(with_both.limit(1)).first() is not None:
        raise _two_schools(connection, other, kept)
    is_other = or_(dim_school.c.school_id == other, dim_school.c.same_as_school_id == other)
    nothing = dict.fromkeys(SCHEME_COLUMNS.values())
    connection.execute(dim_school.update().where(is_other).values(same_as_school_id=kept, **nothing))


def same_school(school: FromClause) -> ColumnElement[int]:
    """The school that an entry of `dim_school` stands for: itself, or the one that it turned out to be."""
    return func.coalesce(school.c.same_as_school_id, school.c.school_id)


def _two_schools(connection: Connection, other: int, kept: int) -> SchoolCodeError:
    code = func.coalesce(dim_school.c.smis_code, dim_school.c.ministry_code, dim_school.c.obec_code)
    codes = connection.scalars(select(code).where(dim_school.c.school_id.in_([kept, other]))).all()
    return SchoolCodeError(
        f"The file says that {' and '.join(sorted(codes))} are one school, but another file of the "
        "warehouse has both as schools of their own; mend the code in the file that is wrong"
    )
