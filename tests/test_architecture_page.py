"""The page on how the program is built names rooms, modules and functions that there are."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([\w/]+\.py)(?::(\w+))?`", PAGE)


@pytest.mark.parametrize(("path", "name"), sorted(set(NAMED)))
def test_what_the_page_names_is_there(path: str, name: str) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    defined = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    }
    assert not name or name in defined


def test_the_page_names_every_room() -> None:
    machinery = {f"edusandbox/{each.parent.name}" for each in (ROOT / "edusandbox").glob("*/__init__.py")}
    rooms = {"flows", "schemas", "transforms", *machinery}
    assert {room for room in rooms if not re.search(rf"^.*(?<![\w/]){room}\s", PAGE, re.MULTILINE)} == set()
    assert len(NAMED) > 20
