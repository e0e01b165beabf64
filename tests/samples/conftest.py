"""Made-up provinces and returns that the tests of the samples share."""

from dataclasses import replace
from datetime import date

import pytest

from edusandbox.samples.province import made_up_province
from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.schools import made_up_schools, sending_agencies
from edusandbox.sources.registry import Agency, Province
from schemas.periods import Period

PERIOD = Period.parse("2563-1")


@pytest.fixture
def period() -> Period:
    return PERIOD


@pytest.fixture
def province() -> Province:
    """Eleven areas, one for each way of sending, and a provincial office."""
    return made_up_province(11, period=PERIOD)


@pytest.fixture
def mixed_province() -> Province:
    """Areas, agencies that no area code names, and agencies that owe nothing or are gone."""
    whole = made_up_province(4, period=PERIOD)
    founded = date(2003, 7, 7)
    forms = ("school_register", "enrolment")
    others = (
        Agency(
            "PVT",
            "สช.ตัวอย่าง",
            "Private",
            "สช.",
            {},
            founded,
            None,
            "private",
            forms,
            sends_for_province=False,
        ),
        Agency(
            "VEC",
            "สอศ.ตัวอย่าง",
            "Vocational",
            "สอศ.",
            {},
            founded,
            None,
            "vocational",
            forms,
            sends_for_province=False,
        ),
        Agency(
            "LAO", "อปท.ตัวอย่าง", "Local", "อปท.", {}, founded, None, "local", (), sends_for_province=False
        ),
        Agency(
            "OLD",
            "เดิม",
            "Gone",
            "สพป.",
            {},
            founded,
            date(2019, 12, 31),
            "gone",
            forms,
            sends_for_province=False,
        ),
    )
    return replace(whole, agencies=whole.agencies + others)


@pytest.fixture
def sent(province: Province) -> AgencyReturn:
    """What the first area has to say: six schools."""
    entry = province.calendar[PERIOD.code]
    agency = sending_agencies(province, entry.start_date)[0]
    schools = made_up_schools(province, day=entry.start_date, school_count=66, seed=7, least_of_agency=6)
    own = tuple(school for school in schools if school.agency_code == agency.code)
    return AgencyReturn(agency, PERIOD, entry.due_date or entry.end_date, own)
