"""Which school a code stands for: learnt from registers, never guessed."""

from datetime import UTC, datetime

import pandas as pd
import pytest
from sqlalchemy import Connection

from edusandbox.outcomes import Effect
from edusandbox.submissions import CheckedDelivery, CheckedSubmission
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import NotTogetherError, SchoolCodeError
from edusandbox.warehouse.load.schools import SchoolRows, resolve_schools
from tests.warehouse.builders import Entry, Warehouse, make_delivery, make_enrolment, make_register

SMIS, MINISTRY, OBEC = "50010001", "1050010001", "500101"
COUNTS = (10, 11, 1)
NOW = datetime.now(UTC)


def schools(warehouse: Warehouse) -> set[tuple[str | None, str | None, str | None]]:
    rows = warehouse.query(
        "SELECT smis_code, ministry_code, obec_code FROM dim_school WHERE same_as_school_id IS NULL"
    )
    return {(smis, ministry, obec) for smis, ministry, obec in rows}


def pupils_by_school(warehouse: Warehouse) -> dict[tuple[str | None, str | None], int]:
    rows = warehouse.query(
        """
        SELECT d.smis_code, d.ministry_code, SUM(f.male_count + f.female_count)
        FROM fact_enrolment AS f JOIN dim_school AS e ON e.school_id = f.school_id
        JOIN dim_school AS d ON d.school_id = COALESCE(e.same_as_school_id, e.school_id)
        GROUP BY d.smis_code, d.ministry_code
        """
    )
    return {(smis, ministry): int(pupils) for smis, ministry, pupils in rows}


def sentence_of(warehouse: Warehouse, *submissions: CheckedSubmission) -> str:
    """What is said of a delivery that is refused for its codes; nothing of it stays."""
    before = (schools(warehouse), warehouse.count("ops_submission"), warehouse.count("ops_delivery"))
    with pytest.raises(SchoolCodeError) as refused:
        warehouse.load(*submissions)
    assert (schools(warehouse), warehouse.count("ops_submission"), warehouse.count("ops_delivery")) == before
    return str(refused.value)


def test_a_new_school_is_added_under_the_scheme_of_its_code(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({(code, "P1"): COUNTS for code in (SMIS, "1050010002", "500103")}))
    assert schools(warehouse) == {(SMIS, None, None), (None, "1050010002", None), (None, None, "500103")}


def test_a_register_links_its_codes_to_one_school(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SMIS, ministry_code=MINISTRY)))
    assert schools(warehouse) == {(SMIS, MINISTRY, None)}


def test_a_later_return_may_use_either_code(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SMIS, ministry_code=MINISTRY)))
    warehouse.load(make_enrolment({(MINISTRY, "P1"): COUNTS}))
    warehouse.load(make_enrolment({(SMIS, "P1"): COUNTS}, period="2563-2"))
    assert pupils_by_school(warehouse) == {(SMIS, MINISTRY): 42}


def test_a_form_that_does_not_list_schools_links_nothing(warehouse: Warehouse) -> None:
    submission = make_enrolment({(SMIS, "P1"): COUNTS})
    submission.rows["ministry_code"] = MINISTRY
    warehouse.load(submission)
    assert schools(warehouse) == {(SMIS, None, None)}


def test_two_schools_that_a_register_makes_one_keep_their_figures(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({(SMIS, "P1"): COUNTS}))
    warehouse.load(make_enrolment({(MINISTRY, "P1"): COUNTS}, period="2563-2"))
    assert pupils_by_school(warehouse) == {(SMIS, None): 21, (None, MINISTRY): 21}
    warehouse.load(make_register(Entry(SMIS, ministry_code=MINISTRY)))
    assert schools(warehouse) == {(SMIS, MINISTRY, None)}
    assert pupils_by_school(warehouse) == {(SMIS, MINISTRY): 42}


def test_two_codes_of_one_school_in_one_return_are_refused(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SMIS, ministry_code=MINISTRY)))
    both = make_enrolment({(SMIS, "P1"): COUNTS, (MINISTRY, "P2"): COUNTS})
    assert sentence_of(warehouse, both) == (
        f"The file has rows under {SMIS} and rows under {MINISTRY}, but these are codes of one school; "
        "write all of its rows under one code"
    )


def test_two_codes_of_one_school_in_one_register_are_refused(warehouse: Warehouse) -> None:
    both = make_register(Entry(SMIS, ministry_code=MINISTRY), Entry(MINISTRY))
    assert "these are codes of one school" in sentence_of(warehouse, both)


