"""The command `edusandbox sample`: a made-up province on disk, ready to be consolidated."""

from pathlib import Path

from edusandbox.errors import UserError
from edusandbox.run.request import request_run
from edusandbox.samples.generate import write_sample
from edusandbox.samples.province import made_up_province, write_province_folder
from edusandbox.settings import Settings
from schemas.catalogue import FORMS

_FORM = "enrolment"
"""The form of which some deliveries name no period."""


class SampleError(UserError):
    """The sample cannot be made as asked."""


def write_sample_province(  # noqa: PLR0913 - these are the command's options
    folder: Path,
    settings: Settings,
    *,
    province_folder: Path | None,
    period: str | None,
    today: str | None,
    school_count: int,
    agency_count: int | None,
    seed: int,
    faults: bool,
) -> str:
    """Writes `inbox/`, `truth/` and, for made-up agencies, `province/` below a folder.

    Returns:
        One line that says what was written.

    Raises:
        SampleError: There are too few schools for the agencies.
        UserError: The province's folder, the period or the day is not right.
    """
    request = request_run(settings, province_folder=province_folder, period=period, today=today)
    province, wanted = request.province, request.period
    if agency_count is not None:
        province = made_up_province(agency_count, period=wanted)
        write_province_folder(province, folder / "province")
    form = FORMS[_FORM]
    open_periods = province.open_periods(form.code, form.part_codes, form.period_kinds, request.today)
    try:
        truth = write_sample(
            folder,
            province=province,
            period=wanted,
            school_count=school_count,
            seed=seed,
            faults=faults,
            names_period=open_periods != (wanted,),
        )
    except ValueError as error:
        raise SampleError(f"{error}.") from None
    file_count = len(truth.deliveries.drop_duplicates(["sender_code", "path"]))
    return (
        f"Wrote {file_count:,} deliveries of {school_count:,} made-up schools for {wanted.code} "
        f"to {folder}/inbox (what is meant stands in {folder}/truth)."
    )
