"""What would happen to files if they were sent: reads and checks, writes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from edusandbox.checking.references import SchoolReferences
from edusandbox.errors import UserError
from edusandbox.run.request import RunRequest, request_run
from edusandbox.settings import Settings
from edusandbox.sources.shown_paths import shown_path
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.engine import is_yet_to_be, open_warehouse
from edusandbox.warehouse.load.references import school_references
from edusandbox.warehouse.schema import has_warehouse, require_warehouse
from edusandbox.what_was_read import NOBODY, JudgedAs, WhyJudged
from edusandbox.workers.pool import check_in_worker


class PreviewError(UserError):
    """A file that cannot be looked at."""


def preview(  # noqa: PLR0913 - these are the command's options
    files: Sequence[Path],
    settings: Settings,
    *,
    province_folder: Path | None = None,
    period: str | None = None,
    today: str | None = None,
    agency: str | None = None,
) -> tuple[CheckedDelivery, ...]:
    """Checks files as a run would, against the registers of the warehouse if there is one.

    Args:
        files: What to look at.
        settings: The installation's settings.
        province_folder: Another province than the settings name.
        period: Period of files that state none; None for the one that is open on the day.
        today: The day to go by, `2569-11-30`; None for today in Bangkok.
        agency: Code of the sender; if not given, the agency whose folder is in the file's path, otherwise
            the one whose schools it is about, as far as the file and the registers tell.

    Returns:
        One result a file, with what was read and as whose file it was judged.

    Raises:
        PreviewError: A file cannot be opened.
        UserError: The province, period, day or agency is not right, or the warehouse cannot be reached.
    """
    request = request_run(settings, province_folder=province_folder, period=period, today=today)
    if agency is not None:
        request_run(settings, province_folder=province_folder, period=period, today=today, agencies=[agency])
    inbox = Path(settings.inbox_url)
    folders = {each.code: (inbox / each.folder).resolve() for each in request.agencies}
    places = [_place(path, folders) or (NOBODY, path.name) for path in files]
    deliveries = [
        _delivery(path, path_there, agency or folder_of)
        for path, (folder_of, path_there) in zip(files, places, strict=True)
    ]
    context = replace(request.context, references=_references(settings), tells_reading=True)
    why = WhyJudged.FOLDER if agency is None else WhyJudged.ASKED
    checked = [check_in_worker(delivery, content, context) for delivery, content in deliveries]
    return tuple(each if each.judged_as else _with_sender(each, request, why) for each in checked)


def _with_sender(checked: CheckedDelivery, request: RunRequest, why: WhyJudged) -> CheckedDelivery:
    """Notes as whose file one was judged of which that was known, or which could not be read at all."""
    code = checked.delivery.agency_code
    if code == NOBODY:
        return replace(checked, judged_as=JudgedAs(NOBODY, "", WhyJudged.UNKNOWN))
    return replace(checked, judged_as=JudgedAs(code, request.agency_name_th(code), why))


def _delivery(path: Path, path_there: str, agency_code: str) -> tuple[Delivery, bytes]:
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise PreviewError(f"There is no file {path}; check its name.") from None
    except OSError as error:
        raise PreviewError(f"{path} cannot be read: {error.strerror}.") from None
    # What a folder is called may say which period its files are about.
    shown = shown_path(path_there)
    delivery = Delivery(
        sha256=sha256(content).hexdigest(),
        file_name=shown.file_name,
        path=shown.path,
        agency_code=agency_code,
        size_bytes=len(content),
        received_at=datetime.now(UTC),
        personal_name_kind=shown.personal_kind,
    )
    return delivery, content


def _place(path: Path, folders: Mapping[str, Path]) -> tuple[str, str] | None:
    """The agency in whose folder a file lies, and where in it; None where it lies in nobody's.

    Args:
        path: The file.
        folders: Each agency's folder, resolved, by the agency's code.
    """
    file = path.resolve()
    for agency_code, folder in folders.items():
        if file.is_relative_to(folder):
            return agency_code, file.relative_to(folder).as_posix()
    return None


def _references(settings: Settings) -> SchoolReferences | None:
    if is_yet_to_be(settings.warehouse_url):
        return None
    engine = open_warehouse(settings.warehouse_url)
    try:
        if not has_warehouse(engine):
            return None
        require_warehouse(engine)
        with engine.connect() as connection:
            schools = school_references(connection)
        return None if schools.empty else SchoolReferences(schools)
    finally:
        engine.dispose()