def test_one_ministry_code_for_two_schools_is_refused(warehouse: Warehouse) -> None:
    register = make_register(Entry(SMIS, ministry_code=MINISTRY), Entry("50010002", ministry_code=MINISTRY))
    assert sentence_of(warehouse, register) == (
        f"The file says that ministry_code {MINISTRY} and smis_code 50010002 are one school, but the "
        f"warehouse knows {SMIS} and 50010002 as smis_code of what would be the same school; "
        "mend the code in the file that is wrong"
    )


def test_a_code_that_contradicts_an_earlier_register_is_refused(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SMIS, ministry_code=MINISTRY)))
    register = make_register(Entry(SMIS, ministry_code="1050010009"), period="2563-2")
    assert "1050010009" in sentence_of(warehouse, register)


def test_a_row_with_two_codes_of_one_scheme_is_refused(warehouse: Warehouse) -> None:
    register = make_register(Entry(MINISTRY, ministry_code="1050010009"))
    assert sentence_of(warehouse, register) == (
        f"The file has {MINISTRY} and 1050010009 as ministry_code of one school; mend it in the file"
    )


def test_schools_that_another_current_return_tells_apart_are_not_made_one(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({(SMIS, "P1"): COUNTS, (MINISTRY, "P1"): COUNTS}))
    register = make_register(Entry(SMIS, ministry_code=MINISTRY))
    assert sentence_of(warehouse, register) == (
        f"The file says that {MINISTRY} and {SMIS} are one school, but another file of the warehouse has "
        "both as schools of their own; mend the code in the file that is wrong"
    )


def test_a_sender_can_mend_a_register_that_listed_a_school_twice(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry(SMIS), Entry(MINISTRY)))
    warehouse.load(make_enrolment({(MINISTRY, "P1"): COUNTS}))
    outcome = warehouse.load(make_register(Entry(SMIS, ministry_code=MINISTRY), Entry("50010002")))
    assert outcome.effect is Effect.NEW_VERSION
    assert schools(warehouse) == {(SMIS, MINISTRY, None), ("50010002", None, None)}
    assert pupils_by_school(warehouse) == {(SMIS, MINISTRY): 21}
    assert warehouse.query("SELECT smis_code, ministry_code FROM mart_school ORDER BY 1") == [
        (SMIS, MINISTRY),
        ("50010002", None),
    ]
    first = "SELECT COUNT(*) FROM fact_school AS f JOIN ops_submission AS o USING (submission_id)"
    assert warehouse.query(f"{first} WHERE o.version = 1 AND o.form_code = 'school_register'") == [(2,)]


def rows_of(*codes: tuple[str, str | None, str | None]) -> pd.DataFrame:
    frame = pd.DataFrame(codes, columns=["school_code", "ministry_code", "obec_code"], dtype="str")
    schemes = frame["school_code"].str.len().map({6: "obec6", 8: "smis8", 10: "ministry10"})
    return frame.assign(school_code_scheme=schemes)


def resolve(connection: Connection, rows: pd.DataFrame) -> dict[str, int]:
    return resolve_schools(connection, [SchoolRows(rows, links=True)], NOW, is_alone=True)


def test_three_schools_become_one_step_by_step(warehouse: Warehouse) -> None:
    with writing(warehouse.engine) as connection:
        for code in (OBEC, MINISTRY, SMIS):
            resolve(connection, rows_of((code, None, None)))
        ids = resolve(connection, rows_of((SMIS, MINISTRY, None), ("50010002", None, None)))
        again = resolve(connection, rows_of((SMIS, None, OBEC)))
    assert schools(warehouse) == {(SMIS, MINISTRY, OBEC), ("50010002", None, None)}
    assert again[SMIS] != ids["50010002"]


@pytest.mark.parametrize("missing", [None, ""])
def test_a_blank_further_code_is_no_code(warehouse: Warehouse, missing: str | None) -> None:
    with writing(warehouse.engine) as connection:
        resolve(connection, rows_of((SMIS, missing, None), ("50010002", missing, None)))
    assert schools(warehouse) == {(SMIS, None, None), ("50010002", None, None)}


def test_two_files_of_which_one_merges_schools_do_not_load_together(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({(SMIS, "P1"): COUNTS}))
    merging = make_register(Entry(SMIS, ministry_code=MINISTRY))
    deliveries = (
        CheckedDelivery(make_delivery(content="other"), (make_enrolment({(MINISTRY, "P1"): COUNTS}),)),
        CheckedDelivery(make_delivery(content="merging"), (merging,)),
    )
    before = (schools(warehouse), warehouse.count("ops_submission"), warehouse.count("ops_delivery"))
    with pytest.raises(NotTogetherError):
        warehouse.load_together(*deliveries)
    assert (schools(warehouse), warehouse.count("ops_submission"), warehouse.count("ops_delivery")) == before
    warehouse.load(merging)
    assert schools(warehouse) == {(SMIS, MINISTRY, None)}
