"""What a new form may be called: names that a checkout has room for."""

import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from edusandbox.errors import UserError
from edusandbox.warehouse.marts.mart_contract import newest_contract
from edusandbox.warehouse.schema_versions import NEWEST_VERSION
from edusandbox.warehouse.tables.collection import METADATA
from schemas.catalogue import FORMS
from schemas.packages import code_list_packages
from schemas.periods import Period, PeriodKind
from schemas.rules import rules

_IDENTIFIER = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_NAMES = {
    "--name-th": re.compile(r"(?=.*[ก-ฮ])[ก-๙A-Za-z0-9()./ -]{1,40}"),
    "--name-en": re.compile(r"[A-Z][A-Za-z0-9()./ -]{0,39}"),
}
_ROOMS = ("edusandbox", "flows", "schemas", "transforms")
_RULES = "RO"
_LONGEST_NAME = 63
"""Of a table, column or condition on PostgreSQL."""
_PERIODS = {period.kind: period for period in map(Period.parse, ("2563-1", "2563", "FY2563"))}
"""The periods of the made-up returns."""


@dataclass(frozen=True, slots=True)
class NewForm:
    """What distinguishes a new form from any other.

    Attributes:
        code: Its code.
        name_th: Its name, Thai.
        name_en: Its name, English.
        period_kind: The kind of period that it is sent for.
        code_list: The code list by which it counts.
    """

    code: str
    name_th: str
    name_en: str
    period_kind: PeriodKind
    code_list: str

    @property
    def values(self) -> dict[str, str]:
        """What the templates' placeholders stand for, but for what follows from other templates."""
        period = _PERIODS[self.period_kind]
        return {
            "code": self.code,
            "name_th": self.name_th,
            "name_en": self.name_en,
            "class_name": self.code.title().replace("_", ""),
            "code_list": self.code_list,
            "period_kind": self.period_kind.name,
            "period": period.code,
            "period_th": period.name_th,
            "version": f"{int(NEWEST_VERSION) + 1:04}",
            "previous_version": NEWEST_VERSION,
            "rule": _free_rule(),
        }


def new_form(  # noqa: PLR0913 - these are the command's options
    checkout: Path,
    code: str,
    *,
    name_th: str | None,
    name_en: str | None,
    period_kind: PeriodKind,
    code_list: str | None,
) -> NewForm:
    """A form whose names clash with nothing that there is.

    Args:
        checkout: Where it is to be written.
        code: Its code.
        name_th: Its name, Thai; one to be replaced if not given.
        name_en: Its name, English; made of the code if not given.
        period_kind: The kind of period that it is sent for.
        code_list: The name of its code list; made of the code if not given.

    Raises:
        UserError: A name is none, is taken or clashes.
    """
    form = NewForm(
        code,
        name_th or f"แบบ {code.replace('_', ' ')}",
        name_en or code.replace("_", " ").capitalize(),
        period_kind,
        code_list or f"{code}_kind",
    )
    for problem in _problems(form, checkout):
        raise UserError(problem)
    return form


def _problems(form: NewForm, checkout: Path) -> Iterable[str]:
    """What is wrong with its names, the plainest first."""
    for what, name in (("a form", form.code), ("a code list", form.code_list)):
        if not _IDENTIFIER.fullmatch(name) or keyword.iskeyword(name):
            yield (
                f"{name!r} cannot be the code of {what}; "
                "write lower-case letters, digits and single underscores, such as meal_programme"
            )
    for option, name in (("--name-th", form.name_th), ("--name-en", form.name_en)):
        if not _NAMES[option].fullmatch(name):
            kind = "in Thai" if option == "--name-th" else "in English, a capital first"
            yield (
                f"{option}: {name!r} cannot be a name; "
                f"write it {kind}, with up to 40 letters, digits, spaces and ()./-"
            )
    if form.code in FORMS:
        yield f"There is a form {form.code!r} already; choose another code"
    if taken := {form.code_list, f"{form.code_list}_total"} & _lists():
        yield f"There is a code list {min(taken)!r} already; name another one with --code-list"
    yield from _clashes(form, checkout)


def _clashes(form: NewForm, checkout: Path) -> Iterable[str]:
    columns = {column.name for table in METADATA.tables.values() for column in table.columns}
    columns |= {column.name for column in newest_contract()}
    own = {f"{form.code}_count", f"{form.code}_mark_code", f"{form.code_list}_code", f"{form.code_list}_id"}
    if taken := own & columns:
        yield f"The warehouse has a column {min(taken)} already; choose another code than {form.code!r}"
    if form.code == form.code_list:
        yield f"{form.code!r} would be the form and its code list; name another list with --code-list"
    if place := _place_of_word(form.code, checkout):
        yield f"{form.code!r} is a word of the program's own ({place}); choose another code"
    longest = max(
        f"ck_fact_{form.code}_by_{form.code_list}_{form.code}_count",
        f"ck_fact_{form.code}_by_{form.code_list}_missing_count",
        f"uq_dim_{form.code_list}_{form.code_list}_code",
        f"mart_{form.code}_by_agency_as_now_as_at",
        key=len,
    )
    if len(longest) > _LONGEST_NAME:
        yield (
            f"The warehouse would need the name {longest}, of more than {_LONGEST_NAME} characters; "
            "choose a shorter code, or a shorter list with --code-list"
        )


def _lists() -> set[str]:
    """Code lists, and what else has a table `dim_` of its own."""
    return {*code_list_packages(), *(name.removeprefix("dim_") for name in METADATA.tables)}


def _place_of_word(word: str, checkout: Path) -> str:
    """The first module or statement of general rooms that has a form's code as a text; '' without one.

    No general room may name a form (`tests/test_rooms.py`), so that its code must mean nothing else there.
    """
    quoted = re.compile(rf"""(["']){re.escape(word)}\1""")
    rooms = [checkout / room for room in _ROOMS]
    for path in sorted(path for room in rooms for end in ("*.py", "*.sql") for path in room.rglob(end)):
        place = path.relative_to(checkout)
        if place.parts[:2] in {("edusandbox", "samples"), ("schemas", "forms")}:
            continue
        if quoted.search(path.read_text(encoding="utf-8")):
            return place.as_posix()
    return ""


def _free_rule() -> str:
    """The code after that of the newest rule about rows."""
    newest = max(int(code.removeprefix(_RULES)) for code in rules() if code.startswith(_RULES))
    return f"{_RULES}{newest + 1:03}"
