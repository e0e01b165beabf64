"""Loads a province's folder and says of a mistake in it where it stands.

The folder holds `province.toml` (code, name_th, name_en, keep_personal_data), `agencies.csv` (one row an
agency, more where it changed) and `calendar.csv` (one row a period and form, see `calendar_file`); it may
hold `layout_lines.csv` (one row a heading that this province knows besides, for everybody, one agency or one
file) and `layouts.csv` (layouts of its own, or until when one is accepted). Dates are CE (2020-07-01); period
codes are Buddhist.
"""

import hashlib
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field

from edusandbox.form_parts import PART_MARK, form_and_part
from edusandbox.sources.calendar_file import SentForms, read_calendar
from edusandbox.sources.province_files import FileRow, ProvinceFolderError, read_csv, read_toml, validated
from edusandbox.sources.registry import AGENCY_CODE_SCHEMES, Agency, Province
from schemas.layouts.lines import LayoutAdditions, LayoutLine, LayoutRow, Presence

__all__ = ["ProvinceFolderError", "folder_digest", "load_province"]

Words = Annotated[tuple[str, ...], BeforeValidator(lambda text: tuple(str(text).split()))]
OptionalDate = Annotated[date | None, BeforeValidator(lambda text: text or None)]
OptionalFlag = Annotated[bool, BeforeValidator(lambda text: text or False)]
_FILES = ("province.toml", "agencies.csv", "calendar.csv")
_OPTIONAL_FILES = ("layouts.csv", "layout_lines.csv")


class _ProvinceRow(FileRow):
    code: str = Field(pattern=r"^\d{2}$")
    name_th: str = Field(min_length=1)
    name_en: str = Field(min_length=1)
    keep_personal_data: bool = False


class _AgencyRow(FileRow):
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


class _LayoutRow(FileRow):
    layout: str = Field(min_length=1)
    form: str
    name_th: str = Field(min_length=1)
    name_en: str = Field(min_length=1)
    accepted_until: OptionalDate
    replaced_by: str
    part: str = ""


class _LineRow(FileRow):
    form: str
    layout: str = Field(min_length=1)
    header: str = Field(min_length=1)
    field: str = Field(min_length=1)
    taken_from: str
    presence: Presence
    agency_code: str
    file_name: str
    not_private: OptionalFlag = False


def load_province(folder: Path, forms: SentForms) -> Province:
    """Loads and validates a province's folder.

    Args:
        folder: The folder.
        forms: All forms by their codes.

    Raises:
        ProvinceFolderError: Something is missing or wrong; the text names file and line.
    """
    province = validated(_ProvinceRow, read_toml(folder / "province.toml"), "province.toml")
    agencies = list(read_csv(folder / "agencies.csv", _AgencyRow))
    for place, row in agencies:
        _require_known_forms(place, row.forms, forms)
    _require_sound_agencies(agencies)
    return Province(
        code=province.code,
        name_th=province.name_th,
        name_en=province.name_en,
        agencies=tuple(_agency(row) for _, row in agencies),
        calendar=read_calendar(folder / "calendar.csv", forms),
        layouts=_layout_additions(folder, forms),
        keeps_personal_data=province.keep_personal_data,
    )


def folder_digest(folder: Path) -> str:
    """Hex SHA-256 of a province's folder, so that a run says by which registry it worked."""
    digest = hashlib.sha256()
    for name in (*_FILES, *(name for name in _OPTIONAL_FILES if (folder / name).exists())):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def _layout_additions(folder: Path, known_forms: SentForms) -> LayoutAdditions:
    layouts, lines = (folder / name for name in _OPTIONAL_FILES)
    rows = list(read_csv(layouts, _LayoutRow)) if layouts.exists() else []
    headings = list(read_csv(lines, _LineRow)) if lines.exists() else []
    named = [(place, row.form) for place, row in rows] + [(place, row.form) for place, row in headings]
    for place, form in named:
        _require_known_forms(place, (form,), known_forms)
    return LayoutAdditions(
        layouts=tuple(LayoutRow(**row.model_dump()) for _, row in rows),
        lines=tuple(
            (row.form, row.layout, LayoutLine(**row.model_dump(exclude={"form", "layout"})))
            for _, row in headings
        ),
    )


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


def _require_known_forms(place: str, owed: tuple[str, ...], known: SentForms) -> None:
    for name in owed:
        form, mark, part = name.partition(PART_MARK)
        if form not in known:
            choices = ", ".join(sorted(known))
            raise ProvinceFolderError(f"{place}: forms: there is no form {form!r}; there are {choices}")
        if mark and part not in filter(None, known[form].part_codes):
            parts = ", ".join(form_and_part(form, part) for part in filter(None, known[form].part_codes))
            choices = f"there are {parts}" if parts else f"write {form}"
            raise ProvinceFolderError(f"{place}: forms: {form!r} has no part {part!r}; {choices}")


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
