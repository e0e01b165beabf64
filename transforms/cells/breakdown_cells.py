"""Cells that take a figure apart: `งบ สพฐ.: 50,000 บาท | อปท.: 20,000 บาท`, or an item a line."""

import re
from collections.abc import Mapping
from math import isnan
from typing import NamedTuple

from schemas.breakdown_items import Item
from schemas.fields import Breakdown, Count, Figure
from schemas.text import NOTHING, clean_text, normalise_header
from transforms.cells.count_cells import CELL_RULES
from transforms.cells.counts import CellKind
from transforms.cells.figure_cells import parse_figures
from transforms.grid import CellValue, cell_name, cell_text

_BETWEEN_ITEMS = re.compile(r"[|;\n\r]|(?<=\s)[•·](?=\s)")
_BULLET = re.compile(r"^\s*(?:[-–*•·]\s|\d{1,2}[.)](?!\d))\s*")
_NAMED = re.compile(r"(?P<name>.*\S)\s*(?:[:：=]|\s[-–—](?=\s))\s*(?P<figure>[^:：=]*)", re.DOTALL)
_DIGITS = r"[\d๐-๙]"
_MISSING = frozenset({CellKind.BLANK, CellKind.NONE})
"""An item without a figure is none: its name alone says nothing."""


class Fault(NamedTuple):
    """What is said of an item; `params` are the values of the sentence."""

    rule: str
    params: Mapping[str, str | int]


class ReadItems(NamedTuple):
    """The items of a cell, None where there are none or one of them is no item; and what is said of them."""

    items: tuple[Item, ...] | None
    faults: tuple[Fault, ...]


def read_items(cell: CellValue, declared: Breakdown, codes: Mapping[str, str]) -> ReadItems:
    """Reads the items of a cell.

    Nothing is guessed: between name and figure stands a colon, an equals sign or a dash with spaces around
    it, or the figure has its unit.

    Args:
        cell: The cell.
        declared: The field.
        codes: Codes by normalised spelling, where the items are of a code list.

    Returns:
        The items in their order. VA041 is said of one that is no name with a figure, VA006 of one whose code
        is not known, VA042 of a code that stands twice; of a figure what is said of a cell with it.
    """
    if cell_name(cell) in NOTHING:
        return ReadItems(None, ())
    texts = [_BULLET.sub("", text).strip() for text in _BETWEEN_ITEMS.split(cell_text(cell))]
    reader = _Reader(declared, codes)
    items = [reader.item(text) for text in texts if text]
    known = tuple(item for item in items if item is not None)
    is_whole = len(known) == len(items) and not reader.is_refused
    return ReadItems(known if is_whole and known else None, tuple(reader.faults))


class _Reader:
    def __init__(self, declared: Breakdown, codes: Mapping[str, str]) -> None:
        self._declared = declared
        self._codes = codes
        self._seen: set[str] = set()
        self._with_unit = re.compile(
            rf"(?P<name>.*[^\d๐-๙,.\s])\s*(?P<figure>{_DIGITS}[\d๐-๙,.]*\s*{re.escape(declared.figure.unit.th)}\.?)",
            re.DOTALL,
        )
        self.faults: list[Fault] = []
        self.is_refused = False

    def item(self, text: str) -> Item | None:
        """An item, or None where it is none; what is said of it is among the faults."""
        split = _NAMED.fullmatch(text) or self._with_unit.fullmatch(text)
        if split is None:
            self._refuse("VA041", {"item": clean_text(text)})
            return None
        name = self._name(clean_text(split["name"]))
        figure = self._figure(split["figure"], text)
        return None if name is None or self.is_refused else Item(name, figure)

    def _name(self, name: str) -> str | None:
        if not self._declared.code_list:
            return name
        code = self._codes.get(normalise_header(name))
        if code is None:
            self._refuse("VA006", {"value": name})
            return None
        if code in self._seen:
            self._refuse("VA042", {"item": name})
            return None
        self._seen.add(code)
        return code

    def _figure(self, text: str, item: str) -> float | None:
        read = parse_figures([text], self._declared.figure)
        value, kind = float(read.values[0]), CellKind(int(read.kinds[0]))
        if kind in _MISSING or not text.strip():
            self._refuse("VA041", {"item": clean_text(item)})
            return None
        if kind in CELL_RULES:
            self.faults.append(Fault(CELL_RULES[kind], _params(text, value)))
            self.is_refused |= kind not in {CellKind.LETTERS, CellKind.UNKNOWN}
        if isnan(value):
            return None
        broken = _broken_bound(self._declared.figure, value)
        if broken is not None:
            self._refuse(broken, {"value": clean_text(text), "bounds": self._declared.figure.bounds_text})
            return None
        return value

    def _refuse(self, rule: str, params: Mapping[str, str | int]) -> None:
        self.faults.append(Fault(rule, params))
        self.is_refused = True


def _params(text: str, value: float) -> Mapping[str, str | int]:
    shown = {"value": clean_text(text)}
    return shown if isnan(value) else {**shown, "read": int(value)}


def _broken_bound(figure: Figure, value: float) -> str | None:
    """The rule that a figure breaks, as for a cell of its own."""
    low, high = figure.low, figure.high
    if isinstance(figure, Count):
        if value < (low or 0):
            return "VA002"
        if value % 1:
            return "VA003"
        return "VA007" if high and value >= high else None
    is_outside = (low is not None and value < low) or (high is not None and value > high)
    return "VA029" if is_outside else None
