"""The parts of a workbook that is a ZIP of parts (xlsx, xlsb), and how they point to each other."""

import posixpath
import zipfile
from collections.abc import Callable, Iterable, Iterator

from lxml import etree


class Parts:
    """A workbook's parts by name; some writers differ from their own references in case and slashes."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Keeps the archive.

        Args:
            archive: The workbook, open.
        """
        self._archive = archive
        self._names = {self._plain(name): name for name in archive.namelist()}

    def read(self, name: str) -> bytes:
        """A part's bytes.

        Raises:
            KeyError: There is no such part.
        """
        return self._archive.read(self._names.get(self._plain(name), name))

    def read_related(self, part: str, kind: str) -> bytes:
        """Bytes of the first part of a kind that a part points to; nothing where there is none."""
        targets = (target for its_kind, _, target in relationships(self, part) if its_kind == kind)
        name = self._plain(next(targets, ""))
        return self._archive.read(self._names[name]) if name in self._names else b""

    @staticmethod
    def _plain(name: str) -> str:
        return name.replace("\\", "/").lower()


def workbook_part(parts: Parts) -> str:
    """Name of the part that lists a workbook's sheets.

    Raises:
        KeyError: A part is missing.
        lxml.etree.XMLSyntaxError: A part is not XML.
    """
    return next((target for kind, _, target in relationships(parts, "") if kind == "officeDocument"), "")


def worksheet_parts(
    parts: Parts, list_sheets: Callable[[bytes], Iterable[tuple[str, str]]]
) -> Iterator[tuple[str, str]]:
    """Finds the parts that hold a workbook's worksheets.

    Args:
        parts: The workbook's parts.
        list_sheets: Gives name and relationship of each sheet from the workbook's own part.

    Yields:
        The sheet's name, and the name of its part.

    Raises:
        KeyError: A part is missing.
        lxml.etree.XMLSyntaxError: A part is not XML.
    """
    workbook = workbook_part(parts)
    targets = {key: target for kind, key, target in relationships(parts, workbook) if kind == "worksheet"}
    for name, key in list_sheets(parts.read(workbook)):
        if key in targets:
            yield name, targets[key]


def relationships(parts: Parts, part: str) -> Iterator[tuple[str, str, str]]:
    """Gives the kind, key and target of each part that a part points to; '' is the workbook as a whole."""
    folder, name = posixpath.split(part)
    xml = parts.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    for each in etree.fromstring(xml).iter("{*}Relationship"):
        address = each.get("Target", "").replace("\\", "/")
        target = posixpath.normpath(posixpath.join("/", folder, address)).lstrip("/")
        yield each.get("Type", "").rpartition("/")[2], each.get("Id", ""), target
