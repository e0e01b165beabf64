"""Personal data outside the cells is told by its place, in every format, and never quoted."""

import pytest
from made_outside import PLACES, xlsx_with

from edusandbox.checking.personal_findings import outside_findings
from edusandbox.sources.readers import read_delivery
from edusandbox.sources.readers.outside_cells import names_within, texts_outside_cells
from tests.made_up_persons import made_up_id

ID = made_up_id(61_017)


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
@pytest.mark.parametrize("text", [ID, "081-234-9998", "นางสาวสมมุติ ตัวอย่าง"])
def test_a_person_outside_the_cells_is_told_by_the_place(place: tuple[str, str, str], text: str) -> None:
    content = PLACES[place](text)
    read_delivery(content, "a")
    found = outside_findings(texts_outside_cells(content))
    assert place[1] in {finding.params["where"] for finding in found}
    assert {finding.code for finding in found} == {"PR008"}
    assert text not in str(found)


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
@pytest.mark.parametrize("text", ["Admin", "user01", "สพป.เชียงใหม่ เขต 1", "โรงเรียนพระดาบส"])
def test_users_and_offices_outside_the_cells_are_nobody(place: tuple[str, str, str], text: str) -> None:
    assert outside_findings(texts_outside_cells(PLACES[place](text))) == []


def test_what_a_program_calls_its_user_is_no_person_without_a_title() -> None:
    authored = PLACES["xlsx", "properties of the file", "author"]
    assert outside_findings(texts_outside_cells(authored("Somchai Jaidee"))) == []
    assert outside_findings(texts_outside_cells(authored("Mr. Somchai Jaidee"))) != []


def test_an_archive_that_cannot_be_read_is_told_of_by_its_names() -> None:
    content = PLACES["archive", "names of files in the archive", "member"](ID)
    (finding,) = outside_findings(names_within(content))
    assert finding.params["where"] == "names of files in the archive"


def test_what_stands_in_cells_is_not_told_again() -> None:
    content = xlsx_with(lambda _, sheet: sheet.write("F2", ID))
    assert outside_findings(texts_outside_cells(content)) == []
