"""Bringing a province's registry into a warehouse, and reading it there."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, exists, select
from sqlalchemy.exc import IntegrityError

from edusandbox.sources.registry import Agency, CalendarEntry, Province
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.load.differences import changed_values
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period, dim_province
from edusandbox.warehouse.tables.history_tables import keep_history
from edusandbox.warehouse.tables.operation_tables import ops_obligation, ops_submission
from schemas.periods import BUDDHIST_ERA_OFFSET, Period, PeriodKind

# Month and day on which semesters 1, 2 and 3 usually begin, and how many years after the year's name.
_USUAL_SEMESTER_STARTS = {1: (0, 5, 16), 2: (0, 11, 1), 3: (1, 4, 1)}
_OBLIGATION_KEY = (
    ops_obligation.c.agency_id,
    ops_obligation.c.form_code,
    ops_obligation.c.part_code,
    ops_obligation.c.period_id,
)


def sync_province(
    connection: Connection, province: Province, at: datetime, *, today: date | None = None
) -> None:
    """Makes agencies, calendar and obligations in the warehouse what the registry says; writes what differs.

    An agency or period that left the registry stays, because submissions refer to it; an obligation that
    left it goes. Doing it twice changes nothing. What was there before stays in the history.

    Args:
        connection: Inside a writing transaction.
        province: The registry.
        at: The moment from which this holds.
        today: The day by which something may be owed: what opens later is not owed yet; None for all.

    Raises:
        WarehouseError: An agency has the code of another province's agency, whose returns are here.
    """
    _refuse_codes_of_others(connection, province)
    _sync_province_names(connection, province)
    _sync_agencies(connection, province.agencies)
    _sync_periods(connection, province.calendar, at)
    _sync_obligations(connection, province, today)
    for table in (dim_agency, dim_period, ops_obligation):
        keep_history(connection, table, at)


def province_id(code: str) -> int:
    """The key of a province: its TIS 1099 code as a number."""
    return int(code)


def usual_start_date(period: Period) -> date:
    """The day on which such a period usually begins: what puts periods in order that no calendar knows.

    Semesters and academic years begin on 16 May, the second semester on 1 November, the summer term on
    1 April, fiscal years on 1 October of the year before.
    """
    year = period.year_be - BUDDHIST_ERA_OFFSET
    match period.kind:
        case PeriodKind.FISCAL_YEAR:
            return date(year - 1, 10, 1)
        case PeriodKind.ACADEMIC_YEAR:
            return date(year, 5, 16)
        case PeriodKind.SEMESTER:
            years_later, month, day = _USUAL_SEMESTER_STARTS[period.semester]
            return date(year + years_later, month, day)


def ensure_period(connection: Connection, period: Period, entry: CalendarEntry | None, at: datetime) -> int:
    """The key of a period; one that is not there yet is added.

    Args:
        connection: Inside a writing transaction.
        period: The period.
        entry: What the calendar says of it; None for a period outside the calendar.
        at: The moment from which it is there.
    """
    period_id = connection.scalar(
        select(dim_period.c.period_id).where(dim_period.c.period_code == period.code)
    )
    if period_id is None:
        statement = dim_period.insert().values(_period_values(period, entry))
        period_id = connection.scalar(statement.returning(dim_period.c.period_id))
        keep_history(connection, dim_period, at, dim_period.c.period_id == period_id)
    return int(period_id or 0)


class Agencies:
    """The agencies that a warehouse knows, each with its stretches of time."""

    def __init__(self, rows: Iterable[Row[Any]]) -> None:
        """Takes rows of `dim_agency`."""
        self._by_code: dict[str, list[Row[Any]]] = defaultdict(list)
        self._by_id: dict[int, Row[Any]] = {}
        for row in sorted(rows, key=lambda each: each.valid_from_date, reverse=True):
            self._by_code[row.agency_code].append(row)
            self._by_id[row.agency_id] = row

    def named(self, agency_id: int) -> Row[Any]:
        """The row of `dim_agency` with a key."""
        return self._by_id[agency_id]

    def on(self, code: str, day: date) -> Row[Any]:
        """The row of `dim_agency` for a stable code on a day; outside all of its dates the newest one.

        Raises:
            WarehouseError: The warehouse knows no such agency.
        """
        rows = self._by_code.get(code)
        if not rows:
            raise WarehouseError(f"The warehouse knows no agency {code}; is it in the province's registry?")
        return next((row for row in rows if _holds(row, day)), rows[0])


def read_agencies(connection: Connection) -> Agencies:
    """Reads the agencies of a warehouse: some hundred at most."""
    return Agencies(connection.execute(select(dim_agency)))


def _holds(row: Row[Any], day: date) -> bool:
    return bool(row.valid_from_date <= day and (row.valid_to_date is None or day <= row.valid_to_date))


def _period_values(period: Period, entry: CalendarEntry | None) -> dict[str, Any]:
    return {
        "period_code": period.code,
        "kind": period.kind.value,
        "year_be": period.year_be,
        "semester": period.semester,
        "start_date": entry.start_date if entry else None,
        "end_date": entry.end_date if entry else None,
        "due_date": entry.due_date if entry else None,
        "order_date": entry.start_date if entry else usual_start_date(period),
    }


def _refuse_codes_of_others(connection: Connection, province: Province) -> None:
    """An agency is known by its code alone: the returns of two would be versions of each other."""
    taken = (
        select(dim_agency.c.agency_code, dim_province.c.province_code)
        .join_from(ops_submission, dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_province, dim_province.c.province_id == ops_submission.c.province_id)
        .where(dim_province.c.province_code != province.code)
        .distinct()
    )
    has_others = select(exists().where(dim_province.c.province_code != province.code))
    if not connection.scalar(has_others):
        return
    own = {agency.code for agency in province.agencies}
    if shared := sorted(tuple(row) for row in connection.execute(taken) if row.agency_code in own):
        said = ", ".join(f"{code} (of province {other})" for code, other in shared)
        raise WarehouseError(
            f"The registry of province {province.code} has agencies by codes of another province's, whose "
            f"returns this warehouse holds: {said}. Give them other codes, or keep a warehouse for each "
            "province"
        )


def _sync_province_names(connection: Connection, province: Province) -> None:
    names = {"province_code": province.code, "name_th": province.name_th, "name_en": province.name_en}
    same = dim_province.c.province_id == province_id(province.code)
    standing = connection.execute(select(dim_province).where(same)).mappings().one_or_none()
    if standing is None:
        connection.execute(dim_province.insert().values(province_id=province_id(province.code), **names))
    elif changed := changed_values(names, standing):
        connection.execute(dim_province.update().where(same).values(changed))


def _sync_periods(connection: Connection, calendar: Mapping[str, CalendarEntry], at: datetime) -> None:
    standing = {row["period_code"]: row for row in connection.execute(select(dim_period)).mappings()}
    for entry in calendar.values():
        code, values = entry.period.code, _period_values(entry.period, entry)
        if code not in standing:
            ensure_period(connection, entry.period, entry, at)
        elif changed := changed_values(values, standing[code]):
            connection.execute(dim_period.update().where(dim_period.c.period_code == code).values(changed))


def _sync_agencies(connection: Connection, agencies: Sequence[Agency]) -> None:
    rows = connection.execute(select(dim_agency)).mappings().all()
    known = {(row["agency_code"], row["valid_from_date"]): int(row["agency_id"]) for row in rows}
    standing = {int(row["agency_id"]): row for row in rows}
    wanted = {(each.code, each.valid_from_date): each for each in agencies}
    _redate_agencies(connection, known, wanted)
    for key, agency in wanted.items():
        values = _agency_values(agency)
        if key not in known:
            connection.execute(dim_agency.insert().values(values))
        elif changed := changed_values(values, standing[known[key]]):
            same = dim_agency.c.agency_id == known[key]
            connection.execute(dim_agency.update().where(same).values(changed))


def _redate_agencies(
    connection: Connection, known: dict[tuple[str, date], int], wanted: Mapping[tuple[str, date], Agency]
) -> None:
    """A first day that was mended in the registry moves the row, so that the agency is not there twice."""
    gone = sorted(known.keys() - wanted.keys())
    new = sorted(wanted.keys() - known.keys())
    for code in {code for code, _ in gone}:
        olds = [key for key in gone if key[0] == code]
        for old, key in zip(olds, [key for key in new if key[0] == code], strict=False):
            known[key] = known.pop(old)
    _drop_unused_agencies(connection, [agency_id for key, agency_id in known.items() if key not in wanted])


def _drop_unused_agencies(connection: Connection, agency_ids: Sequence[int]) -> None:
    for agency_id in agency_ids:
        connection.execute(ops_obligation.delete().where(ops_obligation.c.agency_id == agency_id))
        try:
            with connection.begin_nested():
                connection.execute(dim_agency.delete().where(dim_agency.c.agency_id == agency_id))
        except IntegrityError:
            # Deliveries or submissions refer to it: then it belongs to the warehouse's history.
            continue


def _agency_values(agency: Agency) -> dict[str, Any]:
    return {
        "agency_code": agency.code,
        "name_th": agency.name_th,
        "name_en": agency.name_en,
        "kind": agency.kind,
        "area4_code": agency.scheme_codes.get("area4") or None,
        "area8_code": agency.scheme_codes.get("area8") or None,
        "area6_code": agency.scheme_codes.get("area6") or None,
        "valid_from_date": agency.valid_from_date,
        "valid_to_date": agency.valid_to_date,
    }


def _sync_obligations(connection: Connection, province: Province, today: date | None) -> None:
    agencies = connection.execute(
        select(dim_agency.c.agency_code, dim_agency.c.valid_from_date, dim_agency.c.agency_id)
    )
    agency_ids = {(row.agency_code, row.valid_from_date): row.agency_id for row in agencies}
    periods = connection.execute(select(dim_period.c.period_code, dim_period.c.period_id))
    period_ids = {row.period_code: row.period_id for row in periods}
    opening_days = {
        (
            agency_ids[agency.code, agency.valid_from_date],
            days.form,
            days.part,
            period_ids[entry.period.code],
            days.due_date,
        ): days.opening_date
        for agency, entry, days in province.owed()
    }
    columns = (*_OBLIGATION_KEY, ops_obligation.c.due_date)
    standing = {tuple(row) for row in connection.execute(select(*columns))}
    keys = {tuple(key) for *key, _ in standing}
    # What was owed on a later day than this run's stays: only what the calendar does not ask for goes.
    owed = {
        each
        for each, opening_date in opening_days.items()
        if today is None or opening_date <= today or each[:-1] in keys
    }
    if gone := standing - opening_days.keys():
        same = [column == bindparam(f"old_{column.name}") for column in _OBLIGATION_KEY]
        connection.execute(
            ops_obligation.delete().where(*same),
            [
                {f"old_{column.name}": value for column, value in zip(_OBLIGATION_KEY, key, strict=True)}
                for *key, _ in gone
            ],
        )
    if new := owed - standing:
        connection.execute(
            ops_obligation.insert(),
            [{column.name: value for column, value in zip(columns, row, strict=True)} for row in new],
        )
