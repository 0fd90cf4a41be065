"""A letter sent by electronic mail (eml): its words, and sender, subject and day as it says them of itself."""

from __future__ import annotations

from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any

from hikiwake.documents.readers.marked_up import text_of
from hikiwake.documents.readers.read import ReadText, UnfitError


def read_mail(content: bytes) -> ReadText:
    """The text of a letter: its plain part, else its marked-up one. Raises ``UnfitError`` where it has neither."""
    message: Any = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise UnfitError("not a letter of electronic mail")
    try:
        body: Any = message.get_body(preferencelist=("plain", "html"))
        text = "" if body is None else _words(body)
        others = [str(part.get_filename() or part.get_content_type()) for part in message.iter_attachments()]
    except (LookupError, ValueError, TypeError, AttributeError, KeyError) as error:
        raise UnfitError(f"not a letter that can be read ({error or type(error).__name__})") from None
    if not any(map(str.isalnum, text)):
        raise UnfitError("holds no text")
    notes = tuple(f"its attachment {name!a} was not read; save it beside the letter" for name in others)
    return ReadText(text, _says(message), notes)


def _words(body: Any) -> str:
    """The words of one part of a letter."""
    text = str(body.get_content())
    if body.get_content_type() != "text/html":
        return text.replace("\r\n", "\n")
    import lxml.html
    from lxml.etree import ParserError

    try:
        return text_of(lxml.html.document_fromstring(text))
    except (ParserError, ValueError):
        return ""


def _says(message: EmailMessage) -> dict[str, str]:
    """Subject, sender, day and addressee; what is broken is left out."""
    says = {"kind": "letter", "title": _header(message, "Subject")}
    says["author"], says["audience"] = (_person(_header(message, name)) for name in ("From", "To"))
    with suppress(ValueError, TypeError, IndexError, OverflowError):
        says["date"] = parsedate_to_datetime(_header(message, "Date")).date().isoformat()
    return {key: value for key, value in says.items() if value}


def _header(message: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(message.get(name, "")).split())
    except (ValueError, IndexError, AttributeError, TypeError):  # of headers that are broken in odd ways
        return ""


def _person(address: str) -> str:
    """The name in an address, else the address."""
    name, mail = parseaddr(address)
    return name or mail
