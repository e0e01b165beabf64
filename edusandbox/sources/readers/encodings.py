"""Turns the bytes of a text file into text, or says that nobody can tell how.

A first byte tells nothing: a Windows-874 file that begins with ร begins with 0xC3, like many a UTF-8 file.
So the whole content decides. Where it is valid UTF-8, that is what it is, save for a few Thai words whose
Windows-874 bytes happen to be valid UTF-8 as well (เขต is one): there the writing decides.
"""

import codecs
import re

from charset_normalizer import from_bytes

from edusandbox.sources.errors import UnreadableDeliveryError
from schemas.issues import Finding

THAI_CODE_PAGE = "cp874"

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_THAI_LABELS = {"tis-620", "tis620", "windows-874", "iso-8859-11", "cp874", "x-windows-874"}

_THAI = re.compile(r"[\u0e01-\u0e5b]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_CONTROLS = bytes(code for code in (*range(32), 127) if code not in b"\t\n\v\f\r\x1a\x1b")
_MOST_CONTROLS_SHARE = 0.01

# A vowel or tone above or below needs a Thai letter (or another mark) to sit on, a vowel before needs one
# behind it, and Thai does not run on from small Latin letters: where these happen often, the bytes were
# not Thai. (It does run on from capitals: O-NETเฉลี่ย.)
_MISPLACED_THAI = re.compile(
    r"(?<![\u0e01-\u0e2e\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"
    r"|[\u0e40-\u0e44](?![\u0e01-\u0e2e])"
    r"|(?<=[a-z])[\u0e01-\u0e5b]|[\u0e01-\u0e5b](?=[a-z])"
)
_MOST_MISPLACED_SHARE = 0.05
_EXPECTED_SHARE = 0.7

# Bounds within which charset-normalizer's guess has been right; outside them it read Thai as Cyrillic.
_MOST_CHAOS_PERCENT = 2.0
_LEAST_COHERENCE_PERCENT = 10.0


def decode_text(content: bytes, declared: str | None = None) -> str | None:
    """Decodes a text file.

    Args:
        content: The whole file.
        declared: The encoding that a web page says it has; believed after UTF-8 has failed.

    Returns:
        The text without byte order mark; None where the bytes are no text at all.

    Raises:
        UnreadableDeliveryError: `FI004` if the text breaks the encoding that its byte order mark names,
            `FI005` if it is text in an encoding that cannot be told.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    if b"\x00" in content:
        return _decode_wide(content)
    if _control_count(content) > _MOST_CONTROLS_SHARE * len(content):
        return None
    text = _decode_utf8_or_thai(content)
    if text is None and declared is not None:
        text = _try(content, THAI_CODE_PAGE if declared.strip().lower() in _THAI_LABELS else declared.strip())
    if text is None:
        text = _guess(content)
    if text is None:
        raise UnreadableDeliveryError(Finding("FI005"))
    return text


def _decode_marked(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": f"not valid {encoding}"})) from error


def _decode_wide(content: bytes) -> str | None:
    candidates = [_try(content, encoding) for encoding in ("utf-16-le", "utf-16-be")]
    plausible = [text for text in candidates if text is not None and _expected_share(text) >= _EXPECTED_SHARE]
    return max(plausible, key=_expected_share, default=None)


def _expected_share(text: str) -> float:
    return len(re.findall(r"[\t\n\r -~\u00a0-\u024f\u0e01-\u0e5b]", text)) / max(len(text), 1)


def _control_count(content: bytes) -> int:
    return len(content) - len(content.translate(None, _CONTROLS))


def _decode_utf8_or_thai(content: bytes) -> str | None:
    text = _try(content, "utf-8")
    if text is not None and (text.isascii() or _THAI.search(text)):
        return text
    thai = _try(content, THAI_CODE_PAGE)
    if thai is not None and _is_thai_writing(thai):
        return thai
    return text


def _is_thai_writing(text: str) -> bool:
    thai_count = len(_THAI.findall(text))
    if thai_count < _EXPECTED_SHARE * len(_NOT_ASCII.findall(text)):
        return False
    return len(_MISPLACED_THAI.findall(text)) <= _MOST_MISPLACED_SHARE * thai_count


def _guess(content: bytes) -> str | None:
    match = from_bytes(content).best()
    if match is None or match.percent_chaos > _MOST_CHAOS_PERCENT:
        return None
    return str(match) if match.percent_coherence >= _LEAST_COHERENCE_PERCENT else None


def _try(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None
