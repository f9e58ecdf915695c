"""From bytes to text: mark of byte order, UTF-8 that proves itself, declaration, then detection.

Code points are kept one for one where the page is UTF-8, since offsets count in them: nothing is normalised, line ends stay,
a mark of byte order stays. Only NUL becomes a space, since later tools take it for an end.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from dragoman.pages.kinds import wide_encoding

DECLARATION_WITHIN = 4096
SAMPLE = 100_000
FEW_HIGH_BYTES = 0.03
"""Share of bytes beyond ASCII up to which a page in no declared encoding is Western text with some curly quotes."""
WORST_UTF8 = 0.1
"""Share of broken among all multi-byte sequences up to which a page is still read as (damaged) UTF-8."""
MOST_C1 = 0.1
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_META = re.compile(rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML = re.compile(rb"""^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_WINDOWS = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030",
}  # fmt: skip
"""What browsers read for these declarations: the wider set that such pages are really written in."""
_NEVER_DECLARED_RIGHTLY = ("utf-16", "utf-32", "utf-7", "idna", "punycode")
_CANDIDATES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r", "gb18030", "big5", "shift_jis",
    "euc_jp", "euc_kr", "iso8859_2", "iso8859_5", "cp874",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding it was read in, and what told it: bom, utf-8, declared, detected or assumed."""

    text: str
    encoding: str
    why: str


def decode(content: bytes, charset: str | None = None, *, html: bool = False) -> Decoded:
    """The text of a page. `charset`: what its container declares (an HTTP header); HTML may declare one itself.

    A declaration is believed only if the bytes decode in it. Bytes that fit nothing are read with U+FFFD in the places
    that do not fit; this never fails.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _made(content.decode(encoding, "replace"), encoding, "bom")
    wide = wide_encoding(content)
    if wide:
        return _made(content.decode(wide, "replace"), wide, "detected")
    text = _utf8(content)
    if text is not None:
        return _made(text, "utf-8", "utf-8")
    for name in (charset, _declared(content) if html else None):
        declared = _codec(name)
        decoded = _strictly(content, declared) if declared else None
        if declared and decoded is not None:
            return _made(decoded, declared, "declared")
    return _detected(content)


def _made(text: str, encoding: str, why: str) -> Decoded:
    return Decoded(text.replace("\0", " "), encoding, why)


def _utf8(content: bytes) -> str | None:
    """The text if it is UTF-8, or UTF-8 with few broken places: other encodings hardly ever form its sequences."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        text = content.decode("utf-8", "replace")
        if error.reason == "unexpected end of data":  # a page cut within its last character
            return text
    broken = text.count("�") - content.count("�".encode())
    whole = sum(1 for char in text if char > "\x7f" and char != "�")
    return text if broken <= WORST_UTF8 * (whole + broken) else None


def _declared(content: bytes) -> str | None:
    head = content[:DECLARATION_WITHIN]
    found = _XML.match(head) or _META.search(head)
    return found[1].decode("ascii", "ignore") if found else None


def _codec(name: str | None) -> str | None:
    """Python's name of a declared text encoding, widened as browsers do; `None` for names that mean nothing here."""
    try:
        info = codecs.lookup((name or "").strip().strip("\"'"))
    except (LookupError, ValueError):
        return None
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(_NEVER_DECLARED_RIGHTLY):
        return None
    return _WINDOWS.get(info.name, info.name)


def _strictly(content: bytes, encoding: str) -> str | None:
    try:
        text = content.decode(encoding)
    except UnicodeError:
        return _undefined_1252(content) if encoding == "cp1252" else None
    beyond = [char for char in text if char > "\x7f"]
    controls = sum(1 for char in beyond if char < "\xa0")
    return text if controls <= MOST_C1 * len(beyond) else None


def _undefined_1252(content: bytes) -> str | None:
    """Windows-1252 in which a few of its five undefined bytes stand."""
    text = content.decode("cp1252", "replace")
    return text if text.count("�") <= WORST_UTF8 * sum(1 for char in text if char > "\x7f") else None


def _detected(content: bytes) -> Decoded:
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    if high <= FEW_HIGH_BYTES * len(content):
        return _made(content.decode("cp1252", "replace"), "cp1252", "assumed")
    best = from_bytes(content[:SAMPLE], cp_isolation=list(_CANDIDATES)).best()
    encoding = best.encoding if best else "cp1252"
    return _made(content.decode(encoding, "replace"), encoding, "detected" if best else "assumed")
