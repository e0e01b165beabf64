"""OpenDocument spreadsheets and XML workbooks of 2003 with styles, for the tests of what they show."""

from made_files import zip_bytes

_NAMESPACES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{uri}:1.0"'
    for name, uri in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
    )
)


def ods(rows: str, *, styles: str = "", common: str = "", before: str = "", table: str = "") -> bytes:
    """An OpenDocument spreadsheet with one sheet.

    Args:
        rows: Its columns and rows.
        styles: Automatic styles of the cells.
        common: Styles and pages of `styles.xml`.
        before: What stands before the sheet.
        table: Attributes of the sheet.
    """
    return zip_bytes(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": f"<office:document-content{_NAMESPACES}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{before}"
            f'<table:table table:name="ข้อมูล" {table}>{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
            "styles.xml": f"<office:document-styles{_NAMESPACES}>{common}</office:document-styles>",
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:x"/>',
        }
    )


def ods_row(*cells: str, attributes: str = "") -> str:
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def ods_text(content: str, attributes: str = "") -> str:
    """A cell with these paragraphs, or with this text."""
    paragraphs = content if content.startswith("<text:p") else f"<text:p>{content}</text:p>"
    return f'<table:table-cell office:value-type="string" {attributes}>{paragraphs}</table:table-cell>'


def ods_number(value: float | str, text: str | None = None, kind: str = "float", attributes: str = "") -> str:
    """A number; without a text the file holds nothing but the value."""
    paragraph = "" if text is None else f"<text:p>{text}</text:p>"
    opening = f'<table:table-cell office:value-type="{kind}" office:value="{value}" {attributes}>'
    return f"{opening}{paragraph}</table:table-cell>"


def ods_style(name: str, properties: str = "", *, family: str = "text", attributes: str = "") -> str:
    """A style with these properties of its text."""
    opening = f'<style:style style:name="{name}" style:family="{family}" {attributes}>'
    return f"{opening}<style:text-properties {properties}/></style:style>"


def spreadsheet_xml(rows: str, *, styles: str = "", workbook: str = "", options: str = "") -> bytes:
    """An XML workbook of 2003 with one sheet."""
    return (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:html="http://www.w3.org/TR/REC-html40">'
        f"{workbook}<Styles>{styles}</Styles>"
        f'<Worksheet ss:Name="ข้อมูล"><Table>{rows}</Table>{options}</Worksheet></Workbook>'
    ).encode()


def xml_row(*cells: str) -> str:
    return f"<Row>{''.join(cells)}</Row>"


def xml_cell(content: str, kind: str = "String", attributes: str = "") -> str:
    return f'<Cell {attributes}><ss:Data ss:Type="{kind}" xmlns="http://www.w3.org/TR/REC-html40">{content}</ss:Data></Cell>'
