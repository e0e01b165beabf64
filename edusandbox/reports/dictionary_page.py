"""The warehouse's dictionary for people: Markdown, and one HTML page for screen, telephone and print."""

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from edusandbox.warehouse.dictionary.publishing import DictionaryColumn, DictionaryTable
from edusandbox.warehouse.marts.mart_contract import newest_versions

_GROUPS = (
    ("mart_", "ตารางสรุปสำหรับผู้ใช้", "Marts: begin here"),
    ("fact_", "ข้อมูลจากแบบรายงาน", "Facts: every version of every return"),
    ("dim_", "รายการอ้างอิง", "What facts refer to"),
    ("ops_", "บันทึกการทำงาน", "What happened"),
)
_HISTORY = ("ประวัติ", "History of tables whose rows change")
_TITLE_TH = "พจนานุกรมข้อมูล"
_TITLE_EN = "Dictionary of the warehouse"
_TYPES_TH = {
    "integer": "จำนวนเต็ม",
    "decimal": "ทศนิยม",
    "money": "จำนวนเงิน",
    "text": "ข้อความ",
    "date": "วันที่",
    "moment": "เวลา",
    "boolean": "ใช่/ไม่ใช่",
}
_INTRODUCTION = (
    (
        "ช่องว่าง (NULL) ไม่ใช่ศูนย์ แต่ละคอลัมน์บอกไว้ว่าช่องว่างหมายถึงอะไร",
        "Empty (NULL) is not zero: each column says what an empty cell means.",
    ),
    (
        "วันที่เป็น ค.ศ. เวลาเป็น UTC ส่วนปีในรหัสรอบรายงาน (period_code) เป็น พ.ศ.",
        "Dates are CE, times are UTC; years in period codes are Buddhist.",
    ),
    (
        "ตาราง fact_ เก็บทุกฉบับที่เคยส่ง ห้ามรวมยอดข้ามฉบับ ให้ใช้ mart_",
        "Tables fact_ hold every version ever sent: never add up over versions, use mart_.",
    ),
    (
        "บน PostgreSQL ทุก mart มีฟังก์ชัน ชื่อ_as_at(เวลา) สำหรับดูข้อมูลย้อนหลัง",
        "On PostgreSQL each mart has a function NAME_as_at(moment) that shows it as it was.",
    ),
)

_MADE = "<!-- Made by make dictionary, from the dictionary texts and the Fact models. -->"
_MARKDOWN_HEADINGS = (
    "คอลัมน์ column",
    "ชนิด type",
    "ความหมาย meaning",
    "หน่วย unit",
    "เมื่อว่าง if empty",
    "ข้อควรระวัง warning",
)
_HTML_HEADINGS = (
    ("คอลัมน์", "Column"),
    ("ความหมาย", "Meaning"),
    ("เมื่อว่าง", "If empty"),
    ("ข้อควรระวัง", "Warning"),
)

Group = tuple[str, str, Sequence[DictionaryTable]]


def as_markdown(tables: Sequence[DictionaryTable]) -> str:
    """The dictionary as Markdown, Thai first; ends with a line break."""
    lines = [f"# {_TITLE_TH} · {_TITLE_EN}", "", _MADE, ""]
    lines += [f"- {thai} · {english}" for thai, english in _INTRODUCTION]
    for thai, english, members in _groups(tables):
        lines += ["", f"- **{thai} · {english}**"]
        lines += [f"  - [{each.table_name}](#{each.table_name}): {each.meaning_th}" for each in members]
    for thai, english, members in _groups(tables):
        lines += ["", f"## {thai} · {english}"]
        for each in members:
            lines += _markdown_table(each)
    return "\n".join(lines) + "\n"


def as_html(tables: Sequence[DictionaryTable]) -> str:
    """The dictionary as one page that needs nothing else; ends with a line break."""
    style = (files("edusandbox.reports") / "dictionary_page.css").read_text(encoding="utf-8").strip()
    groups = _groups(tables)
    parts = [
        '<!DOCTYPE html>\n<html lang="th">\n<head>\n<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{_TITLE_TH} · {_TITLE_EN}</title>\n<style>\n{style}\n</style>\n</head>\n<body>",
        f'<header><h1>{_TITLE_TH} <small lang="en">{_TITLE_EN}</small></h1>',
        "<ul>",
        *(f"<li>{_both(thai, english)}</li>" for thai, english in _INTRODUCTION),
        "</ul></header>",
        *_contents(groups),
        "<main>",
        *(line for group in groups for line in _html_group(group)),
        "</main>\n</body>\n</html>",
    ]
    return "\n".join(parts) + "\n"


def _contract_line(table: DictionaryTable) -> str | None:
    """Which version of its contract a mart keeps; None for a table, which promises nothing."""
    version = newest_versions().get(table.table_name)
    return None if version is None else f"สัญญาข้อมูลรุ่น {version} · Contract {version}"


def _groups(tables: Sequence[DictionaryTable]) -> list[Group]:
    current = [each for each in tables if not each.table_name.endswith("_history")]
    groups: list[Group] = [
        (thai, english, [each for each in current if each.table_name.startswith(prefix)])
        for prefix, thai, english in _GROUPS
    ]
    return [*groups, (*_HISTORY, [each for each in tables if each not in current])]


