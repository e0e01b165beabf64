"""What the words around the tables of each form may say, from `subjects.csv` of its folder."""

from functools import cache

from edusandbox.schemas.package_data import read_rows_if_there
from edusandbox.schemas.packages import form_packages
from edusandbox.transforms.subjects import Subject


@cache
def subject_of(form: str) -> Subject:
    """What a form counts and in which units; of a form of which nothing is declared any words will do."""
    rows = read_rows_if_there("subjects.csv", form_packages()[form])

    def words(kind: str) -> frozenset[str]:
        return frozenset(row["word"] for row in rows if row["kind"] == kind)

    return Subject(
        units=words("unit"),
        other_units=words("other_unit"),
        whole=words("whole"),
        parts=words("part"),
        things=words("thing"),
        persons=words("person"),
    )
