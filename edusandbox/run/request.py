"""What a run is given: settings, registry, period, and the choice of agencies and forms."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from edusandbox.checking.context import CheckContext
from edusandbox.errors import UserError
from edusandbox.settings import Settings
from edusandbox.sources.province_folder import folder_digest, load_province
from edusandbox.sources.registry import Agency, Province
from edusandbox.timestamps import parse_day, today_in_bangkok
from schemas.catalogue import FORMS
from schemas.layouts.files import mistake_in
from schemas.periods import Period


class RunRequestError(UserError):
    """The run was asked for something that there is not, as one sentence."""


@dataclass(frozen=True, slots=True)
class RunRequest:
    """A run, validated.

    Attributes:
        settings: The installation's settings.
        province: The province's registry.
        today: The day of the run, by which periods are open.
        period: The period that the run reports on: the one asked for, otherwise the one opened last.
        asked_period: The period asked for, to which deliveries that state none belong; None where the
            calendar decides.
        agencies: Agencies whose folders are looked into.
        asked_agencies: Codes of the agencies that were asked for by name; None where the run is about all.
        forms: Forms wanted: files that hold none of them wait for another run; empty takes every file.
        is_forced: Whether files whose bytes are known are taken again, and shrunk versions accepted.
        config_hash: Digest of the province's folder.
    """

    settings: Settings
    province: Province
    today: date
    period: Period
    asked_period: Period | None
    agencies: tuple[Agency, ...]
    asked_agencies: frozenset[str] | None
    forms: tuple[str, ...]
    is_forced: bool
    config_hash: str

    @property
    def context(self) -> CheckContext:
        """What checking depends on, before the registers are known."""
        return CheckContext(
            self.province, self.today, limits=self.settings.limits, asked_period=self.asked_period
        )

    def folder_url(self, agency_code: str) -> str:
        """The folder of an agency."""
        folder = next(each.folder for each in self.agencies if each.code == agency_code)
        return f"{self.settings.inbox_url.rstrip('/')}/{folder}"

    def agency_name_th(self, agency_code: str) -> str:
        """The name of an agency."""
        return next(each.name_th for each in self.agencies if each.code == agency_code)


def request_run(  # noqa: PLR0913 - these are the run's parameters
    settings: Settings,
    *,
    province_folder: Path | None = None,
    period: str | None = None,
    today: str | None = None,
    agencies: Sequence[str] = (),
    forms: Sequence[str] = (),
    force: bool = False,
) -> RunRequest:
    """Validates what a run is asked to do.

    Args:
        settings: The installation's settings.
        province_folder: Another folder than the settings name.
        period: Period code; None for those that are open on the day of the run.
        today: The day of the run, `2569-11-30` or `2026-11-30`; None for today in Bangkok.
        agencies: Agency codes; empty for all.
        forms: Form codes: only files that hold one of them are taken; empty for all.
        force: Take files whose bytes are known again.

    Raises:
        TimestampError: The day is none.
        ProvinceFolderError: The province's folder has a mistake.
        RunRequestError: There is no such period, agency or form.
    """
    day_of_run = today_in_bangkok() if today is None else parse_day(today, "--today")
    folder = province_folder or settings.province_folder
    province = load_province(folder, FORMS)
    mistake = mistake_in(province.layouts)
    if mistake is not None:
        raise RunRequestError(f"{folder}: {mistake}")
    asked = _asked_period(province, period)
    chosen = asked or province.newest_period(day_of_run)
    day = province.calendar[chosen.code].start_date
    valid = {each.code: each for each in province.agencies if each.is_valid_on(day)}
    if not valid:
        raise RunRequestError(f"No agency of {folder} is valid on {day}, the first day of {chosen}.")
    _require_known("agency", agencies, valid.keys())
    _require_known("form", forms, FORMS.keys())
    return RunRequest(
        settings=settings,
        province=province,
        today=day_of_run,
        period=chosen,
        asked_period=asked,
        agencies=tuple(valid[code] for code in dict.fromkeys(agencies) or valid),
        asked_agencies=frozenset(agencies) or None,
        forms=tuple(forms),
        is_forced=force,
        config_hash=folder_digest(folder),
    )


def _asked_period(province: Province, code: str | None) -> Period | None:
    if code is None:
        return None
    _require_known("period", [code], province.calendar.keys())
    return Period.parse(code)


def _require_known(what: str, asked: Sequence[str], known: Collection[str]) -> None:
    for each in asked:
        if each not in known:
            raise RunRequestError(f"There is no {what} {each!r}; there are {', '.join(known)}.")
