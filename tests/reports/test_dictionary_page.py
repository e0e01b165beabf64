"""The dictionary's pages are what the program would write now, and every link in them leads somewhere."""

import json
import re
from pathlib import Path

import pytest
from lxml import html
from typer.testing import CliRunner

from edusandbox.cli.main import app
from edusandbox.reports.dictionary_page import as_html, as_markdown
from edusandbox.warehouse.dictionary.publishing import read_dictionary

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {"md": as_markdown(read_dictionary()), "html": as_html(read_dictionary())}


@pytest.mark.parametrize("suffix", PAGES)
def test_the_pages_in_docs_are_up_to_date(suffix: str) -> None:
    stands = (DOCS / f"dictionary.{suffix}").read_text(encoding="utf-8")
    assert stands == PAGES[suffix], "run make dictionary"


@pytest.mark.parametrize(("suffix", "anchor"), [("md", r'<a id="([^"]+)"'), ("html", r' id="([^"]+)"')])
def test_every_column_has_an_anchor_and_every_link_leads_to_one(suffix: str, anchor: str) -> None:
    anchors = re.findall(anchor, PAGES[suffix])
    tables = read_dictionary()
    expected = [each.table_name for each in tables]
    expected += [f"{each.table_name}.{each.column_name}" for table in tables for each in table.columns]
    assert sorted(anchors) == sorted(expected)
    assert set(re.findall(r'(?:href="|\]\()#([^")]+)', PAGES[suffix])) <= set(anchors)


def test_the_html_page_needs_nothing_else() -> None:
    page = html.document_fromstring(PAGES["html"])
    assert page.get("lang") == "th"
    assert page.xpath("//@src | //link | //script") == []
    assert all(each.startswith("#") for each in page.xpath("//@href"))
    assert "url(" not in PAGES["html"]
    assert "@import" not in PAGES["html"]


def test_rows_of_the_markdown_tables_have_as_many_cells_as_their_headings() -> None:
    rows = [line for line in PAGES["md"].splitlines() if line.startswith("|")]
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {7}


def test_the_command_writes_by_the_files_name(tmp_path: Path) -> None:
    for suffix, page in PAGES.items():
        result = CliRunner().invoke(app, ["dictionary", str(tmp_path / f"a.{suffix}")])
        assert result.exit_code == 0
        assert (tmp_path / f"a.{suffix}").read_text(encoding="utf-8") == page


def test_the_command_prints_json_for_programs() -> None:
    said = json.loads(CliRunner().invoke(app, ["dictionary", "--format", "json"]).output)
    assert [each["table_name"] for each in said] == [each.table_name for each in read_dictionary()]


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["dictionary", str(tmp_path / "none" / "a.md")])
    assert result.exit_code == 4
    assert "cannot be written" in result.output
