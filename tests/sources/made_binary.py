"""Minimal workbooks of Excel's binary formats, record by record: no library writes them all."""

import struct
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from tests.sources.made_files import zip_bytes

BIFF5, BIFF8 = 0x0500, 0x0600
ERROR_REF, ERROR_DIVISION = 0x17, 0x07
_SECTOR = 512
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole_container(name: str, stream: bytes) -> bytes:
    """An OLE file with one stream, large enough to lie in sectors of its own."""
    stream = stream.ljust(max(4096, -(-len(stream) // _SECTOR) * _SECTOR), b"\x00")
    count = len(stream) // _SECTOR
    chain = [_TABLE, _END, *range(3, count + 2), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6s", 0x3E, 3, 0xFFFE, 9, 6, bytes(6))
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 0x1000, _END, 0, _END, 0)
    header += struct.pack("<109I", 0, *[_FREE] * 108)
    directory = _entry("Root Entry", 5, 1, _END, 0) + _entry(name, 2, _FREE, 2, len(stream))
    return header + table + directory.ljust(_SECTOR, b"\x00") + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le").ljust(64, b"\x00")
    numbers = struct.pack("<HBBIII", 2 * len(name) + 2, kind, 1, _FREE, _FREE, child)
    return raw + numbers + bytes(36) + struct.pack("<IQ", start, size)


def record(kind: int, body: bytes = b"") -> bytes:
    """A record of an xls workbook."""
    return struct.pack("<HH", kind, len(body)) + body


def xls_bytes(version: int, cells: Sequence[bytes], *, name: str = "Data", head: bytes = b"") -> bytes:
    """An xls workbook with one sheet of these records; `head` are records that declare fonts and formats."""
    begin = struct.pack("<HHHH", version, 5, 0, 0) + (bytes(8) if version == BIFF8 else b"")
    sheet_begin = struct.pack("<HHHH", version, 16, 0, 0) + (bytes(8) if version == BIFF8 else b"")
    title = bytes([len(name)]) + (b"\x00" if version == BIFF8 else b"") + name.encode("latin-1")
    opening = record(0x0809, begin) + record(0x0042, struct.pack("<H", 874 if version == BIFF5 else 1200))
    opening += head
    bound = 4 + 6 + len(title)
    start = len(opening) + bound + 4
    opening += record(0x0085, struct.pack("<IBB", start, 0, 0) + title) + record(0x000A)
    stream = opening + record(0x0809, sheet_begin) + b"".join(cells) + record(0x000A)
    return ole_container("Workbook" if version == BIFF8 else "Book", stream)


def xls_text(row: int, column: int, text: str, version: int) -> bytes:
    if version == BIFF8:
        body = struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")
    else:
        raw = text.encode("cp874")
        body = struct.pack("<HHHH", row, column, 0, len(raw)) + raw
    return record(0x0204, body)


def xls_number(row: int, column: int, number: float, style: int = 0) -> bytes:
    return record(0x0203, struct.pack("<HHHd", row, column, style, number))


def xls_font(version: int, *, is_struck: bool = False, raised: int = 0) -> bytes:
    """A font; `raised` is 1 for superscripts and 2 for subscripts."""
    name = bytes([5]) + (b"\x00" if version == BIFF8 else b"") + b"Arial"
    numbers = struct.pack("<5H4B", 200, 0x08 if is_struck else 0, 0x7FFF, 400, raised, 0, 0, 222, 0)
    return record(0x0031, numbers + name)


def xls_format(version: int, number: int, code: str) -> bytes:
    """A number format that the workbook declares itself."""
    return record(0x041E, struct.pack("<H", number) + _biff_text(code, version, 1 if version == BIFF5 else 2))


def _biff_text(text: str, version: int, length_size: int) -> bytes:
    raw = text.encode("cp874") if version == BIFF5 else b"\x01" + text.encode("utf-16-le")
    return len(text).to_bytes(length_size, "little") + raw


def xls_style(version: int, *, font: int = 0, number_format: int = 0) -> bytes:
    """A style of cells; cells name it by its place among the styles, and fonts are numbered without a 4."""
    return record(
        0x00E0, struct.pack("<3H", font, number_format, 0x0001) + bytes(14 if version == BIFF8 else 10)
    )


def xls_calendar_of_1904() -> bytes:
    return record(0x0022, struct.pack("<H", 1))


def xls_rich_text(row: int, column: int, text: str, runs: Sequence[tuple[int, int]], version: int) -> bytes:
    """A text in several fonts: from each place (0-based) on that of a number."""
    if version == BIFF8:
        changes = struct.pack("<H", len(runs)) + b"".join(struct.pack("<HH", *run) for run in runs)
    else:
        changes = bytes([len(runs)]) + b"".join(bytes(run) for run in runs)
    return record(0x00D6, struct.pack("<HHH", row, column, 0) + _biff_text(text, version, 2) + changes)


def xls_shared_texts(texts: Sequence[tuple[str, Sequence[tuple[int, int]]]]) -> bytes:
    """The shared texts of a BIFF 8 workbook, each with its changes of font."""
    body = struct.pack("<II", len(texts), len(texts))
    for text, runs in texts:
        body += struct.pack("<HBH", len(text), 0x09, len(runs)) + text.encode("utf-16-le")
        body += b"".join(struct.pack("<HH", *run) for run in runs)
    return record(0x00FC, body)


def xls_shared_text(row: int, column: int, number: int, style: int = 0) -> bytes:
    return record(0x00FD, struct.pack("<HHHI", row, column, style, number))


def xls_merged(first_row: int, last_row: int, first_column: int, last_column: int) -> bytes:
    return record(0x00E5, struct.pack("<5H", 1, first_row, last_row, first_column, last_column))


def xls_hidden_columns(first: int, last: int) -> bytes:
    return record(0x007D, struct.pack("<6H", first, last, 2000, 0, 1, 0))


def xls_printed(header: str, footer: str, version: int) -> bytes:
    """The header and the footer of the printed page."""
    size = 2 if version == BIFF8 else 1
    return b"".join(
        record(kind, _biff_text(text, version, size)) for kind, text in ((0x14, header), (0x15, footer))
    )


def xls_formula(row: int, column: int, result: float | None, parts: bytes) -> bytes:
    """A formula of these parts; no result is an empty text."""
    value = bytes([3, 0, 0, 0, 0, 0, 0xFF, 0xFF]) if result is None else struct.pack("<d", result)
    head = struct.pack("<HHH", row, column, 0) + value + struct.pack("<HI", 0, 0)
    return record(0x0006, head + struct.pack("<H", len(parts)) + parts)


def sum_of_row(row: int, first: int, last: int, version: int) -> bytes:
    """The parts of `SUM` over cells of one row."""
    area = struct.pack("<HHHH", row, row, first | 0xC000, last | 0xC000)
    if version == BIFF5:
        area = struct.pack("<HHBB", row | 0xC000, row | 0xC000, first, last)
    return b"\x25" + area + b"\x19\x10\x00\x00"


def xls_error(row: int, column: int, error: int) -> bytes:
    return record(0x0205, struct.pack("<HHHBB", row, column, 0, error, 1))


def xls_failed_formula(row: int, column: int, error: int) -> bytes:
    value = bytes([2, 0, error, 0, 0, 0]) + b"\xff\xff"
    return record(0x0006, struct.pack("<HHH", row, column, 0) + value + struct.pack("<HIH", 0, 0, 0))


def xls_hidden_row(row: int, column_count: int) -> bytes:
    return record(0x0208, struct.pack("<HHHHHHI", row, 0, column_count, 255, 0, 0, 0x120))


def _xlsb_record(kind: int, body: bytes = b"") -> bytes:
    def variable(number: int) -> bytes:
        raw = bytearray()
        while number > 0x7F:
            raw.append(number & 0x7F | 0x80)
            number >>= 7
        return bytes([*raw, number])

    return variable(kind) + variable(len(body)) + body


def _wide(text: str) -> bytes:
    raw = text.encode("utf-16-le")
    return struct.pack("<I", len(raw) // 2) + raw


def _xlsb_cell(column: int) -> bytes:
    return struct.pack("<II", column, 0)


def xlsb_bytes(
    rows: Sequence[tuple[bool, Sequence[str | float | int | None]]], *, name: str = "ข้อมูล"
) -> bytes:
    """An xlsb workbook with one sheet; each row says whether it is hidden; an int is an error's number."""
    body = (
        _xlsb_record(129)
        + _xlsb_record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, 9))
        + _xlsb_record(145)
    )
    for row, (is_hidden, cells) in enumerate(rows):
        body += _xlsb_record(0, struct.pack("<IIHHBI", row, 0, 300, 0x1000 if is_hidden else 0, 0, 0))
        for column, cell in enumerate(cells):
            if isinstance(cell, str):
                body += _xlsb_record(6, _xlsb_cell(column) + _wide(cell))
            elif isinstance(cell, float):
                body += _xlsb_record(5, _xlsb_cell(column) + struct.pack("<d", cell))
            elif isinstance(cell, int):
                body += _xlsb_record(3, _xlsb_cell(column) + bytes([cell]))
    body += _xlsb_record(146) + _xlsb_record(130)
    return _xlsb_package(body, name)


def xlsb_workbook(
    rows: Sequence[Sequence[bytes]],
    *,
    behind: bytes = b"",
    head: bytes = b"",
    styles: bytes = b"",
    strings: Sequence[bytes] = (),
) -> bytes:
    """An xlsb workbook with one sheet of these cells.

    Args:
        rows: Records of cells, row by row.
        behind: Records behind the cells.
        head: Records of the workbook's own part.
        styles: Records of its styles.
        strings: Its shared texts.
    """
    body = _xlsb_record(129)
    body += _xlsb_record(148, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, 9)) + _xlsb_record(145)
    for row, cells in enumerate(rows):
        body += _xlsb_record(0, struct.pack("<IIHHBI", row, 0, 300, 0, 0, 0)) + b"".join(cells)
    body += _xlsb_record(146) + behind + _xlsb_record(130)
    shared = b"".join(_xlsb_record(19, text) for text in strings)
    parts = {}
    if styles:
        parts["styles"] = _xlsb_record(278) + styles + _xlsb_record(279)
    if strings:
        count = struct.pack("<II", len(strings), len(strings))
        parts["sharedStrings"] = _xlsb_record(159, count) + shared + _xlsb_record(160)
    return _xlsb_package(body, "ข้อมูล", head, parts)


def xlsb_number(column: int, number: float, style: int = 0) -> bytes:
    return _xlsb_record(5, struct.pack("<IId", column, style, number))


def xlsb_small_number(column: int, number: int, style: int = 0) -> bytes:
    """A number with two decimals at most, in four bytes; it is given in hundredths."""
    return _xlsb_record(2, struct.pack("<IIi", column, style, number << 2 | 3))


def xlsb_text(column: int, text: str, style: int = 0) -> bytes:
    return _xlsb_record(6, struct.pack("<II", column, style) + _wide(text))


def xlsb_shared_text(column: int, number: int, style: int = 0) -> bytes:
    return _xlsb_record(7, struct.pack("<III", column, style, number))


def xlsb_runs(text: str, changes: Sequence[tuple[int, int]] = ()) -> bytes:
    """A text whose font changes at places to those of a number."""
    runs = b"".join(struct.pack("<HH", *change) for change in changes)
    count = struct.pack("<I", len(changes)) if changes else b""
    return bytes([1 if changes else 0]) + _wide(text) + count + runs


def xlsb_rich_text(column: int, runs: bytes) -> bytes:
    return _xlsb_record(62, _xlsb_cell(column) + runs)


def xlsb_formula(column: int, result: float | str, parts: bytes, style: int = 0) -> bytes:
    value = _wide(result) if isinstance(result, str) else struct.pack("<d", result)
    body = struct.pack("<II", column, style) + value + struct.pack("<HI", 0, len(parts)) + parts
    return _xlsb_record(8 if isinstance(result, str) else 9, body + struct.pack("<I", 0))


def xlsb_area(row: int, first: int, last: int) -> bytes:
    """The part of a formula that refers to cells of one row."""
    return b"\x25" + struct.pack("<IIHH", row, row, first | 0xC000, last | 0xC000)


def xlsb_font(*, is_struck: bool = False, raised: int = 0) -> bytes:
    return _xlsb_record(
        43, struct.pack("<HHHH", 200, 0x08 if is_struck else 0, 400, raised) + bytes(13) + _wide("Arial")
    )


def xlsb_formats(codes: Mapping[int, str]) -> bytes:
    """The formats that the workbook declares itself, by their numbers."""
    records = b"".join(
        _xlsb_record(44, struct.pack("<H", number) + _wide(code)) for number, code in codes.items()
    )
    return _xlsb_record(615, struct.pack("<I", len(codes))) + records + _xlsb_record(616)


def xlsb_styles(*styles: tuple[int, int]) -> bytes:
    """Styles of cells, by their format and their font; one of named styles stands before them."""
    records = b"".join(_xlsb_record(47, struct.pack("<HHH", 0, *style) + bytes(10)) for style in styles)
    named = _xlsb_record(626) + _xlsb_record(47, struct.pack("<HHH", 0xFFFF, 9, 0) + bytes(10))
    count = struct.pack("<I", len(styles))
    return named + _xlsb_record(627) + _xlsb_record(617, count) + records + _xlsb_record(618)


def xlsb_merged(first_row: int, last_row: int, first_column: int, last_column: int) -> bytes:
    return _xlsb_record(176, struct.pack("<4I", first_row, last_row, first_column, last_column))


def xlsb_hidden_columns(first: int, last: int) -> bytes:
    return _xlsb_record(60, struct.pack("<IIIIH", first, last, 2000, 0, 1))


def xlsb_printed(*texts: str) -> bytes:
    """Header and footer of all pages, of even ones and of the first."""
    return _xlsb_record(479, struct.pack("<H", 0) + b"".join(map(_wide, texts)))


def xlsb_calendar_of_1904() -> bytes:
    return _xlsb_record(153, struct.pack("<IQ", 1, 0))


def xlsb_calculation(*, is_uncalculated: bool) -> bytes:
    return _xlsb_record(157, bytes(24) + struct.pack("<H", 0x6A | is_uncalculated))


def _xlsb_package(
    sheet: bytes, name: str, head: bytes = b"", parts: Mapping[str, bytes] = MappingProxyType({})
) -> bytes:
    workbook = _xlsb_record(131) + head + _xlsb_record(143)
    workbook += _xlsb_record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(name))
    workbook += _xlsb_record(144) + _xlsb_record(132)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    content = "http://schemas.openxmlformats.org/package/2006/content-types"
    main_part = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    relation = f'<Relationships xmlns="{package}">{{}}</Relationships>'
    one = '<Relationship Id="rId{}" Type="{}/{}" Target="{}"/>'
    targets = [("worksheet", "worksheets/sheet1.bin"), *((part, f"{part}.bin") for part in parts)]
    related = "".join(one.format(at, kind, *target) for at, target in enumerate(targets, start=1))
    return zip_bytes(
        {
            "[Content_Types].xml": f'<Types xmlns="{content}">'
            f'<Default Extension="bin" ContentType="{main_part}"/></Types>',
            "_rels/.rels": relation.format(one.format(1, kind, "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": workbook,
            "xl/_rels/workbook.bin.rels": relation.format(related),
            **{f"xl/{part}.bin": records for part, records in parts.items()},
            "xl/worksheets/sheet1.bin": sheet,
        }
    )
