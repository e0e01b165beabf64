"""The direction of travel: which room may import what (DESIGN, sections 3 and 4)."""

import ast
import re
from pathlib import Path

import edusandbox
from schemas.catalogue import FORMS

ROOT = Path(edusandbox.__file__).parents[1]
ROOMS_AT_THE_ROOT = ("flows", "schemas", "transforms")
PACKAGES = ("edusandbox", *ROOMS_AT_THE_ROOT)
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Names of the modules that a file imports, wherever in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    direct = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return direct | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def room_of(path: Path) -> str:
    """The room that a module lies in: `schemas`, or below `edusandbox` such as `sources`."""
    first, second = path.relative_to(ROOT).parts[:2]
    return second if first == "edusandbox" else first


def room_named(module: str) -> str:
    """The room that an import names; '' of what is not ours."""
    first, *others = module.split(".")
    if first == "edusandbox":
        return others[0] if others else first
    return first if first in ROOMS_AT_THE_ROOT else ""


def in_room(room: str) -> list[Path]:
    return [path for path in MODULES if room_of(path) == room]


def test_only_flows_imports_prefect() -> None:
    offenders = [
        path.name
        for path in MODULES
        if any(name.split(".")[0].startswith("prefect") for name in imported(path))
        and path not in in_room("flows")
    ]
    assert offenders == []


def test_schemas_import_nothing_of_ours() -> None:
    names = {(path.name, room_named(name)) for path in in_room("schemas") for name in imported(path)}
    assert {room for _, room in names} == {"", "schemas"}


def test_transforms_import_schemas_alone() -> None:
    names = {room_named(name) for path in in_room("transforms") for name in imported(path)}
    assert names == {"", "schemas", "transforms"}


def test_only_the_command_line_imports_the_flows() -> None:
    above = {room_of(path) for path in MODULES for name in imported(path) if room_named(name) == "flows"}
    assert above == {"flows", "cli"}


def test_transforms_do_no_input_or_output() -> None:
    doors = {
        "pathlib",
        "os",
        "io",
        "fsspec",
        "sqlalchemy",
        "requests",
        "urllib.request",
        "datetime.datetime.now",
    }
    assert {(path.name, name) for path in in_room("transforms") for name in imported(path) & doors} == set()


def test_forms_are_named_only_in_their_own_modules() -> None:
    """A form's code outside its module, its data and the made-up deliveries would be an `if form == …`."""
    names = FORMS.keys()
    allowed = {ROOT / "schemas" / "forms", ROOT / "edusandbox" / "samples"}
    offenders = [
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        if not any(parent in allowed for parent in path.parents)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert offenders == []


def test_statements_about_all_forms_name_none() -> None:
    """A register is asked for by what it is: each new form would else be taken for one."""
    statements = (ROOT / "edusandbox" / "warehouse" / "statements").glob("*.sql")
    names = {f"'{form}'" for form in FORMS}
    naming = {
        path.stem for path in statements if any(name in path.read_text(encoding="utf-8") for name in names)
    }
    assert naming == set()


def test_no_general_room_knows_enrolment_by_heart() -> None:
    """Its code and its columns stand in its own folder; general rooms speak of what forms declare."""
    machinery = ("edusandbox/warehouse/migrations/", "edusandbox/samples/")
    own = ("schemas/forms/enrolment/", "schemas/codes/", *machinery)
    words = re.compile(r"\b(?:grade_code|male_count|female_count|classroom_count|enrolment)\b")
    texts = {
        path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    naming = {name for name, text in texts.items() if words.search(text)}
    assert {name for name in naming if not name.startswith(own)} == set()
    assert {"schemas/forms/enrolment/__init__.py", "edusandbox/samples/truth.py"} <= naming


def test_modules_are_short_enough_to_hold_in_mind() -> None:
    long = {
        path.name: count
        for path in MODULES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 310
    }
    assert long == {}


def test_the_clock_is_read_for_stamps_and_in_one_place_for_the_day() -> None:
    """A run decides by `--today`: what else reads the clock stamps a row, or clears files left behind."""
    readers = {
        path.relative_to(ROOT).as_posix()
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "today", "utcnow"}
        if isinstance(node.value, ast.Name) and node.value.id in {"datetime", "date"}
    }
    assert readers == {
        "edusandbox/workers/entry.py",
        "edusandbox/run/feedback.py",
        "edusandbox/run/consolidation.py",
        "edusandbox/run/steps.py",
        "edusandbox/timestamps.py",
        "edusandbox/run/preview.py",
        "edusandbox/warehouse/engine.py",
        "edusandbox/warehouse/migrations/versions/0002_history_and_provenance.py",
        "edusandbox/warehouse/load/runs.py",
    }
