"""What each agency sends: in which layout and file, how typed, with which faults."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from edusandbox.samples.faults import FAULTS_OF_LAYOUT
from edusandbox.samples.returns import Habits
from edusandbox.sources.registry import Agency


class FileFormat(StrEnum):
    """A kind of file, by the ending of its name and what is inside."""

    XLSX = "xlsx"
    ODS = "ods"
    PAGE_NAMED_XLS = "xls"
    CSV_WINDOWS_874 = "csv, windows-874"
    CSV_UTF_8 = "csv, utf-8 with byte order mark"
    CSV_UTF_16 = "csv, utf-16"

    @property
    def ending(self) -> str:
        """The ending of the file's name, without the dot."""
        return self.value.partition(",")[0]


@dataclass(frozen=True, slots=True)
class Profile:
    """How one agency sends its enrolment.

    Attributes:
        layout: Layout code.
        file_format: Kind of file.
        file_stem: Path in the agency's folder, without its ending; `{period}` stands for the period.
        habits: How its officer types.
        faults: Names of the faults in it.
        has_own_register: Whether it sends its register itself though the provincial office has a list.
    """

    layout: str
    file_format: FileFormat
    file_stem: str
    habits: Habits = field(default_factory=Habits)
    faults: tuple[str, ...] = ()
    has_own_register: bool = False


HEADER_TYPO = Profile("office", FileFormat.XLSX, "{period}/ตารางนักเรียน", faults=("header_typo",))
"""A delivery that is rejected as a whole: the heading of the codes is misspelt."""

SENDERS: tuple[Profile | None, ...] = (
    Profile("dmc_area", FileFormat.CSV_WINDOWS_874, "นักเรียน DMC", Habits(decomposed_sara_am=True)),
    Profile(
        "office",
        FileFormat.XLSX,
        "{period}/จำนวนนักเรียน",
        Habits(thai_digit_headings=True),
        ("thousands_comma", "dash", "thai_digits"),
        has_own_register=True,
    ),
    Profile(
        "tidy",
        FileFormat.XLSX,
        "แบบกรอกนักเรียน {period}",
        Habits(grade_spelling=1),
        ("dash", "words", "wrong_grade_total", "negative", "fraction"),
    ),
    Profile(
        "dmc_area",
        FileFormat.CSV_UTF_8,
        "{period}/นักเรียน DMC",
        faults=("blank", "wrong_subtotal", "duplicate"),
    ),
    Profile("office", FileFormat.PAGE_NAMED_XLS, "{period}/นักเรียน", faults=("wrong_totals_row",)),
    Profile("tidy", FileFormat.ODS, "นักเรียน_{period}", Habits(mixes_eras=True)),
    Profile(
        "office",
        FileFormat.XLSX,
        "สรุปนักเรียน_{period}",
        Habits(codes_as_numbers=True),
        ("thousands_comma", "unknown_school", "missing_code"),
    ),
    HEADER_TYPO,
    Profile("tidy", FileFormat.CSV_WINDOWS_874, "แบบกรอกนักเรียน {period}", Habits(grade_spelling=2)),
    Profile("dmc_area", FileFormat.CSV_UTF_16, "{period}/นักเรียน"),
    None,
)
"""What the first, second, ... agency sends; None is one that sends nothing. More agencies begin anew."""

LEAST_SCHOOLS = 5
"""Schools that an agency needs so that all faults of its profile find a row and one row stays right."""

_FORMAT_OF_LAYOUT = {
    "dmc_area": FileFormat.CSV_WINDOWS_874,
    "office": FileFormat.XLSX,
    "tidy": FileFormat.XLSX,
}


def assign(agencies: Sequence[Agency], *, faults: bool, layout: str | None) -> list[Profile | None]:
    """Says what each agency sends.

    Args:
        agencies: The senders.
        faults: Whether there are faults, and agencies that send nothing.
        layout: One layout for all, each in its usual kind of file; None for a mixture.

    Returns:
        A profile for each agency; None where it sends nothing. A layout cannot carry every fault: what it
        cannot is left out.

    Raises:
        ValueError: There is no such layout.
    """
    if layout is not None and layout not in _FORMAT_OF_LAYOUT:
        raise ValueError(f"there is no layout {layout!r}; there are {', '.join(_FORMAT_OF_LAYOUT)}")
    profiles: list[Profile | None] = []
    for position, agency in enumerate(agencies):
        profile = SENDERS[position % len(SENDERS)]
        if profile is None and (layout is not None or not faults):
            profile = SENDERS[-2]
        if profile is not None:
            profile = _fit(profile, agency, layout)
            profile = profile if faults else replace(profile, faults=())
        profiles.append(profile)
    return profiles


def _fit(profile: Profile, agency: Agency, layout: str | None) -> Profile:
    wanted = layout or profile.layout
    if wanted == "dmc_area" and not {"area4", "area8"} & agency.scheme_codes.keys():
        wanted = "tidy"  # only primary areas are named in a DMC area export
    faults = tuple(fault for fault in profile.faults if fault in FAULTS_OF_LAYOUT[wanted])
    fitted = replace(profile, layout=wanted, faults=faults)
    if layout is None:
        return fitted
    return replace(fitted, file_format=_FORMAT_OF_LAYOUT[wanted], file_stem="{period}/นักเรียน")
