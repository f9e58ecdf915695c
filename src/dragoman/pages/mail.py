"""Pages saved whole by a browser (MHT, MHTML) and e-mails (EML): the part that a reader sees, and what the head says."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message

from dragoman.pages.decode import decode

ADDRESS = ("Snapshot-Content-Location", "Content-Location")
_SAVED = re.compile(r"saved by", re.IGNORECASE)


def mail_row(content: bytes) -> dict[str, str]:
    """The row of a saved page or an e-mail; without a text where it shows none. Damaged parts are read as far as they go."""
    message = message_from_bytes(content)
    parts = [part for part in message.walk() if part.get_content_maintype() == "text" and not part.is_multipart()]
    shown = next((part for kind in ("html", "plain") for part in parts if part.get_content_subtype() == kind), None)
    if shown is None:
        return {}
    kind = "html" if shown.get_content_subtype() == "html" else "text"
    by = _head(message, "From")
    saved = _SAVED.search(by) is not None
    url = next((found for part in (message, shown) for name in ADDRESS if (found := _head(part, name))), "")
    row = {"title": "" if saved else _head(message, "Subject"), "from": "" if saved else by, "url": url}
    row |= {"captured" if saved else "date": _head(message, "Date"), kind: _text(shown, html=kind == "html")}
    return {key: value for key, value in row.items() if value}


def _head(part: Message, name: str) -> str:
    """A field of a head, with encoded words read where they can be."""
    raw = str(part.get(name, ""))
    try:
        return str(make_header(decode_header(raw)))
    except (MessageError, LookupError, UnicodeError):
        return raw


def _text(part: Message, *, html: bool) -> str:
    payload = part.get_payload(decode=True)
    return decode(payload, part.get_content_charset(), html=html).text if isinstance(payload, bytes) else ""
