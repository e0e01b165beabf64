"""Writes a whole sample: an inbox of messy deliveries and, beside it, the truth."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from edusandbox.samples.deliveries import (
    SampleFile,
    budget_file,
    empty_file,
    enrolment_file,
    lock_file,
    register_list_file,
    register_template_file,
    visits_file,
)
from edusandbox.samples.profiles import HEADER_TYPO, LEAST_SCHOOLS, Profile, assign
from edusandbox.samples.register_layouts import list_code
from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.schools import made_up_schools, sending_agencies
from edusandbox.samples.truth import SampleTruth, TruthCollector
from edusandbox.sources.registry import Agency, CalendarEntry, Province
from schemas.periods import Period


def write_sample(  # noqa: PLR0913 - each is a choice that demo, tests and benchmarks make differently
    folder: Path,
    *,
    province: Province,
    period: Period,
    school_count: int = 70,
    seed: int = 2563,
    faults: bool = True,
    layout: str | None = None,
    names_period: bool = False,
) -> SampleTruth:
    """Writes what a province's agencies send for a semester, and the known answers.

    The same arguments write the same bytes. The agencies that owe enrolment send it; the provincial office,
    where there is one, sends the list of the areas' schools. Agencies that the list cannot cover, and one
    area in eleven, send registers of their own.

    Args:
        folder: Gets `inbox/<agency's folder>/<files>` and `truth/<table>.csv`; files of these names are
            replaced, others stay.
        province: Who sends.
        period: A semester of the province's calendar.
        school_count: Number of schools, five or more for each agency where there are faults.
        seed: Decides everything.
        faults: Whether there are faults to find, files that are no returns and agencies that send nothing.
        layout: One layout of enrolment for all agencies (`office` and `tidy` as xlsx, `dmc_area` as csv);
            None for a mixture of layouts and kinds of file.
        names_period: Whether deliveries of layouts that name no period in the file carry its code in their
            path; otherwise they belong to the period that is open or asked for.

    Returns:
        The truth, which also stands in `truth/`.

    Raises:
        ValueError: The period is not in the calendar, there are too few schools, or there is no such layout.
    """
    entry = _calendar_entry(province, period)
    agencies = sending_agencies(province, entry.start_date)
    schools = made_up_schools(
        province,
        day=entry.start_date,
        school_count=school_count,
        seed=seed,
        least_of_agency=LEAST_SCHOOLS if faults else 1,
    )
    by_agency = {code: tuple(group) for code, group in groupby(schools, lambda school: school.agency_code)}
    due_date = entry.due_date or entry.end_date
    returns = [AgencyReturn(agency, period, due_date, by_agency[agency.code]) for agency in agencies]
    profiles = assign(agencies, faults=faults, layout=layout)
    valid = [agency for agency in province.agencies if agency.is_valid_on(entry.start_date)]
    writer = _SampleWriter(folder, valid)
    writer.write_registers(returns, profiles)
    for sent, profile in zip(returns, profiles, strict=True):
        if profile is not None:
            named = _with_period(profile) if names_period else profile
            writer.write_enrolment(sent, named, seed)
    if faults:
        writer.write_strays(returns, profiles, seed)
    truth = writer.collector.truth()
    truth.write(folder / "truth")
    return truth


class _SampleWriter:
    """Writes files below `inbox/` and gathers their truth."""

    def __init__(self, folder: Path, agencies: Sequence[Agency]) -> None:
        self._inbox = folder / "inbox"
        self._folders = {agency.code: agency.folder for agency in agencies}
        self._office = next((agency for agency in agencies if agency.sends_for_province), None)
        self.collector = TruthCollector()

    def write_registers(self, returns: Sequence[AgencyReturn], profiles: Sequence[Profile | None]) -> None:
        listed = []
        for sent, profile in zip(returns, profiles, strict=True):
            sends_its_own = profile is not None and profile.has_own_register
            if self._office is not None and list_code(sent.agency) and not sends_its_own:
                listed.append(sent)
            elif profile is not None:
                self._write_register(register_template_file(sent), [sent])
        if self._office is not None and listed:
            self._write_register(register_list_file(self._office, listed), listed)

    def _write_register(self, file: SampleFile, returns: Sequence[AgencyReturn]) -> None:
        self._write(file)
        for sent in returns:
            self.collector.add_register(sent.period.code, sent.schools)

    def write_enrolment(self, sent: AgencyReturn, profile: Profile, seed: int) -> None:
        file, table = enrolment_file(replace(sent, habits=profile.habits), profile, seed)
        self._write(file)
        self.collector.add_enrolment(sent.period.code, table, sent.schools)

    def write_strays(
        self, returns: Sequence[AgencyReturn], profiles: Sequence[Profile | None], seed: int
    ) -> None:
        """Writes what is no return, and a header typo where no agency's own delivery has one."""
        if not any(profile and "header_typo" in profile.faults for profile in profiles):
            self.write_enrolment(returns[0], HEADER_TYPO, seed)
        senders = [sent.agency for sent in returns]
        makers = (budget_file, empty_file, lock_file, visits_file)
        for position, make in enumerate(makers):
            self._write(make(senders[position % len(senders)]))

    def _write(self, file: SampleFile) -> None:
        path = self._inbox / self._folders[file.sender_code] / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
        self.collector.add(file)


def _calendar_entry(province: Province, period: Period) -> CalendarEntry:
    entry = province.calendar.get(period.code)
    if entry is None:
        known = ", ".join(province.calendar) or "none"
        raise ValueError(f"the calendar of {province.name_en} has no {period.code}; it has {known}")
    if not period.semester:
        raise ValueError(f"enrolment is sent for a semester such as 2563-1, not for {period.code}")
    return entry


def _with_period(profile: Profile) -> Profile:
    """Names the period in the path of a file that nothing else says it of."""
    if profile.layout != "dmc_area" or "{period}" in profile.file_stem:
        return profile
    return replace(profile, file_stem=f"{{period}}/{profile.file_stem}")
