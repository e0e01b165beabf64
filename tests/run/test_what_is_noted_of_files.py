"""What the log of deliveries and the landing store say of a file after a run."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import select

from edusandbox.outcomes import RunReport
from edusandbox.sources.landing import LandingStore, digest_of
from edusandbox.submissions import Status
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.tables.operation_tables import ops_delivery
from tests.provinces import province_that_keeps_personal_data
from tests.run.expendable import Installation
from tests.run.inboxes import Inbox, enrolment, register, register_with_personal_data
from tests.run.runs_here import run


def send_personal_data(installation: Installation) -> bytes:
    """A register with telephone numbers; gives its bytes."""
    inbox = installation.folder / "inbox"
    Inbox(inbox).send("5006/2563-1/register.csv", register_with_personal_data("5006", 3))
    return (inbox / "5006" / "2563-1" / "register.csv").read_bytes()


def holds(installation: Installation, content: bytes) -> bool:
    """Whether the landing store holds these bytes."""
    return LandingStore(installation.settings.landing_url).exists(digest_of(content))


def statuses(report: RunReport) -> list[Status]:
    return [each.status for each in report.outcomes]


def test_bytes_that_a_province_keeps_from_now_on_are_not_removed_again(
    install: Callable[[str], Installation], tmp_path: Path
) -> None:
    installation = install("keeping")
    content = send_personal_data(installation)
    run(installation)
    assert not holds(installation, content)
    keeping = province_that_keeps_personal_data(tmp_path)
    run(installation, province_folder=keeping, force=True)
    assert holds(installation, content)
    assert run(installation, province_folder=keeping).unchanged_file_count == 1
    assert holds(installation, content)


def test_a_run_about_other_forms_leaves_no_personal_data_behind(
    install: Callable[[str], Installation],
) -> None:
    installation = install("other_forms")
    content = send_personal_data(installation)
    assert run(installation, forms=["enrolment"]).outcomes == ()
    assert not holds(installation, content)
    report = run(installation)
    assert statuses(report) == [Status.ACCEPTED]
    assert report.failed == ()


def test_a_file_is_as_bad_as_the_worst_of_what_it_holds_though_it_is_loaded_in_two_goes(
    install: Callable[[str], Installation],
) -> None:
    installation = install("two_goes")
    faulty_register = [*register("5003", 3), "50,1050130009,บ้านรหัสขาด,ประถม,ก,ข"]
    Inbox(installation.folder / "inbox").send_workbook(
        "5003/2563-1/both.xlsx", register=faulty_register, enrolment=enrolment("5003", 3)
    )
    assert set(statuses(run(installation))) == {Status.PARTLY_ACCEPTED, Status.ACCEPTED}
    engine = open_warehouse(installation.warehouse_url)
    with engine.connect() as connection:
        noted = connection.scalars(select(ops_delivery.c.status)).all()
    engine.dispose()
    assert noted == [Status.PARTLY_ACCEPTED]
