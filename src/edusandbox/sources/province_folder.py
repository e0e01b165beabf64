"""Loads a province's folder and says of a mistake in it where it stands.

The folder holds `province.toml` (code, name_th, name_en), `agencies.csv` (one row an agency, more where
it changed) and `calendar.csv` (one row a period). Dates are CE (2020-07-01); period codes are Buddhist.
"""

import csv
import hashlib
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from edusandbox.mistakes import UserError
from edusandbox.periods import Period
from edusandbox.sources.registry import AGENCY_CODE_SCHEMES, Agency, CalendarEntry, Province

Row = TypeVar("Row", bound="_Row")
Words = Annotated[tuple[str, ...], BeforeValidator(lambda text: tuple(str(text).split()))]
OptionalDate = Annotated[date | None, BeforeValidator(lambda text: text or None)]
PeriodCode = Annotated[str, AfterValidator(lambda text: Period.parse(text).code)]


class ProvinceFolderError(UserError):
    """A mistake in a province's folder, as one sentence with file and line."""


class _Row(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _ProvinceRow(_Row):
    code: str = Field(pattern=r"^\d{2}$")
    name_th: str = Field(min_length=1)
    name_en: str = Field(min_length=1)


class _AgencyRow(_Row):
    agency_code: str = Field(min_length=1)
    name_th: str = Field(min_length=1)
    name_en: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    area4: str = Field(pattern=r"^(\d{4})?$")
    area8: str = Field(pattern=r"^(\d{8})?$")
    area6: str = Field(pattern=r"^(\d{6})?$")
    valid_from_date: date
    valid_to_date: OptionalDate
    folder: str = Field(pattern=r"^[^/\\.][^/\\]*$")
    forms: Words
    sends_for_province: bool
    note: str = ""


class _CalendarRow(_Row):
    period: PeriodCode
    start_date: date
    end_date: date
    due_date: date
    is_open: bool
    forms: Words


def load_province(folder: Path, known_forms: frozenset[str]) -> Province:
    """Loads and validates a province's folder.

    Args:
        folder: The folder.
        known_forms: Codes of the forms that there are.

    Raises:
        ProvinceFolderError: Something is missing or wrong; the text names file and line.
    """
    province = _validated(_ProvinceRow, _read_toml(folder / "province.toml"), "province.toml")
    agencies = list(_read_csv(folder / "agencies.csv", _AgencyRow))
    calendar = list(_read_csv(folder / "calendar.csv", _CalendarRow))
    for place, forms in [(place, row.forms) for place, row in agencies] + [
        (place, row.forms) for place, row in calendar
    ]:
        _require_known_forms(place, forms, known_forms)
    _require_sound_agencies(agencies)
    _require_sound_calendar(calendar)
    return Province(
        code=province.code,
        name_th=province.name_th,
        name_en=province.name_en,
        agencies=tuple(_agency(row) for _, row in agencies),
        calendar={
            row.period: CalendarEntry(
                Period.parse(row.period), row.start_date, row.end_date, row.due_date, row.is_open, row.forms
            )
            for _, row in sorted(calendar, key=lambda pair: pair[1].start_date)
        },
    )


def folder_digest(folder: Path) -> str:
    """Hex SHA-256 of a province's folder, so that a run says by which registry it worked."""
    digest = hashlib.sha256()
    for name in ("province.toml", "agencies.csv", "calendar.csv"):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _agency(row: _AgencyRow) -> Agency:
    codes = {scheme: getattr(row, scheme) for scheme in AGENCY_CODE_SCHEMES}
    return Agency(
        code=row.agency_code,
        name_th=row.name_th,
        name_en=row.name_en,
        kind=row.kind,
        scheme_codes={scheme: code for scheme, code in codes.items() if code},
        valid_from_date=row.valid_from_date,
        valid_to_date=row.valid_to_date,
        folder=row.folder,
        forms=row.forms,
        sends_for_province=row.sends_for_province,
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ProvinceFolderError(f"{path} is missing; a province's folder needs it") from None
    except OSError as error:
        raise ProvinceFolderError(f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProvinceFolderError(f"{path.name}: {error}") from None


def _read_csv(path: Path, model: type[Row]) -> Iterator[tuple[str, Row]]:
    """Yields each row with its place, `agencies.csv, line 4`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ProvinceFolderError(f"{path} is missing; a province's folder needs it") from None
    except OSError as error:
        raise ProvinceFolderError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ProvinceFolderError(f"{path.name} is not UTF-8; save it as CSV UTF-8") from None
    reader = csv.DictReader(text.splitlines())
    for row in reader:
        place = f"{path.name}, line {reader.line_num}"
        if None in row or None in row.values():
            wanted = len(reader.fieldnames or [])
            raise ProvinceFolderError(f"{place}: the row has not the {wanted} columns that the heading has")
        yield place, _validated(model, row, place)


def _validated(model: type[Row], values: dict[str, Any], place: str) -> Row:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        given = "" if first["type"] == "missing" else f" (it says {first['input']!r})"
        raise ProvinceFolderError(f"{place}: {column}: {first['msg']}{given}") from None


def _require_known_forms(place: str, forms: tuple[str, ...], known: frozenset[str]) -> None:
    for form in forms:
        if form not in known:
            choices = ", ".join(sorted(known))
            raise ProvinceFolderError(f"{place}: forms: there is no form {form!r}; there are {choices}")


def _require_sound_agencies(agencies: list[tuple[str, _AgencyRow]]) -> None:
    if not agencies:
        raise ProvinceFolderError("agencies.csv: no agency is listed; add one row an agency")
    for number, (place, row) in enumerate(agencies):
        if row.valid_to_date is not None and row.valid_to_date < row.valid_from_date:
            raise ProvinceFolderError(f"{place}: valid_to_date lies before valid_from_date")
        for other_place, other in agencies[:number]:
            if _overlap(row, other) and (shared := _shared(row, other)):
                raise ProvinceFolderError(
                    f"{place}: {shared} is that of {other_place} too, and both are valid on the same days"
                )


def _overlap(one: _AgencyRow, other: _AgencyRow) -> bool:
    return (one.valid_to_date is None or other.valid_from_date <= one.valid_to_date) and (
        other.valid_to_date is None or one.valid_from_date <= other.valid_to_date
    )


def _shared(one: _AgencyRow, other: _AgencyRow) -> str:
    for name in ("agency_code", *AGENCY_CODE_SCHEMES, "folder"):
        value = getattr(one, name)
        if value and value == getattr(other, name):
            return f"{name} {value}"
    return ""


def _require_sound_calendar(calendar: list[tuple[str, _CalendarRow]]) -> None:
    seen: dict[str, str] = {}
    for place, row in calendar:
        if row.end_date < row.start_date:
            raise ProvinceFolderError(f"{place}: end_date lies before start_date")
        if row.period in seen:
            raise ProvinceFolderError(f"{place}: period {row.period} stands in {seen[row.period]} already")
        seen[row.period] = place
    if sum(row.is_open for _, row in calendar) != 1:
        raise ProvinceFolderError("calendar.csv: exactly one period must be open (is_open yes)")
