"""Whose totals a run's report tells."""

from collections.abc import Callable

from edusandbox.run.request import request_run
from edusandbox.samples.generate import write_sample
from schemas.periods import Period
from tests.run.expendable import Installation
from tests.run.inboxes import Inbox, enrolment
from tests.run.runs_here import run


def test_a_run_about_one_agency_tells_its_totals_alone(install: Callable[[str], Installation]) -> None:
    installation = install("two")
    inbox = Inbox(installation.folder / "inbox")
    for agency in ("5001", "5002"):
        inbox.send(f"{agency}/enrolment.csv", enrolment(agency, 2))
    assert [each.agency_code for each in run(installation).totals] == ["5001", "5002"]
    assert [each.agency_code for each in run(installation, agencies=["5002"]).totals] == ["5002"]


def test_a_run_about_the_provincial_office_tells_the_totals_of_whom_it_spoke_for(
    install: Callable[[str], Installation],
) -> None:
    installation = install("office")
    sample = installation.folder / "sample"
    province = request_run(installation.settings).province
    write_sample(sample, province=province, period=Period.parse("2563-1"), school_count=42, faults=False)
    sent = min(sample.rglob("*DMC.csv"))
    spoken_for = sent.relative_to(sample / "inbox").parts[0]
    place = installation.folder / "inbox" / "provincial" / sent.name
    place.parent.mkdir(parents=True)
    sent.rename(place)
    report = run(installation, agencies=["PEO50"])
    assert {each.agency_code for each in report.outcomes} == {spoken_for}
    assert [each.agency_code for each in report.totals] == [spoken_for]
