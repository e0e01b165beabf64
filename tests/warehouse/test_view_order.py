"""Views are found wherever they lie, and made in the order that follows from what they read."""

import re

import pytest

from edusandbox.warehouse.marts import mart_views
from edusandbox.warehouse.marts.definition_files import definition_folders
from edusandbox.warehouse.marts.mart_views import VIEW_NAMES, view_definition

COMMENT = re.compile(r"--.*")
MART = re.compile(r"\bmart_\w+")


def test_each_mart_comes_after_those_that_it_reads() -> None:
    for place, name in enumerate(VIEW_NAMES):
        read = set(MART.findall(COMMENT.sub("", view_definition(name, "sqlite"))))
        assert read <= set(VIEW_NAMES[:place]), name


def test_two_views_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    folders = definition_folders()
    monkeypatch.setattr(mart_views, "definition_folders", lambda: (*folders, folders[0]))
    with pytest.raises(ValueError, match="two views are called mart_agency"):
        mart_views._texts.__wrapped__()
