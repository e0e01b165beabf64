"""Schools as the registers have them, and what a submission says against them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd
from rapidfuzz import fuzz

from schemas.issues import Finding, Place
from schemas.text import normalise_header

_SIMILAR_NAME = 60.0
"""rapidfuzz ratio under which two names are hardly two spellings of one."""


@dataclass(frozen=True, slots=True)
class KnownSchools:
    """What the registers say as of a day.

    Attributes:
        by_code: Agency code and name by school code.
        agencies: Codes of the agencies whose register is the nearest for any school.
    """

    by_code: Mapping[str, tuple[str, str]]
    agencies: frozenset[str]


@dataclass(frozen=True, slots=True)
class SchoolReferences:
    """The schools of the current registers.

    Attributes:
        schools: Columns `school_code`, `school_code_scheme`, `agency_code`, `school_name_th`,
            `register_start_date`; one row a code and register period.
    """

    schools: pd.DataFrame
    _known: dict[date, KnownSchools] = field(default_factory=dict, repr=False, compare=False)

    def as_of(self, day: date) -> KnownSchools:
        """The schools by the newest register not after a day.

        A school that no register had by then is taken from the earliest one that has it.
        """
        if day not in self._known:
            self._known[day] = self._known_on(day)
        return self._known[day]

    def _known_on(self, day: date) -> KnownSchools:
        schools = self.schools.assign(is_later=self.schools["register_start_date"] > day)
        distance = (pd.to_datetime(schools["register_start_date"]) - pd.Timestamp(day)).abs()
        nearest = (
            schools.assign(distance=distance)
            .sort_values(["is_later", "distance"], kind="stable")
            .drop_duplicates("school_code")
        )
        codes, agencies, names = (
            nearest[column].tolist() for column in ("school_code", "agency_code", "school_name_th")
        )
        by_code = dict(zip(codes, zip(agencies, names, strict=True), strict=True))
        return KnownSchools(by_code, frozenset(agencies))


def reference_findings(
    schools: pd.DataFrame,
    places_of: Callable[[list[int]], Iterable[Place]],
    agency_code: str | None,
    known: KnownSchools,
    agency_names: Mapping[str, str],
) -> Iterator[Finding]:
    """Compares the schools of a submission, or of a table of it, with the registers.

    Args:
        schools: Columns `school_code` and `school_name`, either of which may be missing in a row; one row a
            row of the submission.
        places_of: The cells with the school's code of some rows, by their positions in `schools`; is
            not called where there is nothing to say.
        agency_code: The agency that the submission is about; None to leave open whose schools they are.
        known: The registers, as of the submission's period.
        agency_names: Agency names by code.

    Yields:
        RE001 for a school in nobody's register, unless the agency has none itself; RE002 for one in
        another agency's, RE006 for one with quite another name.
    """
    if not known.by_code:
        return
    has_register = agency_code in known.agencies
    # A return names its schools once for each grade and period: each of them is looked at once.
    columns = schools[["school_code", "school_name"]].fillna("")
    told = {
        (code, name): finding
        for code, name in columns.drop_duplicates().itertuples(index=False, name=None)
        if (finding := _against(code, name, agency_code, known.by_code, agency_names)) is not None
        and (has_register or finding.code != "RE001")
    }
    if not told:
        return
    pairs = list(zip(columns["school_code"], columns["school_name"], strict=True))
    positions = [position for position, pair in enumerate(pairs) if pair in told]
    for position, place in zip(positions, places_of(positions), strict=True):
        yield replace(told[pairs[position]], place=place)


def _against(
    code: str,
    name: str,
    agency_code: str | None,
    known: Mapping[str, tuple[str, str]],
    agency_names: Mapping[str, str],
) -> Finding | None:
    """What the registers say against a school, wherever it stands."""
    if not code:
        return None
    if code not in known:
        return Finding("RE001")
    agency, known_name = known[code]
    if agency_code not in {agency, None}:
        return Finding("RE002", params={"agency": agency_names.get(agency, agency)})
    if name and _differ(name, known_name):
        return Finding("RE006", params={"expected": known_name})
    return None


def _differ(one: str, other: str) -> bool:
    def plain(name: str) -> str:
        return normalise_header(name).removeprefix("โรงเรียน")

    return fuzz.ratio(plain(one), plain(other)) < _SIMILAR_NAME