def _markdown_table(table: DictionaryTable) -> Iterator[str]:
    yield from ("", f'### <a id="{table.table_name}"></a>`{table.table_name}`', "")
    yield f"{table.meaning_th}  \n{table.meaning_en}"
    if promised := _contract_line(table):
        yield f"\n{promised}"
    if table.warning_th:
        yield f"\n> ⚠ {table.warning_th}  \n> {table.warning_en}"
    yield f"\n| {' | '.join(_MARKDOWN_HEADINGS)} |"
    yield "|---" * len(_MARKDOWN_HEADINGS) + "|"
    for each in table.columns:
        cells = (
            _lines(f'<a id="{_anchor(each)}"></a>`{each.column_name}`', *_titles(each)),
            each.data_type,
            _lines(each.meaning_th, each.meaning_en, *_pointers(each)),
            _lines(each.unit_th, each.unit_en),
            _lines(each.missing_th, each.missing_en),
            _lines(each.warning_th, each.warning_en),
        )
        yield f"| {' | '.join(cells)} |"


def _titles(column: DictionaryColumn) -> Iterator[str]:
    yield column.title_th
    if column.is_key:
        yield "(กุญแจ key)"


def _pointers(column: DictionaryColumn) -> Iterator[str]:
    if column.code_list:
        yield f"→ [{column.code_list}](#{column.code_list})"
    if column.mark_column:
        yield f"→ `{column.mark_column}`"


def _contents(groups: Sequence[Group]) -> Iterator[str]:
    yield '<nav><h2>สารบัญ <small lang="en">Contents</small></h2>'
    for thai, english, members in groups:
        yield f"<h3>{_both(thai, english)}</h3><ul>"
        for each in members:
            yield (
                f'<li><a href="#{each.table_name}"><code>{_breakable(each.table_name)}</code></a> '
                f"<span>{escape(each.meaning_th)}</span></li>"
            )
        yield "</ul>"
    yield "</nav>"


def _html_group(group: Group) -> Iterator[str]:
    thai, english, members = group
    yield f'<h2>{escape(thai)} <small lang="en">{escape(english)}</small></h2>'
    for table in members:
        yield f'<section id="{table.table_name}"><h3><code>{_breakable(table.table_name)}</code></h3>'
        yield f"<p>{_both(table.meaning_th, table.meaning_en)}</p>"
        if promised := _contract_line(table):
            yield f"<p>{escape(promised)}</p>"
        if table.warning_th:
            yield f'<p class="warning">{_both(table.warning_th, table.warning_en)}</p>'
        headings = "".join(f"<th>{_both(thai, english)}</th>" for thai, english in _HTML_HEADINGS)
        yield f"<table><thead><tr>{headings}</tr></thead><tbody>"
        for column in table.columns:
            yield from _html_row(column)
        yield "</tbody></table></section>"


def _html_row(column: DictionaryColumn) -> Iterator[str]:
    key = ' <span class="key" title="กุญแจ key">กุญแจ</span>' if column.is_key else ""
    kind = f'{_TYPES_TH[column.data_type]} <span lang="en">{column.data_type}</span>'
    yield f'<tr id="{_anchor(column)}"><th scope="row"><a href="#{_anchor(column)}">'
    yield f"<code>{_breakable(column.column_name)}</code></a>{key}"
    yield f'<div>{escape(column.title_th)}</div><div class="kind">{kind}</div></th>'
    facts = [_both(column.meaning_th, column.meaning_en)]
    if column.unit_th:
        facts.append(f'<div class="fact">หน่วย: {_both(column.unit_th, column.unit_en)}</div>')
    if column.code_list:
        facts.append(
            f'<div class="fact">ดูที่ <a href="#{column.code_list}"><code>{column.code_list}</code></a></div>'
        )
    if column.mark_column:
        place = f"{column.table_name}.{column.mark_column}"
        facts.append(
            f'<div class="fact">เหตุที่ไม่มีค่า: <a href="#{place}"><code>{column.mark_column}</code></a></div>'
        )
    yield f"<td>{''.join(facts)}</td>"
    yield f'<td data-label="เมื่อว่าง">{_both(column.missing_th, column.missing_en)}</td>'
    yield f'<td data-label="ข้อควรระวัง">{_both(column.warning_th, column.warning_en)}</td></tr>'


def _both(thai: str | None, english: str | None) -> str:
    if not thai:
        return ""
    return f'{escape(thai)} <span lang="en">{escape(english or "")}</span>'


def _breakable(name: str) -> str:
    """A long name may go on in the next line after an underscore: a telephone is narrow."""
    return escape(name).replace("_", "_<wbr>")


def _anchor(column: DictionaryColumn) -> str:
    return f"{column.table_name}.{column.column_name}"


def _lines(*texts: str | None) -> str:
    return "<br>".join(_marked(each) for each in texts if each)


def _marked(text: str) -> str:
    """Text that stands in a cell of a Markdown table as it is."""
    return text.replace("|", r"\|")
