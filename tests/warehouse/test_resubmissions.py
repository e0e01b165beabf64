"""Any sequence of deliveries leaves what a much simpler model of the warehouse says."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from edusandbox.outcomes import Effect
from edusandbox.submissions import CheckedDelivery, Status
from tests.warehouse.builders import Figures, Warehouse, make_delivery, make_enrolment

AGENCIES = ("area1", "area2")
PERIODS = ("2562-2", "2563-1")
VERDICTS = (
    *(Status.ACCEPTED, Status.ACCEPTED_WITH_QUERIES, Status.PARTLY_ACCEPTED),
    *(Status.HELD, Status.REJECTED),
)
Key = tuple[str, str]
Cell = tuple[str, str, str, str, str, int | str | None]


@dataclass
class Version:
    content: int
    verdict: Status
    file: int
    is_current: bool
    is_open: bool = True

    @property
    def status(self) -> str:
        return self.verdict.value if self.is_open else "superseded"


@dataclass
class Model:
    """The rules of versions, told once more and without a database."""

    versions: dict[Key, list[Version]] = field(default_factory=dict)
    newest: dict[tuple[str, str], int] = field(default_factory=dict)

    def take(self, key: Key, content: int, verdict: Status, file: int, path: str) -> tuple[Effect, int]:
        versions = self.versions.setdefault(key, [])
        comes_back = self.newest.get((key[0], path), file) != file
        self.newest[key[0], path] = file
        for number, version in enumerate(versions, start=1):
            if version.is_current and version.content == content:
                if verdict.is_loaded:
                    for waiting in versions:
                        waiting.is_open &= waiting.is_current or waiting.file >= file
                return Effect.EQUAL_CONTENT, number
        for number, version in enumerate(versions, start=1):
            alike = version.verdict is verdict or (version.verdict.is_loaded and verdict.is_loaded)
            same = (version.file, version.content) == (file, content) and alike
            if same and not comes_back:
                return (Effect.EQUAL_CONTENT if verdict.is_loaded else Effect.NOT_LOADED), number
        if not comes_back and (number := self.equal_when_it_came(versions, content, file)):
            return (Effect.EQUAL_CONTENT if verdict.is_loaded else Effect.NOT_LOADED), number
        if verdict.is_loaded:
            for version in versions:
                version.is_current = version.is_open = False
        versions.append(Version(content, verdict, file, is_current=verdict.is_loaded))
        return (Effect.NEW_VERSION if verdict.is_loaded else Effect.NOT_LOADED), len(versions)

    def equal_when_it_came(self, versions: list[Version], content: int, file: int) -> int:
        """The version that said the same, where a file later than this one has replaced it; otherwise 0."""
        loaded = [(number, each) for number, each in enumerate(versions, start=1) if each.verdict.is_loaded]
        return next(
            (
                number
                for (number, each), (_, replacing) in pairwise(loaded)
                if each.content == content and each.file < file < replacing.file
            ),
            0,
        )

    def statuses(self) -> set[tuple[str, str, int, str, bool]]:
        return {
            (*key, number, version.status, version.is_current)
            for key, versions in self.versions.items()
            for number, version in enumerate(versions, start=1)
        }

    def cells(self) -> set[Cell]:
        return {
            (*key, school, grade, sex, counts[position])
            for key, versions in self.versions.items()
            for version in versions
            if version.is_current
            for (school, grade), counts in figures_of(key[0], version.content).items()
            for position, sex in enumerate(("male", "female"))
        }


def figures_of(agency: str, content: int) -> Figures:
    """What a content stands for: the same number gives the same figures."""
    source = random.Random(f"{agency} {content}")  # noqa: S311 - made-up figures
    schools = source.sample([f"500{agency[-1]}000{number}" for number in range(1, 5)], k=3)
    return {
        (school, grade): (source.randint(0, 40), source.choice([None, 0, 7]), 1)
        for school in schools
        for grade in ("K2", "P1")
    }


def statuses(warehouse: Warehouse) -> set[tuple[str, str, int, str, bool]]:
    rows = warehouse.query(
        """
        SELECT a.agency_code, p.period_code, s.version, s.status, s.is_current
        FROM ops_submission AS s
        JOIN dim_agency AS a ON a.agency_id = s.agency_id
        JOIN dim_period AS p ON p.period_id = s.period_id
        """
    )
    return {
        (agency, period, version, status, bool(current)) for agency, period, version, status, current in rows
    }


def cells(warehouse: Warehouse) -> set[Cell]:
    rows = warehouse.query(
        """
        SELECT a.agency_code, p.period_code, d.smis_code, g.grade_code, x.sex_code, f.pupil_count
        FROM fact_enrolment_by_sex AS f
        JOIN ops_submission AS s ON s.submission_id = f.submission_id AND s.is_current
        JOIN dim_agency AS a ON a.agency_id = s.agency_id
        JOIN dim_period AS p ON p.period_id = s.period_id
        JOIN dim_school AS d ON d.school_id = f.school_id
        JOIN dim_grade AS g ON g.grade_id = f.grade_id
        JOIN dim_sex AS x ON x.sex_id = f.sex_id
        """
    )
    return {(agency, period, school, grade, sex, count) for agency, period, school, grade, sex, count in rows}


@dataclass(frozen=True)
class Sent:
    """A file as an agency leaves it once, or once more."""

    key: Key
    content: int
    verdict: Status
    file: int
    path: str

    @property
    def place(self) -> tuple[str, str]:
        return (self.key[0], self.path)

    def checked(self) -> CheckedDelivery:
        agency, period = self.key
        figures = figures_of(agency, self.content)
        submission = make_enrolment(figures, agency=agency, period=period, status=self.verdict)
        return CheckedDelivery(make_delivery(agency, content=self.file, path=self.path), (submission,))


def sendings(seed: int) -> Iterator[Sent]:
    """Sixty files, a quarter of them bytes that were sent before."""
    source = random.Random(seed)  # noqa: S311 - repeatable on purpose
    sent: dict[int, tuple[Key, int, str]] = {}
    for _ in range(60):
        if sent and source.random() < 0.25:
            file = source.choice(list(sent))
            key, content, path = sent[file]
        else:
            file = len(sent)
            key, content = (source.choice(AGENCIES), source.choice(PERIODS)), source.randint(1, 3)
            path = source.choice(("a.xlsx", "b.xlsx", "c.xlsx"))
            sent[file] = (key, content, path)
        yield Sent(key, content, source.choice(VERDICTS), file, path)


def groups_of_places(seed: int) -> Iterator[list[Sent]]:
    """The same files in groups; as in a run, a group has one file a place."""
    group: list[Sent] = []
    for each in sendings(seed):
        if each.place in {other.place for other in group}:
            yield group
            group = []
        group.append(each)
    yield group


@pytest.mark.parametrize("seed", range(3))
def test_a_random_sequence_of_deliveries_ends_as_the_model_says(warehouse: Warehouse, seed: int) -> None:
    model = Model()
    for each in sendings(seed):
        checked = each.checked()
        outcome = warehouse.load(*checked.submissions, delivery=checked.delivery)
        expected = model.take(each.key, each.content, each.verdict, each.file, each.path)
        assert (outcome.effect, outcome.version) == expected
        assert statuses(warehouse) == model.statuses()
    assert cells(warehouse) == model.cells()


@pytest.mark.parametrize("seed", range(3))
def test_deliveries_that_are_loaded_together_end_as_if_they_came_one_by_one(
    warehouse: Warehouse, seed: int
) -> None:
    model = Model()
    for group in groups_of_places(seed):
        outcomes = [of_one[0] for of_one in warehouse.load_together(*(each.checked() for each in group))]
        assert [(each.effect, each.version) for each in outcomes] == [
            model.take(each.key, each.content, each.verdict, each.file, each.path) for each in group
        ]
        assert statuses(warehouse) == model.statuses()
    assert cells(warehouse) == model.cells()
