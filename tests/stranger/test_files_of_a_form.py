"""Files that a form's folder may have besides its declaration and layouts."""

from edusandbox.reports.example_queries import example_queries
from schemas.subjects import Subject, subject_of


def test_the_queries_of_a_form_lie_in_its_folder() -> None:
    titles = [query.title for query in example_queries("2563-1")]
    assert titles[:2] == [
        "Pupils and classrooms by agency",
        "Schools with at most 120 pupils, the smallest first",
    ]
    assert titles[-2:] == ["Takers by topic", "Who has not sent yet, the earliest deadline first"]
    assert "FROM fact_workshop AS f" in example_queries("2563-1")[-2].sql


def test_of_a_form_without_declared_words_any_words_will_do() -> None:
    assert subject_of("crew") == Subject()
    assert "คน" in subject_of("enrolment").units
