"""The catalogue of rules: severity, wording and owner of each rule code, from files `rules.csv`.

The one beside this module has what holds for every form; a form's folder has its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from schemas.fields import Entity
from schemas.issues import Finding, Issue, Severity
from schemas.package_data import read_rows
from schemas.packages import form_packages
from schemas.personal_data import personal_kind_names_th

_FILE = "rules.csv"
_NAMED_IN_THAI = ("kind", "where")
"""Values that findings give by their English names."""

NO_WORDS: Mapping[str, str] = MappingProxyType(
    {"entity_th": Entity.SCHOOL.called.th, "entity_en": Entity.SCHOOL.called.en}
)
"""For what is said of a file, whatever its form."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule.

    Attributes:
        code: Two letters for the kind, three digits, never reused.
        severity: What a finding asks of the sender.
        owner: Whose move it is: `agency`, `province` or `nobody`.
        message_th: Sentence with placeholders: `{value}`, `{count}` and the finding's own.
        message_en: The same in English.
        remedy_th: What to do.
        remedy_en: The same in English.
    """

    code: str
    severity: Severity
    owner: str
    message_th: str
    message_en: str
    remedy_th: str
    remedy_en: str


@cache
def rules() -> Mapping[str, Rule]:
    """Every rule by its code.

    Raises:
        ValueError: A code stands in the files twice.
    """
    found: dict[str, Rule] = {}
    for row in [*read_rows(_FILE), *_rows_of_forms()]:
        if row["code"] in found:
            raise ValueError(f"the rule {row['code']} stands in the catalogue twice")
        found[row["code"]] = Rule(**{**row, "severity": Severity(row["severity"])})  # type: ignore[arg-type] # CSV text
    return found


def _rows_of_forms() -> Iterator[dict[str, str]]:
    for package in form_packages().values():
        if files(package).joinpath(_FILE).is_file():
            yield from read_rows(_FILE, package)


@cache
def _kind_names_th() -> Mapping[str, str]:
    """What kinds of files and of personal data, and its places, are called in Thai, by English names."""
    files = {row["kind"]: row["name_th"] for row in read_rows("file_kinds.csv")}
    places = {row["place"]: row["name_th"] for row in read_rows("hidden_places.csv")}
    return {**files, **places, **personal_kind_names_th()}


def describe(finding: Finding, words: Mapping[str, str] = NO_WORDS) -> Issue:
    """Words a finding.

    Args:
        finding: What was found.
        words: What sentences call the things of its form.

    Raises:
        KeyError: The finding's rule is not in the catalogue, or its sentence names a value that the
            finding does not give: a mistake of ours.
    """
    rule = rules()[finding.code]
    values = {"value": finding.place.value or "", "count": finding.count, **words, **finding.params}
    named = [name for name in _NAMED_IN_THAI if name in values]
    names_th = {name: _kind_names_th().get(str(values[name]), "ไม่รู้จักชนิด") for name in named}
    return Issue(
        code=rule.code,
        severity=rule.severity,
        place=finding.place,
        message_th=rule.message_th.format(**values | names_th),
        message_en=rule.message_en.format(**values),
        remedy_th=rule.remedy_th.format(**values),
        remedy_en=rule.remedy_en.format(**values),
        owner=rule.owner,
        count=finding.count,
    )


def describe_all(findings: Iterable[Finding], words: Mapping[str, str] = NO_WORDS) -> tuple[Issue, ...]:
    """Words findings and puts them in the order of the sheet; arguments as for `describe`."""
    return tuple(sorted((describe(finding, words) for finding in findings), key=_order))


def _order(issue: Issue) -> tuple[str, int, int, str]:
    place = issue.place
    return (place.sheet or "", place.row or 0, place.column or 0, issue.code)


def is_error(finding: Finding) -> bool:
    """Whether the finding sets its row aside."""
    return rules()[finding.code].severity is Severity.ERROR
