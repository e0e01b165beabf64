"""`edusandbox new-form` writes a form that is whole, and touches nothing but the places of a form."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner

from edusandbox.cli.main import app
from edusandbox.errors import UserError
from edusandbox.skeletons import writing
from edusandbox.skeletons.names import NewForm, new_form
from edusandbox.skeletons.writing import DICTIONARY_PAGES, filled_templates, write_form
from schemas.packages import NAMED_BY
from schemas.periods import PeriodKind

ROOT = Path(__file__).parents[2]
FORM = "libraries"
PLACES = (
    rf"schemas/forms/{FORM}/.*",
    r"schemas/codes/.*",
    rf"edusandbox/warehouse/migrations/versions/\d{{4}}_{FORM}\.py",
    rf"edusandbox/samples/{FORM}\.py",
    rf"tests/forms/{FORM}/.*",
    rf"docs/forms/{FORM}\.md",
)
"""Where a form may be; the dictionary's pages are made from it."""
OURS = (
    "--config",
    'lint.isort.known-first-party = ["edusandbox", "flows", "schemas", "tests", "transforms"]',
)
"""What ruff tells from the folders of a checkout."""
LEFT_OUT = shutil.ignore_patterns("__pycache__", ".*", "*.egg-info", "demo", "dist")


def digests(checkout: Path) -> dict[str, str]:
    return {
        path.relative_to(checkout).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in checkout.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def run(checkout: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of Python's in a checkout, in a process of its own that knows no other forms."""
    environment = {name: value for name, value in os.environ.items() if name != NAMED_BY}
    environment |= {"PYTHONPATH": str(checkout), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(  # noqa: S603 - our own commands
        [sys.executable, *command], cwd=checkout, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout."""
    copy = tmp_path_factory.mktemp("checkout") / "edusandbox"
    shutil.copytree(ROOT, copy, ignore=LEFT_OUT)
    return copy


def changes_of_a_new_form(checkout: Path) -> tuple[Mapping[str, list[str]], set[str]]:
    """What the command says that it wrote, and which files differ from before."""
    before = digests(checkout)
    command = ["new-form", FORM, "--name-th", "ห้องสมุด", "--name-en", "Libraries", "--json"]
    done = run(checkout, "-c", "from edusandbox.cli.main import main; main()", *command)
    assert done.returncode == 0, done.stderr
    after = digests(checkout)
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    return json.loads(done.stdout), changed


def test_a_new_form_touches_its_own_places_alone_and_passes_its_tests(checkout: Path) -> None:
    told, changed = changes_of_a_new_form(checkout)
    pages = {*DICTIONARY_PAGES}
    outside = {path for path in changed - pages if not any(re.fullmatch(place, path) for place in PLACES)}
    assert outside == set()
    assert all(any(re.fullmatch(place, path) for path in changed) for place in PLACES)
    assert (set(told["written"]), set(told["rewritten"])) == (changed - pages, pages)
    python = [path for path in told["written"] if path.endswith(".py")]
    for check in (["check"], ["format", "--check"]):
        style = run(checkout, "-m", "ruff", *check, "--no-cache", *python)
        assert style.returncode == 0, style.stdout
    tests = run(checkout, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"tests/forms/{FORM}")
    assert tests.returncode == 0, tests.stdout


@pytest.mark.parametrize(
    "form",
    [
        NewForm("a", "ก", "A", PeriodKind.FISCAL_YEAR, "b"),
        NewForm("long_form_name", "ก" * 40, "A" * 40, PeriodKind.ACADEMIC_YEAR, "long_code_list"),
    ],
    ids=lambda form: form.code,
)
def test_what_is_written_is_well_formed_whatever_it_is_called(form: NewForm, tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path, text in filled_templates(form).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    for check in (["check"], ["format", "--check"]):
        style = run(tmp_path, "-m", "ruff", *check, "--no-cache", *(OURS if check == ["check"] else ()))
        assert style.returncode == 0, style.stdout


def refusal(code: str, *options: str) -> str:
    """The sentence by which the command refuses a form in this checkout."""
    result = CliRunner().invoke(app, ["new-form", code, *options])
    assert result.exit_code == 4, result.output
    (line,) = result.stderr.splitlines()
    return line


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("Libraries",), "'Libraries' cannot be the code of a form; write lower-case letters"),
        (("libraries-2",), "'libraries-2' cannot be the code of a form"),
        (("class",), "'class' cannot be the code of a form"),
        (("../libraries",), "cannot be the code of a form"),
        (("libraries", "--code-list", "2kind"), "'2kind' cannot be the code of a code list"),
        (("enrolment",), "There is a form 'enrolment' already"),
        (("libraries", "--code-list", "grade"), "There is a code list 'grade' already"),
        (("libraries", "--code-list", "school"), "There is a code list 'school' already"),
        (("male",), "The warehouse has a column male_count already"),
        (("libraries", "--code-list", "libraries"), "would be the form and its code list"),
        (("status",), "'status' is a word of the program's own ("),
        (("a_very_long_name_of_a_form",), "of more than 63 characters; choose a shorter code"),
        (("libraries", "--name-th", "Libraries"), "--name-th: 'Libraries' cannot be a name"),
        (("libraries", "--name-th", "ห้อง,สมุด"), "--name-th: 'ห้อง,สมุด' cannot be a name"),
        (("libraries", "--name-en", 'Say "books"'), "--name-en: 'Say \"books\"' cannot be a name"),
        (("html_file",), "edusandbox/samples/html_file.py is there already and nothing was written"),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_a_sentence_and_nothing_is_written(
    arguments: tuple[str, ...], sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_arguments: object) -> None:
        raise AssertionError("something was written")

    monkeypatch.setattr(Path, "write_text", write)
    assert sentence in refusal(*arguments)


def test_where_there_is_no_checkout_a_sentence_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing.edusandbox, "__file__", str(tmp_path / "edusandbox" / "__init__.py"))
    assert "A form is written into a checkout, and" in refusal("libraries")
    assert list(tmp_path.iterdir()) == []


def test_where_a_part_of_the_form_is_there_nothing_is_written(tmp_path: Path) -> None:
    page = tmp_path / "docs" / "forms" / "libraries.md"
    page.parent.mkdir(parents=True)
    page.touch()
    form = new_form(
        tmp_path,
        "libraries",
        name_th=None,
        name_en=None,
        period_kind=PeriodKind.SEMESTER,
        code_list=None,
    )
    with pytest.raises(
        UserError, match=r"^docs/forms/libraries\.md is there already and nothing was written"
    ):
        write_form(form, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [page]


def test_a_file_that_cannot_be_written_leaves_none_behind(tmp_path: Path) -> None:
    (tmp_path / "tests").touch()
    form = NewForm("libraries", "ห้องสมุด", "Libraries", PeriodKind.SEMESTER, "libraries_kind")
    with pytest.raises(UserError, match=r"tests/forms/libraries.* cannot be written"):
        write_form(form, tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / "tests"]
    assert list(tmp_path.rglob("libraries")) == []
