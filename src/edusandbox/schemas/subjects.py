"""What the words around the tables of each form may say, from `subjects.csv`."""

from functools import cache

from edusandbox.schemas.package_data import read_rows
from edusandbox.transforms.subjects import Subject


@cache
def subject_of(form: str) -> Subject:
    """What a form counts and in which units; of a form of which nothing is declared any words will do."""

    def words(kind: str) -> frozenset[str]:
        rows = read_rows("subjects.csv")
        return frozenset(row["word"] for row in rows if (row["form"], row["kind"]) == (form, kind))

    return Subject(
        units=words("unit"),
        other_units=words("other_unit"),
        whole=words("whole"),
        parts=words("part"),
        things=words("thing"),
        persons=words("person"),
    )
