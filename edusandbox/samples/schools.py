"""Made-up schools of a province's agencies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from random import Random

from edusandbox.samples.figures import GradeFigures, SchoolLevel, SchoolSize, grade_figures
from edusandbox.samples.names import distinct_place_names, school_names
from edusandbox.samples.random_source import random_source
from edusandbox.sources.registry import Agency, Province

_AFFILIATIONS: Mapping[str, str] = {"สช.": "11", "สกร.": "12", "สอศ.": "13", "อปท.": "30"}
"""First two digits of the ministry's code by kind of agency; OBEC's areas have 10."""
_OBEC_AFFILIATION = "10"
_DISTRICTS_OF_AGENCY = 3
_SUBDISTRICTS_OF_DISTRICT = 4


@dataclass(frozen=True, slots=True)
class MadeUpSchool:
    """A school that does not exist, and what it truly has.

    Attributes:
        agency_code: The agency that it belongs to.
        school_code: SMIS code, 8 digits; its first four need not be its agency's.
        ministry_code: Ministry code, 10 digits.
        name_th: Name, in Thai.
        level: What it teaches.
        subdistrict_name_th: Sub-district.
        district_name_th: District.
        figures: Pupils and rooms of each taught grade, in order of grade.
    """

    agency_code: str
    school_code: str
    ministry_code: str
    name_th: str
    level: SchoolLevel
    subdistrict_name_th: str
    district_name_th: str
    figures: tuple[GradeFigures, ...]


def sending_agencies(province: Province, day: date) -> tuple[Agency, ...]:
    """The agencies that have schools of their own and owe enrolment on a day, in the registry's order."""
    return tuple(
        agency
        for agency in province.agencies
        if agency.is_valid_on(day) and "enrolment" in agency.forms and not agency.sends_for_province
    )


def made_up_schools(
    province: Province, *, day: date, school_count: int, seed: int, least_of_agency: int = 1
) -> tuple[MadeUpSchool, ...]:
    """Makes up the schools of a province.

    One name stands in two agencies and, where an agency has four schools or more, one stands twice inside
    it. Where the province has two primary areas, one school of the last keeps the first one's prefix, as
    schools do that have moved.

    Args:
        province: Its agencies.
        day: The day on which the registry is read.
        school_count: Number of schools.
        seed: Decides everything.
        least_of_agency: Number of schools that every agency has at least.

    Returns:
        The schools by agency, in the registry's order, and by code.

    Raises:
        ValueError: There are fewer schools than the agencies need, or no agency owes enrolment.
    """
    agencies = sending_agencies(province, day)
    if not agencies:
        raise ValueError(f"no agency of {province.name_en} owes enrolment on {day.isoformat()}")
    sizes = _shares(school_count, len(agencies), least_of_agency, random_source(seed, "shares"))
    codes = _SchoolCodes(province, agencies)
    schools = [
        school
        for agency, size in zip(agencies, sizes, strict=True)
        for school in _schools_of(agency, size, codes, random_source(seed, "schools", agency.code))
    ]
    return tuple(_share_a_name(schools))


def _shares(total: int, agency_count: int, least: int, random: Random) -> list[int]:
    if total < agency_count * least:
        raise ValueError(
            f"{agency_count} agencies with {least} schools each need {agency_count * least} schools or more,"
            f" not {total}"
        )
    weights = [random.uniform(0.6, 1.4) for _ in range(agency_count)]
    spare = total - agency_count * least
    shares = [least + int(spare * weight / sum(weights)) for weight in weights]
    for position in range(total - sum(shares)):
        shares[position % agency_count] += 1
    return shares


