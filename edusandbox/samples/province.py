"""A made-up province of any size, and its folder as the registry reads it."""

import csv
import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from edusandbox.sources.registry import AGENCY_CODE_SCHEMES, Agency, CalendarEntry, Province, SendingDays
from schemas.periods import BUDDHIST_ERA_OFFSET, Period, PeriodKind

_PROVINCE_CODE = "99"
"""No province of TIS 1099 has it."""
_FORMS = ("school_register", "enrolment")
_FOUNDED = date(2003, 7, 7)
_FIRST_AREA = 10
_AREAS_OF_PROVINCE = 9
_FIRST_SECONDARY_AREA = 101701
_SECONDARY_SHARE = 4
_MOST_AGENCIES = 800
_TERM = timedelta(days=145)
_FIRST_DAYS = {1: (0, 5, 16), 2: (0, 11, 1), 3: (1, 4, 1)}
"""Calendar years after the academic year's, month and day on which a semester begins."""
_DUE_DAYS = {1: (0, 6, 10), 2: (0, 11, 10), 3: (1, 4, 10)}
"""DMC's days for the first two; the summer semester's, which DMC does not count, follows them."""

_AGENCY_COLUMNS = (
    "agency_code", "name_th", "name_en", "kind", *AGENCY_CODE_SCHEMES, "valid_from_date", "valid_to_date",
    "folder", "forms", "sends_for_province", "note",
)  # fmt: skip
_CALENDAR_COLUMNS = (
    "period", "start_date", "end_date", "form", "part", "opening_date", "due_date", "closing_date",
    "to_confirm", "note",
)  # fmt: skip


def made_up_province(agency_count: int, *, period: Period) -> Province:
    """Makes up a province with service areas and a provincial office that speaks for all of them.

    One area in four is a secondary one, as in the country as a whole.

    Args:
        agency_count: Number of service areas, 1 to 800; the provincial office comes on top.
        period: The semester whose returns are sent from its first to its last day.

    Returns:
        The province; its period is the only one of its calendar.

    Raises:
        ValueError: The number of agencies is out of range, or the period is not a semester.
    """
    if not 1 <= agency_count <= _MOST_AGENCIES:
        raise ValueError(f"a made-up province has 1 to {_MOST_AGENCIES} agencies, not {agency_count}")
    if period.kind is not PeriodKind.SEMESTER:
        raise ValueError(f"a made-up province opens a semester such as 2563-1, not {period}")
    secondary_count = agency_count // _SECONDARY_SHARE
    primary = (_primary_area(number) for number in range(agency_count - secondary_count))
    secondary = (_secondary_area(number) for number in range(secondary_count))
    return Province(
        _PROVINCE_CODE,
        "ตัวอย่าง",
        "Example",
        (*primary, *secondary, _provincial_office()),
        {period.code: _calendar_entry(period)},
    )


def write_province_folder(province: Province, folder: Path) -> None:
    """Writes a province as the registry reads it: `province.toml`, `agencies.csv`, `calendar.csv`.

    Args:
        province: The province.
        folder: Made if it is not there; files of these names are replaced.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = {"code": province.code, "name_th": province.name_th, "name_en": province.name_en}
    # A JSON string of printable text is a TOML string too.
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in names.items()]
    (folder / "province.toml").write_text("".join(lines), encoding="utf-8", newline="\n")
    _write_csv(folder / "agencies.csv", _AGENCY_COLUMNS, map(_agency_line, province.agencies))
    lines_of_calendar = (
        _calendar_line(entry, days) for entry in province.calendar.values() for days in entry.sending
    )
    _write_csv(folder / "calendar.csv", _CALENDAR_COLUMNS, lines_of_calendar)


def _primary_area(number: int) -> Agency:
    province_part, area_part = divmod(number, _AREAS_OF_PROVINCE)
    code = f"{_FIRST_AREA + province_part}0{area_part + 1}"
    name_th, name_en = f"สพป.ตัวอย่าง เขต {number + 1}", f"Example Primary Area {number + 1}"
    return _area(code, name_th, name_en, "สพป.", {"area4": code, "area8": f"{code}0000"})


def _secondary_area(number: int) -> Agency:
    code = str(_FIRST_SECONDARY_AREA + number)
    name_th, name_en = f"สพม.ตัวอย่าง เขต {number + 1}", f"Example Secondary Area {number + 1}"
    return _area(code, name_th, name_en, "สพม.", {"area6": code})


def _area(code: str, name_th: str, name_en: str, kind: str, schemes: dict[str, str]) -> Agency:
    return Agency(
        code, name_th, name_en, kind, schemes, _FOUNDED, None, code, _FORMS, sends_for_province=False
    )


def _provincial_office() -> Agency:
    code = f"PEO{_PROVINCE_CODE}"
    name_en = "Example Provincial Education Office"
    return Agency(code, "ศธจ.ตัวอย่าง", name_en, "ศธจ.", {}, _FOUNDED, None, code, (), sends_for_province=True)


def _calendar_entry(period: Period) -> CalendarEntry:
    year = period.year_be - BUDDHIST_ERA_OFFSET
    start, due = (
        date(year + years, month, day)
        for years, month, day in (_FIRST_DAYS[period.semester], _DUE_DAYS[period.semester])
    )
    end = start + _TERM
    return CalendarEntry(period, start, end, tuple(SendingDays(form, "", start, due, end) for form in _FORMS))


def _write_csv(path: Path, columns: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


def _agency_line(agency: Agency) -> tuple[str, ...]:
    return (
        agency.code,
        agency.name_th,
        agency.name_en,
        agency.kind,
        *(agency.scheme_codes.get(scheme, "") for scheme in AGENCY_CODE_SCHEMES),
        agency.valid_from_date.isoformat(),
        agency.valid_to_date.isoformat() if agency.valid_to_date else "",
        agency.folder,
        " ".join(agency.forms),
        _yes_or_no(agency.sends_for_province),
        "",
    )


def _calendar_line(entry: CalendarEntry, days: SendingDays) -> tuple[str, ...]:
    return (
        entry.period.code,
        entry.start_date.isoformat(),
        entry.end_date.isoformat(),
        days.form,
        days.part,
        days.opening_date.isoformat(),
        days.due_date.isoformat(),
        days.closing_date.isoformat(),
        "",
        "",
    )


def _yes_or_no(value: bool) -> str:  # noqa: FBT001 - writes a truth value
    return "yes" if value else "no"