class _SchoolCodes:
    """Gives out codes; the running numbers of a prefix go up across agencies, so that none repeats."""

    def __init__(self, province: Province, agencies: Sequence[Agency]) -> None:
        self._province = province
        self._prefixes = [
            agency.scheme_codes["area4"] for agency in agencies if "area4" in agency.scheme_codes
        ]
        self._given: dict[str, int] = {}
        self._ministry_number = 0

    def smis(self, agency: Agency, random: Random, *, has_moved: bool) -> str:
        own = agency.scheme_codes.get("area4")
        if own is None or has_moved:
            # Secondary schools were numbered by the primary areas that they stood in.
            prefix = random.choice(self._prefixes) if self._prefixes else f"{self._province.code:0>2}99"
            prefix = self._prefixes[0] if has_moved else prefix
        else:
            prefix = own
        number = self._given[prefix] = self._given.get(prefix, 0) + 1
        if number > 9999:
            raise ValueError(f"there are no more than 9999 school codes that begin with {prefix}")
        return f"{prefix}{number:04d}"

    def ministry(self, agency: Agency) -> str:
        self._ministry_number += 1
        affiliation = _AFFILIATIONS.get(agency.kind, _OBEC_AFFILIATION)
        return f"{affiliation}{self._province.code:0>2}{self._ministry_number:06d}"

    def has_room_for_a_moved_school(self, agency: Agency) -> bool:
        return len(self._prefixes) > 1 and agency.scheme_codes.get("area4") == self._prefixes[-1]


def _schools_of(agency: Agency, size: int, codes: _SchoolCodes, random: Random) -> list[MadeUpSchool]:
    names = list(islice(_names(agency, random), size))
    if size >= 4:
        names[size - 2] = names[0]
    places = _places(random)
    schools = []
    for position, name in enumerate(names):
        level = _level(agency, name, random)
        subdistrict, district = random.choice(places)
        has_moved = position == 1 and codes.has_room_for_a_moved_school(agency)
        schools.append(
            MadeUpSchool(
                agency.code,
                codes.smis(agency, random, has_moved=has_moved),
                codes.ministry(agency),
                name,
                level,
                subdistrict,
                district,
                grade_figures(random, level, _size(position, size, random)),
            )
        )
    return sorted(schools, key=lambda school: school.school_code)


def _names(agency: Agency, random: Random) -> Iterator[str]:
    return school_names(random, agency.kind in {"สพม.", "สอศ."})


def _places(random: Random) -> list[tuple[str, str]]:
    subdistricts = iter(distinct_place_names(random, _DISTRICTS_OF_AGENCY * (_SUBDISTRICTS_OF_DISTRICT + 1)))
    districts = list(islice(subdistricts, _DISTRICTS_OF_AGENCY))
    return [
        (subdistrict, district)
        for district in districts
        for subdistrict in islice(subdistricts, _SUBDISTRICTS_OF_DISTRICT)
    ]


def _level(agency: Agency, name: str, random: Random) -> SchoolLevel:
    match agency.kind:
        case "สพม.":
            return SchoolLevel.SECONDARY
        case "สอศ.":
            return SchoolLevel.VOCATIONAL
    if name.startswith("อนุบาล"):
        return SchoolLevel.KINDERGARTEN
    return SchoolLevel.EXPANDED if random.random() < 0.25 else SchoolLevel.PRIMARY


def _size(position: int, school_count: int, random: Random) -> SchoolSize:
    """The first school of an agency is large and the last tiny, so that each kind of mess finds a place."""
    if position == 0:
        return SchoolSize.LARGE
    if position == school_count - 1:
        return SchoolSize.TINY
    return random.choice((SchoolSize.SMALL, SchoolSize.SMALL, SchoolSize.MEDIUM))


def _share_a_name(schools: list[MadeUpSchool]) -> list[MadeUpSchool]:
    """Gives the last school of the second agency the name of the first agency's last."""
    by_agency: dict[str, list[int]] = {}
    for position, school in enumerate(schools):
        by_agency.setdefault(school.agency_code, []).append(position)
    if len(by_agency) > 1:
        first, second = list(by_agency.values())[:2]
        schools[second[-1]] = replace(schools[second[-1]], name_th=schools[first[-1]].name_th)
    return schools
